/* The diagram's edits for another program: a line of JSON in (an edit), a line out (the document after it, or the refusal).
   Undo and redo are the store's own. tests/qi_driver_diagram/test_edits.py drives it. */

import { createInterface } from "node:readline";
import { Store } from "../../xblocks/qi_core/ui/store";
import { LEVELS, emptyNode, levelsOf, outline } from "../../xblocks/qi_driver_diagram/ui/document";
import * as edits from "../../xblocks/qi_driver_diagram/ui/edits";
import { insert, readPasted } from "../../xblocks/qi_driver_diagram/ui/insert";

const EMPTY = { schema: 1, nodes: [], links: [], confirmed: [] };
const REVIEW = { revision: 0, checks: [], warnings: [], todo: [], progress: 0, saved_at: null, overview: null };
let store = fresh(EMPTY);
let count = 0;
const newId = () => `node${String(count++).padStart(6, "0")}`;

function fresh(document) {
  return new Store({ loaded: { ...REVIEW, document }, post: async () => ({ kind: "unreachable" }), canSave: false, who: "", changed: () => {}, screen: () => ({}) });
}

/** Numbers in an ask stand for nodes that are there, so that every ask is one a person could make. */
function result(diagram, ask) {
  const levels = levelsOf(diagram, ask.tertiary);
  const pick = (number) => diagram.nodes[number % Math.max(1, diagram.nodes.length)]?.id ?? "";
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

function changed(ask) {
  const next = edits.tidy(result(store.document, ask));
  if (edits.isRefused(next)) return next;
  store.edit(next);
  return "";
}

createInterface({ input: process.stdin }).on("line", (line) => {
  const ask = JSON.parse(line);
  let refused = "";
  if (ask.do === "begin") {
    count = 0;
    store = fresh(ask.document ?? EMPTY);
  } else if (ask.do === "undo" || ask.do === "redo") store[ask.do]();
  else refused = changed(ask);
  const rows = outline(store.document).map(({ node, depth, parent }) => [node.id, depth, parent]);
  process.stdout.write(`${JSON.stringify({ document: store.document, refused, rows, canUndo: store.canUndo })}\n`);
});
