/* The empty page: what a driver diagram is for, and four ways to begin one. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { DriverDiagram } from "./editor";
import { insertPanel } from "./insert_panel";

export interface Starter { readonly id: string; readonly title: string; readonly summary: string }

export function emptyPage(editor: DriverDiagram): TemplateResult {
  const { say } = editor;
  return html`<div class="stack">
    <p>${say("empty")}</p>
    <ol class="kinds">${(["primary", "secondary", "idea"] as const).map((level) => html`<li data-level=${level}><strong>${say(`level.${level}`)}</strong><span class="soft small">${say(`level_in_short.${level}`)}</span></li>`)}</ol>
    ${editor.canEdit ? html`<div class="row"><button class="button primary" id="begin" @click=${() => editor.begin()}>${say("begin")}</button>
      <button class="button" @click=${() => editor.go("sticky", "new-idea")}>${say("begin_ideas")}</button></div>` : nothing}
    ${insertPanel(editor)}
  </div>`;
}
