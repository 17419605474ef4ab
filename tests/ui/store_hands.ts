/* A clock and a server that a test of the store holds in its hand. */

import type { Post, Reply } from "../../xblocks/qi_core/ui/post.ts";
import { Store, type Clock, type Loaded } from "../../xblocks/qi_core/ui/store.ts";
import type { Options } from "../../xblocks/qi_core/ui/store_options.ts";

export interface Note { readonly text: string; readonly locked?: boolean }
export const REVIEW = { checks: [], warnings: [], todo: [], progress: 0, saved_at: "2026-11-22T10:42:00Z", overview: null };
export const loaded = (text: string, revision: number): Loaded<Note> => ({ ...REVIEW, revision, document: { text } });
export const saved = (revision: number): Reply<Loaded<Note>> => ({ kind: "ok", body: { ...REVIEW, revision } as unknown as Loaded<Note> });

export class HandClock implements Clock {
  time = 0;
  private timers: { at: number; run: () => void }[] = [];
  now(): number { return this.time; }
  later(run: () => void, delay_ms: number): () => void {
    const timer = { at: this.time + delay_ms, run };
    this.timers.push(timer);
    return () => { this.timers = this.timers.filter((one) => one !== timer); };
  }
  async pass(delay_ms: number): Promise<void> {
    this.time += delay_ms;
    const due = this.timers.filter((timer) => timer.at <= this.time);
    this.timers = this.timers.filter((timer) => timer.at > this.time);
    due.forEach((timer) => timer.run());
    await settled();
  }
}

export const settled = async () => { for (let i = 0; i < 5; i++) await Promise.resolve(); };

export function opened(replies: Reply<Loaded<Note>>[], problem: (note: Note) => boolean = () => false, merge?: Options<Note>["merge"]) {
  const clock = new HandClock();
  const sent: unknown[] = [];
  const post = (async (_handler: string, payload: unknown) => {
    sent.push(payload);
    return replies.shift();
  }) as Post;
  const store = new Store<Note>({
    loaded: loaded("first", 3), post, canSave: true, who: "amara", changed: () => undefined, clock,
    screen: (note): Readonly<Record<string, { code: string }>> => (problem(note) ? { text: { code: "nhs_number" } } : {}),
    merge, canReturn: (now, before) => !now.locked || before.locked === true,
  });
  return { store, clock, sent };
}

export const save = (revision: number, text: string, keep = false) =>
  ({ revision, saved_at: REVIEW.saved_at, document: { text }, who: "amara", keep });
