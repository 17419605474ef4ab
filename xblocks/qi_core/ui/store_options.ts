/* What a store is made with, and the words for what has become of a save. */

import type { Clock } from "./clock";
import type { Post, Problems } from "./post";
import type { Loaded } from "./review";

export type Status =
  | "saved" | "waiting" | "saving" | "unreachable" | "signed_out" | "blocked" | "conflict" | "refused" | "read_only";

export interface Options<D> {
  readonly loaded: Loaded<D>;
  readonly post: Post;
  readonly canSave: boolean;
  readonly who: string;
  readonly changed: () => void;
  /** Problems that the browser finds itself, by path; while there are any, nothing is sent. */
  readonly screen: (document: D) => Problems;
  /** Whether an undo from `now` back to `before` is allowed: a lock must not be taken back. */
  readonly canReturn?: (now: D, before: D) => boolean;
  /** Both windows' changes of `base` in one document; null where only the learner can choose. */
  readonly merge?: ((base: D, mine: D, theirs: D) => D | null) | undefined;
  readonly clock?: Clock;
}
