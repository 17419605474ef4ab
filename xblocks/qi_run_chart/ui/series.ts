/* From a measure to what the picture shows: the points as they are typed, with the lines and signals the server last found. */

import type { Figures } from "./board";
import { inTimeOrder, isRatio, scaleOf, type Measure, type Point } from "./document";
import type { Flag, Look, PhaseFigures, Series } from "./picture";
import type { Told } from "./teller";

/** These plot something else than what was collected: only the server knows it. */
const WORKED_OUT: ReadonlySet<string> = new Set(["mr", "s"]);

interface Day { readonly on: string; readonly points: readonly Point[]; readonly excluded: boolean }

/** Redrawn while typing: a day the server has not seen yet takes the line of the day before it. */
export function seriesOf(measure: Measure, figures: Figures | undefined): Series {
  const days = daysOf(measure.points);
  const known = new Map(figures?.dates.map((on, place) => [on, place]));
  let nearest = -1;
  const places = days.map(({ on }) => {
    nearest = known.get(on) ?? nearest;
    return { exact: known.get(on), nearest };
  });
  const column = <T>(name: "centre" | "lower" | "upper" | "phase", none: T): T[] => places.map((place) => (figures?.[name][place.nearest] as T | undefined) ?? none);
  const phase = column("phase", figures?.phase[0] ?? 1);
  return {
    dates: days.map(({ on }) => on), ids: days.map(({ points }) => points.map(({ id }) => id)), excluded: days.map(({ excluded }) => excluded),
    y: days.map((day, place) => (WORKED_OUT.has(figures?.chart ?? "") ? figures?.y[places[place]!.exact ?? -1] ?? null : valueOf(measure, day, figures?.chart ?? measure.chart))),
    centre: column<number | null>("centre", null), lower: column<number | null>("lower", null), upper: column<number | null>("upper", null), phase,
    in_baseline: places.map(({ exact }) => figures?.in_baseline[exact ?? -1] ?? false),
    signals: places.map(({ exact }) => figures?.signals[exact ?? -1] ?? null),
    phases: figures ? phasesOf(phase, figures.phases) : [],
  };
}

function phasesOf(phase: readonly number[], known: readonly PhaseFigures[]): PhaseFigures[] {
  return known.flatMap((figures, place) => {
    const [first, last] = [phase.indexOf(place + 1), phase.lastIndexOf(place + 1)];
    return first < 0 ? [] : [{ ...figures, first: first + 1, last: last + 1 }];
  });
}

/** Kept for the points last asked for: typing elsewhere leaves them as they are. */
let kept: { readonly points: readonly Point[]; readonly days: readonly Day[] } = { points: [], days: [] };

function daysOf(points: readonly Point[]): readonly Day[] {
  if (kept.points !== points) kept = { points, days: gathered(points) };
  return kept.days;
}

function gathered(points: readonly Point[]): readonly Day[] {
  const byDate = new Map<string, Point[]>();
  for (const point of inTimeOrder(points)) {
    const day = byDate.get(point.on);
    if (day) day.push(point);
    else byDate.set(point.on, [point]);
  }
  return [...byDate].map(([on, all]) => {
    return { on, points: all, excluded: all.every((point) => point.excluded !== null) };
  });
}

/** As domain/charting.py puts the points of a day together. */
function valueOf(measure: Measure, { points, excluded }: Day, chart: string): number | null {
  const counted = points.filter((point) => excluded || point.excluded === null);
  const parts = counted.filter((point) => point.numerator !== null && point.denominator);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  if (parts.length && !["c", "g", "t"].includes(chart)) {
    return (scaleOf(measure) * sum(parts.map((point) => point.numerator!))) / sum(parts.map((point) => point.denominator!));
  }
  const values = counted.map((point) => point.value ?? (isRatio(measure) && !parts.length ? null : point.numerator)).filter((value): value is number => value !== null);
  if (!values.length) return null;
  if (chart === "c" || measure.aggregate === "sum") return sum(values);
  if (measure.aggregate === "mean") return sum(values) / values.length;
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
}

export const isMedian = (board: Told, measure: Measure): boolean => ["run", "g"].includes(board.figuresOf(measure)?.chart ?? measure.chart);

export function lookOf(board: Told, measure: Measure, width: number): Look {
  const { say } = board;
  const shown = board.figuresOf(measure)?.chart ?? measure.chart;
  const [name, unit] = [measure.name || say("unnamed_measure"), board.unitText(measure)];
  const title = unit ? say("axis_title", { name, unit }) : name;
  return {
    width, locale: board.args.locale, title: WORKED_OUT.has(shown) ? say(`axis.${shown}`, { title }) : title,
    centreWord: say(isMedian(board, measure) ? "median" : "mean"), target: measure.target,
    targetBy: measure.target_by ? say("target_by", { date: board.dateText(measure.target_by) }) : "",
    flags: flagsOf(board, measure), selected: board.selected, frozen: measure.baseline_until !== null, say,
    short: (value) => board.valueText(measure, value, 3, true),
  };
}

/** Cycles of the same project pin themselves on the chart by their dates; the learner's own notes are numbered. */
export const flagsOf = (board: Told, measure: Measure): readonly Flag[] => [
  ...board.args.cycles.map((cycle) => ({ on: cycle.started_on, mark: `C${cycle.number}` })),
  ...measure.annotations.map((annotation, index) => ({ on: annotation.on, mark: String(index + 1) })),
];
