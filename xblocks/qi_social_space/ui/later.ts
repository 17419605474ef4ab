/* What facilitators need, and what is looked at seldom, is in a second bundle (second.ts), loaded at the first use. */

import type { Feed } from "./feed";
import type { Post } from "./types";
import type { View } from "./view";
import type { nothing, TemplateResult } from "lit/html.js";

export interface Later {
  queueView(view: View): TemplateResult;
  /** What can be done about a post by those who facilitate; `panel` opens one of the panels below. */
  acts(view: View, post: Post, panel: (kind: string) => () => void): readonly unknown[];
  panelOf(view: View, kind: string, post: Post): TemplateResult | typeof nothing;
  loadQueue(feed: Feed): Promise<void>;
}
/** second.ts puts it there. */
export interface Loaded { qiSpaceLater?: Later }

let loading: Promise<Later> | null = null;

/** Rejects without a connection; the next call tries again. */
export function later(url: string): Promise<Later> {
  return (loading ??= new Promise<Later>((done, fail) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => done((window as Loaded).qiSpaceLater as Later);
    script.onerror = (cause) => { loading = null; fail(cause); };
    document.head.append(script);
  }));
}
