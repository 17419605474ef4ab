/* <qi-pdsa-planner>: which cycle and which step is open, and the way between them. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Difference } from "../../qi_core/ui/conflict";
import { idOf, problemText, type Form } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { nhsNumbersIn } from "../../qi_core/ui/privacy";
import { setIn } from "../../qi_core/ui/paths";
import type { Problems } from "../../qi_core/ui/post";
import { localToday } from "../../qi_core/ui/today";
import { QiTool, type InitArgs } from "../../qi_core/ui/tool";
import { cycleView } from "./cycle";
import { differencesOf } from "./differences";
import { addCycle, changeCycle, deleteCycle, emptyCycle, fromStarter, isLocked, keepsLocks, nextCycle,
  type Cycle, type Pdsa, type Question, type StageName } from "./document";
import { exampleView, homeView } from "./home";
import pdsaCss from "./pdsa.css";

export interface Starter { readonly id: string; readonly title: string; readonly summary: string; readonly note: string; readonly cycles: readonly Cycle[] }
export type StageState = "not_started" | "in_progress" | "done";
export type Stages = Readonly<Record<StageName, StageState>>;
export interface CycleOverview { readonly stages: Stages }
export interface RampOverview { readonly cycles: readonly string[]; readonly strip: Readonly<Record<string, boolean>> }
export interface Overview { readonly cycles: Readonly<Record<string, CycleOverview>>; readonly ramps: readonly RampOverview[] }
/** An idea of the project's diagram; `path` are the drivers it leads to, the nearest first. */
export interface Idea { readonly id: string; readonly text: string; readonly path: readonly string[] }
/** `ideas` is null on a practice sheet, which has no diagram. */
export interface PdsaArgs extends InitArgs<Pdsa> { readonly ideas: readonly Idea[] | null; readonly starters: readonly Starter[]; readonly starter: string; readonly today: string }

export const PLAN_SECTIONS = ["idea", "predictions", "tasks", "data"] as const;
export type PlanSection = (typeof PLAN_SECTIONS)[number];

/** What is open. Nothing of it is stored: coming back, the first button leads on from where the work stands. */
export interface Place {
  readonly cycle: string | null;
  readonly stage: StageName;
  readonly section: PlanSection;
  readonly example: string | null;
  readonly deleting: boolean;
}
export const HOME: Place = { cycle: null, stage: "plan", section: "idea", example: null, deleting: false };
const NOTHING = { of: "", text: "", id: "" };
const BEGUN: Stages = { plan: "in_progress", do: "not_started", study: "not_started", act: "not_started" };

export class PdsaPlanner extends QiTool<Pdsa, PdsaArgs> {
  protected override readonly css = pdsaCss;
  place: Place = HOME;
  ideas: readonly Idea[] = [];
  /** Why an idea could not be put into the diagram. */
  ideaProblem = "";
  #isAdding = false;
  #adding = NOTHING;
  startOn: string | null = null;
  /** Notes under a locked prediction that are being written, by question; kept with a button, then never changed. */
  readonly addenda = new Map<string, string>();

  get pdsa(): Pdsa { return this.store.document; }

  override open(args: PdsaArgs, urlOf: (handler: string, suffix?: string) => string): void {
    super.open(args, urlOf);
    this.ideas = args.ideas ?? [];
  }

  /** The idea in the diagram that a cycle tests, while it is there. */
  ideaOf(cycle: Cycle): Idea | undefined { return this.ideas.find(({ id }) => id === cycle.idea); }
  /** What the idea is called today. */
  ideaText(cycle: Cycle): string { return this.ideaOf(cycle)?.text ?? cycle.change_idea; }

  dateText(on: string): string {
    return new Date(`${on}T12:00`).toLocaleDateString(this.args.locale, { dateStyle: "medium" });
  }

  stagesOf(cycle: Cycle): Stages {
    return (this.store.review.overview as Overview | undefined)?.cycles[cycle.id]?.stages ?? BEGUN;
  }

  stripOf(ramp: readonly Cycle[]): RampOverview["strip"] {
    const last = ramp[ramp.length - 1];
    const ramps = (this.store.review.overview as Overview | undefined)?.ramps ?? [];
    return ramps.find((one) => one.cycles.includes(last?.id ?? ""))?.strip ?? {};
  }

  /** Where the work stands in a cycle: the first stage that is not done. */
  currentStage(cycle: Cycle): StageName {
    const stages = this.stagesOf(cycle);
    if (!isLocked(cycle)) return "plan";
    return (["do", "study", "act"] as const).find((stage) => stages[stage] !== "done") ?? "act";
  }

  go(place: Partial<Place>, focus = ""): void {
    const section = place.cycle ? HOME.section : this.place.section;
    this.place = { ...this.place, deleting: false, section, ...place };
    this.store.flush();
    if (focus) this.focusAfter(focus);
    this.requestUpdate();
  }

  begin(cycle: Cycle): void {
    this.store.edit(addCycle(this.pdsa, cycle));
    this.go({ ...HOME, cycle: cycle.id }, "cycle-title");
  }

  beginEmpty(): void { this.begin(emptyCycle(newId(), newId)); }
  beginFrom(starter: Starter): void {
    const first = starter.cycles[0];
    if (first) this.begin(fromStarter(first, newId));
  }
  beginNext(from: Cycle): void { this.begin(nextCycle(from, newId())); }

