/* Where two versions of a project differ, in the learner's words. */

import type { Difference } from "../../qi_core/ui/conflict";
import type { Say } from "../../qi_core/ui/words";
import type { Aim, Project } from "./document";

export function differencesOfProjects(say: Say, mine: Project, theirs: Project): readonly Difference[] {
  const fields = (Object.keys(mine.aim) as (keyof Aim)[]).filter((field) => mine.aim[field] !== theirs.aim[field]);
  return fields.map((field) => ({ where: say(`label.aim.${field}`), mine: mine.aim[field] ?? "", theirs: theirs.aim[field] ?? "" }));
}
