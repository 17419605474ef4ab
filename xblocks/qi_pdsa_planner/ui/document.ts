/* The PDSA document, schema 2, and every edit of it as a pure function. Shape and limits: qi_pdsa_planner/domain/document.py. */

import type { NewId } from "../../qi_core/ui/ids";

export type StageName = "plan" | "do" | "study" | "act";
export const STAGES: readonly StageName[] = ["plan", "do", "study", "act"];
export const SCALES = ["one_person", "one_session", "one_day", "one_week", "one_team", "several_teams", "whole_service"] as const;
export const PURPOSES = ["learn", "develop", "test", "implement"] as const;
export const VERDICTS = ["matched", "partly", "did_not_match", "could_not_tell"] as const;
export const DECISIONS = ["adopt", "adapt", "abandon", "expand"] as const;
export const QUESTIONS_MAX = 5;
export const TASKS_MAX = 20;
export const CYCLES_MAX = 60;

export type IsoDate = string;
export interface Addendum { readonly on: IsoDate; readonly text: string }
export interface Question {
  readonly id: string; readonly text: string; readonly prediction: string; readonly because: string;
  readonly addenda: readonly Addendum[]; readonly found: string; readonly verdict: (typeof VERDICTS)[number] | null;
}
export interface Task { readonly id: string; readonly what: string; readonly who: string; readonly when: string; readonly where: string }
export interface DataPlan {
  readonly kind: "qualitative" | "quantitative" | "both" | null;
  readonly what: string; readonly who: string; readonly how: string; readonly when: string; readonly where: string;
}
export interface Doing {
  readonly started_on: IsoDate | null; readonly ended_on: IsoDate | null; readonly as_planned: "yes" | "partly" | "no" | null;
  readonly differed: string; readonly happened: string; readonly unexpected: string; readonly data: string;
}
export interface Studying { readonly studied_on: IsoDate | null; readonly learned: string; readonly surprised: string; readonly measure_enough: string }
export interface Acting {
  readonly decided_on: IsoDate | null; readonly decision: (typeof DECISIONS)[number] | null;
  readonly reason: string; readonly next_change: string;
}
export interface Cycle {
  readonly id: string; readonly follows: string | null; readonly title: string; readonly idea: string | null; readonly change_idea: string;
  readonly purpose: (typeof PURPOSES)[number] | null; readonly scale: (typeof SCALES)[number] | null; readonly scale_note: string;
  readonly planned_start: IsoDate | null; readonly planned_end: IsoDate | null; readonly objective: string;
  readonly questions: readonly Question[]; readonly tasks: readonly Task[]; readonly data_plan: DataPlan; readonly risks: string;
  readonly do: Doing; readonly study: Studying; readonly act: Acting;
}
export interface Pdsa { readonly schema: 2; readonly cycles: readonly Cycle[]; readonly confirmed: readonly string[] }

const NO_DATA: DataPlan = { kind: null, what: "", who: "", how: "", when: "", where: "" };
const NOT_DONE: Doing = { started_on: null, ended_on: null, as_planned: null, differed: "", happened: "", unexpected: "", data: "" };
const NOT_STUDIED: Studying = { studied_on: null, learned: "", surprised: "", measure_enough: "" };
const NOT_DECIDED: Acting = { decided_on: null, decision: null, reason: "", next_change: "" };

export const emptyQuestion = (id: string): Question => ({ id, text: "", prediction: "", because: "", addenda: [], found: "", verdict: null });
export const emptyTask = (id: string): Task => ({ id, what: "", who: "", when: "", where: "" });

export function emptyCycle(id: string, idFor: NewId): Cycle {
  return {
    id, follows: null, title: "", idea: null, change_idea: "", purpose: null, scale: null, scale_note: "", planned_start: null, planned_end: null,
    objective: "", questions: [emptyQuestion(idFor())], tasks: [emptyTask(idFor())], data_plan: NO_DATA, risks: "",
    do: NOT_DONE, study: NOT_STUDIED, act: NOT_DECIDED,
  };
}

/** The next cycle of a ramp: the plan is carried forward, what was found is not, the link is kept. */
export function nextCycle(from: Cycle, id: string): Cycle {
  return {
    ...from, id, follows: from.id, planned_start: null, planned_end: null,
    questions: from.questions.map((question) => ({ ...question, addenda: [], found: "", verdict: null })),
    do: NOT_DONE, study: NOT_STUDIED, act: NOT_DECIDED,
  };
}

/** A starter's cycle as the learner's own: its plan, with new ids. The best guess has to be their own, and what is found. */
export function fromStarter(starter: Cycle, idFor: NewId): Cycle {
  const copy = nextCycle(starter, idFor());
  return {
    ...copy, follows: null, idea: null,
    questions: copy.questions.map((question) => ({ ...question, id: idFor(), prediction: "", because: "" })),
    tasks: copy.tasks.map((task) => ({ ...task, id: idFor() })),
  };
}

export const isLocked = (cycle: Cycle): boolean => cycle.do.started_on !== null;
export const canStart = (cycle: Cycle): boolean => cycle.questions.some((question) => question.prediction.trim() !== "");

export function addCycle(document: Pdsa, cycle: Cycle): Pdsa {
  return { ...document, cycles: [...document.cycles, cycle] };
}

/** Cycles that followed the deleted one now follow what it followed: the ramp closes up. */
export function deleteCycle(document: Pdsa, id: string): Pdsa {
  const gone = document.cycles.find((cycle) => cycle.id === id);
  if (!gone) return document;
  const cycles = document.cycles
    .filter((cycle) => cycle.id !== id)
    .map((cycle) => (cycle.follows === id ? { ...cycle, follows: gone.follows } : cycle));
  return { ...document, cycles };
}

export function changeCycle(document: Pdsa, id: string, change: (cycle: Cycle) => Cycle): Pdsa {
  return { ...document, cycles: document.cycles.map((cycle) => (cycle.id === id ? change(cycle) : cycle)) };
}

/** A lock is never taken back: undo stops in front of the step that started Do, or that added a note under a prediction. */
export function keepsLocks(now: Pdsa, before: Pdsa): boolean {
  return before.cycles.every((cycle) => {
    const current = now.cycles.find((one) => one.id === cycle.id);
    return !current || !isLocked(current) || (isLocked(cycle) && notesOf(cycle) >= notesOf(current));
  });
}

const notesOf = (cycle: Cycle): number => cycle.questions.reduce((sum, question) => sum + question.addenda.length, 0);

/** Ramps: each a chain of cycles, first to last, in the order in which they were begun. */
export function rampsOf(document: Pdsa): readonly (readonly Cycle[])[] {
  const ramps: Cycle[][] = [];
  const rampOf = new Map<string, Cycle[]>();
  for (const cycle of document.cycles) {
    const ramp = (cycle.follows !== null && rampOf.get(cycle.follows)) || [];
    if (!ramp.length) ramps.push(ramp);
    ramp.push(cycle);
    rampOf.set(cycle.id, ramp);
  }
  return ramps;
}
