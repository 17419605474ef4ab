/* The data page: today's value in two taps, a table of what there is, and pasting or opening many at once. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { idOf, problemText } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { localToday } from "../../qi_core/ui/today";
import type { RunChart } from "./board";
import { POINTS_MAX, inTimeOrder, isRatio, plotted, withPoints, type Measure, type Point } from "./document";

interface Row { readonly line: number; readonly on: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null; readonly note: string }
interface Rows {
  readonly rows: readonly Row[]; readonly problems: readonly { readonly line: number; readonly code: string; readonly text: string }[];
  readonly ambiguous_dates: boolean; readonly notes: readonly string[];
}
/** What was pasted, how its dates are to be read, and what the server understood. */
export interface Reading { readonly text: string; readonly dayFirst: boolean | null; readonly rows: Rows | null; readonly failed: boolean }

const SHOWN = 15;

export function dataPage(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  return html`<div class="stack wide">
    ${board.canEdit ? quickAdd(board, measure) : nothing}
    ${pointTable(board, measure)}
    ${board.canEdit ? pasteBox(board, measure) : nothing}
    <div class="row"><button type="button" class="button" @click=${() => board.go(measure.id, "chart", "page-chart")}>${say("on_to_chart")}${icon("next")}</button></div>
  </div>`;
}

