/* Many points at once: pasted or from a file, read by the server, shown before they are used, and taken back with one button. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import type { RunChart } from "./board";
import { POINTS_MAX, withPoints, type Measure, type Point } from "./document";
import { rowProblem, takeTable } from "./incoming";
import { later } from "./later";
import { press, radios, table } from "./parts";

interface Row { readonly line: number; readonly on: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null; readonly note: string }
interface Rows {
  readonly rows: readonly Row[]; readonly problems: readonly { readonly line: number; readonly code: string; readonly text: string }[];
  readonly ambiguous_dates: boolean; readonly notes: readonly string[];
}
/** What was pasted, how its dates are to be read, and what the server understood. */
export interface Reading { readonly text: string; readonly dayFirst: boolean | null; readonly rows: Rows | null; readonly failed: boolean }

const SHOWN = 15;

export function pasteBox(board: RunChart, measure: Measure): TemplateResult {
  const { say, reading } = board;
  const read = async (text: string, dayFirst: boolean | null) => {
    if (!text.trim()) return board.focusAfter("paste");
    const reply = await board.post<Rows>("read_rows", { text, day_first: dayFirst });
    board.reading = { text, dayFirst, rows: reply.kind === "ok" ? reply.body : null, failed: reply.kind !== "ok" };
    board.focusAfter("understood");
  };
  const file = async (event: Event) => {
    const [one] = (event.target as HTMLInputElement).files ?? [];
    if (!one) return;
    const found = await later(board).then(({ textOf }) => textOf(one), () => null);
    if (found && found.text !== null) return read(found.text, null);
    board.reading = { text: "", dayFirst: null, rows: found && { rows: [], problems: [{ line: 0, code: found.why, text: "" }], ambiguous_dates: false, notes: [] }, failed: false };
    board.focusAfter("understood");
  };
  return html`<section class="stack" aria-labelledby="paste-title"><h5 id="paste-title">${say("paste_title")}</h5>
    <div class="field"><label for="paste">${say("paste_label")}</label><span class="hint" id="paste-hint">${say("paste_hint")}</span>
      <textarea id="paste" rows="4" aria-describedby="paste-hint" spellcheck="false" @paste=${(event: ClipboardEvent) => void takeTable(event, board).catch(() => board.tell(say("read_failed"), false))}></textarea></div>
    <div class="row">
      ${press(say("read_it"), () => void read((board.find("paste") as HTMLTextAreaElement).value, null))}
      <label class="button file">${say("open_csv")}<input type="file" accept=".csv,.tsv,.txt,text/csv" @change=${file} /></label>
    </div>
    ${reading ? html`<div id="understood" tabindex="-1" class="stack">${reading.failed || !reading.rows ? html`<p class="error">${icon("warn")}<span>${say("read_failed")}</span></p>` : preview(board, measure, reading, reading.rows, read)}</div>` : nothing}
  </section>`;
}

/** Nothing is replaced before the learner has seen what was understood. */
function preview(board: RunChart, measure: Measure, reading: Reading, rows: Rows, read: (text: string, dayFirst: boolean | null) => Promise<void>): TemplateResult {
  const { say } = board;
  const points = rows.rows.map((row): Point => ({ id: newId(), on: row.on, value: row.value, numerator: row.numerator, denominator: row.denominator, note: row.note, excluded: null }));
  const use = (all: readonly Point[]) => {
    board.change(measure, (now) => withPoints(now, all));
    (board.find("paste") as HTMLTextAreaElement).value = "";  // or the next paste would bring these rows again
    board.reading = null;
    board.tell(say("rows_used", { n: points.length }));
    board.focusAfter("undo-notice");
  };
  const most = measure.points.length + points.length > POINTS_MAX;
  const understood = say("understood", { good: rows.rows.length, bad: rows.problems.length });
  const cell = (value: number | null) => (value === null ? "" : board.numberText(value));
  return html`<div class="panel stack">
    ${rows.ambiguous_dates ? radios("day-first", say("which_date_order"), [true, false].map((value) => ({ value, words: say(value ? "day_first" : "month_first") })), reading.dayFirst, (dayFirst) => void read(reading.text, dayFirst)) : nothing}
    <p><strong>${understood}</strong></p>
    ${rows.notes.map((note) => html`<p class="note">${icon("idea")}<span>${say(`note.${note}`)}</span></p>`)}
    ${rows.problems.length ? html`<ul class="stack tight">${rows.problems.slice(0, SHOWN).map((problem) => html`<li class="error">${rowProblem(say, problem)}</li>`)}</ul>` : nothing}
    ${table(say, understood, ["row", ...["on", "value", "numerator", "denominator", "note"].map((name) => `label.points.${name}`)].map((word) => say(word)),
      rows.rows.slice(0, SHOWN).map((row) => html`<tr><th scope="row">${row.line}</th><td>${row.on ? board.dateText(row.on) : say("date_waits")}</td><td>${cell(row.value)}</td><td>${cell(row.numerator)}</td><td>${cell(row.denominator)}</td><td>${row.note}</td></tr>`))}
    ${most ? html`<p class="error">${icon("warn")}<span>${say("too_many_points", { n: measure.points.length + points.length, max: POINTS_MAX })}</span></p>` : nothing}
    ${points.length && points.length <= POINTS_MAX && !(rows.ambiguous_dates && reading.dayFirst === null) ? html`<div class="row">
      ${most ? nothing : press(say(measure.points.length ? "add_these" : "use_these"), () => use([...measure.points, ...points]), "primary")}
      ${measure.points.length ? press(say("replace_all"), () => use(points)) : nothing}
      ${press(say("cancel"), () => { board.reading = null; board.focusAfter("paste"); }, "quiet")}</div>` : nothing}
  </div>`;
}
