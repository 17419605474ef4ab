/* Rows as the server understood them, shown before they are used. In the second bundle: see later.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import type { RunChart } from "./board";
import { POINTS_MAX, withPoints, type Measure, type Point } from "./document";
import { rowProblem } from "./incoming";
import { press, radios, table } from "./parts";
import type { Rows } from "./paste";

const SHOWN = 15;

/** Nothing is replaced before the learner has seen what was understood. */
export function preview(board: RunChart, measure: Measure, rows: Rows, chosen: boolean | null, order: (dayFirst: boolean) => void): TemplateResult {
  const { say } = board;
  const points = rows.rows.map((row): Point => ({ id: newId(), on: row.on, value: row.value, numerator: row.numerator, denominator: row.denominator, note: row.note, excluded: null }));
  const use = (all: readonly Point[]) => {
    board.change(measure, (now) => withPoints(now, all));
    board.draft(`${measure.id}paste`, ""); // or the next paste would bring these rows again
    board.reading = null;
    board.tell(say("rows_used", { n: points.length }));
    board.focusAfter("undo-notice");
  };
  const most = measure.points.length + points.length > POINTS_MAX;
  const understood = say("understood", { good: rows.rows.length, bad: rows.problems.length });
  const cell = (value: number | null) => (value === null ? "" : board.numberText(value));
  return html`<div class="panel stack">
    ${rows.ambiguous_dates ? radios("day-first", say("which_date_order"), [true, false].map((value) => ({ value, words: say(value ? "day_first" : "month_first") })), chosen, order) : nothing}
    <p><strong>${understood}</strong></p>
    ${rows.notes.map((note) => html`<p class="note">${icon("idea")}<span>${say(`note.${note}`)}</span></p>`)}
    ${rows.problems.length ? html`<ul class="stack tight">${rows.problems.slice(0, SHOWN).map((problem) => html`<li class="error">${rowProblem(say, problem)}</li>`)}</ul>` : nothing}
    ${table(say, understood, ["row", ...["on", "value", "numerator", "denominator", "note"].map((name) => `label.points.${name}`)].map((word) => say(word)),
      rows.rows.slice(0, SHOWN).map((row) => html`<tr><th scope="row">${row.line}</th><td>${row.on ? board.dateText(row.on) : say("date_waits")}</td><td>${cell(row.value)}</td><td>${cell(row.numerator)}</td><td>${cell(row.denominator)}</td><td>${row.note}</td></tr>`))}
    ${most ? html`<p class="error">${icon("warn")}<span>${say("too_many_points", { n: measure.points.length + points.length, max: POINTS_MAX })}</span></p>` : nothing}
    ${points.length && points.length <= POINTS_MAX && !(rows.ambiguous_dates && chosen === null) ? html`<div class="row">
      ${most ? nothing : press(say(measure.points.length ? "add_these" : "use_these"), () => use([...measure.points, ...points]), "primary")}
      ${measure.points.length ? press(say("replace_all"), () => use(points)) : nothing}
      ${press(say("cancel"), () => { board.reading = null; board.focusAfter("paste"); }, "quiet")}</div>` : nothing}
  </div>`;
}
