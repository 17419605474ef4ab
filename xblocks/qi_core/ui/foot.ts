/* The foot of every tool: the save state in words on the left, what is left to do on the right. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "./icons";
import type { Review, Status, Store } from "./store";
import type { Say } from "./words";

/** What is wrong stands on top of the tool, which may be far from here. */
const EXPLAINED: Partial<Record<Status, string>> = { blocked: "problems", conflict: "conflict" };

/** `store` is the one that has something to say, `review` that of the block's own document. `show` leads to an element by its id, `reveal` to the field at a path. Where nothing is kept, nothing is said to be left. */
export function foot<D>(
  say: Say, store: Store<D>, review: Review, locale: string, openWork: () => void, isOpen: boolean,
  show: (id: string) => void, reveal: (path: string) => void,
): TemplateResult {
  const { status } = store;
  const explained = EXPLAINED[status];
  const sign = status === "saved" ? "tick" : /^(wait|sav)ing$/.test(status) ? "circle" : "warn";
  return html`<footer class="foot">
    ${status === "read_only" ? html`<span class="state">${icon("lock")}${say("status.read_only")}</span>` : html`
      <span class="state ${sign}">
        ${icon(sign)}<span>${stateText(say, store, locale)}</span>
        ${explained ? html`<button class="link small" @click=${() => show(explained)}>${say("show_me")}</button>` : nothing}
        ${status === "signed_out" ? html`<a class="link" href="/login" target="_blank" rel="noopener">${say("sign_in_again")}</a>` : nothing}
      </span>
      <span class="todo">${todoText(say, review.progress, review.todo, reveal)}</span>
      <button class="link small" id="your-work" aria-expanded=${isOpen} @click=${openWork}>${say("your_work")}</button>`}
  </footer>`;
}

function stateText<D>(say: Say, store: Store<D>, locale: string): string {
  const { status, review } = store;
  if (status === "refused") return say(`refused.${store.reason}`);
  if (status !== "saved") return say(`status.${status}`);
  if (!review.saved_at) return say("status.nothing_yet");
  const at = new Date(review.saved_at);
  const isToday = at.toDateString() === new Date().toDateString();
  return say("status.saved", { time: at.toLocaleString(locale, { dateStyle: isToday ? undefined : "medium", timeStyle: "short" }) });
}

function todoText(say: Say, progress: number, todo: Review["todo"], reveal: (path: string) => void): TemplateResult {
  const [first] = todo;
  if (!first) return html`${icon("tick")} <strong>${say("all_done")}</strong>`;
  const text = say(`todo.${first.rule}`, first.facts);
  return html`<span class="unseen">${say("progress", { percent: Math.floor(progress * 100) })}</span>
    <span>${todo.length === 1 ? say("one_left") : say("left", { n: todo.length })} ${first.path ? html`<button class="link small" @click=${() => reveal(first.path)}>${text}</button>` : text}</span>`;
}
