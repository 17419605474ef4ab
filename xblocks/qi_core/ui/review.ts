/* What the server says of a document: its review, the document itself, what no longer passes. */

import type { Problems } from "./post";

export interface Mark { readonly path: string; readonly rule: string; readonly facts?: Readonly<Record<string, string | number>> }
export interface Warning { readonly path: string; readonly kind: string; readonly start: number; readonly end: number; readonly mark: string }

/** What the server thinks of the document at `revision`; the browser never computes it. */
export interface Review {
  readonly checks: readonly Mark[];
  readonly warnings: readonly Warning[];
  readonly todo: readonly Mark[];
  readonly progress: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly saved_at: string | null;
  /** Where the document is: empty before there is a project, and on a practice sheet. */
  readonly project?: string;
  /** The project that the course works on by now, when it is another than the page's. */
  readonly elsewhere?: { readonly title: string };
  /** What a tool's domain says of its document's parts; its shape is the tool's own. */
  readonly overview: unknown;
}
/** `own`: what the block's own document needs now that another document beside it was saved. */
export interface Saved extends Review { readonly revision: number; readonly own?: Partial<Review> }
/** `problems`: what an earlier release accepted and this one does not; shown from the start, saved once put right. */
export interface Loaded<D> extends Saved { readonly document: D; readonly problems?: Problems }
