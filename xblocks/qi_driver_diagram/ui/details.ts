/* What a line has beside its text: what it affects, its note, its owner; for ideas the cycles, for drivers the measures. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, textArea, textField } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { nodeOf, rank, type Link, type Node } from "./document";
import type { DriverDiagram } from "./editor";
import { changeNode, setLink } from "./edits";

export function detailsPanel(editor: DriverDiagram, node: Node): TemplateResult {
  const form = editor.formOf(node);
  return html`<div class="panel wash stack">
    ${node.level === "primary" ? nothing : linksOf(editor, node)}
    ${textArea(form, "note", { rows: 2, optional: true })}
    ${textField(form, "owner", { optional: true })}
    ${node.level === "idea" ? html`${cyclesOf(editor, node)}<div class="pair">${choice(form, "effort", "amount", ["low", "high"], { optional: true })}${choice(form, "impact", "amount", ["low", "high"], { optional: true })}</div>` : measuresOf(editor, node)}
  </div>`;
}

/** Its status is never typed: it comes from the cycles that test the idea. */
function cyclesOf(editor: DriverDiagram, node: Node): TemplateResult {
  const { say, begun, cycles } = editor;
  const own = cycles.filter(({ idea }) => idea === node.id);
  const status = editor.overview.status[node.id] ?? "not_started";
  const begin = editor.args.can_save && editor.args.works_on === "project" && node.text.trim();
  return html`<div class="stack tight"><p><strong>${say("cycles")}</strong> ${say(`status_of.${status}`)}</p>
    <ul>${own.map((one) => html`<li>${say("cycle_n", { n: one.number })}${one.title ? `: ${one.title}` : ""} <span class="soft small">${say(one.decision ? `decided.${one.decision}` : one.has_started ? "cycle_started" : "cycle_planned")}</span></li>`)}</ul>
    ${begin ? html`<div class="row"><button class="button" id="begin-cycle" @click=${() => void beginCycle(editor, node)}>${icon("plus")}${say("begin_cycle")}</button></div>` : nothing}
    <p role="status" class="small">${begun?.idea === node.id ? html`${begun.text} ${begun.planner ? html`<a class="link" href=${begun.planner} target="_blank" rel="noopener">${say("open_planner")}</a>` : nothing}` : nothing}</p></div>`;
}

interface Begun { readonly number: number; readonly planner: string | null; readonly cycles: DriverDiagram["cycles"] }

/** What was typed last is saved first: the cycle takes the idea's text from there. */
async function beginCycle(editor: DriverDiagram, node: Node): Promise<void> {
  await editor.store.settled();
  const reply = await editor.post<Begun>("begin_cycle", { id: newId(), idea: node.id, who: editor.args.who });
  const isDone = reply.kind === "ok";
  if (isDone) editor.cycles = reply.body.cycles;
  const text = isDone ? editor.say(reply.body.planner ? "cycle_begun" : "cycle_begun_somewhere", { n: reply.body.number }) : editor.say(reply.kind === "problems" && Object.values(reply.problems)[0]?.code === "too_many" ? "planner_full" : "work.failed");
  editor.begun = { idea: node.id, text, planner: isDone ? reply.body.planner : null };
  editor.focusAfter("begin-cycle");
}

function linksOf(editor: DriverDiagram, node: Node): TemplateResult {
  const { say, diagram } = editor;
  const own = diagram.links.filter(({ from }) => from === node.id);
  const open = diagram.nodes.filter((one) => rank(one.level) < rank(node.level) && one.text.trim() && !own.some(({ to }) => to === one.id));
  // A choice alone does nothing: with the arrow keys every driver on the way would be chosen.
  const add = (event: Event) => {
    const { value } = (event.currentTarget as HTMLElement).previousElementSibling as HTMLSelectElement;
    if (value && editor.edit(setLink(editor.diagram, node.id, value, "strong"))) editor.focusAfter(`link-${value}`);
  };
  return html`<div class="field"><span id="links-title"><strong>${say("links")}</strong></span>
    <ul class="stack tight" aria-labelledby="links-title">${own.map((link) => linkLine(editor, link))}</ul>
    ${open.length ? html`<label for="add-link" class="small">${say("add_link")}</label>
      <div class="row with-button"><select id="add-link"><option value="" selected>${say("choose_driver")}</option>${open.map((one) => html`<option value=${one.id}>${say(`level.${one.level}`)}: ${one.text}</option>`)}</select>
      <button class="button" @click=${add}>${icon("plus")}${say("link_it")}</button></div>` : nothing}</div>`;
}

function linkLine(editor: DriverDiagram, link: Link): TemplateResult {
  const { say, diagram } = editor;
  const text = nodeOf(diagram, link.to)?.text || say("no_text");
  const put = (strength: Link["strength"] | null, focus: string) => { editor.edit(setLink(editor.diagram, link.from, link.to, strength)); editor.focusAfter(focus); };
  const id = `link-${link.to}`;
  return html`<li class="row"><span class="grow">${text}</span>
    <button class="button quiet small" id=${id} aria-pressed=${link.strength === "weak" ? "true" : "false"} @click=${() => put(link.strength === "weak" ? "strong" : "weak", id)}>${say("weak_link")}<span class="unseen">: ${text}</span></button>
    <button class="button quiet small" @click=${() => put(null, "add-link")}>${icon("cross")}${say("remove")}<span class="unseen">: ${text}</span></button></li>`;
}

function measuresOf(editor: DriverDiagram, node: Node): TemplateResult {
  const { say, args } = editor;
  if (!args.measures.length) return html`<p class="small soft">${say("no_measures_yet")}</p>`;
  const toggle = (id: string) => {
    const measured_by = node.measured_by.includes(id) ? node.measured_by.filter((one) => one !== id) : [...node.measured_by, id];
    editor.edit(changeNode(editor.diagram, node.id, { measured_by }));
  };
  return html`<fieldset class="field"><legend>${say("measured_by")}</legend><div class="choices">${args.measures.map(({ id, name }) => html`<label class="choice">
    <input type="checkbox" .checked=${node.measured_by.includes(id)} @change=${() => toggle(id)} /><span>${name || say("unnamed_measure")}</span></label>`)}</div></fieldset>`;
}
