/* <qi-run-chart>: which measure and which of its pages is open. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Difference } from "../../qi_core/ui/conflict";
import { idOf, type Form } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { setIn } from "../../qi_core/ui/paths";
import type { Problems } from "../../qi_core/ui/post";
import { nhsNumbersIn } from "../../qi_core/ui/privacy";
import { QiTool, type InitArgs } from "../../qi_core/ui/tool";
import { chartPage } from "./chart";
import pictureCss from "./picture.css";
import css from "./run_chart.css";
import { dataPage } from "./data";
import { definitionPage } from "./definition";
import { addMeasure, changeMeasure, deleteMeasure, emptyMeasure, withChart, type Chart, type IsoDate, type Measure, type Measures, type Rules } from "./document";
import { printLink } from "./exports";
import { homePage } from "./home";
import type { Later } from "./later";
import { press } from "./parts";
import type { Reading } from "./paste";
import type { Series } from "./picture";
import { practicePage, type Practice } from "./practice";
import { Teller } from "./teller";

export const PAGES = ["definition", "data", "chart", "reading"] as const;
export type Page = (typeof PAGES)[number];
export interface Cycle { readonly number: number; readonly title: string; readonly started_on: IsoDate; readonly decision: string | null }
export interface Figures extends Series {
  readonly chart: string;
  readonly sentence: readonly { readonly key: string; readonly phase: number; readonly facts?: Readonly<Record<string, string | number>> }[];
  readonly icons?: { readonly variation: string; readonly assurance: string | null; readonly are_firm: boolean } | null;
}
/** `settings` may name the charts and rules that the author allows. */
export interface RunChartArgs extends InitArgs<Measures> {
  readonly cycles: readonly Cycle[];
  /** Of the project's diagram. */
  readonly drivers: readonly { readonly id: string; readonly text: string }[];
  readonly later_url: string;
  readonly practice: Practice | null;
  readonly examples: string;
  readonly settings: { readonly charts: readonly Chart[]; readonly rules: readonly Rules[] };
}
/** Something that was done, said near it, with the way back. */
/** `step`: the step of undo that takes it back; 0 for none. */
export interface Notice { readonly text: string; readonly step: number }

/** Where a field stands, by how its path begins. */
const PAGE_OF: Readonly<Record<string, Page>> = { points: "data", reading: "reading", annotations: "chart", phases: "chart", baseline_until: "chart", chart: "chart" };

