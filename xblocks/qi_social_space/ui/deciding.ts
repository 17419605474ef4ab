/* What facilitators and moderators do about one post, and its earlier words. In the second bundle: see later.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "./field";
import { decide } from "./facilitating";
import { REASONS, type Post } from "./types";
import { moment, type View } from "./view";

type Run = () => void;
const PAUSES = [1, 7, 30];

const act = (label: string, run: Run): TemplateResult => html`<button class="button quiet small" @click=${run}>${label}</button>`;
const back = (view: View, post: Post): TemplateResult =>
  html`<button class="button quiet" type="button" @click=${() => view.show("", `more-${post.id}`)}>${view.say("cancel")}</button>`;

export function acts(view: View, post: Post, panel: (kind: string) => Run): readonly unknown[] {
  const { say, feed } = view;
  const close = (): void => view.show("", `more-${post.id}`);
  const mark = (highlight: string, is_pinned: boolean) => (): void => { void feed.act("highlight", { post: post.id, highlight, is_pinned }, "said.highlighted"); close(); };
  const press = (word: string) => (): void => { void decide(feed, "decide", { post: post.id, act: word, reason: "" }, `said.${word}`); close(); };
  const isThread = post.thread === null && post.state === "visible" && post.audience !== "me";
  const isOthers = feed.moderates && !post.is_own;
  return [
    isThread ? act(say(post.is_pinned ? "unpin" : "pin"), mark(post.highlight, !post.is_pinned)) : nothing,
    ...(isThread ? ["good_example", "question"].map((one) => act(say(post.highlight === one ? `unmark.${one}` : `mark.${one}`), mark(post.highlight === one ? "" : one, post.is_pinned))) : []),
    post.state === "visible" || post.state === "held" ? act(say("hide"), panel("hide")) : nothing,
    post.state === "hidden" ? act(say("restore"), press("restore")) : nothing,
    post.state === "held" ? act(say("approve"), press("approve")) : nothing,
    isOthers ? act(say("erase"), panel("erase")) : nothing,
    isOthers && post.author ? act(say("pause"), panel("pause")) : nothing,
  ];
}

export function hide(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  const act = post.state === "hidden" ? "keep" : "hide";
  const send = (event: Event): void => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    void decide(feed, "decide", { post: post.id, act, reason: form.get("reason") ?? "", note: form.get("note") ?? "" }, `said.${act}`)
      .then((isDone) => isDone && view.done(`hide:${post.id}`, `post-${post.id} queue-title`));
  };
  return html`<form class="panel wash stack tight" aria-labelledby="hide-${post.id}" @submit=${send}>
    <h5 id="hide-${post.id}" tabindex="-1">${say("hide_why")}</h5>
    <div class="choices">${REASONS.map((reason) => html`<label class="choice"><input type="radio" name="reason" value=${reason} ?checked=${post.reports[0] === reason} /><span>${say(`reason.${reason}`)}</span></label>`)}</div>
    <div class="field"><label for="note-${post.id}">${say("hide_note")}</label><textarea id="note-${post.id}" name="note" rows="2"></textarea></div>
    <div class="row"><button class="button danger" type="submit">${say(act)}</button>${back(view, post)}</div>
  </form>`;
}

export function erase(view: View, post: Post): TemplateResult {
  const { say } = view;
  const run = (): void => { void decide(view.feed, "erase_post", { post: post.id, confirm: "erase", reason: "patient" }, "said.erased").then((isDone) => isDone && view.done(`erase:${post.id}`, `post-${post.id} queue-title`)); };
  return html`<div class="note stop" role="group" aria-labelledby="erase-${post.id}">${icon("warn")}<div class="stack tight">
    <p id="erase-${post.id}" tabindex="-1"><strong>${say("sure.erase")}</strong></p>
    <div class="row"><button class="button danger" @click=${run}>${say("yes.erase")}</button>${back(view, post)}</div></div></div>`;
}

export function pause(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  const press = (days: number) => (): void => { void feed.act("pause", { person: post.author?.id, days }, days ? "said.paused" : "said.unpaused", post.id); view.show("", `post-${post.id}`); };
  return html`<div class="panel wash stack tight" role="group" aria-labelledby="pause-${post.id}">
    <h5 id="pause-${post.id}" tabindex="-1">${say("pause_how_long", { name: post.author?.name ?? "" })}</h5>
    <div class="row">${PAUSES.map((days) => html`<button class="button" @click=${press(days)}>${say(days === 1 ? "one_day" : "days", { n: days })}</button>`)}
      <button class="button" @click=${press(0)}>${say("no_pause")}</button>${back(view, post)}</div>
  </div>`;
}

/** For its writer and for facilitators: what was there before the writer changed it. */
export function history(view: View, post: Post): TemplateResult {
  const { say, feed, locale } = view;
  const versions = feed.history?.post === post.id ? feed.history.versions : null;
  return html`<section class="panel wash stack tight" aria-labelledby="history-${post.id}">
    <h5 id="history-${post.id}" tabindex="-1">${say("history")}</h5>
    ${versions ? versions.map((one) => html`<p class="small soft">${say("until_then", { when: moment(one.replaced_at, locale) })}</p><div class="words" .innerHTML=${one.html}></div>`) : html`<p>${say("loading")}</p>`}
    <div class="row">${back(view, post)}</div></section>`;
}
