/* Act: adopt, adapt, abandon or test again on a larger scale, with the reason, and the way to the next cycle. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, textArea, type Form } from "../../qi_core/ui/fields";
import { setIn } from "../../qi_core/ui/paths";
import { icon } from "../../qi_core/ui/icons";
import { CYCLES_MAX, DECISIONS, isLocked, type Cycle } from "./document";
import { notYet } from "./study";
import { localToday } from "../../qi_core/ui/today";
import type { PdsaPlanner } from "./planner";

export function actStep(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  if (!isLocked(cycle)) return notYet(planner, say("act_not_yet"));
  const form = dating(planner, cycle);
  const { decision } = cycle.act;
  return html`<div class="stack">
    ${choice(form, "act.decision", "decision", DECISIONS, { cards: true })}
    ${textArea(form, "act.reason")}
    ${decision === "abandon" ? html`<p class="note">${icon("idea")}<span>${say("abandoned_well")}</span></p>`
      : textArea(form, "act.next_change", { rows: 2, optional: true })}
    ${cycle.act.decided_on ? dateField(form, "act.decided_on") : nothing}
    ${nextPanel(planner, cycle)}
  </div>`;
}

function dating(planner: PdsaPlanner, cycle: Cycle): Form {
  const form = planner.formOf(cycle);
  return {
    ...form,
    set: (path, value) => {
      if (path !== "act.decision") return form.set(path, value);
      const on = value === null ? null : (cycle.act.decided_on ?? localToday());
      planner.change(cycle, (now) => setIn(setIn(now, path, value), "act.decided_on", on));
    },
  };
}

function nextPanel(planner: PdsaPlanner, cycle: Cycle): TemplateResult | typeof nothing {
  const { say, pdsa } = planner;
  const { decision } = cycle.act;
  if (!decision || !planner.canEdit) return nothing;
  const following = pdsa.cycles.find((one) => one.follows === cycle.id);
  if (following) {
    return html`<div class="panel wash row apart"><p>${say("next_exists")}</p>
      <button class="button" @click=${() => planner.go({ cycle: following.id, stage: planner.currentStage(following) }, "cycle-title")}>${say("open_next")}${icon("next")}</button></div>`;
  }
  if (pdsa.cycles.length >= CYCLES_MAX) return html`<p class="soft">${say("cycles_full", { max: CYCLES_MAX })}</p>`;
  if (decision === "abandon") {
    return html`<div class="panel wash stack tight"><p>${say("after_abandon")}</p>
      <div class="row"><button class="button" @click=${() => planner.beginEmpty()}>${icon("plus")}${say("another_idea")}</button></div></div>`;
  }
  return html`<div class="panel wash stack tight"><p>${say(`after_${decision}`)}</p>
    <div class="row"><button class="button primary" id="next-cycle" @click=${() => planner.beginNext(cycle)}>${icon("next")}${say("start_next")}</button></div></div>`;
}
