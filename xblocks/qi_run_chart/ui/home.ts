/* The first view: the family of measures, each with its newest value and what its chart says. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { advice } from "./advice";
import type { RunChart } from "./board";
import { firstField } from "./data";
import { KINDS, MEASURES_MAX, inTimeOrder, plotted, type Measure } from "./document";
import { sparkline } from "./marks";
import { press } from "./parts";
import { practiceLinks } from "./practice";
import { seriesOf } from "./series";
import { newest } from "./telling";

export function homePage(board: RunChart): TemplateResult {
  const { say, measures } = board;
  if (!measures.length) {
    return html`<div class="stack" id="home-title" tabindex="-1">
      <p>${say("empty")}</p>
      <ul class="kinds">${KINDS.map((kind) => html`<li><strong>${say(`kind.${kind}`)}</strong><span class="soft small">${say(`kind_in_short.${kind}`)}</span></li>`)}</ul>
      ${board.canEdit ? html`<div class="row">${press(say("begin_first"), () => board.begin(), "primary")}</div>` : nothing}
      ${practiceLinks(board)}
    </div>`;
  }
  return html`<div class="stack wide">
    <h4 id="home-title" tabindex="-1" class="unseen">${say("your_measures")}</h4>
    ${advice(board.familyForm, "measures")}
    ${[...KINDS, null].map((kind) => group(board, kind))}
    ${board.canEdit && measures.length < MEASURES_MAX ? html`<div class="row">${press([icon("plus"), say("begin_another")], () => board.begin())}</div>` : nothing}
  </div>`;
}

function group(board: RunChart, kind: Measure["kind"]): TemplateResult | typeof nothing {
  const measures = board.measures.filter((measure) => measure.kind === kind);
  if (!measures.length) return nothing;
  return html`<section class="stack tight"><h5>${kind ? board.say(`kind.${kind}`) : board.say("kind_unset")}</h5>
    <ul class="stack tight">${measures.map((measure) => card(board, measure))}</ul></section>`;
}

/** A measure at a glance: its newest value and shape, what the chart says now, and what to do next. */
function card(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const last = [...inTimeOrder(measure.points)].reverse().find((point) => plotted(measure, point) !== null);
  const value = last ? plotted(measure, last) : null;
  const place = board.measures.indexOf(measure);
  const next = board.store.review.todo.find((mark) => mark.path.startsWith(`measures[${place}].`));
  const open = () => board.go(measure.id, measure.points.length ? "chart" : "definition", "measure-title");
  return html`<li class="measure-card"><button class="card-way" @click=${open}>
      <strong class="grow">${measure.name || say("unnamed_measure")}</strong>
      ${last && value !== null ? html`<span class="latest">${sparkline(seriesOf(measure, board.figuresOf(measure)))}<span>${board.valueText(measure, value, 3)} <span class="soft small">${board.dateText(last.on)}</span></span></span>` : nothing}
      <span class="soft small whole">${newest(board, measure)}</span>
      ${next ? html`<span class="small whole">${say("next_step")} ${say(`todo.${next.rule}`, next.facts)}</span>` : nothing}
    </button>
    ${board.canEdit ? press([icon("plus"), say("add_value"), html`<span class="unseen">: ${measure.name}</span>`], () => board.go(measure.id, "data", firstField(measure)), "quiet small") : nothing}</li>`;
}
