/* One learner's document in the page: edits, undo, and saving that loses nothing. No DOM, no Lit. */

import { browserClock, type Clock } from "./clock";
import type { Problems, Reply } from "./post";
import type { Loaded, Review, Saved } from "./review";
import { same } from "./same";
import type { Options, Status } from "./store_options";

export type { Clock } from "./clock";
export type { Loaded, Mark, Review, Saved, Warning } from "./review";
export type { Status } from "./store_options";

export const QUIET_MS = 1_500;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];
const SIGNED_OUT_RETRY_MS = 20_000;
const BURST_MS = 1_200;
const HISTORY_MAX = 200;

/** A step of undo, numbered in the order of all edits in the page: several stores may share one undo. */
interface Step<D> { readonly document: D; readonly number: number }
let steps = 0;

export class Store<D> {
  document: D;
  revision: number;
  review: Review;
  status: Status;
  problems: Problems = {};
  reason = "";
  /** The newer document on the server when a save came too late. */
  theirs: Loaded<D> | null = null;

  #past: Step<D>[] = [];
  #future: Step<D>[] = [];
  #sent: D;
  /** Sent since the last answer: any of them may have been stored, for an answer can be lost. */
  readonly #unanswered = new Set<D>();
  #burst = { key: "", at: 0 };
  #failures = 0;
  #busy = false;
  #sending: Promise<unknown> = Promise.resolve();
  #keepTheirs = false;
  #cancel: () => void = () => undefined;
  readonly #clock: Clock;
  readonly #options: Options<D>;

