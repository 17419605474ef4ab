/* The boxes to write in: one for a new post, and for each post a reply and an edit of its own. No DOM. */

import { emptyDraft, typed, type Draft } from "./drafts";
import type { Drafts, Kept } from "./kept";
import type { Post } from "./types";

export type Box = "new" | "reply" | "edit";

export class Boxes {
  /** By `keyOf`. What was begun stays while another box is open. */
  drafts: Drafts;
  /** Which post's box of each kind is open. */
  about: Partial<Record<Box, number>> = {};
  readonly changed: () => void;
  readonly #found: Drafts;

  constructor(kept: Kept, redraw: () => void) {
    this.drafts = this.#found = { new: emptyDraft(), ...kept.read() };
    this.changed = () => { kept.write(this.drafts); redraw(); };
  }

  /** A reply that was found here and not touched since may be about a post that is not on the page. */
  get unsent(): boolean { return Object.entries(this.drafts).some(([key, draft]) => draft.text && (key === "new" || draft !== this.#found[key])); }

  keyOf(box: Box, about = this.about[box]): string { return box === "new" ? box : `${box} ${about}`; }
  draft(box: Box): Draft | undefined { return this.drafts[this.keyOf(box)]; }
  hasBegun(post: number): boolean { return this.about.reply !== post && !!this.drafts[this.keyOf("reply", post)]?.text; }

  set(box: Box, change: (draft: Draft) => Draft, about = this.about[box]): void {
    const key = this.keyOf(box, about), draft = this.drafts[key];
    if (draft) this.drafts = { ...this.drafts, [key]: change(draft) };
    this.changed();
  }

  openBox(box: Box, post: Post): void {
    this.about = { ...this.about, [box]: post.id };
    const key = this.keyOf(box);
    if (!this.drafts[key]) this.drafts = { ...this.drafts, [key]: emptyDraft(box === "edit" ? post.text : "") };
    this.changed();
  }

  closeBox(box: Box, about = this.about[box]): void {
    const { [this.keyOf(box, about)]: _draft, ...drafts } = this.drafts;
    this.drafts = box === "new" ? { ...drafts, new: emptyDraft() } : drafts;
    if (about === this.about[box]) delete this.about[box];
    this.changed();
  }

  type(box: Box, text: string): void { this.set(box, (draft) => typed(draft, text)); }
}
