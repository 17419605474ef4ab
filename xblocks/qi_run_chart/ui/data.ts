/* The data page: today's value in two taps, a table of what there is, and pasting or opening many at once. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { idOf, problemText } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { localToday } from "../../qi_core/ui/today";
import { advice } from "./advice";
import type { RunChart } from "./board";
import { numberCell, wrongIn, type Part } from "./cells";
import { POINTS_MAX, inTimeOrder, isRatio, plotted, withPoints, type Measure, type Point } from "./document";
import { press, table } from "./parts";
import { pasteBox } from "./paste";
import { picture } from "./picture";
import { lookOf, seriesOf } from "./series";

const SHOWN = 15;
const EARLIEST = "1900";

export function dataPage(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  return html`<div class="stack wide">
    ${board.canEdit ? quickAdd(board, measure) : nothing}
    ${advice(board.formOf(measure), "points")}
    ${measure.points.length > 1 ? html`<div class="chart-box">${picture(seriesOf(measure, board.figuresOf(measure)), lookOf(board, measure, board.width), () => undefined)}</div>` : nothing}
    ${pointTable(board, measure)}
    ${board.canEdit ? pasteBox(board, measure) : nothing}
    <div class="row">${press([say("on_to_chart"), icon("next")], () => board.go(measure.id, "chart", "page-chart"), "primary")}</div>
  </div>`;
}

/** Where today's value is typed first. */
export const firstField = (measure: Measure): string => (isRatio(measure) ? "new-numerator" : "new-value");

function quickAdd(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const parts: readonly Part[] = isRatio(measure) ? ["numerator", "denominator"] : ["value"];
  const keep = (id: string, text: string) => board.draft(measure.id + id, text);
  const add = (event: Event) => {
    event.preventDefault();
    const inputs = parts.map((part) => board.find(`new-${part}`) as HTMLInputElement);
    const wrong = inputs.flatMap((input, place) => {
      const code = wrongIn(input, parts[place]!) || (input.value ? "" : "missing");
      return code ? [[input.id, code] as const] : [];
    });
    board.wrong = Object.fromEntries(wrong);
    if (wrong[0]) return board.focusAfter(wrong[0][0]);
    const numbers = Object.fromEntries(inputs.map((input, place) => [parts[place], input.valueAsNumber]));
    inputs.forEach(({ id }) => keep(id, ""));
    const on = (board.find("new-on") as HTMLInputElement).value || localToday();
    const point: Point = { id: newId(), on, value: null, numerator: null, denominator: null, note: "", excluded: null, ...numbers };
    board.change(measure, (now) => withPoints(now, [...now.points, point]));
    board.tell(say("point_added", { date: board.dateText(on) }));
    (event.target as HTMLFormElement).reset();
    board.focusAfter(firstField(measure));
  };
  if (measure.points.length >= POINTS_MAX) return html`<p class="note warn">${icon("warn")}<span>${say("full", { max: POINTS_MAX })}</span></p>`;
  return html`<form class="panel wash row quick" novalidate @submit=${add}>
    ${parts.map((part) => html`<div class="field">${numberCell(board, { id: `new-${part}`, part, label: say(`label.points.${part}`), draft: board.drafts[`${measure.id}new-${part}`] ?? "" }, (_, typed) => { keep(`new-${part}`, typed); board.requestUpdate(); }, "big")}</div>`)}
    <div class="field"><label for="new-on">${say("label.points.on")}</label><input type="date" id="new-on" data-draft value=${localToday()} /></div>
    <button type="submit" class="button primary">${icon("plus")}${say("add_point")}</button>
  </form>`;
}

function pointTable(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const byId = new Map(measure.points.map((point) => [point.id, point]));
  if (board.order.length !== byId.size || board.order.some((id) => !byId.has(id))) board.order = inTimeOrder(measure.points).map(({ id }) => id).reverse();
  const newest = board.order.map((id) => byId.get(id)!);
  const shown = board.showAll ? newest : newest.slice(0, SHOWN);
  if (!newest.length) return html`<p class="soft">${say("no_points")}</p>`;
  const heads = ["on", ...(isRatio(measure) ? ["numerator", "denominator"] : []), "value", "note"].map((name) => say(`label.points.${name}`));
  return html`<div class="stack tight">${table(say, say("page.data"), [...heads, html`<span class="unseen">${say("remove")}</span>`], shown.map((point) => pointRow(board, measure, point)), "points")}
    ${newest.length > shown.length ? html`<div class="row"><button class="link" @click=${() => { board.showAll = true; board.focusAfter(idOf(`points[${measure.points.indexOf(newest[SHOWN]!)}].on`)); }}>${say("show_all", { n: newest.length })}</button></div>` : nothing}</div>`;
}

function pointRow(board: RunChart, measure: Measure, point: Point): TemplateResult {
  const { say } = board;
  const index = measure.points.indexOf(point);
  const form = board.formOf(measure);
  const said = board.dateText(point.on);
  const at = (name: string) => `points[${index}].${name}`;
  const number = (part: Part) => html`<td>${numberCell(board, { id: idOf(at(part)), part, label: `${say(`label.points.${part}`)}, ${said}`, isSaid: true, value: point[part], problem: form.problem(at(part)) }, (value) => form.set(at(part), value))}</td>`;
  const typed = ({ target, type }: Event) => {
    const input = target as HTMLInputElement;
    if (input.type === "text") form.set(at("note"), input.value);
    else if (type === "blur") input.value = point.on;
    else if (input.value > EARLIEST) form.set(at("on"), input.value); // of a year that is being typed, "0002" comes first
  };
  const text = (name: "on" | "note", type: string) => html`<input type=${type} maxlength="300" id=${idOf(at(name))} aria-label="${say(`label.points.${name}`)}, ${said}" .value=${point[name]} ?readonly=${form.locked}
    @change=${type === "date" ? typed : nothing} @blur=${type === "date" ? typed : nothing} @input=${type === "text" ? typed : nothing} />`;
  const value = plotted(measure, point);
  return html`<tr>
    <th scope="row">${text("on", "date")}</th>
    ${isRatio(measure) && point.value === null ? html`${number("numerator")}${number("denominator")}<td class="soft">${value === null ? say("missing") : board.numberText(value)}</td>`
      : isRatio(measure) ? html`<td></td><td></td>${number("value")}` : number("value")}
    <td>${text("note", "text")}${form.problem(at("note")) ? html`<p class="error">${problemText(say, form.problem(at("note"))!)}</p>` : nothing}</td>
    <td>${form.locked ? nothing : press([icon("cross"), html`<span class="unseen">${say("remove")} ${said}</span>`], () => drop(board, measure, point), "quiet small")}</td>
  </tr>`;
}

/** What hung on the point goes with it, and is said. */
function drop(board: RunChart, measure: Measure, point: Point): void {
  board.change(measure, (now) => withPoints(now, now.points.filter((one) => one.id !== point.id)));
  const lost = measure.baseline_until === point.id ? "dropped_baseline" : measure.phases.some((phase) => phase.from === point.id) ? "dropped_phase" : "dropped_point";
  board.wrong = {};
  board.tell(board.say(lost, { date: board.dateText(point.on) }));
  board.focusAfter("undo-notice");
}
