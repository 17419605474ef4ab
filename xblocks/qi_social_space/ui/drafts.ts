/* A text on its way to the server. It stays in its box until the server has it, whatever happens on the way. */

import { newId } from "../../qi_core/ui/ids";
import { nhsNumbersIn } from "../../qi_core/ui/privacy";
import type { Post as Send, Problem, Problems } from "../../qi_core/ui/post";
import type { Warning } from "../../qi_core/ui/store";
import { QUESTION_ABOUT, type Card, type Me, type Offer, type Post } from "./types";

export type Sending = "idle" | "sending" | "unreachable" | "signed_out" | "refused";

export interface Draft {
  readonly token: string;
  readonly text: string;
  readonly audience: string;
  readonly question: string;
  readonly topic: string;
  readonly offer: Offer | null;
  /** Of the snapshot that was shown in the preview: another one is not sent. */
  readonly seal: string | null;
  readonly confirmed: readonly string[];
  readonly sending: Sending;
  /** How the try before this one ended: while it is repeated, that is still so. */
  readonly before: Sending;
  readonly reason: string;
  readonly problem: Problem | null;
  readonly doubts: readonly Warning[];
  /** What was asked for when the doubts came up: it goes on when they are called safe. */
  readonly wanted: "send" | "preview";
  readonly preview: { readonly html: string; readonly card: Card | null; readonly checks: readonly string[]; readonly seal: string } | null;
}

export const emptyDraft = (text = ""): Draft => ({
  token: newId(), text, audience: "everyone", question: "", topic: "", offer: null, seal: null, confirmed: [],
  sending: "idle", before: "idle", reason: "", problem: null, doubts: [], wanted: "send", preview: null,
});

/** A new text clears what was said about the old one, but for an NHS number that is still there. It is not sent by itself. */
export function typed(draft: Draft, text: string): Draft {
  const problem = nhsNumbersIn(text ? { text } : {})["text"] ?? null;
  return { ...draft, text, problem, doubts: [], preview: null, sending: draft.sending === "sending" ? "sending" : "idle" };
}

export function bodyOf(draft: Draft, replyTo: number | null): Record<string, unknown> {
  const { token, text, audience, topic, confirmed, offer, seal } = draft;
  if (replyTo !== null) return { token, text, reply_to: replyTo, confirmed };
  return {
    token, text, audience, topic, confirmed,
    question: draft.question || null,
    card: offer && { kind: offer.kind, id: offer.id, seal },
  };
}

export const choosing = (draft: Draft, offer: Offer | null): Draft =>
  ({ ...draft, offer, question: offer ? QUESTION_ABOUT[offer.kind] : "", seal: null, preview: null, doubts: [] });

/** What the server refused, at the places where it can be put right. */
export function refused(draft: Draft, problems: Problems): Draft {
  const doubts = Object.entries(problems)
    .filter(([path]) => path.startsWith("doubts"))
    .map(([, problem]) => problem.facts as unknown as Warning);
  const other = Object.entries(problems).find(([path]) => !path.startsWith("doubts"));
  return { ...draft, sending: "idle", doubts, problem: other?.[1] ?? null };
}

export interface Arrived {
  /** null: an earlier sending had arrived and is gone again. */
  readonly post: Post | null;
  readonly me: Me;
  readonly in_danger: boolean;
  /** An earlier sending had arrived, with other words or for others to read. */
  readonly is_other?: boolean;
}

type Tried = { readonly draft: Draft } | { readonly draft: null; readonly arrived: Arrived };

/** The draft after one try; null when it has arrived. */
export async function send(post: Send, handler: string, payload: unknown, draft: Draft): Promise<Tried> {
  const reply = await post<Arrived>(handler, payload);
  if (reply.kind === "ok") return { draft: null, arrived: reply.body };
  if (reply.kind === "problems") return { draft: refused(draft, reply.problems) };
  const reason = reply.kind === "refused" ? reply.reason : "";
  const sending = reply.kind === "refused" || reply.kind === "conflict" ? "refused" : reply.kind;
  return { draft: { ...draft, sending, reason } };
}
