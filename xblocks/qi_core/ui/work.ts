/* "Your work": print, earlier versions, a copy of everything, and deleting it for good. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "./icons";
import type { Post } from "./post";
import type { Loaded, Store } from "./store";
import type { Say } from "./words";

export interface Version { readonly revision: number; readonly saved_at: string; readonly counts: Readonly<Record<string, number>> }
export interface WorkState {
  readonly open: boolean;
  readonly versions: readonly Version[] | null;
  readonly deleting: boolean;
  readonly message: string;
}
export const closedWork: WorkState = { open: false, versions: null, deleting: false, message: "" };

interface Owner {
  readonly say: Say;
  readonly store: Store<any>;
  readonly post: Post;
  readonly args: { readonly locale: string; readonly works_on: "project" | "practice"; readonly who: string; readonly project?: { readonly title: string } };
  readonly urlOf: (handler: string, suffix?: string) => string;
  setWork(next: WorkState): void;
  describeCounts(counts: Readonly<Record<string, number>>): string;
  printLinks(): TemplateResult | typeof nothing;
  focusAfter(id: string): void;
}

export function workPanel(owner: Owner, work: WorkState): TemplateResult | typeof nothing {
  if (!work.open) return nothing;
  const { say } = owner;
  return html`<section class="work stack no-print" aria-labelledby="work-title">
    <h4 id="work-title" tabindex="-1">${say("your_work")} <span class="soft">${owner.args.project?.title}</span></h4>
    <p class="soft">${say(`work.${owner.args.works_on}`)}</p>
    <div class="row">
      ${owner.printLinks()}
      <a class="button" href=${owner.urlOf("export_work")} download="my-improvement-work.json">${say("work.export")}</a>
      <button class="button" aria-expanded=${work.versions ? "true" : "false"} @click=${() => showVersions(owner, work)}>${say("work.versions")}</button>
      <button class="button danger" id="delete-work" @click=${() => { owner.setWork({ ...work, deleting: true }); owner.focusAfter("delete-title"); }}>${say(`work.delete_${owner.args.works_on}`)}</button>
    </div>
    ${work.message ? html`<p role="status">${work.message}</p>` : nothing}
    ${work.deleting ? deletePanel(owner, work) : nothing}
    ${work.versions ? versionList(owner, work, work.versions) : nothing}
  </section>`;
}

function versionList(owner: Owner, work: WorkState, versions: readonly Version[]): TemplateResult {
  const { say } = owner;
  if (!versions.length) return html`<p class="soft">${say("work.no_versions")}</p>`;
  const when = (iso: string) => new Date(iso).toLocaleString(owner.args.locale, { dateStyle: "medium", timeStyle: "short" });
  return html`<ol class="stack tight" aria-label=${say("work.versions")}>${versions.map((version) => html`<li class="row apart panel">
    <span><strong>${when(version.saved_at)}</strong> <span class="soft">${owner.describeCounts(version.counts)}</span></span>
    <button class="button" @click=${() => restore(owner, work, version.revision)}>${say("work.restore")}<span class="unseen">: ${when(version.saved_at)}</span></button>
  </li>`)}</ol>`;
}

function deletePanel(owner: Owner, work: WorkState): TemplateResult {
  const { say } = owner;
  return html`<div class="note stop" role="group" aria-labelledby="delete-title">${icon("warn")}<div class="stack tight">
    <p id="delete-title" tabindex="-1"><strong>${say(`work.delete_${owner.args.works_on}_sure`)}</strong></p>
    <div class="row">
      <button class="button danger" @click=${() => erase(owner, work)}>${say("work.delete_yes")}</button>
      <button class="button" @click=${() => { owner.setWork({ ...work, deleting: false }); owner.focusAfter("delete-work"); }}>${say("work.delete_no")}</button>
    </div></div></div>`;
}

async function showVersions(owner: Owner, work: WorkState): Promise<void> {
  if (work.versions) return owner.setWork({ ...work, versions: null });
  const reply = await owner.post<{ versions: readonly Version[] }>("versions", {});
  owner.setWork(reply.kind === "ok" ? { ...work, versions: reply.body.versions } : { ...work, message: owner.say("work.failed") });
}

async function restore(owner: Owner, work: WorkState, revision: number): Promise<void> {
  const { store } = owner;
  if (store.dirty) {
    store.flush();
    return owner.setWork({ ...work, message: owner.say("work.failed") });
  }
  const seen = { seen: store.revision, saved_at: store.review.saved_at };
  const reply = await store.alone(() => owner.post<Loaded<unknown>>("restore", { revision, ...seen, who: owner.args.who }));
  if (reply.kind !== "ok" || store.dirty) return owner.setWork({ ...work, message: owner.say("work.failed") });
  store.adopt(reply.body);
  owner.setWork({ ...closedWork, open: true, message: owner.say("work.restored") });
}

async function erase(owner: Owner, work: WorkState): Promise<void> {
  const reply = await owner.store.alone(() => owner.post<Loaded<unknown>>("erase_project", { confirm: "delete", who: owner.args.who }));
  if (reply.kind !== "ok") return owner.setWork({ ...work, message: owner.say("work.failed") });
  owner.store.restart(reply.body);
  owner.setWork({ ...closedWork, open: true, message: owner.say("work.deleted") });
}
