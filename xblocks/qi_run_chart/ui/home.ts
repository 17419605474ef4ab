/* The first view: the family of measures, each with its newest value and what its chart says. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
import { sentence } from "./chart";
import { KINDS, MEASURES_MAX, inTimeOrder, plotted, type Measure } from "./document";

export function homePage(board: RunChart): TemplateResult {
  const { say, measures } = board;
  if (!measures.length) {
    return html`<div class="stack" id="home-title" tabindex="-1">
      <p>${say("empty")}</p>
      <ul class="kinds">${KINDS.map((kind) => html`<li><strong>${say(`kind.${kind}`)}</strong><span class="soft small">${say(`kind_in_short.${kind}`)}</span></li>`)}</ul>
      ${board.canEdit ? html`<div class="row"><button type="button" class="button primary" @click=${() => board.begin()}>${say("begin_first")}</button></div>` : nothing}
    </div>`;
  }
  return html`<div class="stack wide">
    <h4 id="home-title" tabindex="-1" class="unseen">${say("your_measures")}</h4>
    ${[...KINDS, null].map((kind) => group(board, kind))}
    ${board.canEdit && measures.length < MEASURES_MAX ? html`<div class="row"><button type="button" class="button" @click=${() => board.begin()}>${icon("plus")}${say("begin_another")}</button></div>` : nothing}
  </div>`;
}

function group(board: RunChart, kind: Measure["kind"]): TemplateResult | typeof nothing {
  const measures = board.measures.filter((measure) => measure.kind === kind);
  if (!measures.length) return nothing;
  return html`<section class="stack tight"><h5>${kind ? board.say(`kind.${kind}`) : board.say("kind_unset")}</h5>
    <ul class="stack tight">${measures.map((measure) => card(board, measure))}</ul></section>`;
}

function card(board: RunChart, measure: Measure): TemplateResult {
  const last = [...inTimeOrder(measure.points)].reverse().find((point) => plotted(measure, point) !== null);
  const value = last ? plotted(measure, last) : null;
  return html`<li><button type="button" class="measure-card" @click=${() => board.go(measure.id, measure.points.length ? "chart" : "definition", "measure-title")}>
    <strong class="grow">${measure.name || board.say("unnamed_measure")}</strong>
    ${last && value !== null ? html`<span class="latest">${board.numberText(value)} <span class="soft small">${board.unitText(measure)} · ${board.dateText(last.on)}</span></span>` : nothing}
    <span class="soft small whole">${sentence(board, measure)}</span>
  </button></li>`;
}
