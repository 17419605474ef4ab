/* Do: the start that fixes the predictions, then what happened. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, textArea } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { canStart, isLocked, type Cycle } from "./document";
import { localToday } from "../../qi_core/ui/today";
import type { PdsaPlanner } from "./planner";

export function doStep(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  return isLocked(cycle) ? underWay(planner, cycle) : readyToStart(planner, cycle);
}

function readyToStart(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  if (!canStart(cycle)) {
    return html`<div class="panel wash stack"><p>${say("needs_prediction")}</p>
      <div class="row"><button class="button primary" @click=${() => planner.go({ stage: "plan", section: "predictions" }, "f-questions-0-prediction")}>
        ${say("write_prediction")}</button></div></div>`;
  }
  return html`<div class="panel wash stack">
    <p>${say("ready_to_start")}</p>
    <ul class="stack tight">${cycle.questions.filter((question) => question.prediction.trim()).map((question) => html`<li class="panel">
      <p class="small soft">${question.text}</p><p><strong>${question.prediction}</strong></p></li>`)}</ul>
    ${planner.canEdit ? html`
      <div class="field"><label for="f-do-started-on">${say("label.do.started_on")}</label>
        <input type="date" id="f-do-started-on" .value=${planner.startOn ?? localToday()} @change=${(e: Event) => { planner.startOn = (e.target as HTMLInputElement).value || null; }} /></div>
      <div class="row"><button class="button primary" id="start-do" @click=${() => planner.start(cycle)}>${icon("lock")}${say("start_do")}</button></div>` : nothing}
  </div>`;
}

function underWay(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  const form = planner.formOf(cycle);
  const differed = cycle.do.as_planned === "partly" || cycle.do.as_planned === "no";
  return html`<div class="stack">
    <div class="row dates">
      ${dateField(form, "do.started_on", { always: true })}
      ${dateField(form, "do.ended_on", { optional: true })}
    </div>
    ${textArea(form, "do.happened", { rows: 4 })}
    ${choice(form, "do.as_planned", "as_planned", ["yes", "partly", "no"], { optional: true })}
    ${differed || cycle.do.differed ? textArea(form, "do.differed", { rows: 2, optional: true }) : nothing}
    ${textArea(form, "do.unexpected", { rows: 2, optional: true })}
    ${textArea(form, "do.data", { rows: 2, optional: true })}
    <div class="row"><button class="button" @click=${() => planner.go({ stage: "study" }, "step-study")}>${say("on_to_study")}${icon("next")}</button></div>
  </div>`;
}
