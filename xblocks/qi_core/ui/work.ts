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
  readonly work: WorkState;
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
      <button class="button" aria-expanded=${work.versions ? "true" : "false"} @click=${() => showVersions(owner)}>${say("work.versions")}</button>
      <button class="button danger" id="delete-work" @click=${() => { put(owner, { deleting: true }); owner.focusAfter("delete-title"); }}>${say(`work.delete_${owner.args.works_on}`)}</button>
    </div>
    ${work.message ? html`<p role="status">${work.message}</p>` : nothing}
    ${work.deleting ? deletePanel(owner) : nothing}
    ${work.versions ? versionList(owner, work.versions) : nothing}
  </section>`;
}

function versionList(owner: Owner, versions: readonly Version[]): TemplateResult {
  const { say } = owner;
  if (!versions.length) return html`<p class="soft">${say("work.no_versions")}</p>`;
  const when = (iso: string) => new Date(iso).toLocaleString(owner.args.locale, { dateStyle: "medium", timeStyle: "short" });
  return html`<ol class="stack tight" aria-label=${say("work.versions")}>${versions.map((version) => html`<li class="row apart panel">
    <span><strong>${when(version.saved_at)}</strong> <span class="soft">${owner.describeCounts(version.counts)}</span></span>
    <button class="button" @click=${() => restore(owner, version.revision)}>${say("work.restore")}<span class="unseen">: ${when(version.saved_at)}</span></button>
  </li>`)}</ol>`;
}

function deletePanel(owner: Owner): TemplateResult {
  const { say } = owner;
  return html`<div class="note stop" role="group" aria-labelledby="delete-title">${icon("warn")}<div class="stack tight">
    <p id="delete-title" tabindex="-1"><strong>${say(`work.delete_${owner.args.works_on}_sure`)}</strong></p>
    <div class="row">
      <button class="button danger" @click=${() => erase(owner)}>${say("work.delete_yes")}</button>
      <button class="button" @click=${() => { put(owner, { deleting: false }); owner.focusAfter("delete-work"); }}>${say("work.delete_no")}</button>
    </div></div></div>`;
}

/** An answer may be late: it changes the panel as it is by then, if it is still open. What was told before is over. */
function put(owner: Owner, part: Partial<WorkState>): void {
  if (owner.work.open) owner.setWork({ ...owner.work, message: "", ...part });
}

const failed = (owner: Owner): void => put(owner, { message: owner.say("work.failed") });

function done(owner: Owner, key: string): void {
  owner.setWork({ ...closedWork, open: owner.work.open, message: owner.say(key) });
}

async function showVersions(owner: Owner): Promise<void> {
  if (owner.work.versions) return put(owner, { versions: null });
  const reply = await owner.post<{ versions: readonly Version[] }>("versions", {});
  if (reply.kind !== "ok") return failed(owner);
  put(owner, { versions: reply.body.versions });
}

async function restore(owner: Owner, revision: number): Promise<void> {
  const { store } = owner;
  if (store.dirty) {
    store.flush();
    return failed(owner);
  }
  const seen = { seen: store.revision, saved_at: store.review.saved_at };
  const reply = await store.alone(() => owner.post<Loaded<unknown>>("restore", { revision, ...seen, who: owner.args.who }));
  if (reply.kind !== "ok" || store.dirty) return failed(owner);
  store.adopt(reply.body);
  done(owner, "work.restored");
}

async function erase(owner: Owner): Promise<void> {
  const reply = await owner.store.alone(() => owner.post<Loaded<unknown>>("erase_project", { confirm: "delete", who: owner.args.who }));
  if (reply.kind !== "ok") return failed(owner);
  owner.store.restart(reply.body);
  done(owner, "work.deleted");
}
