/* Plan, in four sections of which one is open: the change, the predictions, who does what, the data. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, textArea, textField, type Form } from "../../qi_core/ui/fields";
import { newId } from "../../qi_core/ui/ids";
import { icon } from "../../qi_core/ui/icons";
import { PURPOSES, QUESTIONS_MAX, SCALES, TASKS_MAX, emptyQuestion, emptyTask, isLocked, type Cycle, type Question, type Task } from "./document";
import { PLAN_SECTIONS, type PdsaPlanner, type PlanSection } from "./planner";

type Section = (planner: PdsaPlanner, cycle: Cycle, form: Form) => TemplateResult;
const SECTIONS: Readonly<Record<PlanSection, Section>> = { idea: ideaSection, predictions: predictionsSection, tasks: tasksSection, data: dataSection };

export function planStep(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  const form = planner.formOf(cycle);
  return html`<div class="stack tight">
    ${isLocked(cycle) ? html`<p class="note">${icon("lock")}<span>${say("locked_note")}</span></p>` : nothing}
    ${PLAN_SECTIONS.map((section, index) => sectionView(planner, cycle, form, section, index))}
  </div>`;
}

function sectionView(planner: PdsaPlanner, cycle: Cycle, form: Form, section: PlanSection, index: number): TemplateResult {
  const { say } = planner;
  const open = planner.place.section === section;
  const following = PLAN_SECTIONS[index + 1];
  return html`<section class="section ${open ? "open" : ""}">
    <h5><button class="section-head" id="section-${section}" aria-expanded=${open ? "true" : "false"} aria-controls="part-${section}"
      @click=${() => planner.go({ section }, `section-${section}`)}>
      <span class="number" aria-hidden="true">${index + 1}</span><span class="grow">${say(`section.${section}`)}<span class="gist">${open ? nothing : gistOf(planner, cycle, section)}</span></span>
    </button></h5>
    <div id="part-${section}" class="stack section-body" ?hidden=${!open}>
      ${open ? SECTIONS[section](planner, cycle, form) : nothing}
      ${open ? html`<div class="row"><button class="button ${following ? "" : "primary"}"
        @click=${() => (following ? planner.go({ section: following }, `section-${following}`) : planner.go({ stage: "do" }, "step-do"))}>
        ${following ? say("next_section", { section: say(`section.${following}`) }) : say("on_to_do")}${icon("next")}</button></div>` : nothing}
    </div>
  </section>`;
}

/** What a closed section holds, in a line. */
function gistOf(planner: PdsaPlanner, cycle: Cycle, section: PlanSection): string {
  if (section === "idea") return planner.ideaText(cycle);
  if (section === "predictions") return cycle.questions.map((question) => question.prediction).filter(Boolean).join(" · ");
  if (section === "tasks") return [cycle.scale ? planner.say(`scale.${cycle.scale}`) : "", ...cycle.tasks.map((task) => task.what)].filter(Boolean).join(" · ");
  return cycle.data_plan.what;
}

function ideaSection(planner: PdsaPlanner, cycle: Cycle, form: Form): TemplateResult {
  return html`
    ${planner.ideaOf(cycle) ? linkedIdea(planner, cycle) : html`${textArea(form, "change_idea", { rows: 2 })}${fromDiagram(planner, cycle)}`}
    ${textField(form, "title", { optional: true })}
    ${textArea(form, "objective", { rows: 2, optional: true })}
    ${choice(form, "purpose", "purpose", PURPOSES, { optional: true })}`;
}

/** The idea is the diagram's: it is changed there, and shown here as it is called today. */
function linkedIdea(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  const { text, path } = planner.ideaOf(cycle)!;
  const free = () => { planner.change(cycle, (now) => ({ ...now, idea: null, change_idea: text })); planner.focusAfter("f-change_idea"); };
  return html`<div class="panel wash stack tight"><p class="small soft">${say("idea_of_diagram")}</p><p><strong>${text}</strong></p>
    <p class="small soft">${path.length ? say("idea_path", { path: path.join(" → ") }) : say("idea_alone")}</p>
    ${planner.canEdit ? html`<div class="row"><button class="button quiet small" id="idea-free" @click=${free}>${say("idea_free")}</button></div>` : nothing}</div>`;
}

function fromDiagram(planner: PdsaPlanner, cycle: Cycle): TemplateResult | typeof nothing {
  const { say, ideas, args } = planner;
  if (!args.ideas || !planner.canEdit) return nothing;
  // A choice alone does nothing: with the arrow keys every idea on the way would be chosen.
  const pick = (event: Event) => {
    const { value } = (event.currentTarget as HTMLElement).previousElementSibling as HTMLSelectElement;
    const idea = ideas.find(({ id }) => id === value);
    if (idea) { planner.change(cycle, (now) => ({ ...now, idea: idea.id, change_idea: idea.text })); planner.focusAfter("idea-free"); }
  };
  return html`${ideas.length ? html`<div class="field"><label for="pick-idea">${say("pick_idea")}</label><div class="row"><select id="pick-idea" class="grow">
      <option value="" selected>${say("pick_none")}</option>${ideas.map(({ id, text }) => html`<option value=${id}>${text}</option>`)}</select>
      <button class="button" @click=${pick}>${say("use_idea")}</button></div></div>` : nothing}
    ${cycle.change_idea.trim() && args.can_save ? html`<div class="row"><button class="button" @click=${() => void planner.addIdea(cycle)}>${icon("plus")}${say("add_idea")}</button></div>
      <p role="status" class="small">${planner.ideaProblem}</p>` : nothing}`;
}

