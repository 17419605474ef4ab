/* One cycle: its four steps along the top with their state in words, and the step that is open. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { askLink } from "../../qi_core/ui/ask";
import { icon, type Icon } from "../../qi_core/ui/icons";
import { actStep } from "./act";
import { STAGES, isLocked, type Cycle, type StageName } from "./document";
import { doStep } from "./doing";
import { numberOf } from "./home";
import { planStep } from "./plan";
import type { PdsaPlanner, StageState } from "./planner";
import { studyStep } from "./study";

const STEP_VIEWS: Readonly<Record<StageName, (planner: PdsaPlanner, cycle: Cycle) => TemplateResult>> = {
  plan: planStep, do: doStep, study: studyStep, act: actStep,
};
const SIGNS: Readonly<Record<StageState, Icon>> = { not_started: "circle", in_progress: "half", done: "tick" };

export function cycleView(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say, place } = planner;
  return html`<div class="stack">
    <div class="row apart">
      <button class="button quiet small" @click=${() => planner.go({ cycle: null }, "home-title")}>${icon("back")}${say("all_cycles")}</button>
      <div class="row">
        ${askLink(planner, `cycle-${cycle.id}`)}
        ${planner.args.can_save ? html`<a class="button quiet small" href=${planner.urlOf("printable", cycle.id)} target="_blank" rel="noopener">${icon("print")}${say("print_cycle")}</a>` : nothing}
        ${planner.canEdit ? html`<button class="button quiet small" id="delete-cycle" @click=${() => planner.go({ deleting: true }, "delete-yes")}>${icon("cross")}${say("delete_cycle")}</button>` : nothing}
      </div>
    </div>
    ${place.deleting ? deletePanel(planner, cycle) : nothing}
    <h4 id="cycle-title" class="clamp" tabindex="-1">${say("cycle_n", { n: numberOf(planner, cycle) })}${cycle.title ? `: ${cycle.title}` : nothing}</h4>
    ${stepsNav(planner, cycle)}
    ${place.stage === "plan" || isLocked(cycle) ? html`<p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>` : nothing}
    ${STEP_VIEWS[place.stage](planner, cycle)}
  </div>`;
}

function stepsNav(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say, place } = planner;
  const stages = planner.stagesOf(cycle);
  return html`<nav aria-label=${say("four_steps")}><ol class="steps">
    ${STAGES.map((stage) => html`<li><button class="step" id="step-${stage}" data-state=${stages[stage]}
      aria-current=${place.stage === stage ? "step" : nothing} @click=${() => planner.go({ stage }, `step-${stage}`)}>
      <strong>${say(`stage.${stage}`)}</strong>
      <span class="small">${icon(stage === "plan" && isLocked(cycle) ? "lock" : SIGNS[stages[stage]], 14)}${say(stage === "plan" && isLocked(cycle) ? "state.locked" : `state.${stages[stage]}`)}</span>
    </button></li>`)}
  </ol></nav>`;
}

function deletePanel(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  return html`<div class="note stop" role="group" aria-labelledby="delete-cycle-sure">${icon("warn")}<div class="stack tight">
    <p id="delete-cycle-sure"><strong>${say("delete_cycle_sure")}</strong></p>
    <div class="row">
      <button class="button danger" id="delete-yes" @click=${() => planner.deleteCycle(cycle)}>${say("delete_cycle_yes")}</button>
      <button class="button" @click=${() => planner.go({ deleting: false }, "delete-cycle")}>${say("keep_it")}</button>
    </div></div></div>`;
}
