/* Where two versions of a whole project document differ, in the learner's words. */

import type { Difference } from "../../qi_core/ui/conflict";
import type { Say } from "../../qi_core/ui/words";
import { differencesOfProjects, ofPart } from "./differences";
import type { Project } from "./document";

export function differencesOfHomes(say: Say, mine: Project, theirs: Project): readonly Difference[] {
  const people = (one: Project) => one.stakeholders.map(({ name, involve }) => [name, involve].filter(Boolean).join(": ")).join("\n");
  const team = (one: Project) => one.charter.team.map(({ role, printed_as }) => [role, printed_as].filter(Boolean).join(", ")).join("\n");
  const lists = [{ where: say("team"), mine: team(mine), theirs: team(theirs) }, { where: say("page.people"), mine: people(mine), theirs: people(theirs) }];
  return [
    ...differencesOfProjects(say, mine, theirs),
    ...ofPart(say, "charter.", { ...mine.charter, team: "" }, { ...theirs.charter, team: "" }),
    ...lists.filter((one) => one.mine !== one.theirs),
  ];
}
