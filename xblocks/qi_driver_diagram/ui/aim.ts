/* The aim: a sentence that grows while its parts are typed. It belongs to the project, so every tool shows the same. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, textArea, textField } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import type { DriverDiagram } from "./editor";
import { GAP, sentenceOf } from "./sentence";

export function aimSentence(editor: DriverDiagram): TemplateResult {
  const { say, args, project } = editor;
  const sentence = sentenceOf(say, args.locale, project.document.aim);
  return html`<div class="aim"><p class="grow"><strong class="small soft">${say("aim")}</strong><br />${sentence || html`<span class="soft">${say("no_aim")}</span>`}</p>
    ${editor.canEdit ? html`<button class="link" @click=${() => editor.go("aim", "f-aim-what")}>${say(sentence ? "change_aim" : "write_aim")}</button>` : nothing}</div>`;
}

export function aimPage(editor: DriverDiagram): TemplateResult {
  const { say, args, project } = editor;
  const form = editor.aimForm;
  const sentence = sentenceOf(say, args.locale, project.document.aim);
  return html`<div class="stack">
    <p>${say("aim_intro")}</p>
    <p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
    ${editor.brought ? html`<p class="note">${icon("idea")}<span>${say("aim_stem", { stem: editor.brought.aim.stem })}</span></p>` : nothing}
    ${choice(form, "aim.direction", "direction", ["increase", "reduce"])}
    ${textArea(form, "aim.what", { rows: 2 })}
    ${textField(form, "aim.for_whom")}
    <div class="pair">${textField(form, "aim.baseline", { optional: true })}${textField(form, "aim.by_how_much")}</div>
    ${dateField(form, "aim.by_when")}
    <div class="panel wash" aria-live="polite"><p class="small soft">${say("aim_reads")}</p><p class="said">${sentence || GAP}</p></div>
    ${textArea(form, "aim.voice", { rows: 2, optional: true })}
    <div class="row"><button class="button primary" @click=${() => editor.go("list")}>${say("on_to_drivers")}${icon("next")}</button></div>
  </div>`;
}
