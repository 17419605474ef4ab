/* The element of a space: one shadow root, one feed, drawn as a conversation. */

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import baseCss from "../../qi_core/ui/base.css";
import tokensCss from "../../qi_core/ui/tokens.css";
import { poster } from "../../qi_core/ui/post";
import { sayFrom, type Say } from "../../qi_core/ui/words";
import { writingBox } from "./box";
import { cardView } from "./card";
import { conversation } from "./conversation";
import { Feed } from "./feed";
import { icon } from "./field";
import { later, type Later } from "./later";
import { polling, type Polling } from "./polling";
import { postView } from "./post";
import spaceCss from "./space.css";
import { footView, phaseBanner, rulesPanel, tabs } from "./surroundings";
import type { Args } from "./types";
import type { View } from "./view";

export class SocialSpace extends HTMLElement {
  args!: Args;
  say!: Say;
  feed: Feed | null = null;
  urlOf!: (handler: string, suffix?: string) => string;
  panel = "";
  tab: "talk" | "queue" = "talk";
  #polling: Polling | null = null;
  #focusNext = "";
  #drawing = false;
  readonly #root = this.attachShadow({ mode: "open" });

  /** Called once by the init function, before the element enters the page. */
  open(args: Args, urlOf: (handler: string, suffix?: string) => string): void {
    this.args = args;
    this.urlOf = urlOf;
    this.say = sayFrom(args.strings);
    if (args.room) this.feed = new Feed(args, args.room, poster(urlOf), () => urlOf("news"), () => this.requestUpdate());
  }

  requestUpdate(): void {
    if (this.#drawing || !this.isConnected) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      const held = this.#root.activeElement;
      render(this.#draw(), this.#root);
      this.#moveFocus();
      if (held && !this.#root.activeElement) this.#keepFocus(held);
    });
  }

  connectedCallback(): void {
    if (!this.#root.firstChild) {
      // A plain <style>, not adoptedStyleSheets: Safari learnt those in 16.4 only. The drawing goes in front of it.
      const style = document.createElement("style");
      style.textContent = tokensCss + baseCss + spaceCss;
      this.#root.append(style);
    }
    this.requestUpdate();
    window.addEventListener("beforeunload", this.#onLeave);
    const { feed } = this;
    if (!feed) return;
    this.#polling = polling(() => feed.poll());
    this.#polling.start();
    feed.seen();
    if (feed.facilitates) void this.#need();
    this.#arrive(feed);
  }

  /** A link to a post, or from a tool: "ask about this". */
  #arrive(feed: Feed): void {
    const [, post, kind, id = ""] = /^#qi-(?:post-(\d{1,18})|ask-([a-z]+)-?([a-z0-9]*))$/.exec(location.hash) ?? [];
    const { focusAfter } = this.view(feed);
    if (post) void feed.link(Number(post)).then(() => focusAfter(`post-${post}`));
    if (!kind) return;
    history.replaceState(null, "", location.pathname + location.search);
    void this.#need().then((found) => found?.askAbout(feed, kind, id)).then((found) => focusAfter(!found ? "said" : feed.me.accepted ? "chosen" : "rules-title"));
  }

  async #need(): Promise<Later | null> {
    const found = await later(this.args.later_url).catch(() => null);
    if (this.feed) this.feed.later = found;
    if (!found) this.feed?.say("failed.unreachable");
    this.requestUpdate();
    return found;
  }

  disconnectedCallback(): void {
    window.removeEventListener("beforeunload", this.#onLeave);
    this.#polling?.stop();
  }

  view(feed: Feed): View {
    return {
      say: this.say,
      feed,
      locale: this.args.locale,
      open: this.panel,
      show: (panel, focus = "") => { this.panel = panel; this.#focusNext = focus; this.requestUpdate(); },
      done: (panel, focus) => { if (this.panel === panel) this.view(feed).show("", focus); },
      focusAfter: (id) => { this.#focusNext = id; this.requestUpdate(); },
      need: () => this.#need(),
      logUrl: () => { const url = this.urlOf("export_log"); return `${url}${url.includes("?") ? "&" : "?"}cohort=${feed.cohort}`; },
      reply: () => writingBox(this.view(feed), "reply"),
      post: (post) => postView(this.view(feed), post),
      card: (card) => cardView(this.view(feed), card),
    };
  }

  #moveFocus(): void {
    if (!this.#focusNext) return;
    const target = this.#focusNext.split(" ").map((id) => this.#root.getElementById(id)).find(Boolean);
    this.#focusNext = "";
    const at = this.#root.activeElement;
    if (at instanceof HTMLTextAreaElement && at.value && !at.readOnly) return; // somebody is writing there
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
  }

  /** What had the focus is gone, or stands elsewhere now: a box moves when a post comes in above it. */
  #keepFocus(held: Element): void {
    const again = this.#root.getElementById(held.id);
    (again ?? this.#root.getElementById("said"))?.focus({ preventScroll: !again });
    if (held instanceof HTMLTextAreaElement && again instanceof HTMLTextAreaElement) again.setSelectionRange(held.selectionStart, held.selectionEnd);
  }

  #draw(): TemplateResult {
    const { say, args, feed } = this;
    return html`<div class="qi" dir=${args.dir} lang=${args.locale}>
      <section class="frame" aria-labelledby="title">
        <header class="head"><div class="stack tight grow">
          <h3 id="title">${args.title}</h3>
          ${window.top === window && location.pathname.startsWith("/xblock/") ? html`<a class="small" href=${args.course_url}>${say("in_course")}</a>` : nothing}
          ${args.instructions_html ? html`<div class="soft instructions" .innerHTML=${args.instructions_html}></div>` : nothing}
        </div></header>
        <div class="work stack wide">
          ${args.why_not ? html`<div class="note warn">${icon("lock")}<p>${say(`why_not.${args.why_not}`)}</p></div>` : nothing}
          ${feed ? this.#room(feed) : this.#closed()}
        </div>
        ${feed ? footView(this.view(feed), this.urlOf("export_mine")) : nothing}
      </section>
      <div class="unseen" role="status" aria-live="polite">${feed?.said.key ? say(feed.said.key, feed.said.facts) + (feed.said.isOdd ? "\u00a0" : "") : ""}</div>
    </div>`;
  }

  /** Nobody's room: the prompt shows what the place is for. */
  #closed(): TemplateResult {
    return html`<div class="prompt" .innerHTML=${this.args.prompt_html}></div><p class="soft">${this.say("closed_room")}</p>`;
  }

  #room(feed: Feed): TemplateResult {
    const view = this.view(feed);
    const go = (tab: "talk" | "queue"): void => {
      this.tab = tab;
      if (tab === "queue") void this.#need().then((found) => found?.loadQueue(feed));
      this.requestUpdate();
    };
    return html`${phaseBanner(view)}${tabs(view, this.tab, go)}
      ${this.tab === "queue" ? feed.later?.queueView(view) : html`${rulesPanel(view)}${conversation(view)}`}`;
  }

  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.feed?.unsent) event.preventDefault();
  };
}