function quickAdd(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const number = (id: string): number | null => {
    const value = (board.find(id) as HTMLInputElement | null)?.valueAsNumber ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  const add = (event: Event) => {
    event.preventDefault();
    const [value, numerator, denominator] = [number("new-value"), number("new-numerator"), number("new-denominator")];
    if (value === null && numerator === null) return board.focusAfter(isRatio(measure) ? "new-numerator" : "new-value");
    const on = (board.find("new-on") as HTMLInputElement).value || localToday();
    const point: Point = { id: newId(), on, value, numerator, denominator, note: "", excluded: null };
    board.change(measure, (now) => withPoints(now, [...now.points, point]));
    (event.target as HTMLFormElement).reset();
    board.focusAfter(isRatio(measure) ? "new-numerator" : "new-value");
  };
  const field = (id: string, label: string) => html`<div class="field"><label for=${id}>${label}</label><input type="number" step="any" inputmode="decimal" id=${id} class="big" /></div>`;
  return html`<form class="panel wash row quick" @submit=${add}>
    ${isRatio(measure) ? html`${field("new-numerator", say("label.points.numerator"))}${field("new-denominator", say("label.points.denominator"))}` : field("new-value", say("label.points.value"))}
    <div class="field"><label for="new-on">${say("label.points.on")}</label><input type="date" id="new-on" value=${localToday()} required /></div>
    <button type="submit" class="button primary" ?disabled=${measure.points.length >= POINTS_MAX}>${icon("plus")}${say("add_point")}</button>
  </form>`;
}

function pointTable(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const newest = [...inTimeOrder(measure.points)].reverse();
  const shown = board.showAll ? newest : newest.slice(0, SHOWN);
  if (!newest.length) return html`<p class="soft">${say("no_points")}</p>`;
  return html`<div class="stack tight"><div class="scroll" tabindex="0" role="region" aria-label=${say("scrolls")}><table class="points"><caption class="unseen">${say("page.data")}</caption>
    <thead><tr><th scope="col">${say("label.points.on")}</th>${isRatio(measure) ? html`<th scope="col">${say("label.points.numerator")}</th><th scope="col">${say("label.points.denominator")}</th>` : nothing}
      <th scope="col">${say("label.points.value")}</th><th scope="col">${say("label.points.note")}</th><th scope="col"><span class="unseen">${say("remove")}</span></th></tr></thead>
    <tbody>${shown.map((point) => pointRow(board, measure, point))}</tbody></table></div>
    ${newest.length > shown.length ? html`<div class="row"><button type="button" class="link" @click=${() => { board.showAll = true; board.requestUpdate(); }}>${say("show_all", { n: newest.length })}</button></div>` : nothing}</div>`;
}

function pointRow(board: RunChart, measure: Measure, point: Point): TemplateResult {
  const { say } = board;
  const index = measure.points.indexOf(point);
  const form = board.formOf(measure);
  const said = board.dateText(point.on);
  const number = (name: "value" | "numerator" | "denominator") => html`<td><input type="number" step="any" inputmode="decimal" id=${idOf(`points[${index}].${name}`)} aria-label="${say(`label.points.${name}`)}, ${said}"
    aria-invalid=${form.problem(`points[${index}].${name}`) ? "true" : "false"} .value=${String(point[name] ?? "")} ?readonly=${form.locked}
    @change=${(e: Event) => { const value = (e.target as HTMLInputElement).valueAsNumber; form.set(`points[${index}].${name}`, Number.isNaN(value) ? null : value); }} />
    ${form.problem(`points[${index}].${name}`) ? html`<p class="error">${problemText(say, form.problem(`points[${index}].${name}`)!)}</p>` : nothing}</td>`;
  const value = plotted(measure, point);
  return html`<tr>
    <th scope="row"><input type="date" id=${idOf(`points[${index}].on`)} aria-label="${say("label.points.on")}, ${said}" .value=${point.on} ?readonly=${form.locked}
      @change=${(e: Event) => (e.target as HTMLInputElement).value && form.set(`points[${index}].on`, (e.target as HTMLInputElement).value)} /></th>
    ${isRatio(measure) ? html`${number("numerator")}${number("denominator")}<td class="soft">${value === null ? say("missing") : board.numberText(value)}</td>` : number("value")}
    <td><input type="text" maxlength="300" id=${idOf(`points[${index}].note`)} aria-label="${say("label.points.note")}, ${said}" .value=${point.note} ?readonly=${form.locked}
      @input=${(e: Event) => form.set(`points[${index}].note`, (e.target as HTMLInputElement).value)} /></td>
    <td>${form.locked ? nothing : html`<button type="button" class="button quiet small" @click=${() => board.change(measure, (now) => withPoints(now, now.points.filter((one) => one.id !== point.id)))}>${icon("cross")}<span class="unseen">${say("remove")} ${said}</span></button>`}</td>
  </tr>`;
}

function pasteBox(board: RunChart, measure: Measure): TemplateResult {
  const { say, reading } = board;
  const read = async (text: string, dayFirst: boolean | null) => {
    if (!text.trim()) return board.focusAfter("paste");
    const reply = await board.post<Rows>("read_rows", { text, day_first: dayFirst });
    board.reading = { text, dayFirst, rows: reply.kind === "ok" ? reply.body : null, failed: reply.kind !== "ok" };
    board.focusAfter("understood");
  };
  const file = async (event: Event) => {
    const [one] = (event.target as HTMLInputElement).files ?? [];
    if (one) await read(await one.text(), null);
  };
  return html`<section class="stack" aria-labelledby="paste-title"><h5 id="paste-title">${say("paste_title")}</h5>
    <div class="field"><label for="paste">${say("paste_label")}</label><span class="hint" id="paste-hint">${say("paste_hint")}</span>
      <textarea id="paste" rows="4" aria-describedby="paste-hint" spellcheck="false"></textarea></div>
    <div class="row">
      <button type="button" class="button" @click=${() => void read((board.find("paste") as HTMLTextAreaElement).value, null)}>${say("read_it")}</button>
      <label class="button file">${say("open_csv")}<input type="file" accept=".csv,.tsv,.txt,text/csv" @change=${file} /></label>
    </div>
    ${reading ? html`<div id="understood" tabindex="-1" class="stack">${reading.failed || !reading.rows ? html`<p class="error">${icon("warn")}<span>${say("read_failed")}</span></p>` : understood(board, measure, reading, reading.rows, read)}</div>` : nothing}
  </section>`;
}

/** Nothing is replaced before the learner has seen what was understood. */
function understood(board: RunChart, measure: Measure, reading: Reading, rows: Rows, read: (text: string, dayFirst: boolean | null) => Promise<void>): TemplateResult {
  const { say } = board;
  const points = rows.rows.map((row): Point => ({ id: newId(), on: row.on, value: row.value, numerator: row.numerator, denominator: row.denominator, note: row.note, excluded: null }));
  const use = (all: readonly Point[]) => {
    board.change(measure, (now) => withPoints(now, all));
    board.reading = null;
    board.focusAfter("page-data");
  };
  const cell = (value: number | null) => (value === null ? "" : board.numberText(value));
  return html`<div class="panel stack">
    ${rows.ambiguous_dates ? html`<fieldset class="field"><legend>${say("which_date_order")}</legend><div class="choices">
      ${[true, false].map((dayFirst) => html`<label class="choice"><input type="radio" name="day-first" .checked=${reading.dayFirst === dayFirst} @change=${() => void read(reading.text, dayFirst)} /><span>${say(dayFirst ? "day_first" : "month_first")}</span></label>`)}</div></fieldset>` : nothing}
    <p><strong>${say("understood", { good: rows.rows.length, bad: rows.problems.length })}</strong></p>
    ${rows.notes.map((note) => html`<p class="note">${icon("idea")}<span>${say(`note.${note}`)}</span></p>`)}
    ${rows.problems.length ? html`<ul class="stack tight">${rows.problems.slice(0, SHOWN).map((problem) => html`<li class="error">${say("row_n", { n: problem.line })}: ${say(`row_problem.${problem.code}`)} “${problem.text}”</li>`)}</ul>` : nothing}
    <div class="scroll" tabindex="0" role="region" aria-label=${say("scrolls")}><table><caption class="unseen">${say("understood", { good: rows.rows.length, bad: rows.problems.length })}</caption>
      <thead><tr><th scope="col">${say("row")}</th><th scope="col">${say("label.points.on")}</th><th scope="col">${say("label.points.value")}</th><th scope="col">${say("label.points.numerator")}</th><th scope="col">${say("label.points.denominator")}</th><th scope="col">${say("label.points.note")}</th></tr></thead>
      <tbody>${rows.rows.slice(0, SHOWN).map((row) => html`<tr><th scope="row">${row.line}</th><td>${board.dateText(row.on)}</td><td>${cell(row.value)}</td><td>${cell(row.numerator)}</td><td>${cell(row.denominator)}</td><td>${row.note}</td></tr>`)}</tbody></table></div>
    ${points.length && !(rows.ambiguous_dates && reading.dayFirst === null) ? html`<div class="row">
      <button type="button" class="button primary" @click=${() => use(measure.points.length ? [...measure.points, ...points] : points)}>${say(measure.points.length ? "add_these" : "use_these")}</button>
      ${measure.points.length ? html`<button type="button" class="button" @click=${() => use(points)}>${say("replace_all")}</button>` : nothing}
      <button type="button" class="button quiet" @click=${() => { board.reading = null; board.focusAfter("paste"); }}>${say("cancel")}</button></div>` : nothing}
  </div>`;
}
