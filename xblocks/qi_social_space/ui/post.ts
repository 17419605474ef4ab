/* One post with its replies: who, when, the words, the card, what one can do about it. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { writingBox } from "./box";
import { cardView } from "./card";
import { icon } from "./field";
import { moreActions, panelOf } from "./more";
import { REACTIONS, type Post, type Thread } from "./types";
import { ago, moment, type View } from "./view";

export function threadView(view: View, thread: Thread): TemplateResult {
  const { say, feed } = view;
  const { post, replies, reply_count } = thread;
  const earlier = reply_count - replies.length;
  const isReplying = feed.about.reply === post.id || replies.some(({ id }) => id === feed.about.reply);
  return html`<li class="thread stack tight">
    ${postView(view, post)}
    ${reply_count || isReplying ? html`<div class="replies stack tight">
      ${earlier > 0 ? html`<button class="link small fit" @click=${() => feed.earlier(thread).then((id) => view.focusAfter(`post-${id}`))}>${say(earlier === 1 ? "earlier_one" : "earlier", { n: earlier })}</button>` : nothing}
      <ol class="stack tight" aria-label=${say("replies_to", { name: nameOf(view, post) })}>${replies.map((reply) => html`<li>${postView(view, reply)}</li>`)}</ol>
      ${isReplying ? writingBox(view, "reply") : nothing}
    </div>` : nothing}
  </li>`;
}

export function nameOf({ say }: View, post: Post): string {
  return post.is_own ? say("you") : post.author ? post.author.name : say("former_learner");
}

export function postView(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  if (post.state === "deleted" || post.state === "erased") return place(view, post, say(`place.${post.state}`));
  if (post.state === "hidden" && !post.html && !post.card) return place(view, post, say("place.hidden"));
  const isEditing = feed.about.edit === post.id;
  return html`<article class="post stack tight ${post.state}" id="post-${post.id}" tabindex="-1" aria-label=${say("post_of", { name: nameOf(view, post) })}>
    ${head(view, post)}
    ${notes(view, post)}
    ${isEditing ? writingBox(view, "edit") : html`
      ${post.html ? html`<div class="words" .innerHTML=${post.html}></div>` : nothing}
      ${post.card ? cardView(view, post.card) : nothing}
      ${post.question ? html`<p class="asked">${say(`question.${post.question}`)}</p>` : nothing}
      ${actions(view, post)}`}
    ${panelOf(view, post)}
    ${said(view, post)}
  </article>`;
}

const place = (view: View, post: Post, words: string): TemplateResult =>
  html`<p class="place soft small" id="post-${post.id}" tabindex="-1">${words}${post.is_own && post.note ? html` ${view.say("note_to_you", { note: post.note })}` : nothing}</p>${said(view, post)}`;

/** What has just happened to it, where one looks; the live region has told it already. */
const said = ({ say, feed }: View, { id }: Post): TemplateResult | typeof nothing =>
  feed.said.about === id ? html`<p class="note" aria-hidden="true">${say(feed.said.key, feed.said.facts)}</p>` : nothing;

function head(view: View, post: Post): TemplateResult {
  const { say, feed, locale, focusAfter } = view;
  const topic = feed.args.topics.find(({ key }) => key === post.topic)?.label;
  return html`<header class="who">
    <strong>${nameOf(view, post)}</strong>
    ${post.by_facilitator ? html`<span class="badge">${say("badge")}</span>` : nothing}
    <time datetime=${post.created} title=${moment(post.created, locale)}>${ago(post.created, locale)}</time>
    ${post.edited_at ? html`<span title=${moment(post.edited_at, locale)}>${say("edited")}</span>` : nothing}
    ${topic ? html`<button class="tag" title=${say("only_topic")} @click=${() => feed.load({ sort: "new", topic: post.topic }).then(() => focusAfter("feed-title"))}>${topic}</button>` : nothing}
    ${post.audience !== "everyone" && post.thread === null ? html`<span class="tag">${icon("lock", 12)} ${say(`seen_by.${post.audience}`)}</span>` : nothing}
    ${post.is_pinned ? html`<span class="tag pick">${say("pinned")}</span>` : nothing}
    ${post.highlight ? html`<span class="tag pick">${say(`highlight.${post.highlight}`)}</span>` : nothing}
  </header>`;
}

/** What its author, or a facilitator, has to know about it. */
function notes({ say }: View, post: Post): TemplateResult | typeof nothing {
  if (post.state === "held") return html`<p class="note warn">${say(post.is_own ? "held_own" : "held_other")}</p>`;
  if (post.state !== "hidden") return nothing;
  return html`<p class="note warn">${say(post.is_own ? "hidden_own" : "hidden_other")}${post.note ? html` ${say("note_to_you", { note: post.note })}` : nothing}</p>`;
}

function actions(view: View, post: Post): TemplateResult {
  const { say, feed } = view;
  const mayAct = feed.mayWrite && post.state === "visible" && post.audience !== "me";
  return html`<div class="row acts">
    ${REACTIONS.map((kind) => reaction(view, post, kind, mayAct && !post.is_own))}
    ${mayAct ? html`<button class="button quiet small" @click=${() => { feed.openBox("reply", post); view.focusAfter("f-reply"); }}>${say(feed.hasBegun(post.id) ? "reply_begun" : "reply")}<span class="unseen">: ${nameOf(view, post)}</span></button>` : nothing}
    ${moreActions(view, post)}
  </div>`;
}

/** Of one's own post the counts alone are shown. */
function reaction({ say, feed }: View, post: Post, kind: string, mayReact: boolean): TemplateResult | typeof nothing {
  const count = post.reactions[kind] ?? 0;
  const words = html`${say(`reaction.${kind}`)}${count ? html` <span class="count">${count}</span>` : nothing}`;
  if (!mayReact) return count ? html`<span class="small soft">${words}</span>` : nothing;
  return html`<button class="button quiet small react" aria-pressed=${post.mine.includes(kind) ? "true" : "false"} @click=${() => feed.react(post, kind)}>${words}</button>`;
}
