/* What happened when: PDSA cycles of the same project, which pin themselves, and the learner's own notes. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { dateField, textField } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { localToday } from "../../qi_core/ui/today";
import { advice } from "./advice";
import type { RunChart } from "./board";
import { ANNOTATIONS_MAX, type Measure } from "./document";
import { press } from "./parts";
import type { Series } from "./picture";

export function events(board: RunChart, measure: Measure, series: Series): TemplateResult {
  const { say } = board;
  const form = board.formOf(measure);
  const add = () => {
    const on = series.dates[board.selected ?? -1] ?? localToday();
    board.change(measure, (now) => ({ ...now, annotations: [...now.annotations, { id: newId(), on, text: "" }] }));
    board.focusAfter(`f-annotations-${measure.annotations.length}-text`);
  };
  return html`<section class="stack tight" aria-labelledby="events-title"><h5 id="events-title">${say("flags")}</h5>
    ${advice(form, "annotations")}
    <ul class="stack tight">${board.args.cycles.map((cycle) => html`<li class="row event"><span class="mark round">C${cycle.number}</span><span>${board.dateText(cycle.started_on)}: ${cycle.title || say("pdsa_cycle")}${cycle.decision ? ` (${say(`decided.${cycle.decision}`)})` : ""}</span></li>`)}</ul>
    <ol class="stack tight">${measure.annotations.map((annotation, index) => html`<li class="row annotation"><span class="mark">${index + 1}</span>
      ${dateField(form, `annotations[${index}].on`, { always: true })}<div class="grow">${textField(form, `annotations[${index}].text`)}</div>
      ${form.locked ? nothing : press([icon("cross"), say("remove"), html`<span class="unseen"> ${annotation.text}</span>`], () => { board.change(measure, (now) => ({ ...now, annotations: now.annotations.filter((one) => one.id !== annotation.id) })); board.focusAfter("add-annotation"); }, "quiet small")}</li>`)}</ol>
    ${form.locked || measure.annotations.length >= ANNOTATIONS_MAX ? nothing : html`<div class="row">${press([icon("plus"), say("add_annotation")], add, "", "add-annotation")}</div>`}
  </section>`;
}
