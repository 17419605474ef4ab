/* What facilitators ask of the server beside what everybody does: the queue, the log, another cohort's room. */

import type { Feed } from "./feed";
import type { Logged } from "./types";

export async function loadQueue(feed: Feed): Promise<void> {
  const found = await feed.act<NonNullable<Feed["queue"]>>("queue", {});
  if (!found) return;
  feed.queue = found;
  feed.waiting = found.queue.length;
  feed.changed();
}

/** An act of a facilitator; the queue, when it is open, is asked for anew. */
export async function decide(feed: Feed, handler: string, payload: object, done: string): Promise<boolean> {
  const isDone = await feed.act(handler, payload, done);
  if (isDone && feed.queue) await loadQueue(feed);
  return isDone !== null;
}

export async function toggleLog(feed: Feed): Promise<void> {
  feed.log = feed.log ? null : (await feed.act<{ log: readonly Logged[] }>("log", {}))?.log ?? null;
  feed.changed();
}

/** Another cohort's room, for those who see all of them. */
export async function enter(feed: Feed, cohort: number): Promise<void> {
  feed.cohort = cohort;
  feed.space = 0;
  await feed.load({ sort: "new", topic: "" });
  if (feed.queue) await loadQueue(feed);
}