function predictionsSection(planner: PdsaPlanner, cycle: Cycle, form: Form): TemplateResult {
  const { say } = planner;
  const locked = isLocked(cycle) || form.locked;
  return html`
    <p class="soft">${say("predictions_intro")}</p>
    <ol class="stack">${cycle.questions.map((question, index) => questionPanel(planner, cycle, form, question, index, locked))}</ol>
    ${locked ? nothing : cycle.questions.length < QUESTIONS_MAX
      ? html`<div class="row"><button class="button" id="add-question" @click=${() => addQuestion(planner, cycle)}>${icon("plus")}${say("add_question")}</button></div>`
      : html`<p class="soft small">${say("questions_full", { max: QUESTIONS_MAX })}</p>`}`;
}

function questionPanel(planner: PdsaPlanner, cycle: Cycle, form: Form, question: Question, index: number, locked: boolean): TemplateResult {
  const { say } = planner;
  const at = `questions[${index}]`;
  return html`<li class="panel stack" aria-label=${say("question_n", { n: index + 1 })}>
    <div class="row apart"><h5>${say("question_n", { n: index + 1 })}</h5>
      ${locked || cycle.questions.length === 1 ? nothing : html`<button class="button quiet small"
        @click=${() => { planner.change(cycle, (now) => ({ ...now, questions: now.questions.filter((one) => one.id !== question.id) })); planner.focusAfter("add-question"); }}>
        ${icon("cross")}${say("remove")}<span class="unseen"> ${say("question_n", { n: index + 1 })}</span></button>`}</div>
    ${textArea(form, `${at}.text`, { rows: 2, locked })}
    <div class="pair">
      ${textArea(form, `${at}.prediction`, { locked })}
      ${textArea(form, `${at}.because`, { locked, optional: true })}
    </div>
  </li>`;
}

function addQuestion(planner: PdsaPlanner, cycle: Cycle): void {
  planner.change(cycle, (now) => ({ ...now, questions: [...now.questions, emptyQuestion(newId())] }));
  planner.focusAfter(`f-questions-${cycle.questions.length}-text`);
}

function tasksSection(planner: PdsaPlanner, cycle: Cycle, form: Form): TemplateResult {
  const { say } = planner;
  return html`
    ${choice(form, "scale", "scale", SCALES, { optional: true })}
    ${textField(form, "scale_note", { optional: true })}
    <ol class="stack">${cycle.tasks.map((task, index) => taskPanel(planner, cycle, form, task, index))}</ol>
    ${form.locked || cycle.tasks.length >= TASKS_MAX ? nothing : html`<div class="row"><button class="button" id="add-task"
      @click=${() => { planner.change(cycle, (now) => ({ ...now, tasks: [...now.tasks, emptyTask(newId())] })); planner.focusAfter(`f-tasks-${cycle.tasks.length}-what`); }}>
      ${icon("plus")}${say("add_task")}</button></div>`}
    <div class="row dates">
      ${dateField(form, "planned_start", { optional: true })}
      ${dateField(form, "planned_end", { optional: true })}
    </div>`;
}

function taskPanel(planner: PdsaPlanner, cycle: Cycle, form: Form, task: Task, index: number): TemplateResult {
  const { say } = planner;
  const at = `tasks[${index}]`;
  return html`<li class="panel stack" aria-label=${say("task_n", { n: index + 1 })}>
    <div class="row apart"><h5>${say("task_n", { n: index + 1 })}</h5>
      ${form.locked || cycle.tasks.length === 1 ? nothing : html`<button class="button quiet small"
        @click=${() => { planner.change(cycle, (now) => ({ ...now, tasks: now.tasks.filter((one) => one.id !== task.id) })); planner.focusAfter("add-task"); }}>
        ${icon("cross")}${say("remove")}<span class="unseen"> ${say("task_n", { n: index + 1 })}</span></button>`}</div>
    ${textArea(form, `${at}.what`, { rows: 2 })}
    <div class="thirds">
      ${textField(form, `${at}.who`)}
      ${textField(form, `${at}.when`)}
      ${textField(form, `${at}.where`)}
    </div></li>`;
}

function dataSection(_planner: PdsaPlanner, _cycle: Cycle, form: Form): TemplateResult {
  return html`
    ${textArea(form, "data_plan.what", { rows: 2 })}
    ${textField(form, "data_plan.who")}
    ${choice(form, "data_plan.kind", "kind", ["quantitative", "qualitative", "both"], { optional: true })}
    <div class="thirds">
      ${textField(form, "data_plan.how", { optional: true })}
      ${textField(form, "data_plan.when", { optional: true })}
      ${textField(form, "data_plan.where", { optional: true })}
    </div>
    ${textArea(form, "risks", { rows: 2, optional: true })}`;
}
