/* The chart as a table. In the second bundle: see later.ts. */

import { html, type TemplateResult } from "lit/html.js";
import type { RunChart } from "./board";
import type { Measure } from "./document";
import { table } from "./parts";
import { isMedian, seriesOf } from "./series";

export function twin(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const series = seriesOf(measure, board.figuresOf(measure));
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? say("missing") : board.numberText(value));
  const shows = (index: number) => [series.signals[index] ? say(`signal.${series.signals[index]!.kind}`) : "", series.excluded[index] ? say("left_out") : "", ...measure.points.filter((point) => point.note && series.ids[index]?.includes(point.id)).map((point) => point.note)].filter(Boolean).join(" · ");
  const limited = series.upper.some((limit) => limit !== null);
  const heads = [say("date"), board.unitText(measure) || say("value"), say(isMedian(board, measure) ? "median" : "mean"), ...(limited ? [say("lower_limit"), say("upper_limit")] : []), say("what_it_shows")];
  return table(say, measure.name, heads, series.dates.map((on, index) => html`<tr><th scope="row">${board.dateText(on)}</th>${["y", "centre", ...(limited ? ["lower", "upper"] : [])].map((name) => html`<td>${cell(series[name as "y"][index])}</td>`)}<td>${shows(index)}</td></tr>`));
}
