/* What waits for a facilitator, the oldest first, each with what can be done about it; and the log.
   In the second bundle: see later.ts. */

import { repeat } from "lit/directives/repeat.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { decide, toggleLog } from "./facilitating";
import type { Waiting } from "./types";
import { ago, moment, type View } from "./view";

const KINDS = ["reported", "held", "unanswered"] as const;

export function queueView(view: View): TemplateResult {
  const { say, feed } = view;
  if (!feed.queue) return html`<p class="soft">${say("loading")}</p>`;
  const { queue } = feed.queue;
  const shown = queue.filter(({ why }) => !feed.only || why === feed.only);
  return html`<section class="stack" aria-labelledby="queue-title">
    <h4 id="queue-title" tabindex="-1">${say("queue_title")}</h4>
    ${feed.said.key ? html`<p class="note" aria-hidden="true">${say(feed.said.key, feed.said.facts)}</p>` : nothing}
    ${kinds(view, queue)}
    ${shown.length ? html`<ol class="stack">${repeat(shown, ({ why, post }) => `${why} ${post}`, (waiting, place) => entry(view, waiting, shown[place + 1]))}</ol>` : html`<p>${say("queue_empty")}</p>`}
    <button class="link small fit" aria-expanded=${feed.log ? "true" : "false"} @click=${() => toggleLog(feed)}>${say("log")}</button>
    ${feed.log ? logView(view) : nothing}
  </section>`;
}

/** With several kinds of things that wait, one can be looked at alone. */
function kinds({ say, feed }: View, queue: readonly Waiting[]): TemplateResult | typeof nothing {
  const there = KINDS.map((kind) => [kind, queue.filter(({ why }) => why === kind).length] as const).filter(([, n]) => n);
  if (there.length < 2 && !feed.only) return nothing;
  const tab = (kind: string, words: string): TemplateResult =>
    html`<button class="tab small" aria-pressed=${feed.only === kind ? "true" : "false"} @click=${() => { feed.only = kind; feed.changed(); }}>${words}</button>`;
  return html`<div class="row" role="group" aria-label=${say("sort_by")}>${tab("", say("everything", { n: queue.length }))}${there.map(([kind, n]) => tab(kind, say("kind_count", { kind: say(`why.${kind}`), n })))}</div>`;
}

function entry(view: View, waiting: Waiting, next: Waiting | undefined): TemplateResult | typeof nothing {
  const { say, feed, locale } = view;
  const post = feed.queue?.posts.find(({ id }) => id === waiting.post);
  if (!post) return nothing;
  const press = (word: string) => (): void => {
    void decide(feed, "decide", { post: post.id, act: word, reason: "" }, `said.${word}`).then(() => view.focusAfter(`post-${next?.post ?? 0} queue-title`));
  };
  const ask = (kind: string) => (): void => view.show(`${kind}:${post.id}`, `${kind}-${post.id}`);
  const reasons = waiting.why === "reported" ? waiting.reasons.map((reason) => say(`reason.${reason}`)).join(", ") : waiting.why === "held" ? say(`held_for.${waiting.reasons[0] || "premoderated"}`) : "";
  const isAsked = waiting.why !== "unanswered";
  return html`<li class="waiting stack tight">
    <p class="row"><span class="tag pick">${say(`why.${waiting.why}`)}</span> <span class="small soft">${say("waiting_since", { when: ago(waiting.since, locale) })}${reasons ? html` · ${reasons}` : nothing}</span></p>
    ${view.post(post)}
    ${feed.about.reply === post.id ? html`<div class="replies">${view.reply()}</div>` : nothing}
    ${isAsked ? html`<div class="row">
      ${post.state === "held" ? html`<button class="button" @click=${press("approve")}>${say("approve")}</button>` : nothing}
      ${post.state === "hidden" ? html`<button class="button" @click=${press("restore")}>${say("restore")}</button>` : nothing}
      ${post.state === "visible" && waiting.why === "reported" ? html`<button class="button" @click=${press("dismiss")}>${say("dismiss_reports")}</button>` : nothing}
      <button class="button" @click=${ask("hide")}>${say(post.state === "hidden" ? "keep" : "hide")}</button>
      ${feed.moderates && !post.is_own ? html`<button class="button danger" @click=${ask("erase")}>${say("erase")}</button>` : nothing}
    </div>` : nothing}
  </li>`;
}

function logView(view: View): TemplateResult {
  const { say, feed, locale } = view;
  return html`<div class="scroll"><table><caption class="unseen">${say("log")}</caption>
    <thead><tr>${["log_when", "log_what", "log_who", "log_post"].map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead>
    <tbody>${[...(feed.log ?? [])].reverse().map((one) => html`<tr><td>${moment(one.at, locale)}</td>
      <td>${say(`act.${one.act}`)}${one.reason ? html` (${say(`reason.${one.reason}`)})` : nothing}${one.person ? html`: ${one.person}` : nothing}</td>
      <td>${one.actor ?? say("by_itself")}</td><td>${one.post ?? ""}</td></tr>`)}</tbody></table></div>
    <a class="small fit" href=${view.logUrl()} download="moderation-log.csv">${say("log_csv")}</a>`;
}
