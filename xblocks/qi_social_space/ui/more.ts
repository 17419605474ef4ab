/* What one does seldom: report, follow, mute, edit, delete, and what facilitators do. Panels open in place. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { decide } from "./facilitating";
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
  if (kind === "delete") return sure(view, post, "delete", () => view.feed.remove(post));
  if (kind === "erase") return sure(view, post, "erase", () => void decide(view.feed, "erase_post", { post: post.id, confirm: "erase", reason: "patient" }, "said.erased"));
  if (kind === "hide") return hidePanel(view, post);
  return kind === "pause" ? pausePanel(view, post) : nothing;
}

const act = (label: string, run: Run): TemplateResult => html`<button class="button quiet small" @click=${run}>${label}</button>`;

function acts(view: View, post: Post): readonly (TemplateResult | typeof nothing)[] {
  const { say, feed } = view;
  const panel = (kind: string) => (): void => view.show(`${kind}:${post.id}`, `${kind}-${post.id}`);
  const own: readonly (TemplateResult | typeof nothing)[] = [
    post.state !== "deleted" && feed.mayWrite ? act(say("edit"), () => { feed.openBox("edit", post); view.show("", "f-edit"); }) : nothing,
    post.card ? act(say("unshare"), () => { void feed.act("unshare", { post: post.id }, "said.unshared").then((done) => done && feed.link(post.thread ?? post.id).then(() => feed.load())); view.show(""); }) : nothing,
    act(say("delete"), panel("delete")),
  ];
  return [
    ...(post.is_own ? own : [act(say("report"), panel("report")), ...about(view, post)]),
    act(say("copy_link"), () => { void navigator.clipboard?.writeText(`${location.href.split("#")[0]}#qi-post-${post.id}`); view.show(""); feed.say("said.copied"); }),
    ...(feed.facilitates ? facilitating(view, post, panel) : []),
  ];
}

function about(view: View, post: Post): readonly TemplateResult[] {
  const { say, feed } = view;
  const person = post.author;
  if (!person) return [];
  const follows = feed.me.followed.some(({ id }) => id === person.id);
  return [
    act(say(follows ? "unfollow" : "follow", { name: person.name }), () => { void feed.act("follow", { person: person.id, is_on: !follows }, follows ? "said.unfollowed" : "said.followed"); view.show(""); }),
    act(say("mute", { name: person.name }), () => { void feed.act("mute", { person: person.id, is_on: true }, "said.muted").then((done) => done && feed.load()); view.show(""); }),
  ];
}

function facilitating(view: View, post: Post, panel: (kind: string) => Run): readonly (TemplateResult | typeof nothing)[] {
  const { say, feed } = view;
  const mark = (highlight: string, is_pinned: boolean) => (): void => { void feed.act("highlight", { post: post.id, highlight, is_pinned }, "said.highlighted"); view.show(""); };
  const press = (word: string) => (): void => { void decide(feed, "decide", { post: post.id, act: word, reason: "" }, `said.${word}`); view.show(""); };
  const isThread = post.thread === null && post.state === "visible" && post.audience !== "me";
  return [
    isThread ? act(say(post.is_pinned ? "unpin" : "pin"), mark(post.highlight, !post.is_pinned)) : nothing,
    ...(isThread ? ["good_example", "question"].map((one) => act(say(post.highlight === one ? `unmark.${one}` : `mark.${one}`), mark(post.highlight === one ? "" : one, post.is_pinned))) : []),
    post.state === "visible" || post.state === "held" ? act(say("hide"), panel("hide")) : nothing,
    post.state === "hidden" ? act(say("restore"), press("restore")) : nothing,
    post.state === "held" ? act(say("approve"), press("approve")) : nothing,
    feed.moderates && !post.is_own ? act(say("erase"), panel("erase")) : nothing,
    feed.moderates && !post.is_own && post.author ? act(say("pause"), panel("pause")) : nothing,
  ];
}

function reportPanel(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  const send = (reason: string) => (): void => { void feed.report(post, reason); view.show("", "said"); };
  return html`<div class="panel wash stack tight" role="group" aria-labelledby="report-${post.id}">
    <h5 id="report-${post.id}" tabindex="-1">${say("report_why")}</h5>
    <p class="small soft">${say("report_hint")}</p>
    <div class="row">${REASONS.map((reason) => html`<button class="button" @click=${send(reason)}>${say(`reason.${reason}`)}</button>`)}
      <button class="button quiet" @click=${() => view.show("", `more-${post.id}`)}>${say("cancel")}</button></div>
    <p class="small soft">${feed.args.watched} ${say("not_an_incident_route")}</p>
  </div>`;
}

function sure(view: View, post: Post, kind: "delete" | "erase", run: Run): TemplateResult {
  const { say } = view;
  return html`<div class="note stop" role="group" aria-labelledby="${kind}-${post.id}">${icon("warn")}<div class="stack tight">
    <p id="${kind}-${post.id}" tabindex="-1"><strong>${say(`sure.${kind}`)}</strong></p>
    <div class="row"><button class="button danger" @click=${() => { view.show("", "said"); run(); }}>${say(`yes.${kind}`)}</button>
      <button class="button" @click=${() => view.show("", `more-${post.id}`)}>${say("cancel")}</button></div></div></div>`;
}

function hidePanel(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  const hide = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void decide(feed, "decide", { post: post.id, act: "hide", reason: form.get("reason") ?? "", note: form.get("note") ?? "" }, "said.hide")
      .then((isDone) => isDone && view.show("", "said"));
  };
  return html`<form class="panel wash stack tight" aria-labelledby="hide-${post.id}" @submit=${hide}>
    <h5 id="hide-${post.id}" tabindex="-1">${say("hide_why")}</h5>
    <div class="choices">${REASONS.map((reason) => html`<label class="choice"><input type="radio" name="reason" value=${reason} /><span>${say(`reason.${reason}`)}</span></label>`)}</div>
    <div class="field"><label for="note-${post.id}">${say("hide_note")}</label><textarea id="note-${post.id}" name="note" rows="2"></textarea></div>
    <div class="row"><button class="button danger" type="submit">${say("hide")}</button>
      <button class="button quiet" type="button" @click=${() => view.show("", `more-${post.id}`)}>${say("cancel")}</button></div>
  </form>`;
}

function pausePanel(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  const pause = (days: number) => (): void => { void feed.act("pause", { person: post.author?.id, days }, days ? "said.paused" : "said.unpaused"); view.show("", "said"); };
  return html`<div class="panel wash stack tight" role="group" aria-labelledby="pause-${post.id}">
    <h5 id="pause-${post.id}" tabindex="-1">${say("pause_how_long", { name: post.author?.name ?? "" })}</h5>
    <div class="row">${[1, 7, 30].map((days) => html`<button class="button" @click=${pause(days)}>${say(days === 1 ? "one_day" : "days", { n: days })}</button>`)}
      <button class="button" @click=${pause(0)}>${say("no_pause")}</button>
      <button class="button quiet" @click=${() => view.show("", `more-${post.id}`)}>${say("cancel")}</button></div>
  </div>`;
}
