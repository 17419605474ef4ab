/* The element base of every tool: one shadow root, one store, one frame (head, work, foot). */

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import baseCss from "./base.css";
import tokensCss from "./tokens.css";
import { conflictPanel, elsewhereNote, problemSummary, type Difference } from "./conflict";
import { idOf, wordOf, type Form } from "./fields";
import { keepingFocus } from "./focus";
import { foot } from "./foot";
import { icon } from "./icons";
import { getIn } from "./paths";
import { poster, type Post, type Problems } from "./post";
import { Store, type Loaded, type Mark, type Review } from "./store";
import { sayFrom, type Say } from "./words";
import { workPanel, type WorkState, closedWork } from "./work";

export interface Runtime { handlerUrl(element: unknown, handler: string, suffix?: string, query?: string): string }

/** What ToolBlock.student_view sends; `why_not`: why nothing can be saved; `ask_url`: the course's social space. */
export interface InitArgs<D> {
  readonly strings: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  readonly who: string;
  readonly can_save: boolean;
  readonly why_not: string | null;
  readonly title: string;
  readonly instructions_html: string;
  readonly works_on: "project" | "practice"; readonly ask_url?: string;
  /** Which one the page was opened on, and what the learner calls it. */
  readonly project?: { readonly id: string; readonly title: string };
  readonly state: Loaded<D>;
}

const READ_ONLY: ReadonlySet<string> = new Set(["masquerade", "newer_version"]);

export abstract class QiTool<D, A extends InitArgs<D> = InitArgs<D>> extends HTMLElement {
  /** The tool's own style sheet, after the shared ones. */
  protected abstract readonly css: string;

  args!: A;
  say!: Say;
  store!: Store<D>;
  /** The block's own store and those of its companions: one foot, one undo for all. */
  stores: readonly Store<any>[] = [];
  post!: Post;
  urlOf!: (handler: string, suffix?: string) => string;
  /** Every address of the page names it, so that nothing of it is written into another one. */
  project_id = "";
  work: WorkState = closedWork;
  #dismissed = new Set<string>();
  #focusNext = "";
  #announced = "";
  #drawing = false;
  readonly #root = this.attachShadow({ mode: "open" });

  /** Called once by the block's init function, before the element enters the page. */
  open(args: A, urlOf: (handler: string, suffix?: string) => string): void {
    this.args = args;
    this.urlOf = urlOf;
    this.say = sayFrom(args.strings);
    this.project_id = args.project?.id ?? "";
    this.post = poster(urlOf, (body) => { this.project_id = (body as Review).project ?? this.project_id; });
    this.store = new Store<D>({
      loaded: args.state, post: this.post, canSave: args.can_save, who: args.who,
      changed: () => this.requestUpdate(),
      screen: (document) => this.screen(document),
      canReturn: (now, before) => this.canReturn(now, before),
      merge: this.merged?.bind(this),
    });
    this.stores = [this.store];
  }

  /** Where nothing is kept the tool can still be tried, unless the work is somebody else's or cannot be opened. */
  get canEdit(): boolean { return !READ_ONLY.has(this.args.why_not ?? ""); }

  protected abstract renderWork(): TemplateResult;
  protected abstract screen(document: D): Problems;
  /** Where two documents differ, in the learner's words: for the choice between two windows' versions. */
  protected abstract differences(mine: D, theirs: D): readonly Difference[];
  /** Bring the field at `path` into view (another cycle, another step), before it takes the focus. */
  protected abstract reveal(path: string): void;
  abstract describeCounts(counts: Readonly<Record<string, number>>): string;
  protected canReturn(_now: D, _before: D): boolean { return true; }
  /** Both windows' changes in one; null where the learner has to choose. */
  protected merged?(base: D, mine: D, theirs: D): D | null;
  printLinks(): TemplateResult | typeof nothing { return nothing; }

