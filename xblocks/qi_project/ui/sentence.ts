/* The aim as one sentence. */

import type { Say } from "../../qi_core/ui/words";
import type { Aim } from "./document";

export const GAP = "…";

/** In the reader's words; what is missing is a gap. Empty when nothing has been written. */
export function sentenceOf(say: Say, locale: string, aim: Aim): string {
  if (![aim.what, aim.by_how_much, aim.for_whom, aim.by_when].some((part) => part?.trim())) return "";
  const when = aim.by_when ? new Date(`${aim.by_when}T12:00`).toLocaleDateString(locale, { dateStyle: "long" }) : GAP;
  const kind = `aim.${aim.direction ?? "change"}${aim.baseline.trim() ? "_from" : ""}`;
  const part = (text: string) => text.trim() || GAP;
  return say(kind, { when, what: part(aim.what), whom: part(aim.for_whom), target: part(aim.by_how_much), baseline: aim.baseline.trim() }).replace(`${GAP}.`, GAP);
}
