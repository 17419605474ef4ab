/* The edits of a PDSA document, on the cases that both languages read. */

import { newId } from "../../xblocks/qi_core/ui/ids.ts";
import { describe, expect, it } from "vitest";
import * as edits from "../../xblocks/qi_pdsa_planner/ui/document.ts";
import type { Cycle, Pdsa } from "../../xblocks/qi_pdsa_planner/ui/document.ts";
import editCases from "../contracts/pdsa_edits.json";
import storedDocuments from "../contracts/pdsa_schema_2.json";

type Brief = readonly [id: string, follows: string | null, locked?: boolean];
interface Named { readonly name: string }
interface Cases {
  readonly nextCycle: readonly (Named & { from: Cycle; id: string; next: Cycle })[];
  readonly deleteCycle: readonly (Named & { before: Brief[]; id: string; after: Brief[] })[];
  readonly ramps: readonly (Named & { cycles: Brief[]; ramps: string[][] })[];
  readonly keepsLocks: readonly (Named & { before: Brief[]; now: Brief[]; keeps: boolean })[];
}

const cases = editCases as unknown as Cases;
const stored = storedDocuments as unknown as Readonly<Record<keyof typeof storedDocuments, Pdsa>>;

function counter(): () => string {
  let next = 0;
  return () => `made${String(next++).padStart(4, "0")}`;
}

function cycleOf([id, follows, locked = false]: Brief): Cycle {
  const cycle = edits.emptyCycle(id, counter());
  return { ...cycle, follows, do: { ...cycle.do, started_on: locked ? "2026-11-03" : null } };
}
const documentOf = (briefs: readonly Brief[]): Pdsa => ({ schema: 2, cycles: briefs.map(cycleOf), confirmed: [] });

/** What must not be written to: any write throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe("the shared cases", () => {
  it.each(cases.nextCycle)("next cycle: $name", ({ from, id, next }) => {
    expect(edits.nextCycle(frozen(from), id)).toEqual(next);
  });

  it.each(cases.deleteCycle)("delete: $name", ({ before, id, after }) => {
    expect(edits.deleteCycle(frozen(documentOf(before)), id)).toEqual(documentOf(after));
  });

  it.each(cases.ramps)("ramps: $name", ({ cycles, ramps }) => {
    const found = edits.rampsOf(frozen(documentOf(cycles)));
    expect(found.map((ramp) => ramp.map((cycle) => cycle.id))).toEqual(ramps);
  });

  it.each(cases.keepsLocks)("locks: $name", ({ before, now, keeps }) => {
    expect(edits.keepsLocks(frozen(documentOf(now)), frozen(documentOf(before)))).toBe(keeps);
  });
});

describe("a note under a locked prediction", () => {
  it("is not taken back by undo, a change elsewhere is", () => {
    const [full] = stored.full.cycles;
    const noted = { ...stored.full, cycles: [{ ...full!, do: { ...full!.do, started_on: "2026-11-03" } }] };
    const bare = edits.changeCycle(noted, full!.id, (cycle) => ({ ...cycle, questions: cycle.questions.map((question) => ({ ...question, addenda: [] })) }));
    const retitled = edits.changeCycle(noted, full!.id, (cycle) => ({ ...cycle, title: "before" }));
    expect([edits.keepsLocks(noted, bare), edits.keepsLocks(noted, retitled)]).toEqual([false, true]);
  });
});

describe("a new cycle", () => {
  it("has every field of the stored shape, one empty question and one empty task", () => {
    const cycle = edits.emptyCycle("cycle0a", counter());
    const [bare] = stored.minimal.cycles;
    expect(cycle).toEqual({
      ...bare, id: "cycle0a", questions: [edits.emptyQuestion("made0000")], tasks: [edits.emptyTask("made0001")],
    });
    const [full] = stored.full.cycles;
    expect(Object.keys(cycle).sort()).toEqual(Object.keys(full!).sort());
    expect(Object.keys(cycle.questions[0]!).sort()).toEqual(Object.keys(full!.questions[0]!).sort());
    expect(Object.keys(cycle.tasks[0]!).sort()).toEqual(Object.keys(full!.tasks[0]!).sort());
  });

  it("comes last", () => {
    const document = frozen(documentOf([["cycle0a", null]]));
    expect(edits.addCycle(document, cycleOf(["cycle0b", "cycle0a"]))).toEqual(documentOf([["cycle0a", null], ["cycle0b", "cycle0a"]]));
  });

  it("from a starter begins a ramp of its own, under new ids, without what somebody else guessed or found", () => {
    const starter = frozen({ ...stored.full.cycles[0]!, follows: "cycle0a" });
    const mine = edits.fromStarter(starter, counter());
    const next = edits.nextCycle(starter, "made0000");
    expect(mine).toEqual({
      ...next, follows: null, idea: null,
      questions: next.questions.map((question, place) => ({ ...question, id: `made000${place + 1}`, prediction: "", because: "" })),
      tasks: next.tasks.map((task, place) => ({ ...task, id: `made000${place + 6}` })),
    });
  });

  it("has an id that the server takes", () => {
    const ids = Array.from({ length: 200 }, newId);
    expect(ids.filter((id) => !/^[a-z0-9]{6,24}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(200);
  });
});

describe("an edit", () => {
  it("changes the named cycle and no other", () => {
    const document = frozen(documentOf([["cycle0a", null], ["cycle0b", null]]));
    const changed = edits.changeCycle(document, "cycle0b", (cycle) => ({ ...cycle, title: "new" }));
    expect(changed).toEqual({ ...document, cycles: [document.cycles[0], { ...document.cycles[1], title: "new" }] });
    expect(changed.cycles[0]).toBe(document.cycles[0]);
  });

  it("may start Do when one prediction is more than white space", () => {
    const cycle = edits.emptyCycle("cycle0a", counter());
    const predicted = (...texts: string[]): Cycle =>
      ({ ...cycle, questions: texts.map((prediction, place) => ({ ...edits.emptyQuestion(`quest${place}`), prediction })) });
    expect([predicted(), predicted(""), predicted(" \n\t"), predicted("", "7 in 10")].map(edits.canStart)).toEqual([false, false, false, true]);
  });
});
