/* Days, numbers and units as a chart tells them: the same in the page, in a file and on paper. */

import type { Say } from "../../qi_core/ui/words";
import type { Cycle, Figures } from "./board";
import type { IsoDate, Measure } from "./document";

export class Teller {
  readonly #dates = new Map<IsoDate, string>();
  readonly #numbers = new Map<number, Intl.NumberFormat>();

  constructor(readonly say: Say, readonly locale: string) {}

  dateText(on: IsoDate): string {
    const text = this.#dates.get(on) ?? (on && new Date(`${on}T12:00`).toLocaleDateString(this.locale, { dateStyle: "medium" }));
    this.#dates.set(on, text);
    return text;
  }

  /** `digits` significant ones, and every one before the decimal point; printing.py shows the same. */
  numberText(value: number, digits = 4): string {
    const significant = Math.max(digits, Math.min(21, Math.floor(Math.log10(Math.abs(value) || 1)) + 1));
    const format = this.#numbers.get(significant) ?? new Intl.NumberFormat(this.locale, { maximumSignificantDigits: significant });
    this.#numbers.set(significant, format);
    return format.format(value);
  }

  unitText(measure: Measure): string {
    if (measure.unit === "rate") return this.say("unit.rate_per", { per: measure.per ?? 1 });
    return measure.unit ? this.say(`unit.${measure.unit}`) : "";
  }

  /** A value with its unit; `short` leaves out all units but the percent sign. */
  valueText(measure: Measure, value: number, digits = 4, short = false): string {
    const number = this.numberText(value, digits);
    const { unit } = measure;
    if (!unit || unit === "count" || unit === "score" || (short && unit !== "percent")) return number;
    return this.say("value_unit", { value: number, unit: unit === "days_between" ? this.say("unit.days") : this.unitText(measure) });
  }
}

/** What a picture and its sentence are told from: the board, or what a printed page makes in its place. */
export interface Told extends Pick<Teller, "say" | "dateText" | "numberText" | "unitText" | "valueText"> {
  readonly args: { readonly locale: string; readonly dir: "ltr" | "rtl"; readonly cycles: readonly Cycle[] };
  readonly selected: number | null;
  figuresOf(measure: Measure): Figures | undefined;
}