  /** Draw once, after everything that happens now has happened. */
  requestUpdate(): void {
    if (this.#drawing || !this.isConnected) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      keepingFocus(this.#root, () => {
        render(this.#draw(), this.#root);
        this.#moveFocus();
      });
    });
  }

  connectedCallback(): void {
    if (!this.#root.firstChild) {
      // A plain <style>, not adoptedStyleSheets: Safari learnt those in 16.4 only. The drawing goes in front of it.
      const style = document.createElement("style");
      style.textContent = tokensCss + baseCss + this.css;
      this.#root.append(style);
    }
    this.requestUpdate();
    this.#listen("addEventListener");
  }

  disconnectedCallback(): void {
    this.#listen("removeEventListener");
    this.flush(true);
  }

  #listen(how: "addEventListener" | "removeEventListener"): void {
    this[how]("keydown", this.#onKey as EventListener);
    window[how]("online", this.#onBack);
    window[how]("focus", this.#onBack);
    document[how]("visibilitychange", this.#onHide);
    window[how]("pagehide", this.#onHide);
    window[how]("beforeunload", this.#onLeave as EventListener);
  }

  flush(leaving = false): void {
    for (const store of this.stores) store.flush(leaving);
  }

  /** Focus the element with this id once the next drawing is done. */
  focusAfter(id: string): void {
    this.#focusNext = id;
    this.requestUpdate();
  }

  #moveFocus(): void {
    if (!this.#focusNext) return;
    const target = this.#root.getElementById(this.#focusNext);
    this.#focusNext = "";
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "nearest" });
  }

  #draw(): TemplateResult {
    const { say, store, args } = this;
    return html`<div class="qi" dir=${args.dir} lang=${args.locale}>
      <section class="frame" aria-labelledby="title">
        <header class="head">
          <div class="stack tight grow">
            <h3 id="title" tabindex="-1">${args.title}</h3>
            ${args.instructions_html ? html`<div class="soft instructions" .innerHTML=${args.instructions_html}></div>` : nothing}
          </div>
          ${this.canEdit ? html`<div class="row">
            ${this.#historyButton("undo", this.#next("undo"))}
            ${this.#historyButton("redo", this.#next("redo"))}
          </div>` : nothing}
        </header>
        <div class="work stack">
          ${args.why_not ? html`<div class="note warn">${icon("lock")}<p>${say(`why_not.${args.why_not}`)}</p></div>` : nothing}
          ${this.stores.map((one) => one.theirs ? conflictPanel(say, one.problems, this.differences(one.document, one.theirs.document), (choice) => one.settle(choice)) : nothing)}
          ${elsewhereNote(say, args.project?.title, this.stores.map(({ review }) => review.elsewhere).find(Boolean))}
          ${problemSummary(say, this.stores, (path) => this.reveal(path))}
          ${this.canEdit ? this.renderWork() : html`<p>${this.describeCounts(store.review.counts ?? {})}</p>`}
        </div>
        ${foot(this.say, this.#speaking, store.review, this.args.locale, () => this.#toggleWork(), this.work.open, (id) => this.focusAfter(id), (path) => this.reveal(path))}
        ${this.args.can_save ? workPanel(this, this.work) : nothing}
      </section>
      <div class="unseen" role="status" aria-live="polite">${this.#spoken()}</div>
    </div>`;
  }

  setWork(next: WorkState): void {
    this.work = next;
    this.requestUpdate();
  }

  /** The form over the part of the document at `base`; `set` writes into that part. */
  protected formAt(base: string, set: (path: string, value: unknown) => void, store: Store<any> = this.store): Form {
    const at = (path: string) => base + path;
    return {
      say: this.say,
      locked: !this.canEdit,
      value: (path) => (getIn(store.document, at(path)) ?? null) as string | null,
      hint: (path) => this.args.strings[`hint.${wordOf(path)}`] ?? "",
      problem: (path) => store.problems[at(path)],
      checks: (path) => store.review.checks.filter((check) => check.path === at(path) && !this.#dismissed.has(key(check))),
      warnings: (path) => store.review.warnings.filter((warning) => warning.path === at(path)),
      set,
      dismiss: (check) => { this.#dismissed.add(key(check)); this.focusAfter(idOf(check.path.slice(base.length))); },
      markSafe: (warnings) => {
        this.confirmSafe(warnings.map((warning) => warning.mark));
        this.focusAfter(idOf((warnings[0]?.path ?? "").slice(base.length)));
      },
    };
  }

  protected abstract confirmSafe(marks: readonly string[]): void;

  /** The store whose edit was the last, or the last one undone. */
  #next(which: "undo" | "redo"): Store<any> | undefined {
    const at = (store: Store<any>) => (which === "undo" ? store.undoes : -store.redoes);
    return this.stores.filter(at).sort((a, b) => at(b) - at(a))[0];
  }

  /** The one with something to tell that is not simply saved. */
  get #speaking(): Store<any> {
    return this.stores.find(({ status }) => /^(con|blo|ref|sig|unr)/.test(status)) ?? this.stores.find(({ status }) => status !== "saved") ?? this.store;
  }

  #historyButton(which: "undo" | "redo", store: Store<any> | undefined): TemplateResult {
    return html`<button class="button quiet small" aria-disabled=${store ? "false" : "true"}
      @click=${() => store?.[which]()}>${icon(which)}${this.say(which)}</button>`;
  }

  /** What a screen reader hears: a change of the save state, not every "Saving…". */
  #spoken(): string {
    const { status } = this.#speaking;
    if (status !== "waiting" && status !== "saving") this.#announced = status;
    return this.#announced === "read_only" ? "" : this.say(`status.${this.#announced || "saved"}`, { time: "" });
  }

  #toggleWork(): void {
    this.setWork(this.work.open ? closedWork : { ...closedWork, open: true });
    if (this.work.open) this.focusAfter("work-title");
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !this.canEdit) return;
    // What is typed there is not in the document yet: the field has an undo of its own.
    if ((event.composedPath()[0] as HTMLElement).dataset["draft"] !== undefined) return;
    const letter = event.key.toLowerCase();
    if (letter !== "z" && letter !== "y") return;
    event.preventDefault();
    const which = letter === "y" || event.shiftKey ? "redo" : "undo";
    this.#next(which)?.[which]();
  };
  readonly #onBack = (): void => this.stores.forEach((store) => { if (/^(unr|sig)/.test(store.status)) store.flush(); });
  readonly #onHide = (event: Event): void => {
    if (event.type === "pagehide" || document.visibilityState === "hidden") this.flush(true);
  };
  readonly #onLeave = (event: BeforeUnloadEvent): void => {
    if (!this.args.can_save || !this.stores.some(({ dirty }) => dirty)) return;
    this.flush(true);
    event.preventDefault();
  };
}

const key = (check: Mark): string => `${check.path}:${check.rule}`;
