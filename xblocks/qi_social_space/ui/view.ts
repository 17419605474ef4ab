/* What every view of a space is given: the words, the state, and a way to move the focus. */

import type { nothing, TemplateResult } from "lit/html.js";
import type { Say } from "../../qi_core/ui/words";
import type { Feed } from "./feed";

export interface View {
  readonly say: Say;
  readonly feed: Feed;
  readonly locale: string;
  /** Which small panel is open, such as "report:12"; one at a time. */
  readonly open: string;
  show(panel: string, focus?: string): void;
  focusAfter(id: string): void;
  /** The box for a reply, where a view cannot import it without going in a circle. */
  reply(): TemplateResult | typeof nothing;
}

const SPANS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [["day", 86_400], ["hour", 3_600], ["minute", 60]];

/** "2 hours ago"; from a week on the date. */
export function ago(iso: string, locale: string): string {
  const seconds = (Date.now() - Date.parse(iso)) / 1000;
  if (seconds > 7 * 86_400) return new Date(iso).toLocaleDateString(locale, { dateStyle: "medium" });
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const [unit, length] = SPANS.find(([, one]) => seconds >= one) ?? ["second", 60];
  return unit === "second" ? words.format(0, "minute") : words.format(-Math.floor(seconds / length), unit);
}

export const moment = (iso: string, locale: string): string =>
  new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
