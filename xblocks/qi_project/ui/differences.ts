/* Where two versions of an aim differ, in the learner's words. */

import type { Difference } from "../../qi_core/ui/conflict";
import { labelOf } from "../../qi_core/ui/fields";
import type { Say } from "../../qi_core/ui/words";
import type { Project } from "./document";

export type Part = Readonly<Record<string, unknown>>;

/** A block that shows the aim alone has words for no more; the rest it never changes. */
export function differencesOfProjects(say: Say, mine: Project, theirs: Project): readonly Difference[] {
  return ofPart(say, "aim.", mine.aim as unknown as Part, theirs.aim as unknown as Part);
}

export function ofPart(say: Say, at: string, mine: Part, theirs: Part): readonly Difference[] {
  const fields = Object.keys(mine).filter((field) => mine[field] !== theirs[field]);
  return fields.map((field) => ({ where: labelOf(say, at + field), mine: String(mine[field] ?? ""), theirs: String(theirs[field] ?? "") }));
}
