/* What facilitators ask of the server. In the second bundle: see later.ts. */

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
