/* Earlier versions of each tool's document: when, what changed in words, all of it to look at, and the way back. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { Reply } from "../../qi_core/ui/post";
import type { Loaded } from "../../qi_core/ui/store";
import type { Project } from "./document";
import type { ProjectHome } from "./home";
import type { Artefact, MyProjects, State, Told, Version } from "./my_projects";

const SHOWN = 8;

export function versionsPart(record: MyProjects): TemplateResult {
  const { say, artefacts } = record;
  return html`<section class="stack" aria-labelledby="versions"><h4 id="versions" tabindex="-1">${say("work.versions")}</h4>
    <p class="soft">${say("record.versions_intro")}</p>
    ${artefacts ? artefactChoice(record, artefacts) : html`<div><button class="button" @click=${() => void show(record)}>${say("record.versions_show")}</button></div>`}
  </section>`;
}

async function show(record: MyProjects): Promise<void> {
  record.home.flush();
  const reply = await record.home.post<{ artefacts: readonly Artefact[] }>("history", {});
  if (reply.kind !== "ok") return void record.fail(reply);
  const { artefacts } = reply.body;
  Object.assign(record, { artefacts, revision: 0, version: null, failure: "" });
  record.tool = artefacts.some(({ tool }) => tool === record.tool) ? record.tool : artefacts[0]?.tool ?? "";
  record.land("version-tool");
}

function artefactChoice(record: MyProjects, artefacts: readonly Artefact[]): TemplateResult {
  const { say } = record;
  const chosen = artefacts.find(({ tool }) => tool === record.tool);
  if (!chosen) return html`<p class="soft">${say("record.nothing_saved")}</p>`;
  const choose = (event: Event): void => {
    Object.assign(record, { tool: (event.target as HTMLSelectElement).value, revision: 0, version: null, all: false });
    record.home.requestUpdate();
  };
  return html`<div class="field narrow"><label for="version-tool">${say("record.versions_of")}</label>
      <select id="version-tool" @change=${choose}>${artefacts.map(({ tool, name }) => html`<option value=${tool} ?selected=${tool === record.tool}>${name}</option>`)}</select></div>
    ${stateList(record, chosen)}`;
}

function stateList(record: MyProjects, { states }: Artefact): TemplateResult {
  const { say } = record;
  const shown = record.all ? states : states.slice(0, SHOWN);
  return html`<ol class="stack tight" aria-label=${say("work.versions")}>${shown.map((state, place) => html`<li class="panel stack tight">${stateRow(record, state, place === 0)}</li>`)}</ol>
    ${states.length === 1 ? html`<p class="soft">${say("work.no_versions")}</p>` : nothing}
    ${shown.length < states.length ? html`<div><button class="button" @click=${() => { record.all = true; record.home.focusAfter(`state-${states[SHOWN]?.revision}`); }}>${say("record.versions_all", { n: states.length })}</button></div>` : nothing}`;
}

function stateRow(record: MyProjects, state: State, isNow: boolean): TemplateResult {
  const { say } = record;
  const isOpen = state.revision === record.revision;
  const when = record.time(state.saved_at);
  return html`<div class="row apart"><p><strong>${when}</strong>${isNow ? html` <span class="mark">${icon("tick")} ${say("record.is_now")}</span>` : nothing}</p>
      <button class="button quiet small" id="state-${state.revision}" aria-expanded=${isOpen ? "true" : "false"} @click=${() => void open(record, state, isOpen)}>${say("record.see_changes")}<span class="unseen">: ${when}</span></button></div>
    ${isOpen && record.version ? versionView(record, record.version, state, isNow) : nothing}`;
}

export async function open(record: MyProjects, { revision }: State, isOpen: boolean): Promise<void> {
  Object.assign(record, { revision: isOpen ? 0 : revision, version: null, whole: false, message: "", failure: "" });
  record.home.requestUpdate();
  if (isOpen) return;
  const { tool } = record;
  const reply = await record.home.post<Version>("version", { tool, revision });
  if (record.tool !== tool || record.revision !== revision) return;
  if (reply.kind !== "ok") return void record.fail(reply);
  record.version = reply.body;
  record.home.requestUpdate();
}

function versionView(record: MyProjects, version: Version, state: State, isNow: boolean): TemplateResult {
  const { say } = record;
  const toggle = (): void => { record.whole = !record.whole; record.home.requestUpdate(); };
  const told = version.is_first ? say("record.first_version") : version.changes.length ? "" : say("record.no_change");
  return html`<div class="stack tight" role="group" aria-label=${say("record.changed")}>
    ${told ? html`<p class="soft">${told}</p>` : html`<ul class="stack tight told">${version.changes.map((one) => change(record, one))}</ul>`}
    <div class="row"><button class="button small" aria-expanded=${record.whole ? "true" : "false"} @click=${toggle}>${say("record.look")}</button>
      ${isNow ? nothing : html`<button class="button small" @click=${() => void restore(record, state.revision)}>${say("work.restore")}</button>`}</div>
    ${record.whole ? html`<div class="outline">${version.outline.map(({ rows, fields }) => html`<section class="stack tight">${rows ? html`<h5>${rows}</h5>` : nothing}
      <dl>${fields.map(({ label, text }) => html`<div><dt>${label}</dt><dd>${text}</dd></div>`)}</dl></section>`)}</div>` : nothing}
  </div>`;
}

/** Was and now stand one under the other, each with its word: no colour tells them apart. */
function change({ say }: MyProjects, { kind, where, was, now }: Told): TemplateResult {
  const line = (key: string, text: string) => html`<p><span class="small soft">${say(key)}</span> ${text || say("conflict.nothing")}</p>`;
  if (kind === "more") return html`<li class="soft">${where}</li>`;
  if (kind === "moved") return html`<li><p><strong>${where}</strong>: ${say("record.moved")}</p></li>`;
  return html`<li><p><strong>${where}</strong></p>
    ${kind === "added" ? line("record.added", now) : kind === "removed" ? line("record.removed", was) : html`${line("record.was", was)}${line("record.now", now)}`}</li>`;
}

export function restore(record: MyProjects, revision: number): Promise<boolean> {
  const { tool } = record;
  return record.inTurn(`restore ${tool} ${revision}`, () => goBack(record, tool, revision));
}

async function goBack(record: MyProjects, tool: string, revision: number): Promise<boolean> {
  const { home, say } = record;
  if (!(await record.isSaved())) return false;
  const now = record.artefacts?.find((one) => one.tool === tool)?.states[0];
  const post = (seen = now?.revision) => home.post("restore_version", { tool, revision, seen, who: home.args.who });
  const reply = await (tool === "project" ? restoreOwn(home, () => post(home.store.revision)) : post());
  await show(record);
  if (reply.kind !== "ok") return record.fail(reply);
  record.done(say("work.restored"), "versions");
  return true;
}

/** What is typed meanwhile stays in the page: its save then meets the restored version as it meets another window's. */
function restoreOwn({ store, post }: ProjectHome, restored: () => Promise<Reply<unknown>>): Promise<Reply<unknown>> {
  return store.alone(async () => {
    const reply = await restored();
    if (reply.kind !== "ok" && reply.kind !== "refused") return reply;
    const own = await post<Loaded<Project>>("load", {});
    if (own.kind === "ok" && !store.dirty) store.adopt(own.body);
    return reply.kind === "ok" ? own : reply;
  });
}
