/* The talk itself: the prompt and the box first, then what is new, then the posts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { writingBox } from "./box";
import { threadView } from "./post";
import { sinceLastHere } from "./surroundings";
import { SORTS } from "./types";
import type { View } from "./view";

export function conversation(view: View): TemplateResult {
  const { say, feed } = view;
  const { linked } = feed;
  return html`
    ${composer(view)}
    ${sinceLastHere(view)}
    ${linked ? html`<section class="linked stack tight" aria-label=${say("linked")}><p class="row apart"><strong>${say("linked")}</strong>
      <button class="link small" @click=${() => { feed.linked = null; view.focusAfter("feed-title"); }}>${say("close")}</button></p>
      <ul>${threadView(view, linked)}</ul></section>` : nothing}
    ${feed.me.is_open ? posts(view) : html`<section class="stack tight"><p class="note">${say("opens_after")}</p><ul class="threads">${feed.page.threads.map((thread) => threadView(view, thread))}</ul></section>`}`;
}

function composer(view: View): TemplateResult | typeof nothing {
  const { say, feed } = view;
  const { args, me } = feed;
  const prompt = html`${args.prompt_html ? html`<div class="prompt" .innerHTML=${args.prompt_html}></div>` : nothing}
    ${args.follow_up ? html`<p class="note">${say("for_facilitators", { text: args.follow_up })}</p>` : nothing}`;
  if (!feed.mayWrite) return html`<section class="stack tight">${prompt}<p class="note">${say("read_only")}</p></section>`;
  if (!me.accepted || me.paused_until) return html`<section class="stack tight">${prompt}</section>`;
  if (me.has_declined && !feed.drafts.new?.offer) {
    return html`<section class="stack tight">${prompt}<p class="soft" id="declined" tabindex="-1">${say("you_declined")}
      <button class="link" @click=${() => feed.act("decline", { declines: false }, "said.undeclined").then(() => view.focusAfter("f-new"))}>${say("post_after_all")}</button></p></section>`;
  }
  const quietly = me.todo.some(({ rule }) => rule === "post") || !me.is_open;
  return html`<section class="stack tight">${prompt}
    ${writingBox(view, "new")}
    ${quietly ? html`<button class="link small fit" @click=${() => feed.act("decline", { declines: true }, "said.declined").then((done) => done && feed.load()).then(() => view.focusAfter("declined feed-title"))}>${say("rather_not")}</button>` : nothing}
  </section>`;
}

function posts(view: View): TemplateResult {
  const { say, feed } = view;
  const { page, fresh } = feed;
  const all = [...page.pinned, ...page.threads].filter(({ post }) => post.id !== feed.linked?.post.id);
  return html`<section class="stack" aria-labelledby="feed-title" aria-busy=${feed.busy ? "true" : "false"}>
    <h4 id="feed-title" tabindex="-1">${say("feed_title")}</h4>
    ${all.length || feed.sort !== "new" || feed.topic ? sorts(view) : nothing}
    ${feed.sort === "following" ? followed(view) : nothing}
    ${fresh.length ? html`<button class="button fit fresh" @click=${() => { const first = fresh[0]!.post.id; feed.showFresh(); view.focusAfter(`post-${first}`); }}>${say(fresh.length === 1 ? "show_one_new" : "show_new", { n: fresh.length })}</button>` : nothing}
    ${all.length ? html`<ul class="threads">${all.map((thread) => threadView(view, thread))}</ul>` : html`<p class="empty">${say(`empty.${feed.sort}`)}</p>`}
    ${page.after === null ? nothing : html`<button class="button fit" @click=${() => feed.load({ more: true }).then((is) => is && view.focusAfter(`post-${feed.page.threads[page.threads.length]?.post.id}`))}>${say("load_more")}</button>`}
  </section>`;
}

/** Whom and what one follows, each with the way out. */
function followed({ say, feed }: View): TemplateResult | typeof nothing {
  const stop = (name: string, which: object): TemplateResult =>
    html`<button class="link small" @click=${() => feed.act("follow", { ...which, is_on: false }, "said.unfollowed").then(() => feed.load())}>${say("unfollow", { name })}</button>`;
  const topics = feed.args.topics.filter(({ key }) => feed.me.topics.includes(key));
  return html`<div class="row">${feed.me.followed.map(({ id, name }) => stop(name, { person: id }))}${topics.map(({ key, label }) => stop(label, { topic: key }))}</div>`;
}

function sorts(view: View): TemplateResult {
  const { say, feed } = view;
  const { topics } = feed.args;
  const pick = (event: Event): void => { void feed.load({ topic: (event.target as HTMLSelectElement).value }); };
  const follows = feed.me.topics.includes(feed.topic);
  return html`<div class="row sorts">
    <div class="row" role="group" aria-label=${say("sort_by")}>${SORTS.map((sort) => html`<button class="tab small" aria-pressed=${feed.sort === sort ? "true" : "false"}
      @click=${() => feed.load({ sort })}>${say(`sort.${sort}`)}</button>`)}</div>
    ${topics.length ? html`<label class="inline"><span>${say("label.topic")}</span><select @change=${pick}><option value="">${say("all_topics")}</option>
      ${topics.map(({ key, label }) => html`<option value=${key} ?selected=${key === feed.topic}>${label}</option>`)}</select></label>` : nothing}
    ${feed.topic ? html`<button class="link small" @click=${() => feed.act("follow", { topic: feed.topic, is_on: !follows }, follows ? "said.unfollowed" : "said.followed")}>${say(follows ? "unfollow_topic" : "follow_topic")}</button>` : nothing}
  </div>`;
}