export class RunChart extends QiTool<Measures, RunChartArgs> {
  protected override readonly css = css + pictureCss;
  openId: string | null = null;
  page: Page = "chart";
  selected: number | null = null;
  deleting = false;
  reading: Reading | null = null;
  showAll = false;
  /** Of the rows on the data page, by their points: a date that is being typed does not move its row. */
  order: readonly string[] = [];
  /** What is typed and not in the document yet, by its measure's id and where it stands. */
  drafts: Readonly<Record<string, string>> = {};
  /** Counts what is being read: an answer is of use only to the measure and the rows it was asked for. */
  reads = 0;
  /** What a reason is being asked for, and what has been typed of it. */
  asking: "new_phase" | "leave_out" | null = null;
  reason = "";
  reasonMissing = false;
  notice: Notice | null = null;
  /** What is unfolded on the chart page; its content is in the second bundle. */
  opened: { readonly twin?: boolean; readonly settings?: boolean } = {};
  later: Later | null = null;
  /** The answers to "What does one number stand for?", while a chart is being chosen; null when nobody is choosing. */
  choosing: readonly string[] | null = null;
  /** What was typed into number fields and cannot be kept, by the field's id. */
  wrong: Readonly<Record<string, string>> = {};
  width = 640;
  #teller: Teller | null = null;
  readonly #sizes = new ResizeObserver(([entry]) => {
    const all = entry!.contentRect.width; // it is told of one element
    const width = Math.max(240, Math.floor(all - (all <= 480 ? 26 : 50)));
    if (Math.abs(width - this.width) > 4) {
      this.width = width;
      this.requestUpdate();
    }
  });

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.args.practice) [this.openId, this.page] = [this.args.practice.measure.id, "reading"];
    this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  find(id: string): HTMLElement | null { return this.shadowRoot?.getElementById(id) ?? null; }

  get measures(): readonly Measure[] { return this.store.document.measures; }

  figuresOf(measure: Measure): Figures | undefined {
    const overview = this.store.review.overview as { readonly charts: Readonly<Record<string, Figures>> } | undefined;
    return overview?.charts[measure.id];
  }

  get #says(): Teller { return (this.#teller ??= new Teller(this.say, this.args.locale)); }
  dateText(...of: Parameters<Teller["dateText"]>): string { return this.#says.dateText(...of); }
  numberText(...of: Parameters<Teller["numberText"]>): string { return this.#says.numberText(...of); }
  unitText(...of: Parameters<Teller["unitText"]>): string { return this.#says.unitText(...of); }
  valueText(...of: Parameters<Teller["valueText"]>): string { return this.#says.valueText(...of); }

  /** Between an edit and the server's answer. */
  get settling(): boolean { return this.args.can_save && this.store.dirty; }

  pick(index: number | null): void {
    [this.selected, this.asking, this.reasonMissing] = [index, null, false];
    this.requestUpdate();
  }

  draft(name: string, text: string): void { this.drafts = { ...this.drafts, [name]: text }; }

  tell(text: string, undo = true): void {
    this.notice = { text, step: undo ? this.store.undoes : 0 };
    this.requestUpdate();
  }

  go(id: string | null, page: Page = "chart", focus = ""): void {
    [this.openId, this.page, this.selected, this.deleting, this.reading, this.asking] = [id, page, null, false, null, null];
    [this.notice, this.choosing, this.opened, this.wrong, this.order] = [null, null, {}, {}, []];
    this.reads++;
    this.store.flush();
    if (focus) this.focusAfter(focus);
    this.requestUpdate();
  }

  begin(): void {
    const { charts, rules } = this.args.settings;
    const measure = withChart(emptyMeasure(newId()), charts.includes("run") ? "run" : charts[0]!, rules);
    this.store.edit(addMeasure(this.store.document, measure));
    this.go(measure.id, "definition", "f-name");
  }

  dropMeasure(measure: Measure): void {
    this.store.edit(deleteMeasure(this.store.document, measure.id));
    this.go(null, "chart", "home-title");
  }

  change(measure: Measure, change: (measure: Measure) => Measure, burst = ""): void {
    this.store.edit(changeMeasure(this.store.document, measure.id, change), burst);
  }

  formOf(measure: Measure): Form {
    const index = this.measures.indexOf(measure);
    return this.formAt(`measures[${index}].`, (path, value) =>
      this.change(measure, (now) => setIn(now, path, value), typeof value === "string" ? `${measure.id}.${path}` : ""));
  }

  /** Over all measures: for advice on the family. */
  get familyForm(): Form { return this.formAt("", () => undefined); }

  protected override renderWork(): TemplateResult {
    const measure = this.measures.find((one) => one.id === this.openId);
    return measure ? this.#measureView(measure) : homePage(this);
  }

  #measureView(measure: Measure): TemplateResult {
    const { say } = this;
    const views = { definition: definitionPage, data: dataPage, chart: chartPage, reading: readingPage };
    return html`<div class="stack">
      <div class="row apart">
        ${press([icon("back"), say("all_measures")], () => this.go(null, "chart", "home-title"), "quiet small")}
        ${this.canEdit ? press([icon("cross"), say("delete_measure")], () => { this.deleting = true; this.focusAfter("delete-yes"); }, "quiet small", "delete-measure") : nothing}
      </div>
      ${this.deleting ? html`<div class="note stop" role="group" aria-label=${say("delete_measure_sure")}>${icon("warn")}<div class="stack tight"><p><strong>${say("delete_measure_sure")}</strong></p>
        <div class="row">${press(say("delete_measure_yes"), () => this.dropMeasure(measure), "danger", "delete-yes")}${press(say("keep_it"), () => { this.deleting = false; this.focusAfter("delete-measure"); })}</div></div></div>` : nothing}
      <h4 id="measure-title" tabindex="-1">${measure.name || say("unnamed_measure")}</h4>
      <nav aria-label=${say("pages")}><ol class="steps">${PAGES.map((page) => html`<li><button class="step" id="page-${page}"
        aria-current=${this.page === page ? "page" : nothing} @click=${() => this.go(measure.id, page, `page-${page}`)}><strong>${say(`page.${page}`)}</strong></button></li>`)}</ol></nav>
      <div role="status">${this.#noticeNote()}</div>
      ${views[this.page](this, measure)}
    </div>`;
  }

  #noticeNote(): TemplateResult | typeof nothing {
    if (!this.notice) return nothing;
    const undo = () => { this.notice = null; this.store.undo(); this.focusAfter(`page-${this.page}`); };
    return html`<div class="note">${icon("idea")}<span class="grow">${this.notice.text}</span>
      ${this.notice.step && this.notice.step === this.store.undoes ? press(this.say("undo_this"), undo, "quiet", "undo-notice") : nothing}</div>`;
  }

  protected override screen(document: Measures): Problems { return nhsNumbersIn(document); }
  protected override differences(mine: Measures, theirs: Measures): readonly Difference[] {
    const ids = [...new Set([...mine.measures, ...theirs.measures].map((measure) => measure.id))];
    return ids.flatMap((id) => {
      const [one, other] = [mine, theirs].map((document) => document.measures.find((measure) => measure.id === id));
      if (JSON.stringify(one) === JSON.stringify(other)) return [];
      return [{ where: one?.name || other?.name || this.say("unnamed_measure"), mine: this.#inShort(one), theirs: this.#inShort(other) }];
    });
  }

  #inShort(measure: Measure | undefined): string {
    return measure ? this.say("measure_in_short", { points: measure.points.length, definition: measure.definition }) : "";
  }

  protected override confirmSafe(marks: readonly string[]): void {
    this.store.edit({ ...this.store.document, confirmed: [...this.store.document.confirmed, ...marks] });
    this.store.flush();
  }

  override describeCounts(counts: Readonly<Record<string, number>>): string {
    return this.say("counts", { measures: 0, points: 0, ...counts });
  }

  override printLinks(): TemplateResult {
    return html`${this.measures.length ? printLink(this, "", this.say("print_all")) : nothing}${printLink(this, "blank", this.say("print_blank"))}`;
  }

  protected override reveal(path: string): void {
    const [, index, rest = ""] = /^measures\[(\d+)\]\.(.*)$/.exec(path) ?? [];
    const measure = this.measures[Number(index)];
    if (!measure) return;
    const page = Object.entries(PAGE_OF).find(([start]) => rest.startsWith(start))?.[1] ?? "definition";
    this.go(measure.id, page, idOf(rest));
  }
}

function readingPage(board: RunChart, measure: Measure): TemplateResult {
  return practicePage(board, measure, chartPage(board, measure, true));
}
