/* The charter: one page that says why, for whom, what is in and what is out, and who does it. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { notes, textArea, textField } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import type { Charter, Member } from "./document";
import type { ProjectHome } from "./home";
import { starterPanel } from "./starters";

export const TEAM_MAX = 30;

export function charterPage(home: ProjectHome): TemplateResult {
  const { say, form, project: { charter } } = home;
  return html`<div class="stack"><p>${say("charter_intro")}</p>
    <p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
    ${home.canEdit ? starterPanel(home) : nothing}
    ${textField(form, "charter.setting", { optional: true })}
    ${textArea(form, "charter.why")}
    ${textArea(form, "charter.affected", { rows: 2 })}
    <div class="pair">${textArea(form, "charter.inside")}${textArea(form, "charter.outside", { optional: true })}</div>
    ${textArea(form, "charter.benefit", { rows: 2, optional: true })}
    ${textArea(form, "charter.barriers", { rows: 2, optional: true })}
    <section class="stack" aria-labelledby="team"><h4 id="team">${say("team")}</h4><p class="soft">${say("team_intro")}</p>
      <ul class="stack">${charter.team.map((member, place) => memberFields(home, member, place))}</ul>${notes(form, "charter.team")}
      ${home.canEdit && charter.team.length < TEAM_MAX ? html`<div class="row"><button class="button" id="add-member" @click=${() => addMember(home)}>${icon("plus")}${say("add_member")}</button></div>` : nothing}</section>
  </div>`;
}

function memberFields(home: ProjectHome, { id, role }: Member, place: number): TemplateResult {
  const { say, form } = home;
  const at = `charter.team[${place}]`;
  return html`<li class="panel wash stack tight"><div class="pair">${textField(form, `${at}.role`)}${textField(form, `${at}.printed_as`, { optional: true })}</div>
    ${textField(form, `${at}.does`, { optional: true })}
    ${home.canEdit ? html`<div class="row"><button class="button quiet small" @click=${() => dropMember(home, id)}>${icon("cross")}${say("remove")}<span class="unseen">: ${role}</span></button></div>` : nothing}</li>`;
}

export function withCharter(home: ProjectHome, change: Partial<Charter>): void {
  const { store } = home;
  store.edit({ ...store.document, charter: { ...store.document.charter, ...change } });
}

function addMember(home: ProjectHome): void {
  const { team } = home.project.charter;
  withCharter(home, { team: [...team, { id: newId(), role: "", printed_as: "", does: "" }] });
  home.focusAfter(`f-charter-team-${team.length}-role`);
}

function dropMember(home: ProjectHome, id: string): void {
  withCharter(home, { team: home.project.charter.team.filter((one) => one.id !== id) });
  home.focusAfter("add-member");
}
