/* Ready-made texts: a charter to start from, people to think of. They fill what is empty; nothing is overwritten. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { TEAM_MAX, withCharter } from "./charter";
import type { ProjectHome } from "./home";
import { addPerson } from "./people";
import { isTyping } from "./typing";

export interface Starter { readonly id: string; readonly title: string; readonly summary: string }
interface ReadyCharter {
  readonly setting: string; readonly note: string;
  readonly parts: Readonly<Record<"why" | "affected" | "inside" | "outside" | "benefit" | "barriers", { readonly starter: string }>>;
  readonly team: readonly { readonly role: string; readonly does: string }[];
}
export interface Group { readonly key: string; readonly name: string; readonly question: string; readonly examples: readonly string[] }

async function template<T>(home: ProjectHome, path: string): Promise<T | null> {
  const response = await fetch(home.urlOf("template", path), { credentials: "same-origin" }).catch(() => null);
  if (!response?.ok) home.told = home.say("starter_failed");
  return response?.ok ? ((await response.json()) as T) : null;
}

export function starterPanel(home: ProjectHome): TemplateResult | typeof nothing {
  const { say, args } = home;
  const rank = ({ id }: Starter) => (id === args.starter ? 0 : 1);
  const starters = [...args.ready_made.charters].sort((a, b) => rank(a) - rank(b));
  if (!starters.length) return nothing;
  return html`<details class="panel" ?open=${home.offersCharter}><summary>${say("charter_starters")}</summary><div class="stack tight">
    <p class=${home.told ? "small" : "small soft"}>${home.told || say("starters_note")}</p><ul class="stack tight">${starters.map((one) => html`<li class="row apart"><span class="grow"><strong>${one.title}</strong><br /><span class="soft small">${one.summary}</span></span>
      <button class="button" @click=${() => void fillCharter(home, one)}>${say("starter_use")}<span class="unseen">: ${one.title}</span></button></li>`)}</ul></div></details>`;
}

async function fillCharter(home: ProjectHome, starter: Starter): Promise<void> {
  const found = await template<ReadyCharter>(home, `charters/${starter.id}`);
  if (!found) return home.requestUpdate();
  const { charter } = home.project;
  const texts = Object.entries(found.parts).map(([name, part]) => [name, (charter as unknown as Record<string, string>)[name] || part.starter]);
  const team = charter.team.length ? charter.team : found.team.map((one) => ({ id: newId(), printed_as: "", ...one })).slice(0, TEAM_MAX);
  home.offersCharter = false;
  withCharter(home, { ...Object.fromEntries(texts), setting: charter.setting || found.setting, team });
  home.told = home.say("starter_used", { title: starter.title });
  if (!isTyping()) home.focusAfter("f-charter-why");
}

export function groupsPanel(home: ProjectHome): TemplateResult | typeof nothing {
  const { say, args, groups, project } = home;
  if (!args.ready_made.stakeholders.length) return nothing;
  const known = new Set(project.stakeholders.map(({ name }) => name));
  return html`<details class="panel" @toggle=${() => void loadGroups(home)}><summary>${say("people_starters")}</summary>${groups.length ? nothing : html`<p class="soft">${home.told || say("more_waits")}</p>`}<ul class="stack">${groups.map((group) => html`<li class="stack tight">
    <p><strong>${group.name}</strong><br /><span class="small soft">${group.question}</span></p>
    <div class="row">${group.examples.map((name) => example(home, name, known.has(name)))}</div></li>`)}</ul></details>`;
}

/** Who is in the list stays here with a tick: nothing moves under the finger, and the focus has its place. */
function example(home: ProjectHome, name: string, isKnown: boolean): TemplateResult {
  return html`<button class="button small" aria-disabled=${isKnown ? "true" : "false"} @click=${() => { if (!isKnown) addPerson(home, name); }}>${icon(isKnown ? "tick" : "plus")}${name}</button>`;
}

async function loadGroups(home: ProjectHome): Promise<void> {
  if (home.groups.length) return;
  home.told = "";
  const found = await Promise.all(home.args.ready_made.stakeholders.map(({ id }) => template<{ readonly groups: readonly Group[] }>(home, `stakeholders/${id}`)));
  home.groups = found.every(Boolean) ? found.flatMap((one) => one?.groups ?? []) : [];
  home.requestUpdate();
}
