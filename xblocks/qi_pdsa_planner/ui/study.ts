/* Study: what was predicted beside what was found, question by question. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, textArea, type Form } from "../../qi_core/ui/fields";
import { setIn } from "../../qi_core/ui/paths";
import { icon } from "../../qi_core/ui/icons";
import { VERDICTS, isLocked, type Cycle, type Question } from "./document";
import { localToday } from "../../qi_core/ui/today";
import type { PdsaPlanner } from "./planner";

export function studyStep(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  if (!isLocked(cycle)) return notYet(planner, say("study_not_yet"));
  const form = dating(planner, cycle);
  return html`<div class="stack wide">
    <ol class="stack wide">${cycle.questions.map((question, index) => question.text || question.prediction || question.found ? comparison(planner, cycle, form, question, index) : nothing)}</ol>
    <div class="stack">
      ${textArea(form, "study.learned")}
      ${textArea(form, "study.surprised", { rows: 2, optional: true })}
      ${textArea(form, "study.measure_enough", { rows: 2, optional: true })}
      ${dateField(form, "study.studied_on")}
    </div>
    <div class="row"><button class="button" @click=${() => planner.go({ stage: "act" }, "step-act")}>${say("on_to_act")}${icon("next")}</button></div>
  </div>`;
}

export function notYet(planner: PdsaPlanner, text: string): TemplateResult {
  return html`<div class="panel wash stack"><p>${text}</p>
    <div class="row"><button class="button" @click=${() => planner.go({ stage: "do" }, "step-do")}>${planner.say("back_to_do")}</button></div></div>`;
}

/** The first thing written in Study dates it; the learner can correct the date. */
function dating(planner: PdsaPlanner, cycle: Cycle): Form {
  const form = planner.formOf(cycle);
  if (cycle.study.studied_on) return form;
  return {
    ...form,
    set: (path, value) => {
      if (path === "study.studied_on" || value === null) return form.set(path, value);
      const today = localToday();
      const started = cycle.do.started_on ?? today;
      planner.change(cycle, (now) => setIn(setIn(now, path, value), "study.studied_on", today > started ? today : started));
    },
  };
}

function comparison(planner: PdsaPlanner, cycle: Cycle, form: Form, question: Question, index: number): TemplateResult {
  const { say } = planner;
  const at = `questions[${index}]`;
  return html`<li class="stack" aria-label=${say("question_n", { n: index + 1 })}>
    <h5>${question.text || say("question_n", { n: index + 1 })}</h5>
    <div class="pair">
      <div class="card predicted stack tight">
        <p class="small soft row">${icon("lock", 14)}${say("you_predicted")}</p>
        <p class="said">${question.prediction || say("no_prediction")}</p>
        ${question.because ? html`<p class="soft">${say("because_text", { text: question.because })}</p>` : nothing}
        ${question.addenda.map((addendum) => html`<p class="small addendum"><time datetime=${addendum.on}>${planner.dateText(addendum.on)}</time> ${addendum.text}</p>`)}
        ${addendumForm(planner, cycle, question, index)}
      </div>
      <div class="card found">${textArea(form, `${at}.found`, { rows: 4 })}</div>
    </div>
    ${choice(form, `${at}.verdict`, "verdict", VERDICTS)}
  </li>`;
}

/** A prediction is never changed after Do began; second thoughts go under it, with their date. */
function addendumForm(planner: PdsaPlanner, cycle: Cycle, question: Question, index: number): TemplateResult | typeof nothing {
  const { say } = planner;
  if (!planner.canEdit) return nothing;
  const draft = planner.addenda.get(question.id);
  const id = `addendum-${index}`;
  if (draft === undefined) {
    return html`<button class="link small" id="${id}-open" @click=${() => planner.draftAddendum(question.id, "", id)}>${say("add_addendum")}</button>`;
  }
  return html`<div class="field">
    <label for=${id}>${say("addendum")}</label>
    <textarea id=${id} rows="2" maxlength="4000" data-draft .value=${draft} @input=${(e: Event) => planner.addenda.set(question.id, (e.target as HTMLTextAreaElement).value)}></textarea>
    <div class="row">
      <button class="button" @click=${() => planner.keepAddendum(cycle, question, `${id}-open`)}>${say("addendum_keep")}</button>
      <button class="button quiet" @click=${() => planner.dropAddendum(question.id, `${id}-open`)}>${say("cancel")}</button>
    </div></div>`;
}
