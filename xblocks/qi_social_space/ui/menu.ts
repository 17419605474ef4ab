/* What one does seldom: report, follow, mute, edit, delete. Panels open in place. In the second bundle: see later.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { acts as deciding, erase, hide, history, pause } from "./deciding";
import { loadHistory } from "./facilitating";
import type { Feed } from "./feed";
import { icon } from "./field";
import { REASONS, type Post } from "./types";
import type { View } from "./view";

type Run = () => void;
type Panel = (view: View, post: Post) => TemplateResult;

export function panelOf(view: View, kind: string, post: Post): TemplateResult | typeof nothing {
  const panels: Readonly<Record<string, Panel>> = { more, report: reportPanel, delete: sureToDelete, hide, erase, pause, history };
  return panels[kind]?.(view, post) ?? nothing;
}

const more: Panel = (view, post) => html`<div class="row menu" role="group" aria-label=${view.say("more")}>${acts(view, post)}</div>`;

const act = (label: string, run: Run): TemplateResult => html`<button class="button quiet small" @click=${run}>${label}</button>`;

function acts(view: View, post: Post): readonly unknown[] {
  const { say, feed } = view;
  const panel = (kind: string) => (): void => view.show(`${kind}:${post.id}`, `${kind}-${post.id}`);
  const close = (): void => view.show("", `more-${post.id}`);
  const own: readonly (TemplateResult | typeof nothing)[] = [
    post.state !== "deleted" && feed.mayWrite ? act(say("edit"), () => { feed.openBox("edit", post); view.show("", "f-edit"); }) : nothing,
    post.card ? act(say("unshare"), () => { void feed.act<{ post: Post | null }>("unshare", { post: post.id }, "said.unshared").then((done) => { if (done && !done.post) void feed.load(); }); close(); }) : nothing,
    act(say("delete"), panel("delete")),
  ];
  return [
    ...(post.is_own ? own : [act(say("report"), panel("report")), ...about(view, post, close)]),
    act(say("copy_link"), () => { void copyLink(view, post); close(); }),
    post.edited_at && (post.is_own || feed.facilitates) ? act(say("history"), () => { panel("history")(); void loadHistory(feed, post.id).then(() => feed.history ?? view.done(`history:${post.id}`, `more-${post.id}`)); }) : nothing,
    ...(feed.facilitates ? deciding(view, post, panel) : []),
  ];
}

function about(view: View, post: Post, close: Run): readonly TemplateResult[] {
  const { say, feed } = view;
  const person = post.author;
  if (!person) return [];
  const follows = feed.me.followed.some(({ id }) => id === person.id);
  return [
    act(say(follows ? "unfollow" : "follow", { name: person.name }), () => { void feed.act("follow", { person: person.id, is_on: !follows }, follows ? "said.unfollowed" : "said.followed", post.id); close(); }),
    act(say("mute", { name: person.name }), () => { void feed.act("mute", { person: person.id, is_on: true }, "said.muted").then((done) => done && feed.load()); view.show("", "feed-title"); }),
  ];
}

async function copyLink({ feed }: View, post: Post): Promise<void> {
  const link = new URL(`${feed.args.link}#qi-post-${post.id}`, location.href).href;
  await (navigator.clipboard?.writeText(link) ?? Promise.reject()).then(() => feed.say("said.copied", undefined, post.id), () => feed.say("said.not_copied", { link }, post.id));
}

function reportPanel(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  const send = (reason: string) => (): void => { void report(feed, post, reason).then((isDone) => isDone && view.done(`report:${post.id}`, `post-${post.id}`)); };
  return html`<div class="panel wash stack tight" role="group" aria-labelledby="report-${post.id}">
    <h5 id="report-${post.id}" tabindex="-1">${say("report_why")}</h5>
    <p class="small soft">${say("report_hint")}</p>
    <div class="row">${REASONS.map((reason) => html`<button class="button" @click=${send(reason)}>${say(`reason.${reason}`)}</button>`)}
      <button class="button quiet" @click=${() => view.show("", `more-${post.id}`)}>${say("cancel")}</button></div>
    <p class="small soft">${feed.args.watched} ${say("not_an_incident_route")}</p>
  </div>`;
}

function sureToDelete(view: View, post: Post): TemplateResult {
  const { say } = view;
  return html`<div class="note stop" role="group" aria-labelledby="delete-${post.id}">${icon("warn")}<div class="stack tight">
    <p id="delete-${post.id}" tabindex="-1"><strong>${say("sure.delete")}</strong></p>
    <div class="row"><button class="button danger" @click=${() => { void remove(view.feed, post).then((isDone) => isDone && view.done(`delete:${post.id}`, `post-${post.id} feed-title`)); }}>${say("yes.delete")}</button>
      <button class="button" @click=${() => view.show("", `more-${post.id}`)}>${say("cancel")}</button></div></div></div>`;
}

async function remove(feed: Feed, post: Post): Promise<boolean> {
  const isDone = await feed.act("delete_post", { post: post.id }, "said.deleted") !== null;
  const gone = { html: "", text: "", card: null, question: "", reactions: {}, mine: [], highlight: "" };
  if (isDone) feed.everywhere(post.id, (one) => (post.is_answered || post.thread !== null ? { ...one, ...gone, state: "deleted" } : null));
  feed.changed();
  return isDone;
}

async function report(feed: Feed, post: Post, reason: string): Promise<boolean> {
  const found = await feed.act<{ state: Post["state"] }>("report_post", { post: post.id, reason }, reason === "patient" ? "said.reported_patient" : "said.reported");
  if (found) feed.everywhere(post.id, (one) => (found.state === "hidden" && !feed.facilitates ? { ...one, state: "hidden", html: "", card: null } : { ...one, state: found.state }));
  feed.changed();
  return found !== null;
}
