/* A box to write in: for a post, a reply or an edit. The confidentiality line above, what happened below. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Draft } from "./drafts";
import type { Box } from "./boxes";
import type { Feed } from "./feed";
import { icon, textArea, type Form } from "./field";
import { QUESTIONS } from "./types";
import type { View } from "./view";

function formOf(view: View, box: Box, draft: Draft): Form {
  return {
    say: view.say,
    value: draft.text,
    locked: draft.sending === "sending",
    problem: draft.problem,
    doubts: draft.doubts.filter(({ path }) => path === "text"),
    set: (text) => view.feed.type(box, text),
    markSafe: () => markSafe(view, box),
  };
}

/** All that was pointed out is called safe at once, and the text goes on its way, or into the preview it was asked for. */
function markSafe(view: View, box: Box): void {
  view.feed.set(box, (draft) => ({ ...draft, confirmed: [...draft.confirmed, ...draft.doubts.map(({ mark }) => mark)], doubts: [] }));
  void (view.feed.draft(box)?.wanted === "preview" ? showPreview(view) : submit(view, box));
}

async function submit(view: View, box: Box): Promise<void> {
  const about = view.feed.about[box];
  const next = box === "reply" ? nextInQueue(view.feed, about) : "";
  const sent = await view.feed.send(box);
  view.focusAfter(sent ? `${next} post-${sent} post-${about} queue-title` : view.feed.draft(box)?.problem || !view.feed.draft(box)?.offer ? `f-${box}` : "chosen");
}

/** Where a facilitator goes on when an entry of the queue is done with. */
function nextInQueue({ queue }: Feed, post: number | undefined): string {
  const place = queue?.queue.findIndex((one) => one.post === post) ?? -1;
  return place < 0 ? "" : `post-${queue!.queue[place + 1]?.post ?? 0}`;
}

const field = (form: Form, box: Box): TemplateResult =>
  box === "reply" ? textArea(form, "reply") : box === "edit" ? textArea(form, "edit") : textArea(form, "new");

export function writingBox(view: View, box: Box): TemplateResult | typeof nothing {
  const draft = view.feed.draft(box);
  if (!draft) return nothing;
  const { say, feed } = view;
  const { args } = feed;
  const press = (event: Event): void => { event.preventDefault(); void submit(view, box); };
  return html`<form class="box stack tight" novalidate @submit=${press}>
    <p class="aside">${icon("shield")}<span>${say("confidentiality_line")}</span></p>
    ${box === "new" && args.confidentiality ? html`<p class="small soft">${args.confidentiality}</p>` : nothing}
    ${field(formOf(view, box, draft), box)}
    ${starters(view, box, box === "reply" ? repliesBegin(view) : box === "new" && !draft.text ? args.starters : [])}
    ${box === "new" ? html`${options(view, draft)}${sharing(view, draft)}` : nothing}
    ${draft.preview ? feed.later?.previewOf(view, draft) : nothing}
    ${cardDoubts(view, box, draft)}
    <div class="row">
      <button class="button primary" type="submit" aria-disabled=${draft.sending === "sending" ? "true" : "false"}>${say(draft.sending === "sending" ? "sending" : `send.${box}`)}</button>
      ${box === "new" ? html`<button class="button" type="button" @click=${() => showPreview(view)}>${say("preview")}</button>` : nothing}
      ${box !== "new" ? html`<button class="button quiet" type="button" @click=${() => { const about = feed.about[box]; feed.closeBox(box); view.focusAfter(`post-${about}`); }}>${say("cancel")}</button>` : nothing}
    </div>
    ${whatHappened(view, draft)}
  </form>`;
}

async function showPreview(view: View): Promise<void> {
  const { feed } = view;
  const draft = feed.drafts.new;
  if (!draft || draft.problem) return;
  feed.set("new", (now) => ({ ...now, wanted: "preview" })); // before what shows it is there: doubts may be called safe meanwhile
  await (await view.need())?.preview(feed);
  if (feed.drafts.new?.preview) view.focusAfter("preview");
}

