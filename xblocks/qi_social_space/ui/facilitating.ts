/* What facilitators ask of the server, and the earlier words of a post. In the second bundle: see later.ts. */

import type { Feed } from "./feed";
import type { Logged, Version } from "./types";

export async function loadQueue(feed: Feed): Promise<void> {
  const found = await feed.act<NonNullable<Feed["queue"]>>("queue", {});
  if (found) feed.setQueue(found);
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

export async function loadHistory(feed: Feed, post: number): Promise<void> {
  const found = await feed.act<{ versions: readonly Version[] }>("history", { post });
  feed.history = found && { post, versions: found.versions };
  feed.changed();
}

/** Another cohort's room, for those who see all of them. */
export async function enter(feed: Feed, cohort: number): Promise<void> {
  [feed.cohort, feed.space, feed.queue, feed.log, feed.only] = [cohort, 0, null, null, ""];
  await feed.load({ sort: "new", topic: "" });
  await loadQueue(feed);
}
