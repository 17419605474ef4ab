/* What the handlers of a space send, as plain JSON. */

export interface Person { readonly id: number; readonly name: string }
/** The aim in its parts, as they were typed. */
export interface Aim {
  readonly what: string; readonly for_whom: string; readonly by_how_much: string; readonly baseline: string;
  readonly direction: string | null; readonly by_when: string | null;
}
export type CardKind = "aim" | "diagram" | "cycle" | "chart";
/** Level, depth and text of a line of the diagram's outline. */
export type OutlineRow = readonly [string, number, string];
export interface Card {
  readonly kind: CardKind;
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
  readonly stage?: string;
  readonly decision?: string | null;
  readonly unit?: string;
  readonly points?: readonly (readonly [string, number])[];
  readonly aim?: Aim | null;
  readonly outline?: readonly OutlineRow[];
  readonly more?: number;
}
export interface Post {
  readonly id: number;
  readonly thread: number | null;
  readonly author: Person | null;
  readonly is_own: boolean;
  readonly by_facilitator: boolean;
  readonly audience: "everyone" | "facilitators" | "me";
  readonly state: "visible" | "held" | "hidden" | "deleted" | "erased";
  readonly created: string;
  readonly edited_at: string | null;
  readonly is_answered: boolean;
  readonly html: string;
  readonly text: string;
  readonly card: Card | null;
  readonly note: string;
  readonly question: string;
  readonly topic: string;
  readonly highlight: string;
  readonly is_pinned: boolean;
  readonly held_for: string;
  readonly reactions: Readonly<Record<string, number>>;
  readonly mine: readonly string[];
  readonly reports: readonly string[];
}
export interface Thread { readonly post: Post; readonly replies: readonly Post[]; readonly reply_count: number }
export interface FeedPage {
  readonly pinned: readonly Thread[];
  readonly threads: readonly Thread[];
  readonly after: number | null;
  readonly since: string;
}
export interface Me {
  readonly progress: number;
  readonly todo: readonly { readonly rule: string; readonly facts: Readonly<Record<string, number>> }[];
  readonly is_open: boolean;
  readonly has_declined: boolean;
  readonly accepted: boolean;
  readonly paused_until: string | null;
  readonly topics: readonly string[];
  readonly followed: readonly Person[];
  readonly muted: readonly Person[];
}
export interface Room {
  readonly space: number;
  readonly cohort: number;
  readonly cohorts: readonly { readonly id: number; readonly name: string; readonly waiting: number }[];
  /** What one's own group is called, where each has a room. */
  readonly group: string;
  readonly role: "learner" | "facilitator" | "moderator";
  readonly waiting: number;
  readonly feed: FeedPage;
  readonly news: { readonly posts: number; readonly replies: readonly Post[]; readonly is_return: boolean };
  readonly me: Me;
}
export interface Args {
  readonly strings: Readonly<Record<string, string>>;
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
  readonly who: string;
  readonly can_save: boolean;
  readonly why_not: string | null;
  readonly title: string;
  readonly instructions_html: string;
  readonly prompt_html: string;
  /** Of a ready-made prompt: beginnings of an answer, what to leave out, and how to follow up (for facilitators). */
  readonly starters: readonly string[];
  readonly confidentiality: string;
  readonly follow_up: string;
  readonly topics: readonly { readonly key: string; readonly label: string }[];
  readonly phase: { readonly name: string; readonly until: string | null; readonly prompt: string };
  readonly private_answers: boolean;
  readonly post_first: boolean;
  readonly premoderated: boolean;
  readonly watched: string;
  /** The space alone, where a fragment reaches it; and where it stands in the course. */
  readonly link: string;
  readonly course_url: string;
  readonly later_url: string;
  readonly room: Room | null;
}
export interface Offer { readonly kind: CardKind; readonly id: string; readonly title: string }
export interface Version { readonly html: string; readonly replaced_at: string }
export interface Waiting {
  readonly post: number;
  readonly why: "reported" | "held" | "unanswered";
  readonly since: string;
  readonly reasons: readonly string[];
}
export interface Logged {
  readonly at: string; readonly act: string; readonly reason: string;
  readonly post: number | null; readonly actor: string | null; readonly person: string | null;
}
export const QUESTIONS = ["aim_clear", "would_measure", "go_wrong"] as const;
/** What people mostly want to know about each kind. */
export const QUESTION_ABOUT: Readonly<Record<CardKind, string>> = { aim: "aim_clear", diagram: "would_measure", cycle: "go_wrong", chart: "would_measure" };
export const REACTIONS = ["thanks", "me_too", "learned"] as const;
export const REASONS = ["patient", "unkind", "spam", "safeguarding", "other"] as const;
export const SORTS = ["new", "unseen", "waiting", "picks", "following", "mine"] as const;
export type Sort = (typeof SORTS)[number];
