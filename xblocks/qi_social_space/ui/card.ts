/* A snapshot of somebody's work: it looks like the tool it came from, small. */

import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Aim, Card, OutlineRow } from "./types";
import { dayText, type View } from "./view";

const LINES_SHOWN = 2, ROWS_SHOWN = 4;
const WIDTH = 480, HEIGHT = 120, EDGE = 8;
const GAP = "…";
type Point = readonly [string, number];

export function cardView(view: View, card: Card): TemplateResult {
  const { say } = view;
  const line = ([word, text]: readonly [string, string]): TemplateResult => html`<div><dt>${say(`card.${word}`)}</dt><dd>${text}</dd></div>`;
  return html`<figure class="card stack tight">
    <figcaption><span class="tag">${say(`card.${card.kind}`)}</span> ${card.aim ? nothing : html`<strong>${card.title}</strong>`}
      ${card.stage ? html`<span class="soft small"> · ${say(card.decision ? `decision.${card.decision}` : `stage.${card.stage}`)}</span>` : nothing}</figcaption>
    ${card.aim ? html`<p class="asked">${sentence(view, card.aim)}</p>` : nothing}
    ${card.outline ? outline(view, card, card.outline) : nothing}
    ${card.points?.length ? chart(view, card.points) : nothing}
    ${card.lines.length ? html`<dl>${card.lines.slice(0, LINES_SHOWN).map(line)}</dl>` : nothing}
    ${card.lines.length > LINES_SHOWN ? html`<details><summary>${say("card.more")}</summary><dl>${card.lines.slice(LINES_SHOWN).map(line)}</dl></details>` : nothing}
  </figure>`;
}

/** The aim in the reader's language; what is missing is a gap. */
function sentence({ say, locale }: View, aim: Aim): string {
  const part = (text: string): string => text.trim() || GAP;
  return say(`aim.${aim.direction ?? "change"}${aim.baseline.trim() ? "_from" : ""}`, {
    when: aim.by_when ? dayText(aim.by_when, locale, "long") : GAP,
    what: part(aim.what), whom: part(aim.for_whom), target: part(aim.by_how_much), baseline: aim.baseline,
  });
}

/** What leads straight to the aim, and behind it the whole list, each line under what it leads to. */
function outline(view: View, card: Card, rows: readonly OutlineRow[]): TemplateResult {
  const { say } = view;
  const first = rows.filter(([, depth]) => !depth);
  if (rows.length <= ROWS_SHOWN) return branch(view, rows, 0);
  return html`${branch(view, first.slice(0, ROWS_SHOWN), 0)}
    <details><summary>${say("card.outline", { n: rows.length + (card.more ?? 0) })}</summary>${branch(view, rows, 0)}
      ${card.more ? html`<p class="small soft">${say("card.more_lines", { n: card.more })}</p>` : nothing}</details>`;
}

function branch(view: View, rows: readonly OutlineRow[], depth: number): TemplateResult {
  const starts = rows.flatMap((row, place) => (row[1] === depth ? place : []));
  return html`<ul class="outline">${starts.map((place, index) => {
    const under = rows.slice(place + 1, starts[index + 1]);
    return html`<li data-level=${rows[place]![0]}><span class="unseen">${view.say(`level.${rows[place]![0]}`)}: </span>${rows[place]![2]}${under.length ? branch(view, under, depth + 1) : nothing}</li>`;
  })}</ul>`;
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
  const facts = { n: points.length, first: dayText(points[0]![0], locale), last: dayText(points[points.length - 1]![0], locale), low, high };
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${say("card.chart_sentence", facts)}>
      ${svg`<polyline points=${dots.join(" ")} />`}${dots.map((dot) => { const [x, y] = dot.split(","); return svg`<circle cx=${x} cy=${y} r="3" />`; })}</svg>
    <p class="small soft" aria-hidden="true">${say("card.chart_sentence", facts)}</p>
    <details><summary>${say("card.numbers")}</summary><div class="scroll"><table><tbody>${points.map(([day, value]) => html`<tr><th scope="row">${dayText(day, locale)}</th><td>${value}</td></tr>`)}</tbody></table></div></details>`;
}
