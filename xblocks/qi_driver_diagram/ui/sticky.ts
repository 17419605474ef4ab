/* From right to left: ideas first, on notes; then they are gathered under the drivers they seem to share. */

import { html, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { confidential } from "./aim";
import { TEXT_MAX, emptyNode, homes, type Node } from "./document";
import { draggable } from "./drag";
import type { DriverDiagram } from "./editor";
import { addNode, isRefused, moveTo, setLink, type Result } from "./edits";

const NEW = "new";

export function stickyPage(editor: DriverDiagram): TemplateResult {
  const { say, diagram, rows } = editor;
  const home = homes(diagram);
  const ideas = rows.map(({ node }) => node).filter(({ level }) => level === "idea");
  const drivers = rows.map(({ node }) => node).filter(({ level }) => level !== "idea");
  const group = (id: string, title: string) => html`<section class="group" data-drop=${id} aria-label=${title}><h4>${title}</h4>
    <ul class="notes">${ideas.filter((node) => (home.get(node.id) ?? "") === id).map((node) => note(editor, node, drivers, home.get(node.id) ?? ""))}</ul></section>`;
  return html`<div class="stack"><p>${say("sticky_intro")}</p>
    ${editor.canEdit ? html`${confidential(editor)}<form class="row quick" @submit=${(e: Event) => add(editor, e)}><div class="field grow"><label for="new-idea">${say("new_idea")}</label>
      <input type="text" id="new-idea" data-draft maxlength=${TEXT_MAX} autocomplete="off" .value=${editor.newIdea} @input=${(e: Event) => { editor.newIdea = (e.target as HTMLInputElement).value; }} /></div><button class="button">${icon("plus")}${say("add")}</button></form>` : ""}
    <p role="status" class=${editor.told ? "note" : ""}>${editor.told}</p>
    ${group("", say("not_grouped"))}
    ${drivers.map((node) => group(node.id, `${say(`level.${node.level}`)}: ${node.text || say("no_text")}`))}
    ${editor.canEdit && ideas.length ? html`<p class="group new small soft" data-drop=${NEW}>${say("drop_for_new")}</p>` : ""}
  </div>`;
}

function add(editor: DriverDiagram, event: Event): void {
  event.preventDefault();
  const text = editor.newIdea.trim();
  if (text && editor.edit(addNode(editor.diagram, emptyNode(newId(), "idea", text), null, null))) editor.newIdea = "";
  editor.focusAfter("new-idea");
}

function note(editor: DriverDiagram, node: Node, drivers: readonly Node[], home: string): TemplateResult {
  const { say } = editor;
  const options = [["", say("not_grouped")], ...drivers.map((one) => [one.id, one.text || say("no_text")] as const)] as const;
  return html`<li class="sticky" data-id=${node.id}>${draggable(editor, node.id, (place) => put(editor, node, place))}
    <label class="sticky-text" for="group-of-${node.id}">${node.text || say("no_text")}</label>
    <select id="group-of-${node.id}" ?disabled=${!editor.canEdit} @change=${(e: Event) => put(editor, node, (e.target as HTMLSelectElement).value)}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === home}>${text}</option>`)}</select>
    ${editor.canEdit ? html`<button class="button quiet small" @click=${() => put(editor, node, NEW)}>${icon("plus")}${say("new_driver")}<span class="unseen">: ${node.text}</span></button>` : ""}</li>`;
}

function put(editor: DriverDiagram, node: Node, place: string): void {
  const { diagram, levels } = editor;
  if (place === NEW) return putUnderNew(editor, node);
  const home = homes(diagram).get(node.id);
  const result: Result = place ? moveTo(diagram, node.id, place, null, levels) : home ? setLink(diagram, node.id, home, null) : diagram;
  editor.edit(result);
  editor.focusAfter(`group-of-${node.id}`);
}

/** A new driver has no name yet: its line in the list is where to give it one. */
function putUnderNew(editor: DriverDiagram, node: Node): void {
  const id = newId();
  const added = addNode(editor.diagram, emptyNode(id, "primary"), null, null);
  if (editor.edit(isRefused(added) ? added : moveTo(added, node.id, id, null, editor.levels))) {
    editor.view = "list";
    editor.focusNode(id);
  }
}