  constructor(options: Options<D>) {
    this.#options = options;
    this.#clock = options.clock ?? browserClock;
    this.document = this.#sent = options.loaded.document;
    this.revision = options.loaded.revision;
    this.review = options.loaded;
    this.problems = options.loaded.problems ?? {};
    this.status = options.canSave ? (this.#isBlocked ? "blocked" : "saved") : "read_only";
  }

  get #isBlocked(): boolean { return Object.keys(this.problems).length > 0; }
  get dirty(): boolean { return this.document !== this.#sent || this.#unanswered.size > 0; }
  get canUndo(): boolean {
    const before = this.#past[this.#past.length - 1];
    return before !== undefined && (this.#options.canReturn?.(this.document, before.document) ?? true);
  }
  get canRedo(): boolean { return this.#future.length > 0; }
  /** The numbers of the steps that undo and redo would take; 0 where there is none. */
  get undoes(): number { return this.canUndo ? this.#past[this.#past.length - 1]!.number : 0; }
  get redoes(): number { return this.#future[this.#future.length - 1]?.number ?? 0; }

  /** `burst` names the field being typed in: quick edits of one field are one step of undo. */
  edit(next: D, burst = ""): void {
    if (next === this.document) return;
    const now = this.#clock.now();
    const joins = burst !== "" && burst === this.#burst.key && now - this.#burst.at < BURST_MS;
    if (!joins) this.#remember();
    this.#burst = { key: burst, at: now };
    this.#future = [];
    this.#put(next);
  }

  undo(): void {
    if (!this.canUndo) return;
    const { document, number } = this.#past.pop()!;
    this.#future = [...this.#future, { document: this.document, number }];
    this.#put(document);
  }

  redo(): void {
    if (!this.canRedo) return;
    const { document, number } = this.#future.pop()!;
    this.#past = [...this.#past, { document: this.document, number }];
    this.#put(document);
  }

  /** Save at once: a step was finished, the page is being left, the network is back. */
  flush(leaving = false): void {
    if (this.dirty && this.status !== "conflict") void this.#save(leaving);
  }

  /** Save at once what is not saved, and wait for the answer. */
  async settled(): Promise<void> {
    this.flush();
    await this.#sending;
  }

  /** "mine" goes on top of theirs, which stays in the history; "theirs" replaces mine, which undo brings back. */
  settle(choice: "mine" | "theirs"): void {
    const theirs = this.theirs;
    if (!theirs) return;
    this.revision = theirs.revision;
    if (choice === "mine") {
      this.#keepTheirs = true;
      this.status = "waiting";
      void this.#save();
      return;
    }
    this.#remember();
    this.#future = [];
    this.adopt(theirs);
  }

  /** Take over a document that the server has just stored or sent (a restored version, a fresh load). */
  adopt(loaded: Loaded<D>): void {
    this.#cancel();
    this.#burst = { key: "", at: 0 };
    this.document = loaded.document;
    this.#took(loaded, loaded.document);
    this.#options.changed();
  }

  /** After "delete my project": nothing of the old work stays in the page, not even under undo. */
  restart(loaded: Loaded<D>): void {
    this.#past = [];
    this.#future = [];
    this.adopt(loaded);
  }

  /** Run what replaces the work on the server while no save is under way: a late one would bring back what is gone. */
  async alone<T>(run: () => Promise<T>): Promise<T> {
    this.#cancel();
    await this.#sending;
    this.#busy = true;
    const result = await run();
    this.#busy = false;
    if (this.dirty) this.#schedule(QUIET_MS);
    return result;
  }

  #remember(): void {
    this.#past = [...this.#past, { document: this.document, number: ++steps }].slice(-HISTORY_MAX);
  }

  #put(next: D): void {
    this.document = next;
    if (!this.#options.canSave) return this.#options.changed();
    this.problems = this.#options.screen(next);
    if (this.status !== "conflict") this.#goOn();
    this.#options.changed();
  }

  /** What is not saved will be; an undo may have left nothing to save. */
  #goOn(): void {
    const isDone = !this.dirty && !this.#busy;
    this.status = this.#isBlocked ? "blocked" : isDone ? (this.theirs ? "conflict" : "saved") : this.#standing();
    if (isDone) this.#cancel();
    else this.#schedule(QUIET_MS);
  }

  /** While a retry is under way the line goes on saying so: typing does not make the network better. */
  #standing(): Status {
    if (this.status === "unreachable" || this.status === "signed_out") return this.status;
    return this.#busy ? "saving" : "waiting";
  }

  #schedule(delay_ms: number): void {
    this.#cancel();
    this.#cancel = this.#clock.later(() => void this.#save(), delay_ms);
  }

  async #save(leaving = false): Promise<void> {
    this.#cancel();
    if (this.#busy || !this.dirty || !this.#options.canSave || this.#isBlocked) return;
    this.#busy = true;
    const document = this.document;
    if (this.status === "waiting") this.status = "saving";
    this.#options.changed();
    const seen = { revision: this.revision, saved_at: (this.theirs ?? this.review).saved_at };
    const sending = this.#options.post<Loaded<D>>(
      "save_work", { ...seen, document, who: this.#options.who, keep: this.#keepTheirs }, leaving,
    );
    this.#sending = sending;
    const reply = await sending;
    this.#busy = false;
    this.#take(reply, document);
    this.#options.changed();
  }

  #take(reply: Reply<Loaded<D>>, document: D): void {
    if (reply.kind === "ok") return this.#took(reply.body, document);
    if (reply.kind === "unreachable" || reply.kind === "signed_out") {
      this.status = reply.kind;
      this.#unanswered.add(document);
      const wait = RETRY_MS[Math.min(this.#failures++, RETRY_MS.length - 1)] as number;
      return this.#schedule(reply.kind === "signed_out" ? SIGNED_OUT_RETRY_MS : wait);
    }
    this.#failures = 0;
    if (reply.kind === "conflict") {
      const mine = [...this.#unanswered].find((one) => same(one, reply.body.document));
      if (mine !== undefined) return this.#took(reply.body, mine);
      if (this.#joins(reply.body)) return;
      this.status = "conflict";
      this.theirs = reply.body;
    } else if (reply.kind === "problems") {
      // Typing went on while the answer was under way: what it speaks of may be gone; the next save tells.
      if (this.document !== document) return this.#goOn();
      // "Mine" cannot win where the other window has started Do: the choice is offered again.
      this.status = this.theirs ? "conflict" : "blocked";
      this.problems = reply.problems;
    } else {
      this.status = "refused";
      this.reason = reply.reason;
    }
  }

  /** Where the two windows changed different parts nobody has to choose; no undo takes away what came from the other. */
  #joins(theirs: Loaded<D>): boolean {
    const base = this.#sent;
    const join = (mine: D) => this.#options.merge?.(base, mine, theirs.document);
    const whole = join(this.document);
    if (!whole) return false;
    this.#past = this.#past.map((step) => ({ ...step, document: join(step.document) as D })).filter(({ document }) => document);
    this.#future = [];
    this.adopt(theirs);
    this.#put(whole);
    return true;
  }

  #took(saved: Saved, document: D): void {
    this.#failures = 0;
    this.#keepTheirs = false;
    this.theirs = null;
    this.#sent = document;
    this.#unanswered.clear();
    this.revision = saved.revision;
    this.review = saved;
    if (!this.dirty) this.problems = {};
    this.status = "waiting";
    this.#goOn();
  }
}
