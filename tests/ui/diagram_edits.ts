/* The diagram's edits for another program: a line of JSON in (an edit), a line out (the document after it, or the refusal).
   Undo and redo are the store's own. tests/qi_driver_diagram/test_edits.py drives it. */

import { createInterface } from "node:readline";
import * as edits from "../../xblocks/qi_driver_diagram/ui/edits";
import { LEVELS, emptyNode, levelsOf, outline, type Amount, type Diagram, type Level, type Strength } from "../../xblocks/qi_driver_diagram/ui/document";
import { insert, readPasted, type Given } from "../../xblocks/qi_driver_diagram/ui/insert";
import { Store } from "../../xblocks/qi_core/ui/store";

interface Ask {
  readonly do: string; readonly at: number; readonly to: number; readonly beside: number; readonly text: string; readonly level: Level;
  readonly strength: Strength | null; readonly tertiary: boolean; readonly by: 1 | -1; readonly amount: Amount | null; readonly given: readonly Given[];
}
const EMPTY: Diagram = { schema: 1, nodes: [], links: [], confirmed: [] };
const review = { revision: 0, checks: [], warnings: [], todo: [], progress: 0, saved_at: null, overview: null };
let store = fresh(EMPTY);
let count = 0;
const newId = () => `node${String(count++).padStart(6, "0")}`;

function fresh(document: Diagram): Store<Diagram> {
  return new Store<Diagram>({ loaded: { ...review, document }, post: async () => ({ kind: "unreachable" }), canSave: false, who: "", changed: () => undefined, screen: () => ({}) });
}

/** Numbers in an ask stand for nodes that are there, so that every ask is one a person could make. */
function result(diagram: Diagram, ask: Ask): edits.Result {
  const levels = levelsOf(diagram, ask.tertiary);
  const pick = (number: number) => diagram.nodes[number % Math.max(1, diagram.nodes.length)]?.id ?? "";
  const id = pick(ask.at);
  if (ask.do === "insert") return insert(diagram, ask.given, newId);
  if (ask.do === "paste") return insert(diagram, readPasted(ask.text, levels), newId);
  if (ask.do === "add" || !id) return edits.addNode(diagram, emptyNode(newId(), LEVELS.includes(ask.level) ? ask.level : "idea", ask.text), null, null);
  switch (ask.do) {
    case "beside": return edits.addBeside(diagram, id, newId());
    case "text": return edits.changeNode(diagram, id, { text: ask.text, effort: ask.amount, impact: ask.amount });
    case "remove": return edits.removeNode(diagram, id);
    case "branch": return edits.removeBranch(diagram, id);
    case "move": return edits.move(diagram, id, ask.by);
    case "indent": return edits.indent(diagram, id, levels);
    case "outdent": return edits.outdent(diagram, id, levels);
    case "drag": return edits.moveTo(diagram, id, ask.to % 4 ? pick(ask.to) : null, ask.beside % 2 ? pick(ask.beside) : null, levels);
    default: return edits.setLink(diagram, id, pick(ask.to), ask.strength);
  }
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const ask = JSON.parse(line) as Ask & { readonly document?: Diagram };
  let refused = "";
  if (ask.do === "begin") {
    count = 0;
    store = fresh(ask.document ?? EMPTY);
  } else if (ask.do === "undo") store.undo();
  else if (ask.do === "redo") store.redo();
  else {
    const next = result(store.document, ask);
    if (edits.isRefused(next)) refused = next;
    else store.edit(next);
  }
  const rows = outline(store.document).map(({ node, depth, parent }) => [node.id, depth, parent]);
  process.stdout.write(`${JSON.stringify({ document: store.document, refused, rows, canUndo: store.canUndo })}\n`);
});
