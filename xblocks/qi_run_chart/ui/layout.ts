/* Where things stand in the picture: margins, scales, ticks, and places for labels that never cover each other. Numbers only. */

import type { IsoDate } from "./document";

export const NARROW = 480;
export const FLAG = { height: 18, row: 22 };
const DAY_MS = 86_400_000;
const EDGE = 8;
const GAP = 3;
const LINE = 15;
const MANY_DOTS = 400;

/** What stands on the right of the plot, beside the line it names. */
export interface Label { readonly at: number; readonly lines: readonly string[] }
export interface Placed { readonly x: number; readonly row: number }
export interface Plot {
  readonly left: number; readonly right: number; readonly top: number; readonly bottom: number;
  readonly x: (on: IsoDate | number) => number; readonly y: (value: number) => number;
  /** Where the dates stand, worked out once. */
  readonly xs: readonly number[];
  /** Radius of a point's dot and of the sign around it; no dots where they would run into one another. */
  readonly dot: number; readonly sign: number;
}

export const time = (on: IsoDate): number => Date.parse(`${on}T00:00:00Z`);

/** To a tenth of a pixel. */
export const tenth = (pixels: number): number => Math.round(pixels * 10) / 10;

/** About how wide a text is drawn; nothing is measured, so that a picture is the same everywhere. */
export function textWidth(text: string, size_px = 12): number {
  return [...text].reduce((sum, letter) => sum + (letter > "\u2e80" ? 1 : 0.56), 0) * size_px;
}

export function shorten(text: string, width: number, size_px = 12): string {
  if (textWidth(text, size_px) <= width) return text;
  let kept = text;
  while (kept && textWidth(`${kept}…`, size_px) > width) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

/** With a little room above and below; all values alike still give a scale. */
export function span(values: readonly number[]): readonly [number, number] {
  if (!values.length) return [0, 1];
  const [low, high] = values.reduce(([least, most], value) => [Math.min(least, value), Math.max(most, value)], [Infinity, -Infinity]);
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return [low >= 0 && low - room < 0 ? 0 : low - room, high + room];
}

/** From the first date to the last, and on to a flag that stands not far outside. */
export function spanOfTime(dates: readonly IsoDate[], flags: readonly IsoDate[]): readonly [number, number] {
  const first = time(dates[0] ?? "2000-01-01");
  const last = time(dates[dates.length - 1] ?? "2000-01-01");
  const beyond = Math.max((last - first) * 0.1, 14 * DAY_MS);
  const near = flags.map(time).filter((at) => at >= first - beyond && at <= last + beyond);
  const [from, to] = [Math.min(first, ...near), Math.max(last, ...near)];
  return to > from ? [from, to] : [from - DAY_MS, to + DAY_MS];
}

export interface Room { readonly width: number; readonly height: number; readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export function plotOf(room: Room, dates: readonly IsoDate[], [low, high]: readonly [number, number], [from, to]: readonly [number, number]): Plot {
  const { left, top } = room;
  const [right, bottom] = [room.width - room.right, room.height - room.bottom];
  const count = dates.length;
  const spacing = (right - left) / Math.max(1, count - 1);
  const x = (on: IsoDate | number): number => left + EDGE + (((typeof on === "number" ? on : time(on)) - from) / (to - from)) * (right - left - 2 * EDGE);
  return {
    left, right, top, bottom, x, xs: dates.map(x),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - top),
    dot: count > MANY_DOTS ? 0 : Math.min(3.5, Math.max(1.5, spacing * 0.38)),
    sign: Math.min(7.5, Math.max(3.5, spacing * 0.6)),
  };
}

/** About four or six round numbers: steps of 1, 2 or 5 times a power of ten. */
export function valueTicks(low: number, high: number, narrow: boolean): readonly number[] {
  const wanted = (high - low) / (narrow ? 4 : 6);
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = power * ([1, 2, 5].find((times) => wanted <= 1.2 * times * power) ?? 10);
  return range(Math.ceil(low / step), Math.floor(high / step), 1).map((times) => Number((times * step).toPrecision(12)));
}

/** As many as there is room for: days counted from the first point, so that they fall on points, or firsts of months. */
export function dateTicks([from, to]: readonly [number, number], wide: number): readonly number[] {
  const room = Math.max(3, Math.floor(wide / 52));
  const days = (to - from) / DAY_MS;
  const step = [1, 2, 7, 14].find((each) => days / each <= room);
  if (step) return range(from, to, step * DAY_MS);
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 600].find((each) => days / 30 / each <= room) ?? 1200;
  const month = (at: number) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth();
  return range(Math.floor(month(from) / months) * months, month(to), months).map((count) => Date.UTC(1900, count - 1900 * 12)).filter((at) => at >= from);
}

const range = (from: number, to: number, step: number): number[] => Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, place) => from + place * step);

/** Tops for labels that want to be centred at `at`, moved apart so that none covers another, within the plot. */
export function spread(labels: readonly Label[], top: number, bottom: number): readonly number[] {
  const heights = labels.map((label) => label.lines.length * LINE);
  const order = labels.map((_, place) => place).sort((a, b) => labels[a]!.at - labels[b]!.at);
  const tops = labels.map((label, place) => label.at - heights[place]! / 2);
  let free = top;
  for (const place of order) {
    tops[place] = Math.max(tops[place]!, free);
    free = tops[place]! + heights[place]!;
  }
  let limit = bottom;
  for (const place of order.reverse()) {
    tops[place] = Math.min(tops[place]!, limit - heights[place]!);
    limit = tops[place]!;
  }
  return tops;
}

/** Flags in rows above the plot: each as near its date as the others let it. */
export function placeFlags(wanted: readonly number[], widths: readonly number[], left: number, right: number): readonly Placed[] {
  const total = widths.reduce((sum, width) => sum + width + GAP, 0);
  const ends = Array.from({ length: Math.max(3, Math.ceil(total / Math.max(1, right - left))) }, () => left);
  const rows: number[][] = ends.map(() => []);
  const x: number[] = [];
  for (const place of wanted.map((_, at) => at).sort((a, b) => wanted[a]! - wanted[b]!)) {
    const start = wanted[place]! - widths[place]! / 2;
    const free = ends.findIndex((end) => end <= start);
    const row = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    x[place] = Math.max(ends[row]!, start);
    ends[row] = x[place]! + widths[place]! + GAP;
    rows[row]!.push(place);
  }
  for (const row of rows) {
    let limit = right;
    for (const place of [...row].reverse()) {
      x[place] = Math.min(x[place]!, limit - widths[place]!);
      limit = x[place]! - GAP;
    }
  }
  return wanted.map((_, place) => ({ x: x[place]!, row: rows.findIndex((row) => row.includes(place)) }));
}
