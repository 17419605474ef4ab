/* The people a change touches: who, how much they can do, how much it matters to them, and how they are involved. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, notes, textArea, textField } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import type { Stakeholder } from "./document";
import type { ProjectHome } from "./home";
import { groupsPanel } from "./starters";

export const PEOPLE_MAX = 60;
const CORNERS = ["high_high", "low_high", "high_low", "low_low"] as const;
const cornerOf = ({ influence, interest }: Stakeholder): string => `${influence}_${interest}`;

export function peoplePage(home: ProjectHome): TemplateResult {
  const { say, form, project: { stakeholders } } = home;
  const isFull = stakeholders.length >= PEOPLE_MAX;
  return html`<div class="stack"><p>${say("people_intro")}</p>
    <p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
    <ul class="stack tight">${stakeholders.map((one, place) => (one.id === home.opened ? fieldsOf(home, one, place) : lineOf(home, one)))}</ul>
    ${notes(form, "stakeholders")}
    ${home.canEdit && !isFull ? html`<div class="row"><button class="button ${stakeholders.length ? "" : "primary"}" id="add-person" @click=${() => addPerson(home, "")}>${icon("plus")}${say("add_person")}</button></div>${groupsPanel(home)}` : nothing}
    ${mapOf(home)}</div>`;
}

function lineOf(home: ProjectHome, one: Stakeholder): TemplateResult {
  const { say } = home;
  const open = () => {
    home.opened = one.id;
    home.focusAfter(`person-${one.id}`);
  };
  return html`<li class="panel row apart"><div class="grow"><strong>${one.name || say("nobody_yet")}</strong>
      <p class="clamp ${one.involve.trim() ? "" : "soft"}">${one.involve || say("not_involved_yet")}</p></div>
    <button class="button" id="open-${one.id}" @click=${open}>${say("open_person")}<span class="unseen">: ${one.name}</span></button></li>`;
}

function fieldsOf(home: ProjectHome, one: Stakeholder, place: number): TemplateResult {
  const { say, form } = home;
  const at = `stakeholders[${place}]`;
  const close = (id: string) => {
    home.opened = "";
    home.flush();
    home.focusAfter(id);
  };
  const drop = () => {
    const { store } = home;
    store.edit({ ...store.document, stakeholders: store.document.stakeholders.filter(({ id }) => id !== one.id) });
    close("add-person");
  };
  return html`<li class="panel wash stack" id="person-${one.id}" tabindex="-1">${textField(form, `${at}.name`)}
    <div class="pair">${choice(form, `${at}.influence`, "amount", ["low", "high"], { optional: true })}${choice(form, `${at}.interest`, "amount", ["low", "high"], { optional: true })}</div>
    ${textArea(form, `${at}.needs`, { rows: 2, optional: true })}${textArea(form, `${at}.involve`, { rows: 2 })}
    <div class="row"><button class="button" @click=${() => close(`open-${one.id}`)}>${say("close_person")}</button>
      ${home.canEdit ? html`<button class="button quiet small" @click=${drop}>${icon("cross")}${say("remove")}<span class="unseen">: ${one.name}</span></button>` : nothing}</div></li>`;
}

/** With a name from the ready-made list it stays in its line: more may follow. */
export function addPerson(home: ProjectHome, name: string): void {
  const { store } = home;
  const { stakeholders } = store.document;
  const id = newId();
  store.edit({ ...store.document, stakeholders: [...stakeholders, { id, name, influence: null, interest: null, needs: "", involve: "" }] });
  if (name) return;
  home.opened = id;
  home.focusAfter(`f-stakeholders-${stakeholders.length}-name`);
}

/** Four groups in words, not a drawing: the same on paper and on a phone. */
function mapOf({ say, project: { stakeholders } }: ProjectHome): TemplateResult | typeof nothing {
  const placed = stakeholders.filter(({ influence, interest }) => influence && interest);
  if (!placed.length) return nothing;
  return html`<section class="stack" aria-labelledby="map"><h4 id="map">${say("map")}</h4><div class="two">${CORNERS.map((corner) => html`<div class="panel wash stack tight">
    <h5>${say(`corner.${corner}`)}</h5><p class="small soft">${say(`corner_how.${corner}`)}</p>
    <p>${placed.filter((one) => cornerOf(one) === corner).map(({ name }) => name).join(", ") || say("nobody_here")}</p></div>`)}</div></section>`;
}
