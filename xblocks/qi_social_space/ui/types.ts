/* What the handlers of a space send, as plain JSON. */

export interface Person { readonly id: number; readonly name: string }
export interface Card {
  readonly kind: "cycle" | "chart";
  readonly title: string;
  readonly lines: readonly (readonly [string, string])[];
  readonly stage?: string;
  readonly decision?: string | null;
  readonly unit?: string;
  readonly points?: readonly (readonly [string, number])[];
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
  readonly cohorts: readonly number[];
  readonly role: "learner" | "facilitator" | "moderator";
  readonly waiting: number;
  readonly feed: FeedPage;
  readonly news: { readonly posts: number; readonly replies: readonly Post[] };
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
  readonly topics: readonly { readonly key: string; readonly label: string }[];
  readonly phase: { readonly name: string; readonly until: string | null; readonly prompt: string };
  readonly private_answers: boolean;
  readonly post_first: boolean;
  readonly premoderated: boolean;
  readonly watched: string;
  readonly room: Room | null;
}
export interface Offer { readonly kind: "cycle" | "chart"; readonly id: string; readonly title: string }
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
export const REACTIONS = ["thanks", "me_too", "learned"] as const;
export const REASONS = ["patient", "unkind", "spam", "safeguarding", "other"] as const;
export const SORTS = ["new", "waiting", "picks", "following", "mine"] as const;
export type Sort = (typeof SORTS)[number];
