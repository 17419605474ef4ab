/* The planner's first view: the empty start, the ramps as staircases, and the worked examples. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon, type Icon } from "../../qi_core/ui/icons";
import { SCALES, CYCLES_MAX, isLocked, rampsOf, type Cycle } from "./document";
import type { PdsaPlanner, Starter } from "./planner";

export function homeView(planner: PdsaPlanner): TemplateResult {
  return planner.pdsa.cycles.length ? rampsView(planner) : emptyView(planner);
}

function emptyView(planner: PdsaPlanner): TemplateResult {
  const { say, args } = planner;
  const starter = args.starters.find((one) => one.id === args.starter);
  return html`<div class="empty stack" id="home-title" tabindex="-1">
    <ol class="wheel" aria-label=${say("four_steps")}>
      ${(["plan", "do", "study", "act"] as const).map((stage) => html`<li><strong>${say(`stage.${stage}`)}</strong><span class="soft small">${say(`stage_in_short.${stage}`)}</span></li>`)}
    </ol>
    <p>${say("empty")}</p>
    <div class="row">
      ${planner.canEdit ? html`
        <button class="button primary" @click=${() => (starter ? planner.beginFrom(starter) : planner.beginEmpty())}>
          ${starter ? say("begin_from", { title: starter.title }) : say("begin_first")}</button>
        ${starter ? html`<button class="button" @click=${() => planner.beginEmpty()}>${say("begin_blank")}</button>` : nothing}` : nothing}
    </div>
    ${exampleLinks(planner)}
  </div>`;
}

function rampsView(planner: PdsaPlanner): TemplateResult {
  const { say } = planner;
  const ramps = rampsOf(planner.pdsa);
  const current = [...planner.pdsa.cycles].reverse().find((cycle) => planner.stagesOf(cycle).act !== "done");
  const full = planner.pdsa.cycles.length >= CYCLES_MAX;
  return html`<div class="stack wide">
    <h4 id="home-title" tabindex="-1" class="unseen">${say("your_cycles")}</h4>
    ${current ? html`<div class="row"><button class="button primary"
      @click=${() => planner.go({ cycle: current.id, stage: planner.currentStage(current) }, "cycle-title")}>
      ${say("carry_on", { stage: say(`stage.${planner.currentStage(current)}`), cycle: numberOf(planner, current) })}</button></div>` : nothing}
    ${ramps.map((ramp) => rampView(planner, ramp))}
    ${planner.canEdit ? html`<div class="row">
      ${full ? html`<p class="soft">${say("cycles_full", { max: CYCLES_MAX })}</p>`
        : html`<button class="button ${current ? "" : "primary"}" @click=${() => planner.beginEmpty()}>${icon("plus")}${say("begin_another")}</button>`}
    </div>` : nothing}
    ${exampleLinks(planner)}
  </div>`;
}

export const numberOf = (planner: PdsaPlanner, cycle: Cycle): number => planner.pdsa.cycles.indexOf(cycle) + 1;

function rampView(planner: PdsaPlanner, ramp: readonly Cycle[]): TemplateResult {
  const { say } = planner;
  const last = ramp[ramp.length - 1] as Cycle;
  return html`<div class="stack tight">
    <h4 class="clamp">${planner.ideaText(last) || say("untitled_idea")}</h4>
    ${learningStrip(planner, ramp)}
    <ol class="stairs" aria-label=${say("ramp_label")}>
      ${ramp.map((cycle) => stair(planner, cycle))}
    </ol>
  </div>`;
}

/** Words and a sign for each habit, never a score. */
function learningStrip(planner: PdsaPlanner, ramp: readonly Cycle[]): TemplateResult {
  const ofOne = ["predicted", "data"];
  const strip = Object.entries(planner.stripOf(ramp)).filter(([habit]) => ramp.length > 1 || ofOne.includes(habit));
  return html`<ul class="strip">${strip.map(([habit, kept]) => html`<li class=${kept ? "kept" : ""}>${icon(kept ? "tick" : "circle")}
    ${planner.say(kept ? `strip.${habit}` : `strip.${habit}_not_yet`)}</li>`)}</ul>`;
}

