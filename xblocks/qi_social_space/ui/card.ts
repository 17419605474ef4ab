/* A snapshot of somebody's work: it looks like the tool it came from, small. */

import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Card } from "./types";
import type { View } from "./view";

const LINES_SHOWN = 2;
const WIDTH = 480, HEIGHT = 120, EDGE = 8;
type Point = readonly [string, number];

export function cardView(view: View, card: Card): TemplateResult {
  const { say } = view;
  const line = ([word, text]: readonly [string, string]): TemplateResult => html`<div><dt>${say(`card.${word}`)}</dt><dd>${text}</dd></div>`;
  return html`<figure class="card stack tight">
    <figcaption><span class="tag">${say(`card.${card.kind}`)}</span> <strong>${card.title}</strong>
      ${card.stage ? html`<span class="soft small"> · ${say(card.decision ? `decision.${card.decision}` : `stage.${card.stage}`)}</span>` : nothing}</figcaption>
    ${card.points?.length ? chart(view, card.points) : nothing}
    ${card.lines.length ? html`<dl>${card.lines.slice(0, LINES_SHOWN).map(line)}</dl>` : nothing}
    ${card.lines.length > LINES_SHOWN ? html`<details><summary>${say("card.more")}</summary><dl>${card.lines.slice(LINES_SHOWN).map(line)}</dl></details>` : nothing}
  </figure>`;
}

/** A line through the points and nothing judged: the sentence and the table say the same. */
function chart({ say, locale }: View, points: readonly Point[]): TemplateResult {
  const values = points.map(([, value]) => value);
  const low = Math.min(...values), high = Math.max(...values);
  const days = points.map(([day]) => Date.parse(day));
  const span = days[days.length - 1]! - days[0]! || 1;
  const at = (index: number): string => {
    const x = points.length === 1 ? WIDTH / 2 : EDGE + ((days[index]! - days[0]!) / span) * (WIDTH - 2 * EDGE);
    const y = high === low ? HEIGHT / 2 : HEIGHT - EDGE - ((values[index]! - low) / (high - low)) * (HEIGHT - 2 * EDGE);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  };
  const dots = points.map((_, index) => at(index));
  const on = (day: string): string => new Date(`${day}T12:00`).toLocaleDateString(locale, { dateStyle: "medium" });
  const facts = { n: points.length, first: on(points[0]![0]), last: on(points[points.length - 1]![0]), low, high };
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${say("card.chart_sentence", facts)}>
      ${svg`<polyline points=${dots.join(" ")} />`}${dots.map((dot) => { const [x, y] = dot.split(","); return svg`<circle cx=${x} cy=${y} r="3" />`; })}</svg>
    <p class="small soft" aria-hidden="true">${say("card.chart_sentence", facts)}</p>
    <details><summary>${say("card.numbers")}</summary><div class="scroll"><table><tbody>${points.map(([day, value]) => html`<tr><th scope="row">${on(day)}</th><td>${value}</td></tr>`)}</tbody></table></div></details>`;
}
