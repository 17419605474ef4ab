/* The state of one page of a space, and everything it asks of the server. No DOM. */

import type { Post as Ask, Reply } from "../../qi_core/ui/post";
import { newId } from "../../qi_core/ui/ids";
import { Boxes, type Box } from "./boxes";
import { bodyOf, send, type Draft } from "./drafts";
import { Kept, type Drafts } from "./kept";
import type { Later } from "./later";
import { look } from "./polling";
import { merged, newest, together, withOwn, withPost } from "./threads";
import type { Args, FeedPage, Logged, Me, Offer, Post, Room, Sort, Thread, Version, Waiting } from "./types";

const RETRY_MS = [3_000, 8_000, 15_000, 30_000];

export class Feed extends Boxes {
  page: FeedPage;
  me: Me;
  sort: Sort = "new";
  topic = "";
  fresh: readonly Thread[] = [];
  linked: Thread | null = null;
  offers: readonly Offer[] | null = null;
  queue: { readonly queue: readonly Waiting[]; readonly posts: readonly Post[] } | null = null;
  log: readonly Logged[] | null = null;
  history: { readonly post: number; readonly versions: readonly Version[] } | null = null;
  waiting: number;
  cohort: number;
  space: number;
  busy = false;
  /** What has just happened, for the status line and for screen readers, who are told the same twice only if it differs. */
  said: { readonly key: string; readonly facts?: Readonly<Record<string, string | number>>; readonly about?: number; readonly isOdd?: boolean } = { key: "" };
  later: Later | null = null;
  /** Which entries of the queue are shown; "" are all. */
  only = "";
  #etag = "";
  #tries = 0;
  #seen = 0;
  #turn = 0;

  constructor(readonly args: Args, readonly room: Room, readonly ask: Ask, readonly newsUrl: () => string, redraw: () => void) {
    super(new Kept(args.who, newsUrl()), redraw);
    this.page = room.feed;
    this.me = room.me;
    this.waiting = room.waiting;
    this.cohort = room.cohort;
    this.space = room.space;
  }

  get facilitates(): boolean { return this.room.role !== "learner"; }
  get moderates(): boolean { return this.room.role === "moderator"; }
  get mayWrite(): boolean { return this.facilitates || this.args.phase.name !== "closed"; }

