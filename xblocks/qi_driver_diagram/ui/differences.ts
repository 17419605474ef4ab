/* Where two versions of the aim or of the diagram differ, in the learner's words. */

import type { Difference } from "../../qi_core/ui/conflict";
import type { Say } from "../../qi_core/ui/words";
import { affectedBy, nodeOf, type Aim, type Diagram, type Project } from "./document";

export function differencesOf(say: Say, mine: unknown, theirs: unknown): readonly Difference[] {
  if ("aim" in (mine as object)) return ofAims(say, (mine as Project).aim, (theirs as Project).aim);
  return ofDiagrams(say, mine as Diagram, theirs as Diagram);
}

function ofAims(say: Say, mine: Aim, theirs: Aim): readonly Difference[] {
  const fields = (Object.keys(mine) as (keyof Aim)[]).filter((field) => mine[field] !== theirs[field]);
  return fields.map((field) => ({ where: say(`label.aim.${field}`), mine: mine[field] ?? "", theirs: theirs[field] ?? "" }));
}

function ofDiagrams(say: Say, mine: Diagram, theirs: Diagram): readonly Difference[] {
  const ids = [...new Set([...mine.nodes, ...theirs.nodes].map(({ id }) => id))];
  return ids.flatMap((id) => {
    const [one, other] = [inWords(say, mine, id), inWords(say, theirs, id)];
    const node = nodeOf(mine, id) ?? nodeOf(theirs, id);
    return one === other ? [] : [{ where: say(`level.${node?.level}`), mine: one, theirs: other }];
  });
}

function inWords(say: Say, diagram: Diagram, id: string): string {
  const node = nodeOf(diagram, id);
  if (!node) return "";
  const drivers = affectedBy(diagram, id).map((to) => nodeOf(diagram, to)?.text).join(", ");
  return [node.text, drivers && say("affects", { drivers }), node.owner, node.note].filter(Boolean).join(" · ");
}
