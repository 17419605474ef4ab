/* Effort and impact: every idea in one of four fields, put there by a choice, never by a drag alone. */

import { html, type TemplateResult } from "lit/html.js";
import type { Amount, Node } from "./document";
import type { DriverDiagram } from "./editor";
import { changeNode } from "./edits";
import { draggable } from "./drag";

/** Impact, then effort: what helps much and costs little comes first. */
const FIELDS = [["high", "low"], ["high", "high"], ["low", "low"], ["low", "high"]] as const;
const keyOf = ({ impact, effort }: Pick<Node, "impact" | "effort">): string => (impact && effort ? `${impact}_${effort}` : "");

export function pickPage(editor: DriverDiagram): TemplateResult {
  const { say } = editor;
  const ideas = editor.rows.map(({ node }) => node).filter(({ level }) => level === "idea");
  if (!ideas.length) return html`<p>${say("pick_empty")}</p>`;
  const field = (key: string) => html`<section class="field-of-four" data-drop=${key} aria-labelledby="pick-${key}">
    <h4 id="pick-${key}">${say(`pick.${key || "none"}`)}</h4><p class="small soft">${say(`pick_in_short.${key || "none"}`)}</p>
    <ul class="notes">${ideas.filter((node) => keyOf(node) === key).map((node) => idea(editor, node))}</ul></section>`;
  return html`<div class="stack"><p>${say("pick_intro")}</p>
    ${ideas.some((node) => !keyOf(node)) ? field("") : ""}
    <div class="four">${FIELDS.map(([impact, effort]) => field(`${impact}_${effort}`))}</div></div>`;
}

function put(editor: DriverDiagram, id: string, key: string): void {
  const [impact, effort] = key ? (key.split("_") as [Amount, Amount]) : [null, null];
  editor.edit(changeNode(editor.diagram, id, { impact, effort }));
  editor.focusAfter(`pick-of-${id}`);
}

function idea(editor: DriverDiagram, node: Node): TemplateResult {
  const { say } = editor;
  const key = keyOf(node);
  return html`<li class="sticky" data-id=${node.id}>${draggable(editor, node.id, (drop) => put(editor, node.id, drop))}
    <label class="sticky-text" for="pick-of-${node.id}">${node.text || say("no_text")}</label>
    <select id="pick-of-${node.id}" ?disabled=${!editor.canEdit} @change=${(e: Event) => put(editor, node.id, (e.target as HTMLSelectElement).value)}>
      ${["", ...FIELDS.map((one) => one.join("_"))].map((value) => html`<option value=${value} .selected=${value === key}>${say(`pick.${value || "none"}`)}</option>`)}</select></li>`;
}