  /** Everything that is sent says whose page it is, and in which room. */
  #body(more: object): object { return { who: this.args.who, cohort: this.cohort, ...(this.space ? { space: this.space } : {}), ...more }; }
  request<T>(handler: string, payload: object): Promise<Reply<T>> { return this.ask<T>(handler, this.#body(payload)); }

  /** `about`: the post beside which it is shown, as the foot may be far away. */
  say(key: string, facts?: Readonly<Record<string, string | number>>, about?: number): void {
    this.said = { key, ...(facts ? { facts } : {}), ...(about ? { about } : {}), isOdd: !this.said.isOdd };
    this.changed();
  }

  /** The number of the post that has arrived; 0: it has not. */
  async send(box: Box, about = this.about[box]): Promise<number> {
    const key = this.keyOf(box, about), draft = this.drafts[key], { cohort } = this;
    if (!draft || draft.sending === "sending" || draft.problem) return 0;
    this.set(box, (one) => ({ ...one, before: /^[us]/.test(one.sending) ? one.sending : "idle", sending: "sending", wanted: "send" }), about);
    const found = box === "edit"
      ? await send(this.ask, "edit_post", this.#body({ post: about, draft: { text: draft.text, confirmed: draft.confirmed } }), draft)
      : await send(this.ask, "write_post", this.#body({ draft: bodyOf(draft, box === "reply" ? about! : null) }), draft);
    const now = this.drafts[key], isHere = cohort === this.cohort && now?.token === draft.token;
    if (found.draft) return isHere ? this.#notSent(box, about, found.draft) : 0;
    this.#tries = 0;
    const { post, me, in_danger, is_other } = found.arrived;
    if (isHere && !is_other && now.text === draft.text) this.closeBox(box, about);
    // an earlier sending had arrived, or somebody typed on while this one was on its way: the rest is not lost
    else if (isHere) this.set(box, (one) => ({ ...one, token: newId(), sending: "idle", seal: null, preview: null }), about);
    if (cohort === this.cohort) this.#arrived(post, me, box);
    this.say(in_danger ? "check.danger" : is_other ? "said.other" : post?.state === "held" ? "said.held" : `said.${box}`, undefined, post?.id);
    return post?.id ?? 0;
  }

  #notSent(box: Box, about: number | undefined, back: Draft): 0 {
    if (back.problem?.code === "changed") {
      this.set(box, (now) => ({ ...now, sending: "idle", seal: null }));
      void this.later?.preview(this).then(() => this.say("said.changed_since"));
      return 0;
    }
    const { sending, reason, problem, doubts } = back;
    this.set(box, (now) => ({ ...now, sending, reason, problem, doubts }), about);
    if (sending === "unreachable" || sending === "signed_out") {
      const delay_ms = RETRY_MS[Math.min(this.#tries++, RETRY_MS.length - 1)]!;
      setTimeout(() => {
        const now = this.drafts[this.keyOf(box, about)];
        if (now?.token === back.token && now.sending === sending) void this.send(box, about);
      }, delay_ms);
    }
    return 0;
  }

  /** `post` is null where an earlier sending had arrived and is gone again. */
  #arrived(post: Post | null, me: Me, box: Box): void {
    const wasOpen = this.me.is_open;
    this.me = me;
    if (post) this.#shown(post, box);
    if (!wasOpen && this.me.is_open) void this.load();
  }

  #shown(post: Post, box: Box): void {
    this.everywhere(post.id, () => post);
    if (box !== "edit") this.page = withOwn(this.page, post);
    if (box !== "edit" && this.linked) this.linked = withOwn({ ...this.page, pinned: [], threads: [this.linked] }, post).threads.find((one) => one.post.id === this.linked!.post.id) ?? this.linked;
    const { queue } = this;
    if (queue && post.thread) this.setQueue({ ...queue, queue: queue.queue.filter((one) => one.why !== "unanswered" || one.post !== post.thread) });
  }

  /** Wherever the post stands; null takes it out. */
  everywhere(id: number, change: (post: Post) => Post | null): void {
    this.page = { ...this.page, pinned: withPost(this.page.pinned, id, change), threads: withPost(this.page.threads, id, change) };
    if (this.linked) this.linked = withPost([this.linked], id, change)[0] ?? null;
    if (this.queue) this.queue = { ...this.queue, posts: this.queue.posts.flatMap((post) => (post.id === id ? change(post) ?? [] : post)) };
  }

  /** One act about something that is there: the page changes at once, and back again when it was refused. */
  async act<T extends object>(handler: string, payload: object, done = "", about = (payload as { post?: number }).post): Promise<T | null> {
    const reply = await this.request<T & { me?: Me; post?: Post | null }>(handler, payload);
    if (reply.kind !== "ok") {
      this.say(reply.kind === "refused" && `failed.${reply.reason}` in this.args.strings ? `failed.${reply.reason}` : reply.kind === "problems" ? "failed.problems" : "failed.unreachable", undefined, about);
      return null;
    }
    if (reply.body.me) this.me = reply.body.me;
    const post = reply.body.post;
    if (post) this.everywhere(post.id, () => post);
    if (done) this.say(done, undefined, about);
    else this.changed();
    return reply.body;
  }

  async react(post: Post, kind: string): Promise<void> {
    const isOn = !post.mine.includes(kind);
    const turn = (on: boolean) => (one: Post): Post => ({
      ...one,
      mine: on ? [...one.mine, kind] : one.mine.filter((other) => other !== kind),
      reactions: { ...one.reactions, [kind]: (one.reactions[kind] ?? 0) + (on ? 1 : -1) },
    });
    this.everywhere(post.id, turn(isOn));
    this.changed();
    if (!await this.act("react", { post: post.id, kind, is_on: isOn })) {
      this.everywhere(post.id, turn(!isOn));
      this.changed();
    }
  }

  /** Whether it is there. The newest of several at once counts. */
  async load(how: { readonly sort?: Sort; readonly topic?: string; readonly more?: boolean } = {}): Promise<boolean> {
    if (how.more && this.busy) return false;
    const turn = ++this.#turn, { sort = this.sort, topic = this.topic } = how;
    this.busy = true;
    this.changed();
    const found = await this.act<FeedPage>("feed", { sort, topic, after: how.more ? this.page.after : null });
    if (turn !== this.#turn) return false;
    this.busy = false;
    if (found) {
      [this.sort, this.topic] = [sort, topic];
      this.page = how.more ? { ...found, since: this.page.since, pinned: this.page.pinned, threads: [...this.page.threads, ...found.threads] } : found;
      if (!how.more) this.fresh = [];
      this.seen();
    }
    this.changed();
    return found !== null;
  }

  /** Another room: nothing of this one stays but what is on its way. */
  moveTo(cohort: number, space: number, drafts: Drafts): void {
    Object.assign(this, { cohort, space, drafts, about: {}, queue: null, log: null, only: "", linked: null, fresh: [] });
    this.#etag = "";
    this.#seen = 0;
  }

  async link(post: number): Promise<void> {
    const found = await this.act<{ thread: Thread }>("thread", { post });
    this.linked = found?.thread ?? null;
    this.changed();
  }

  /** The number of the first that has come. They may be missing in between, when many came at once: then the newest are asked for. */
  async earlier({ post, replies: [first] }: Thread): Promise<number> {
    const ask = (before: number | null) => this.act<{ replies: readonly Post[] }>("replies", { post: post.id, before });
    let found = await ask(first?.id ?? null);
    if (first && found?.replies.length === 0) found = await ask(null);
    if (!found) return 0;
    const { replies } = found;
    const add = (one: Thread): Thread => (one.post.id === post.id ? { ...one, replies: together(replies, one.replies) } : one);
    this.page = { ...this.page, pinned: this.page.pinned.map(add), threads: this.page.threads.map(add) };
    if (this.linked) this.linked = add(this.linked);
    this.changed();
    return replies[0]?.id ?? 0;
  }

  /** Whatever is on the page counts as seen once somebody has it in front of them. */
  seen(): void {
    const upTo = newest(this.page);
    if (upTo <= this.#seen && this.#seen) return;
    this.#seen = upTo || 1;
    void this.act("seen", { up_to: upTo });
  }

  async poll(): Promise<boolean | null> {
    if (!this.page.since) this.page = { ...this.page, since: "1970-01-01T00:00:00+00:00" };
    const { cohort } = this, query = { since: this.page.since, cohort: String(cohort) };
    const { body, etag } = await look<{ threads?: readonly Thread[]; gone?: readonly number[]; since?: string; waiting?: number }>(this.newsUrl(), query, this.#etag);
    if (cohort !== this.cohort) return null;
    this.#etag = etag;
    if (!body?.threads) return null;
    this.waiting = body.waiting ?? this.waiting;
    const { page, fresh } = merged(this.page, body.threads);
    this.page = { ...page, since: body.since || page.since };
    const known = new Set([...fresh.map(({ post }) => post.id), ...(body.gone ?? [])]);
    this.fresh = [...fresh, ...this.fresh.filter(({ post }) => !known.has(post.id))];
    body.gone?.forEach((id) => this.everywhere(id, () => null));
    if (this.linked) this.linked = merged({ ...page, pinned: [], threads: [this.linked] }, body.threads).page.threads[0] ?? null;
    this.changed();
    return body.threads.length > 0;
  }

  setQueue(queue: Feed["queue"]): void {
    this.queue = queue;
    this.waiting = queue?.queue.length ?? 0;
    this.changed();
  }

  showFresh(): void {
    const ids = new Set(this.fresh.map(({ post }) => post.id));
    this.page = { ...this.page, threads: [...this.fresh, ...this.page.threads.filter(({ post }) => !ids.has(post.id))] };
    this.fresh = [];
    this.seen();
    this.changed();
  }
}