function sharing(view: View, draft: Draft): unknown {
  const { say, feed, open } = view;
  if (draft.offer) return feed.later?.picker(view, draft);
  const isOpen = open === "share";
  const toggle = async (): Promise<void> => {
    if (isOpen) return view.show("");
    await (await view.need())?.loadOffers(feed);
    if (feed.offers) view.show("share", "offers");
  };
  return html`<button class="link small fit" type="button" aria-expanded=${isOpen ? "true" : "false"} @click=${toggle}>${say("share_something")}</button>
    ${isOpen ? feed.later?.picker(view, draft) : nothing}`;
}

function options({ say, feed }: View, draft: Draft): TemplateResult {
  const { args } = feed;
  const pick = (name: "audience" | "topic") => (event: Event): void => feed.set("new", (one) => ({ ...one, [name]: (event.target as HTMLSelectElement).value }));
  const isSending = draft.sending === "sending";
  const audiences = ["everyone", "facilitators", ...(args.private_answers ? ["me"] : [])];
  return html`<div class="row options">
    <label class="inline"><span>${say("label.audience")}</span><select ?disabled=${isSending} @change=${pick("audience")} .value=${draft.audience}>
      ${audiences.map((one) => html`<option value=${one} ?selected=${one === draft.audience}>${say(`audience.${one}`)}</option>`)}</select></label>
    ${args.topics.length ? html`<label class="inline"><span>${say("label.topic")}</span><select ?disabled=${isSending} @change=${pick("topic")} .value=${draft.topic}>
      <option value="">${say("no_topic")}</option>
      ${args.topics.map(({ key, label }) => html`<option value=${key} ?selected=${key === draft.topic}>${label}</option>`)}</select></label>` : nothing}
  </div>`;
}

/** What a helpful answer can begin with, where the thread asked one of the three questions. */
function repliesBegin({ say, feed }: View): readonly string[] {
  const all = [...feed.page.pinned, ...feed.page.threads, ...(feed.linked ? [feed.linked] : [])];
  const about = feed.about.reply;
  const question = all.find(({ post, replies }) => post.id === about || replies.some(({ id }) => id === about))?.post.question;
  return (QUESTIONS as readonly string[]).includes(question ?? "") ? [1, 2].map((n) => say(`starter.${question}.${n}`)) : [];
}

function starters({ say, feed, focusAfter }: View, box: Box, all: readonly string[]): TemplateResult | typeof nothing {
  if (!all.length) return nothing;
  const begin = (words: string): void => { feed.type(box, `${feed.draft(box)?.text ?? ""}${words} `); focusAfter(`f-${box}`); };
  return html`<div class="row starters" role="group" aria-label=${say("starters")}>${all.map((words) =>
    html`<button class="button quiet small" type="button" @click=${() => begin(words)}>${words}</button>`)}</div>`;
}

function cardDoubts(view: View, box: Box, draft: Draft): TemplateResult | typeof nothing {
  const doubts = draft.doubts.filter(({ path }) => path !== "text");
  if (!doubts.length) return nothing;
  const { say } = view;
  return html`<div class="note warn">${icon("shield")}<div class="grow stack tight">
    <p>${say(doubts.some(({ kind }) => kind === "small_number") ? "small_number" : "card_could_identify")}</p>
    <button class="link" type="button" @click=${() => markSafe(view, box)}>${say("safe_continue")}</button>
  </div></div>`;
}

function whatHappened({ say }: View, draft: Draft): TemplateResult | typeof nothing {
  const state = draft.sending === "sending" ? draft.before : draft.sending;
  if (state === "idle") return nothing;
  const key = `not_sent.${state === "refused" ? draft.reason : state}`;
  const words = say(key);
  return html`<p class="note stop" role="alert">${icon("warn")}<span>${words === key ? say("not_sent.changed") : words}</span></p>`;
}
