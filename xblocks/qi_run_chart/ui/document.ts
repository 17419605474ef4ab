/* The measures of a project, schema 1, and every edit of them as a pure function. Shape and limits: domain/document.py. */

export type IsoDate = string;
export const KINDS = ["outcome", "process", "balancing"] as const;
export const UNITS = ["count", "percent", "rate", "minutes", "hours", "days", "days_between", "score"] as const;
export const BETTER = ["up", "down", "neither"] as const;
export const HOW_OFTEN = ["daily", "weekly", "fortnightly", "monthly", "quarterly", "each_case", "each_event"] as const;
export const RULES = ["anhoej", "ihi", "mdc_xmr"] as const;
export const CHARTS = ["run", "i", "mr", "p", "pp", "u", "up", "c", "g", "t", "ip", "xbar", "s"] as const;
export type Chart = (typeof CHARTS)[number];
export type Rules = (typeof RULES)[number];
export const POINTS_MAX = 2_000;
export const MEASURES_MAX = 20;
export const ANNOTATIONS_MAX = 60;
const PHASES_MAX = 60;

export interface Point {
  readonly id: string; readonly on: IsoDate; readonly value: number | null; readonly numerator: number | null;
  readonly denominator: number | null; readonly note: string; readonly excluded: string | null;
}
export interface PhaseStart { readonly from: string; readonly reason: string }
export interface Annotation { readonly id: string; readonly on: IsoDate; readonly text: string }
export interface Mdc { readonly run_length: 6 | 7; readonly screening: boolean; readonly beyond_counts: boolean }
export interface Measure {
  readonly id: string; readonly name: string; readonly kind: (typeof KINDS)[number] | null; readonly tells: string;
  readonly definition: string; readonly numerator: string; readonly denominator: string;
  readonly unit: (typeof UNITS)[number] | null; readonly per: number | null; readonly better: (typeof BETTER)[number] | null;
  readonly population: string; readonly exclusions: string; readonly sampling: string; readonly source: string; readonly who: string;
  readonly how_often: (typeof HOW_OFTEN)[number] | null; readonly same_answer: "yes" | "not_sure" | null; readonly driver: string; readonly driver_id: string | null;
  readonly target: number | null; readonly target_by: IsoDate | null;
  readonly chart: Chart; readonly rules: Rules; readonly mdc: Mdc;
  readonly aggregate: "mean" | "median" | "sum"; readonly baseline_until: string | null; readonly phases: readonly PhaseStart[];
  readonly points: readonly Point[]; readonly annotations: readonly Annotation[];
  readonly reading: { readonly tells: string; readonly does_not: string };
}
export interface Measures { readonly schema: 1; readonly measures: readonly Measure[]; readonly confirmed: readonly string[] }

export function emptyMeasure(id: string): Measure {
  return {
    id, name: "", kind: null, tells: "", definition: "", numerator: "", denominator: "", unit: null, per: null, better: null,
    population: "", exclusions: "", sampling: "", source: "", who: "", how_often: null, same_answer: null, driver: "", driver_id: null,
    target: null, target_by: null, chart: "run", rules: "anhoej", mdc: { run_length: 7, screening: true, beyond_counts: false },
    aggregate: "mean", baseline_until: null, phases: [], points: [], annotations: [], reading: { tells: "", does_not: "" },
  };
}

export const addMeasure = (document: Measures, measure: Measure): Measures => ({ ...document, measures: [...document.measures, measure] });
export const deleteMeasure = (document: Measures, id: string): Measures => ({ ...document, measures: document.measures.filter((one) => one.id !== id) });

export function changeMeasure(document: Measures, id: string, change: (measure: Measure) => Measure): Measures {
  return { ...document, measures: document.measures.map((measure) => (measure.id === id ? change(measure) : measure)) };
}

/** Whether this measure is counted as part of a whole, with a numerator and a denominator for each point. */
export const isRatio = (measure: Measure): boolean => measure.unit === "percent" || measure.unit === "rate";

export const scaleOf = (measure: Measure): number => (measure.unit === "percent" ? 100 : measure.unit === "rate" ? (measure.per ?? 1) : 1);

export function plotted(measure: Measure, point: Point): number | null {
  if (point.value !== null || !isRatio(measure)) return point.value;
  if (point.numerator === null || !point.denominator) return null;
  return (scaleOf(measure) * point.numerator) / point.denominator;
}

/** Points that go take with them what hangs on them: the end of the baseline, a phase's start. */
export function withPoints(measure: Measure, points: readonly Point[]): Measure {
  const kept = new Set(points.map((point) => point.id));
  return {
    ...measure, points,
    baseline_until: measure.baseline_until !== null && kept.has(measure.baseline_until) ? measure.baseline_until : null,
    phases: measure.phases.filter((phase) => kept.has(phase.from)),
  };
}

export const inTimeOrder = (points: readonly Point[]): readonly Point[] =>
  [...points].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));

export const withPhase = (measure: Measure, phase: PhaseStart): Measure =>
  measure.phases.length < PHASES_MAX ? { ...measure, phases: [...measure.phases.filter((one) => one.from !== phase.from), phase] } : measure;
export const withoutPhase = (measure: Measure, from: string): Measure => ({ ...measure, phases: measure.phases.filter((one) => one.from !== from) });

export function withExcluded(measure: Measure, ids: readonly string[], reason: string | null): Measure {
  return { ...measure, points: measure.points.map((point) => (ids.includes(point.id) ? { ...point, excluded: reason } : point)) };
}

/** The one chart that some rules are made for; the others go with any. */
const CHART_OF: Readonly<Partial<Record<Rules, Chart>>> = { ihi: "run", mdc_xmr: "i" };
const fits = (chart: Chart, rules: Rules): boolean => (CHART_OF[rules] ?? chart) === chart;

/** As the server draws it: older documents of "Making Data Count" say "run". */
export const chartOf = (measure: Measure): Chart => CHART_OF[measure.rules] && measure.chart === "run" ? CHART_OF[measure.rules]! : measure.chart;

/** Rules that this chart does not go with give way to the first that it goes with. */
export function withChart(measure: Measure, chart: Chart, allowed: readonly Rules[] = RULES): Measure {
  const rules = fits(chart, measure.rules) ? measure.rules : (allowed.find((one) => fits(chart, one)) ?? "anhoej");
  return { ...measure, chart, rules };
}

/** Rules with a chart of their own bring it along. */
export const withRules = (measure: Measure, rules: Rules): Measure => ({ ...measure, rules, chart: CHART_OF[rules] ?? measure.chart });

export const hasSharedDates = (points: readonly Point[]): boolean => new Set(points.map((point) => point.on)).size < points.length;
