/* The chart in words: the generated sentence, its signals with the shape that marks them, a point, the icons of the NHS rules. */

import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Figures } from "./board";
import type { Measure } from "./document";
import { signIcon } from "./marks";
import type { Series } from "./picture";
import type { Told } from "./teller";

type Fact = Figures["sentence"][number];

/** The rules and their false alarms stand under the chart in words of their own, the icons beside it. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(["false_alarms", "icons"]);
const DIRECTIONS: Readonly<Record<string, string>> = { improvement: "better", concern: "worse" };
const SIGNALS_TOLD = 6;

const toldOf = (board: Told, measure: Measure): readonly Fact[] => (board.figuresOf(measure)?.sentence ?? []).filter(({ key }) => !TOLD_ELSEWHERE.has(key));

function textOf(board: Told, measure: Measure, told: Fact): string {
  const facts = Object.entries(told.facts ?? {}).map(([name, value]) => {
    if (name === "from" || name === "to") return [name, `\u2068${board.dateText(String(value))}\u2069`]; // kept whole where lines run right to left
    if (typeof value === "string") return [name, value && board.say(`word.${value}`)];
    return [name, ["value", "lower", "upper"].includes(name) ? board.valueText(measure, value, 3) : board.numberText(value)];
  });
  return board.say(`sentence.${told.key}`, Object.fromEntries(facts));
}

/** All of it as one text, for the file and the list of measures. */
export function sentence(board: Told, measure: Measure): string {
  return toldOf(board, measure).map((told) => textOf(board, measure, told)).join(" ") || board.say("points_so_far", { n: measure.points.length });
}

/** Of the present: the newest signal, or else what is said of the newest phase. */
export function newest(board: Told, measure: Measure): TemplateResult | string {
  const all = toldOf(board, measure);
  const now = all.filter(({ key, phase }) => phase === all[all.length - 1]!.phase && key !== "phase");
  const told = now.filter(isSignal).pop() ?? now[0];
  return told ? signalLine(board, measure, told) : sentence(board, measure);
}

const isSignal = (told: Fact): boolean => Boolean(told.facts?.["meaning"]);
const signalLine = (board: Told, measure: Measure, told: Fact): TemplateResult =>
  html`<span class="telling">${isSignal(told) ? signIcon(DIRECTIONS[String(told.facts?.["meaning"])] ?? "") : nothing}<span>${textOf(board, measure, told)}</span></span>`;

/** In the page: sentences in paragraphs, signals as a list with their shapes; a worse one stands as tall as a better one. */
export function telling(board: Told, measure: Measure): TemplateResult {
  const all = toldOf(board, measure);
  const signals = all.filter(isSignal);
  const shown = new Set(signals.slice(-SIGNALS_TOLD));
  const paragraphs = [...new Set(all.map(({ phase }) => phase))].map((phase) => all.filter((told) => told.phase === phase && (!isSignal(told) || shown.has(told))));
  return html`${paragraphs.map((of) => html`<p><strong>${of.filter((told) => !isSignal(told)).map((told) => textOf(board, measure, told)).join(" ")}</strong></p>
    ${of.some(isSignal) ? html`<ul class="stack tight">${of.filter(isSignal).map((told) => html`<li>${signalLine(board, measure, told)}</li>`)}</ul>` : nothing}`)}
    ${all.length ? nothing : html`<p>${sentence(board, measure)}</p>`}
    ${signals.length > SIGNALS_TOLD ? html`<p class="small soft">${board.say("more_signals", { n: signals.length - SIGNALS_TOLD })}</p>` : nothing}`;
}

export function pointText(board: Told, measure: Measure, series: Series, index: number): string {
  const { say } = board;
  const [value, centre, signal] = [series.y[index] ?? null, series.centre[index] ?? null, series.signals[index]];
  const notes = measure.points.filter((point) => series.ids[index]?.includes(point.id)).flatMap((point) => [point.note, point.excluded ? say("left_out_because", { reason: point.excluded }) : ""]);
  return [
    board.dateText(series.dates[index] ?? ""),
    value === null ? say("missing") : board.valueText(measure, value),
    value !== null && centre !== null ? say(value > centre ? "above" : value < centre ? "below" : "on_line") : "",
    signal ? say(`signal.${signal.kind}`) : "", signal && signal.direction in MEANINGS ? say(`word.${MEANINGS[signal.direction]}`) : "", ...notes,
  ].filter(Boolean).join(" · ");
}
const MEANINGS: Readonly<Record<string, string>> = { better: "improvement", worse: "concern" };

/* Own drawings: a line that wanders, rises or falls; a line and its target. */
const VARIATIONS = { common_cause: "M5,17l5,-4 4,7 5,-8 4,6 4,-3", high: "M5,23l6,-3 4,-2 5,-6 7,-4", low: "M5,9l6,3 4,2 5,6 7,4" };
const ASSURANCES: Readonly<Record<string, string>> = { consistent_pass: "M6,17l6,6 14,-14", consistent_fail: "M8,8l16,16M24,8l-16,16", inconsistent: "M4,18c4,-12 8,-12 12,-2s8,10 12,-2" };

export function iconRow(board: Told, measure: Measure): TemplateResult | typeof nothing {
  const icons = board.figuresOf(measure)?.icons;
  if (!icons?.variation) return nothing;
  const { say } = board;
  const variation = icons.variation.replace(/^\w+_(?=high|low)/, "") as keyof typeof VARIATIONS;
  const sign = icons.variation.startsWith("improvement") ? "better" : icons.variation.startsWith("concern") ? "worse" : "neither";
  const draw = (path: string, name: string) => html`<svg class="mdc ${name}" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${svg`<path d=${path} />`}</svg>`;
  return html`<ul class="row icons">
    <li class="row">${draw(VARIATIONS[variation] ?? VARIATIONS.common_cause, variation === "common_cause" ? "" : sign)}<span><strong>${say("variation")}</strong> ${say(`variation.${icons.variation}`)}</span></li>
    <li class="row">${draw(ASSURANCES[icons.assurance ?? ""] ?? "M6,16h20", "")}<span><strong>${say("assurance")}</strong> ${say(`assurance.${icons.assurance ?? "none"}`)}</span></li>
    ${icons.are_firm ? nothing : html`<li class="soft small">${say("icons_trial")}</li>`}
  </ul>`;
}
