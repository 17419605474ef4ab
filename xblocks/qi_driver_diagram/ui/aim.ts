/* The project's aim above the diagram, and its form as a view of the diagram. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { askLink } from "../../qi_core/ui/ask";
import { icon } from "../../qi_core/ui/icons";
import { aimBuilder } from "../../qi_project/ui/aim";
import { sentenceOf } from "../../qi_project/ui/sentence";
import type { DriverDiagram } from "./editor";

export function aimSentence(editor: DriverDiagram): TemplateResult {
  const { say, args, project } = editor;
  const sentence = sentenceOf(say, args.locale, project.document.aim);
  return html`<div class="aim"><p class="grow"><strong class="small soft">${say("aim")}</strong><br />${sentence || html`<span class="soft">${say("no_aim")}</span>`}</p>
    ${editor.canEdit ? html`<button class="link" @click=${() => editor.go("aim", "f-aim-what")}>${say(sentence ? "change_aim" : "write_aim")}</button>` : nothing}</div>`;
}

/** Above whatever is typed. */
export function confidential({ say }: DriverDiagram): TemplateResult {
  return html`<p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>`;
}

export function aimPage(editor: DriverDiagram): TemplateResult {
  const { say, args, project, brought } = editor;
  return aimBuilder(editor.aimForm, sentenceOf(say, args.locale, project.document.aim), {
    before: brought ? html`<p class="note">${icon("idea")}<span>${say("aim_stem", { stem: brought.aim.stem })}</span></p>` : nothing,
    changes: html`<div class="row"><button class="button primary" @click=${() => editor.go("list")}>${say("on_to_drivers")}${icon("next")}</button>${askLink(editor, "aim")}</div>`,
  });
}
