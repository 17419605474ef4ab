/* What one does seldom: report, follow, mute, edit, delete. What facilitators do comes later. Panels open in place. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "./field";
import { REASONS, type Post } from "./types";
import type { View } from "./view";

type Run = () => void;

export function moreActions(view: View, post: Post): TemplateResult {
  const { say } = view;
  const name = `more:${post.id}`;
  const isOpen = view.open === name;
  return html`<button class="button quiet small" id="more-${post.id}" aria-expanded=${isOpen ? "true" : "false"}
    @click=${() => view.show(isOpen ? "" : name)}>${say("more")}<span class="unseen">: ${post.author?.name ?? say("former_learner")}</span></button>`;
}

export function panelOf(view: View, post: Post): TemplateResult | typeof nothing {
  const [kind, id] = view.open.split(":");
  if (Number(id) !== post.id) return nothing;
  if (kind === "more") return html`<div class="row menu" role="group" aria-label=${view.say("more")}>${acts(view, post)}</div>`;
  if (kind === "report") return reportPanel(view, post);
  if (kind === "delete") return sureToDelete(view, post);
  return view.feed.later?.panelOf(view, kind ?? "", post) ?? nothing;
}

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
    post.edited_at && (post.is_own || feed.facilitates) ? act(say("history"), () => void view.need().then((found) => found?.loadHistory(feed, post.id)).then(panel("history"))) : nothing,
    ...(feed.facilitates ? feed.later?.acts(view, post, panel) ?? [] : []),
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
  const send = (reason: string) => (): void => { void feed.report(post, reason).then(() => view.show("", `post-${post.id}`)); };
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
    <div class="row"><button class="button danger" @click=${() => { void view.feed.remove(post).then(() => view.show("", `post-${post.id} feed-title`)); }}>${say("yes.delete")}</button>
      <button class="button" @click=${() => view.show("", `more-${post.id}`)}>${say("cancel")}</button></div></div></div>`;
}
