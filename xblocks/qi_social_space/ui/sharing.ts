/* A part of one's own work on its way to others: what there is, what is chosen, and how others will see it. No DOM.
   In the second bundle: see later.ts. */

import { bodyOf, choosing, refused, type Draft } from "./drafts";
import type { Feed } from "./feed";
import type { Offer } from "./types";

const WAITS_MS = [0, 1_500, 4_000];

/** Exactly what others will see, or what has to be put right first. */
export async function preview(feed: Feed): Promise<void> {
  feed.set("new", (now) => ({ ...now, wanted: "preview", sending: now.sending === "sending" ? "sending" : "idle" }));
  const draft = feed.drafts.new!;
  const reply = await feed.request<NonNullable<Draft["preview"]>>("preview", { draft: bodyOf({ ...draft, seal: null }, null) });
  feed.set("new", (now) => {
    if (now.text !== draft.text || now.offer !== draft.offer) return now;
    if (reply.kind === "problems") return refused(now, reply.problems);
    return reply.kind === "ok" ? { ...now, preview: reply.body, seal: reply.body.seal || null, problem: null } : { ...now, sending: "refused", reason: "preview_failed" };
  });
}

export async function loadOffers(feed: Feed): Promise<void> {
  feed.offers = (await feed.act<{ offers: readonly Offer[] }>("shareable", {}))?.offers ?? feed.offers;
}

/** A part of one's own work, with a question about it, as others will see it. */
export async function choose(feed: Feed, offer: Offer): Promise<void> {
  feed.set("new", (draft) => choosing(draft, offer));
  await preview(feed);
}

/** "Ask about this" in a tool leads here. Its last words may still be on their way: they are waited for. */
export async function askAbout(feed: Feed, kind: string, id: string): Promise<boolean> {
  for (const wait_ms of WAITS_MS) {
    await new Promise((done) => setTimeout(done, wait_ms));
    await loadOffers(feed);
    const found = feed.offers?.find((one) => one.kind === kind && (!id || one.id === id));
    if (found) {
      await choose(feed, found);
      return true;
    }
  }
  feed.say("failed.ask");
  return false;
}
