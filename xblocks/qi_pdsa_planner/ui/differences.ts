/* Where two versions of a learner's cycles differ, field by field, in the words of the form. */

import type { Difference } from "../../qi_core/ui/conflict";
import { labelOf } from "../../qi_core/ui/fields";
import type { Say } from "../../qi_core/ui/words";
import type { Cycle, Pdsa } from "./document";

export function differencesOf(say: Say, mine: Pdsa, theirs: Pdsa): readonly Difference[] {
  const ids = [...new Set([...mine.cycles, ...theirs.cycles].map((cycle) => cycle.id))];
  return ids.flatMap((id) => {
    const one = mine.cycles.find((cycle) => cycle.id === id);
    const other = theirs.cycles.find((cycle) => cycle.id === id);
    const number = (one ? mine.cycles.indexOf(one) : theirs.cycles.indexOf(other as Cycle)) + 1;
    const cycle = say("cycle_n", { n: number });
    if (!one || !other) return [{ where: cycle, mine: nameOf(say, one), theirs: nameOf(say, other) }];
    const before = leaves(one);
    const after = leaves(other);
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((path) => (before.get(path) ?? "") !== (after.get(path) ?? ""))
      .map((path) => ({
        where: `${cycle}: ${placeOf(say, path)}`,
        mine: valueOf(say, path, before.get(path)),
        theirs: valueOf(say, path, after.get(path)),
      }));
  });
}

const nameOf = (say: Say, cycle: Cycle | undefined): string =>
  cycle ? cycle.title || cycle.change_idea || say("untitled_cycle") : "";

/** Every text of a cycle by its path: "questions[0].prediction" → "about 7 in 10". */
function leaves(value: unknown, path = "", into = new Map<string, string>()): Map<string, string> {
  if (Array.isArray(value)) value.forEach((entry, index) => leaves(entry, `${path}[${index}]`, into));
  else if (value !== null && typeof value === "object") {
    for (const [key, entry] of Object.entries(value)) {
      if (!/^(id|follows|idea)$/.test(key)) leaves(entry, path ? `${path}.${key}` : key, into);
    }
  } else if (value !== null && value !== "") into.set(path, String(value));
  return into;
}

function placeOf(say: Say, path: string): string {
  const [, list, index] = /^(questions|tasks)\[(\d+)\]/.exec(path) ?? [];
  const label = labelOf(say, path);
  return list ? `${say(list === "questions" ? "question_n" : "task_n", { n: Number(index) + 1 })}, ${label}` : label;
}

function valueOf(say: Say, path: string, value: string | undefined): string {
  if (value === undefined) return "";
  const list = { purpose: "purpose", scale: "scale", "data_plan.kind": "kind", "do.as_planned": "as_planned", "act.decision": "decision" }[path]
    ?? (path.endsWith(".verdict") ? "verdict" : null);
  return list ? say(`${list}.${value}`) : value;
}
