/* The chart as SVG, from what the server found. Pure: the same series, figures and width give the same picture. */

import { ticks } from "d3-array";
import { utcTicks } from "d3-time";
import { nothing, svg, type TemplateResult } from "lit/html.js";
import type { Say } from "../../qi_core/ui/words";
import type { IsoDate } from "./document";

export interface Signal { readonly kind: string; readonly direction: "better" | "worse" | "neither" | "unknown" }
export interface PhaseFigures {
  /** Days, counted from 1. */
  readonly first: number; readonly last: number; readonly centre: number | null; readonly signal: boolean;
  readonly state: "too_few" | "provisional" | "ready";
}
/** A subgroup a date, in time order; columns of one length. */
export interface Series {
  readonly dates: readonly IsoDate[]; readonly y: readonly (number | null)[]; readonly ids: readonly (readonly string[])[];
  readonly centre: readonly (number | null)[]; readonly lower: readonly (number | null)[]; readonly upper: readonly (number | null)[];
  readonly phase: readonly number[]; readonly in_baseline: readonly boolean[]; readonly excluded: readonly boolean[];
  readonly signals: readonly (Signal | null)[]; readonly phases: readonly PhaseFigures[];
}
/** A dated flag above the chart, numbered in the list below it. */
export interface Flag { readonly on: IsoDate; readonly mark: string }
export interface Look {
  readonly width: number; readonly locale: string; readonly unit: string; readonly centreWord: string; readonly target: number | null;
  readonly flags: readonly Flag[]; readonly selected: number | null; readonly frozen: boolean; readonly say: Say;
}

const NARROW = 480;
const MARGIN = { top: 28, right: 12, bottom: 32, left: 40 };

export interface Scales { readonly x: (on: IsoDate) => number; readonly y: (value: number) => number; readonly height: number }

const time = (on: IsoDate): number => Date.parse(`${on}T00:00:00Z`);
const isNumber = (value: number | null): value is number => value !== null;

