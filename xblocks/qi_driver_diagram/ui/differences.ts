/* Where two versions of the aim or of the diagram differ, in the learner's words. */

import type { Difference } from "../../qi_core/ui/conflict";
import type { Say } from "../../qi_core/ui/words";
import { differencesOfProjects } from "../../qi_project/ui/differences";
import type { Project } from "../../qi_project/ui/document";
import { affectedBy, nodeOf, type Diagram } from "./document";

export function differencesOf(say: Say, mine: unknown, theirs: unknown): readonly Difference[] {
  if ("aim" in (mine as object)) return differencesOfProjects(say, mine as Project, theirs as Project);
  return ofDiagrams(say, mine as Diagram, theirs as Diagram);
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
