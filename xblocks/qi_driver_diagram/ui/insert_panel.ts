/* Bringing in many nodes at once: a pasted list, or a starter after a look at it. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import type { DriverDiagram } from "./editor";
import { starterOf } from "./example";
import type { Starter } from "./home";
import { aimIn, insert, readPasted, type Given } from "./insert";

export function insertPanel(editor: DriverDiagram): TemplateResult | typeof nothing {
  const { say, inserting } = editor;
  if (!editor.canEdit) return nothing;
  const toggle = (what: "paste" | "starters") => {
    editor.inserting = inserting === what ? null : what;
    editor.focusAfter(`insert-${what}`);
  };
  const button = (what: "paste" | "starters") => html`<button class="button" id="insert-${what}" aria-expanded=${inserting === what ? "true" : "false"} @click=${() => toggle(what)}>${say(`insert.${what}`)}</button>`;
  return html`<div class="row">${button("paste")}${editor.args.starters.length ? button("starters") : nothing}</div>
    ${inserting === "paste" ? pastePanel(editor) : inserting === "starters" ? starterPanel(editor) : nothing}`;
}

function pastePanel(editor: DriverDiagram): TemplateResult {
  const { say } = editor;
  const { aim, rest } = aimIn(editor.pasted, say("aim"));
  const given = readPasted(rest, editor.levels);
  const use = () => {
    if (!put(editor, given)) return;
    editor.pasted = "";
    if (aim) editor.told += ` ${say("aim_left_out")}`;
  };
  return html`<div class="panel stack tight">
    <div class="field"><label for="pasted">${say("paste_here")}</label><span class="hint" id="pasted-hint">${say("paste_hint")}</span>
      <textarea id="pasted" rows="6" data-draft aria-describedby="pasted-hint" .value=${editor.pasted} @input=${(e: Event) => { editor.pasted = (e.target as HTMLTextAreaElement).value; editor.requestUpdate(); }}></textarea></div>
    <div class="row"><button class="button primary" aria-disabled=${given.length ? "false" : "true"} @click=${() => given.length && use()}>${say("paste_use", { n: given.length })}</button></div>
  </div>`;
}

function starterPanel(editor: DriverDiagram): TemplateResult {
  const { say, args } = editor;
  const first = (one: Starter) => (one.id === args.starter ? 0 : 1);
  const starters = [...args.starters].sort((a, b) => first(a) - first(b));
  return html`<div class="panel stack tight"><p class="soft">${say("starters_note")}</p>
    <ul class="stack tight">${starters.map((one) => html`<li class="row apart"><span class="grow"><strong>${one.title}</strong><br /><span class="soft small">${one.summary}</span></span>
      <button class="button" @click=${() => void useStarter(editor, one)}>${icon("plus")}${say("starter_use")}<span class="unseen">: ${one.title}</span></button></li>`)}</ul></div>`;
}

async function useStarter(editor: DriverDiagram, starter: Starter): Promise<void> {
  const found = await starterOf(editor, starter.id);
  if (found && put(editor, found.nodes)) editor.brought = found;
  else if (!found) editor.told = editor.say("starter_failed");
  editor.requestUpdate();
}

function put(editor: DriverDiagram, given: readonly Given[]): boolean {
  const before = editor.diagram.nodes.length;
  if (!editor.edit(insert(editor.diagram, given, newId))) return false;
  const added = editor.diagram.nodes.length - before;
  // Who went to another view while a starter was on its way stays there.
  if (editor.inserting) editor.view = "list";
  editor.inserting = null;
  editor.told = editor.say("inserted", { n: added });
  editor.focusAfter("told");
  return true;
}
