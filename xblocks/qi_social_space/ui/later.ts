/* What facilitators need, and what is looked at seldom, is in a second bundle (second.ts), loaded at the first use. */

import { once } from "../../qi_core/ui/second_script";
import type { Draft } from "./drafts";
import type { Feed } from "./feed";
import type { Post } from "./types";
import type { View } from "./view";
import type { nothing, TemplateResult } from "lit/html.js";

export interface Later {
  queueView(view: View): TemplateResult;
  /** What can be done about a post, or one of the panels that this opens. */
  panelOf(view: View, kind: string, post: Post): TemplateResult | typeof nothing;
  loadQueue(feed: Feed): Promise<void>;
  enter(feed: Feed, cohort: number): Promise<void>;
  /** What of one's own work goes along: the list to choose from, or what was chosen. */
  picker(view: View, draft: Draft): TemplateResult;
  previewOf(view: View, draft: Draft): TemplateResult | typeof nothing;
  loadOffers(feed: Feed): Promise<void>;
  preview(feed: Feed): Promise<void>;
  askAbout(feed: Feed, kind: string, id: string): Promise<boolean>;
}
/** second.ts puts it there. */
export interface Loaded { qiSpaceLater?: Later }

export const later = once(() => (window as Loaded).qiSpaceLater as Later);
