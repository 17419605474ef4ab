/* What every view of a space is given: the words, the state, and a way to move the focus. */

import type { nothing, TemplateResult } from "lit/html.js";
import type { Say } from "../../qi_core/ui/words";
import type { Feed } from "./feed";
import type { Later } from "./later";
import type { Card, Post } from "./types";

export interface View {
  readonly say: Say;
  readonly feed: Feed;
  readonly locale: string;
  /** Which small panel is open, such as "report:12"; one at a time. */
  readonly open: string;
  show(panel: string, focus?: string): void;
  /** The panel has done its work: it closes, unless another one has been opened meanwhile. */
  done(panel: string, focus: string): void;
  /** The first of these ids, with blanks between, that is there. */
  focusAfter(ids: string): void;
  /** The second bundle, which is kept in the feed once it is there. */
  need(): Promise<Later | null>;
  /** For views that cannot import them: of the second bundle, or without going in a circle. */
  logUrl(): string;
  reply(): TemplateResult | typeof nothing;
  post(post: Post): TemplateResult;
  card(card: Card): TemplateResult;
}

const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [["day", 86_400], ["hour", 3_600], ["minute", 60]];

/** "2 hours ago"; from a week on the date. */
export function ago(iso: string, locale: string): string {
  const seconds = (Date.now() - Date.parse(iso)) / 1000;
  if (seconds > 7 * 86_400) return dayText(iso, locale);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, length] = SPANS.find(([, one]) => seconds >= one) ?? ["second", 60];
  return unit === "second" ? words.format(0, "minute") : words.format(-Math.floor(seconds / length), unit);
}

export const moment = (iso: string, locale: string): string =>
  new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });

/** A day, or the day of a moment. */
export const dayText = (iso: string, locale: string, dateStyle: "medium" | "long" = "medium"): string =>
  new Date(iso.length === 10 ? `${iso}T12:00` : iso).toLocaleDateString(locale, { dateStyle });