  deleteCycle(cycle: Cycle): void {
    this.store.edit(deleteCycle(this.pdsa, cycle.id));
    this.go(HOME, "home-title");
  }

  start(cycle: Cycle): void {
    const on = this.startOn ?? localToday();
    this.startOn = null;
    this.change(cycle, (now) => ({ ...now, do: { ...now.do, started_on: on } }));
    this.go({ stage: "do" }, "f-do-happened");
  }

  draftAddendum(question: string, text: string, focus: string): void {
    this.addenda.set(question, text);
    this.focusAfter(focus);
  }

  keepAddendum(cycle: Cycle, question: Question, focus: string): void {
    const text = (this.addenda.get(question.id) ?? "").trim();
    if (text) {
      const addendum = { on: localToday(), text };
      this.change(cycle, (now) => ({ ...now, questions: now.questions.map((one) => (one.id === question.id ? { ...one, addenda: [...one.addenda, addendum] } : one)) }));
      this.store.flush();
    }
    this.dropAddendum(question.id, focus);
  }

  dropAddendum(question: string, focus: string): void {
    this.addenda.delete(question);
    this.focusAfter(focus);
  }

  /** A form over one cycle; paths are relative to it. */
  formOf(cycle: Cycle): Form {
    const index = this.pdsa.cycles.indexOf(cycle);
    return this.formAt(`cycles[${index}].`, (path, value) => {
      const burst = typeof value === "string" ? `${cycle.id}.${path}` : "";
      this.store.edit(changeCycle(this.pdsa, cycle.id, (now) => setIn(now, path, value)), burst);
    });
  }

  /** Asked again after a lost answer, it is the same idea by its id. */
  async addIdea({ id: of, change_idea: text }: Cycle): Promise<void> {
    if (this.#isAdding) return;
    this.#isAdding = true;
    if (this.#adding.text !== text || this.#adding.of !== of) this.#adding = { of, text, id: newId() };
    const { id } = this.#adding;
    const reply = await this.post<{ ideas: readonly Idea[] }>("add_idea", { id, text, who: this.args.who });
    this.#isAdding = false;
    this.ideaProblem = reply.kind === "ok" ? "" : reply.kind === "problems" ? problemText(this.say, Object.values(reply.problems)[0]!) : this.say("work.failed");
    if (reply.kind !== "ok") return this.requestUpdate();
    this.ideas = reply.body.ideas;
    this.#adding = NOTHING;
    const cycle = this.pdsa.cycles.find((one) => one.id === of);
    if (cycle?.change_idea !== text) return this.requestUpdate(); // it was written on: what it says now is another idea
    this.change(cycle, (now) => ({ ...now, idea: id }));
    if (this.place.cycle === of) this.focusAfter("idea-free");
  }

  change(cycle: Cycle, change: (cycle: Cycle) => Cycle): void {
    this.store.edit(changeCycle(this.pdsa, cycle.id, change));
  }

  protected override renderWork(): TemplateResult {
    const example = this.args.starters.find((starter) => starter.id === this.place.example);
    if (example) return exampleView(this, example);
    const cycle = this.pdsa.cycles.find((one) => one.id === this.place.cycle);
    return cycle ? cycleView(this, cycle) : homeView(this);
  }

  protected override screen(document: Pdsa): Problems { return nhsNumbersIn(document); }
  protected override canReturn(now: Pdsa, before: Pdsa): boolean { return keepsLocks(now, before); }
  protected override differences(mine: Pdsa, theirs: Pdsa): readonly Difference[] { return differencesOf(this.say, mine, theirs); }
  protected override confirmSafe(marks: readonly string[]): void {
    this.store.edit({ ...this.pdsa, confirmed: [...this.pdsa.confirmed, ...marks] });
    this.store.flush();
  }

  override describeCounts(counts: Readonly<Record<string, number>>): string {
    return this.say("counts", { cycles: counts["cycles"] ?? 0, decided: counts["decided"] ?? 0 });
  }

  override printLinks(): TemplateResult | typeof nothing {
    return html`
      ${this.pdsa.cycles.length ? html`<a class="button" href=${this.urlOf("printable")} target="_blank" rel="noopener">${icon("print")}${this.say("print_all")}</a>` : nothing}
      <a class="button" href=${this.urlOf("printable", "blank")} target="_blank" rel="noopener">${icon("print")}${this.say("print_blank")}</a>`;
  }

  protected override reveal(path: string): void {
    const [, index, rest = ""] = /^cycles\[(\d+)\]\.(.*)$/.exec(path) ?? [];
    const cycle = this.pdsa.cycles[Number(index)];
    if (cycle) this.go({ cycle: cycle.id, example: null, ...placeOf(rest) }, idOf(rest));
  }
}

/** The step and section in which the field at `path` (relative to its cycle) stands. */
export function placeOf(path: string): { stage: StageName; section: PlanSection } {
  const head = path.split(/[.[]/)[0] ?? "";
  if (path.endsWith(".found") || path.endsWith(".verdict") || path.includes("addenda")) return { stage: "study", section: "idea" };
  if (head === "do" || head === "study" || head === "act") return { stage: head, section: "idea" };
  if (head === "questions") return { stage: "plan", section: "predictions" };
  if (head === "tasks" || head === "scale" || head === "scale_note" || head.startsWith("planned")) return { stage: "plan", section: "tasks" };
  if (head === "data_plan" || head === "risks") return { stage: "plan", section: "data" };
  return { stage: "plan", section: "idea" };
}
