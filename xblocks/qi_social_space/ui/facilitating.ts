/* What facilitators ask of the server, and the earlier words of a post. In the second bundle: see later.ts. */

import { emptyDraft } from "./drafts";
import type { Feed } from "./feed";
import type { Drafts } from "./kept";
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

const begun = new WeakMap<Feed, Map<number, Drafts>>();

/** Another cohort's room, for those who see all of them. What was begun in one room waits there. */
export async function enter(feed: Feed, cohort: number): Promise<void> {
  const rooms = begun.get(feed) ?? new Map<number, Drafts>(), left = { ...feed };
  begun.set(feed, rooms.set(feed.cohort, idle(feed.drafts)));
  feed.moveTo(cohort, 0, rooms.get(cohort) ?? { new: emptyDraft() });
  if (await feed.load({ sort: "new", topic: "" })) await loadQueue(feed);
  else if (feed.cohort === cohort) feed.moveTo(left.cohort, left.space, rooms.get(left.cohort)!);
  feed.changed();
}

/** Nobody sends them on meanwhile. */
const idle = (drafts: Drafts): Drafts => Object.fromEntries(Object.entries(drafts).map(([key, draft]) => [key, { ...draft, sending: "idle" as const }]));