function stair(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  const height = cycle.scale ? SCALES.indexOf(cycle.scale) + 1 : 0;
  const decision = cycle.act.decision;
  return html`<li class="stair" style="--height:${height}" data-decision=${decision ?? "none"}>
    <button class="step-card" @click=${() => planner.go({ cycle: cycle.id, stage: planner.currentStage(cycle) }, "cycle-title")}>
      <span class="small soft">${say("cycle_n", { n: numberOf(planner, cycle) })}</span>
      <strong class="clamp">${cycle.title || cycle.objective || say("untitled_cycle")}</strong>
      <span class="standing">${decision ? html`${icon(decision as Icon)}${say(`decided.${decision}`)}` : html`${icon(isLocked(cycle) ? "half" : "circle")}${say(`standing.${planner.currentStage(cycle)}`)}`}</span>
    </button>
    <span class="tread">${cycle.scale ? say(`scale.${cycle.scale}`) : say("scale_unset")}</span>
  </li>`;
}

function exampleLinks(planner: PdsaPlanner): TemplateResult | typeof nothing {
  const { say, args } = planner;
  if (!args.starters.length) return nothing;
  return html`<details class="examples"><summary>${say("see_examples")}</summary>
    <ul class="stack tight">${args.starters.map((starter) => html`<li>
      <button class="link" @click=${() => planner.go({ example: starter.id }, "example-title")}>${starter.title}</button>
      <span class="soft">${starter.summary}</span></li>`)}</ul></details>`;
}

export function exampleView(planner: PdsaPlanner, starter: Starter): TemplateResult {
  const { say } = planner;
  return html`<article class="stack">
    <div class="row"><button class="button quiet" @click=${() => planner.go({ example: null }, "home-title")}>${icon("back")}${say("back_to_mine")}</button></div>
    <h4 id="example-title" tabindex="-1">${say("example")}: ${starter.title}</h4>
    <p>${starter.summary}</p>
    <p class="note">${icon("idea")}<span>${starter.note}</span></p>
    <ol class="stack wide">${starter.cycles.map((cycle, index) => html`<li class="panel stack tight">
      <h5>${say("cycle_n", { n: index + 1 })}: ${cycle.title}</h5>
      ${readOnly(planner, cycle)}</li>`)}</ol>
    ${planner.canEdit ? html`<div class="row"><button class="button" @click=${() => planner.beginFrom(starter)}>${say("use_this_plan")}</button></div>` : nothing}
  </article>`;
}

function readOnly(planner: PdsaPlanner, cycle: Cycle): TemplateResult {
  const { say } = planner;
  const line = (label: string, text: string, half = "") => text ? html`<div class=${half}><dt>${label}</dt><dd>${text}</dd></div>` : nothing;
  return html`<dl class="told">
    ${line(say("label.change_idea"), cycle.change_idea)}
    ${line(say("label.scale"), [cycle.scale ? say(`scale.${cycle.scale}`) : "", cycle.scale_note].filter(Boolean).join(": "))}
    ${cycle.questions.map((question) => html`
      ${line(say("label.questions.text"), question.text)}
      ${line(say("you_predicted"), [question.prediction, question.because && say("because_text", { text: question.because })].filter(Boolean).join(" "), "half")}
      ${line(say("you_found"), [question.found, question.verdict ? say(`verdict.${question.verdict}`) : ""].filter(Boolean).join(" · "), "half")}`)}
    ${line(say("label.do.happened"), cycle.do.happened)}
    ${line(say("label.study.learned"), cycle.study.learned)}
    ${line(say("stage.act"), [cycle.act.decision ? say(`decided.${cycle.act.decision}`) : "", cycle.act.reason].filter(Boolean).join(": "))}
  </dl>`;
}