export function picture(series: Series, look: Look, pick: (index: number) => void): TemplateResult {
  const height = Math.round(look.width * (look.width < NARROW ? 0.75 : 0.42));
  const inner = { width: look.width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const values = [...series.y, ...series.centre, ...series.lower, ...series.upper, look.target].filter(isNumber);
  const [low, high] = span(values);
  const [from, to] = spanOfTime(series.dates);
  const x = (on: IsoDate): number => MARGIN.left + ((time(on) - from) / (to - from)) * inner.width;
  const y = (value: number): number => MARGIN.top + inner.height - ((value - low) / (high - low)) * inner.height;
  const yTicks = ticks(low, high, look.width < NARROW ? 4 : 6);
  const number = new Intl.NumberFormat(look.locale, { maximumFractionDigits: 6 });
  return svg`<svg class="chart" viewBox="0 0 ${look.width} ${height}" width=${look.width} height=${height} aria-hidden="true" focusable="false">
    ${baselineShade(series, look, x, inner.height)}
    ${yTicks.map((tick) => svg`<line class="grid" x1=${MARGIN.left} x2=${look.width - MARGIN.right} y1=${y(tick)} y2=${y(tick)} />
      <text class="tick" x=${MARGIN.left - 8} y=${y(tick) + 4} text-anchor="end">${number.format(tick)}</text>`)}
    ${timeAxis(from, to, look, x, height)}
    <text class="axis" x=${MARGIN.left} y="14">${look.unit}</text>
    ${look.flags.map((flag) => svg`<g class="flag"><line x1=${x(flag.on)} x2=${x(flag.on)} y1=${MARGIN.top} y2=${height - MARGIN.bottom} />
      <rect x=${x(flag.on) - 11} y=${MARGIN.top - 22} width="22" height="18" rx="3" /><text x=${x(flag.on)} y=${MARGIN.top - 9} text-anchor="middle">${flag.mark}</text></g>`)}
    ${isNumber(look.target) ? svg`<line class="target" x1=${MARGIN.left} x2=${look.width - MARGIN.right} y1=${y(look.target)} y2=${y(look.target)} />
      <text class="line-label" x=${look.width - MARGIN.right} y=${y(look.target) - 4} text-anchor="end">${look.say("target_at", { value: number.format(look.target) })}</text>` : nothing}
    ${stepLines(series, "lower", x, y)}${stepLines(series, "upper", x, y)}
    ${series.phases.map((phase) => centreLine(series, phase, look, number, x, y))}
    <path class="trace" d=${trace(series, x, y)} />
    ${series.dates.map((on, index) => pointMark(series, index, look.selected, x(on), y, () => pick(index)))}
  </svg>`;
}

/** With a little room above and below; all values alike still give a scale. */
function span(values: readonly number[]): readonly [number, number] {
  if (!values.length) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return [low >= 0 && low - room < 0 ? 0 : low - room, high + room];
}

const DAY_MS = 86_400_000;
function spanOfTime(dates: readonly IsoDate[]): readonly [number, number] {
  const first = time(dates[0] ?? "2000-01-01");
  const last = time(dates[dates.length - 1] ?? "2000-01-02");
  return last > first ? [first, last] : [first - DAY_MS, first + DAY_MS];
}

type X = (on: IsoDate) => number;
type Y = (value: number) => number;

function timeAxis(from: number, to: number, look: Look, x: X, height: number): TemplateResult[] {
  const days = (to - from) / DAY_MS;
  const format = new Intl.DateTimeFormat(look.locale, days > 700 ? { year: "numeric", month: "short", timeZone: "UTC" } : { day: "numeric", month: "short", timeZone: "UTC" });
  return utcTicks(new Date(from), new Date(to), Math.max(2, Math.floor(look.width / 110))).map((day) => {
    const at = x(day.toISOString().slice(0, 10));
    return svg`<line class="grid" x1=${at} x2=${at} y1=${height - MARGIN.bottom} y2=${height - MARGIN.bottom + 5} />
      <text class="tick" x=${at} y=${height - MARGIN.bottom + 20} text-anchor="middle">${format.format(day)}</text>`;
  });
}

function baselineShade(series: Series, look: Look, x: X, height: number): TemplateResult | typeof nothing {
  const last = look.frozen ? series.in_baseline.lastIndexOf(true) : -1;
  const [first, end] = [series.dates[0], series.dates[last]];
  if (first === undefined || end === undefined) return nothing;
  return svg`<rect class="baseline" x=${x(first) - 6} y=${MARGIN.top} width=${x(end) - x(first) + 12} height=${height} />
    <text class="tick" x=${x(first)} y=${MARGIN.top + 12}>${look.say("baseline")}</text>`;
}

/** Phases are broken apart: a line never runs from one into the next. */
function centreLine(series: Series, phase: PhaseFigures, look: Look, number: Intl.NumberFormat, x: X, y: Y): TemplateResult | typeof nothing {
  const [first, last] = [series.dates[phase.first - 1], series.dates[phase.last - 1]];
  if (phase.centre === null || first === undefined || last === undefined) return nothing;
  const label = look.say("centre_at", { line: look.centreWord, value: number.format(Number(phase.centre.toPrecision(4))) });
  return svg`<line class="centre ${phase.signal ? "signal" : ""}" x1=${x(first)} x2=${x(last)} y1=${y(phase.centre)} y2=${y(phase.centre)} />
    <text class="line-label" x=${x(first)} y=${y(phase.centre) - 5}>${label}</text>`;
}

function stepLines(series: Series, side: "lower" | "upper", x: X, y: Y): TemplateResult {
  const parts = series.phases.map((phase) => {
    const places = series.dates.slice(phase.first - 1, phase.last).map((on, index) => [on, series[side][phase.first - 1 + index] ?? null] as const);
    return places.filter((place) => place[1] !== null).map(([on, value], index) => `${index ? "L" : "M"}${x(on).toFixed(1)},${y(value as number).toFixed(1)}`).join("");
  });
  return svg`<path class="limit" d=${parts.join("")} />`;
}

function trace(series: Series, x: X, y: Y): string {
  let path = "";
  let drawn = false;
  series.dates.forEach((on, index) => {
    const value = series.y[index] ?? null;
    const broken = series.phase[index] !== series.phase[index - 1];
    if (value !== null) path += `${drawn && !broken ? "L" : "M"}${x(on).toFixed(1)},${y(value).toFixed(1)}`;
    drawn = value !== null;
  });
  return path;
}

/** Signals are told by shape: a ring around the point; its colour says better or worse, the list below says it in words. */
function pointMark(series: Series, index: number, selected: number | null, cx: number, y: Y, pick: () => void): TemplateResult | typeof nothing {
  const value = series.y[index] ?? null;
  if (value === null) return nothing;
  const signal = series.signals[index];
  return svg`<g class="point ${series.excluded[index] ? "excluded" : ""} ${signal ? signal.direction : ""}" @click=${pick}>
    <circle class="touch" cx=${cx} cy=${y(value)} r="14" />
    ${signal ? svg`<circle class="ring" cx=${cx} cy=${y(value)} r="7.5" />` : nothing}
    ${selected === index ? svg`<circle class="chosen" cx=${cx} cy=${y(value)} r="11" />` : nothing}
    <circle class="dot" cx=${cx} cy=${y(value)} r="3.5" /></g>`;
}
