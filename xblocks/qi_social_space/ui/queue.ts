/* What waits for a facilitator, the oldest first, each with what can be done about it; and the log.
   In the second bundle: see later.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { decide, toggleLog } from "./facilitating";
import type { Waiting } from "./types";
import { ago, moment, type View } from "./view";

export function queueView(view: View): TemplateResult {
  const { say, feed } = view;
  if (!feed.queue) return html`<p class="soft">${say("loading")}</p>`;
  const { queue } = feed.queue;
  return html`<section class="stack" aria-labelledby="queue-title">
    <h4 id="queue-title" tabindex="-1">${say("queue_title")}</h4>
    ${queue.length ? html`<ol class="stack">${queue.map((waiting) => entry(view, waiting))}</ol>` : html`<p>${say("queue_empty")}</p>`}
    <button class="link small fit" aria-expanded=${feed.log ? "true" : "false"} @click=${() => toggleLog(feed)}>${say("log")}</button>
    ${feed.log ? logView(view) : nothing}
  </section>`;
}

function entry(view: View, waiting: Waiting): TemplateResult | typeof nothing {
  const { say, feed, locale } = view;
  const post = feed.queue?.posts.find(({ id }) => id === waiting.post);
  if (!post) return nothing;
  const press = (word: string) => (): void => { void decide(feed, "decide", { post: post.id, act: word, reason: "" }, `said.${word}`).then(() => view.focusAfter("queue-title")); };
  const reasons = waiting.why === "reported" ? waiting.reasons.map((reason) => say(`reason.${reason}`)).join(", ") : waiting.why === "held" ? say(`held_for.${waiting.reasons[0] || "premoderated"}`) : "";
  return html`<li class="waiting stack tight">
    <p class="row"><span class="tag pick">${say(`why.${waiting.why}`)}</span> <span class="small soft">${say("waiting_since", { when: ago(waiting.since, locale) })}${reasons ? html` · ${reasons}` : nothing}</span></p>
    ${view.post(post)}
    ${feed.about.reply === post.id ? html`<div class="replies">${view.reply()}</div>` : nothing}
    <div class="row">
      ${post.state === "held" ? html`<button class="button" @click=${press("approve")}>${say("approve")}</button>` : nothing}
      ${post.state === "hidden" ? html`<button class="button" @click=${press("restore")}>${say("restore")}</button>` : nothing}
      ${post.state === "visible" && waiting.why === "reported" ? html`<button class="button" @click=${press("dismiss")}>${say("dismiss_reports")}</button>` : nothing}
      ${waiting.why !== "unanswered" && (post.state === "visible" || post.state === "held") ? html`<button class="button" @click=${() => view.show(`hide:${post.id}`, `hide-${post.id}`)}>${say("hide")}</button>` : nothing}
      ${feed.moderates && !post.is_own && waiting.why !== "unanswered" ? html`<button class="button danger" @click=${() => view.show(`erase:${post.id}`, `erase-${post.id}`)}>${say("erase")}</button>` : nothing}
    </div>
  </li>`;
}

function logView(view: View): TemplateResult {
  const { say, feed, locale } = view;
  return html`<div class="scroll"><table><caption class="unseen">${say("log")}</caption>
    <thead><tr>${["log_when", "log_what", "log_who", "log_post"].map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${[...(feed.log ?? [])].reverse().map((one) => html`<tr><td>${moment(one.at, locale)}</td>
      <td>${say(`act.${one.act}`)}${one.reason ? html` (${say(`reason.${one.reason}`)})` : nothing}${one.person ? html`: ${one.person}` : nothing}</td>
      <td>${one.actor ?? say("by_itself")}</td><td>${one.post ?? ""}</td></tr>`)}</tbody></table></div>
    <a class="small fit" href="${view.logUrl()}" download="moderation-log.csv">${say("log_csv")}</a>`;
}
