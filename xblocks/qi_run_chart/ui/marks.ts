/* What is drawn for the points: trace, dots, signs around signals, gaps; and the legend of the signs in use. One path a kind. */

import { svg, type TemplateResult } from "lit/html.js";
import { tenth, textWidth, type Plot } from "./layout";
import type { Look, Series } from "./picture";

const at = (x: number, y: number): string => `${tenth(x)},${tenth(y)}`;
const circle = (x: number, y: number, r: number): string => `M${at(x - r, y)}a${tenth(r)},${tenth(r)} 0 1,0 ${tenth(2 * r)},0a${tenth(r)},${tenth(r)} 0 1,0 ${tenth(-2 * r)},0`;
const diamond = (x: number, y: number, r: number): string => `M${at(x - r, y)}L${at(x, y - r)}L${at(x + r, y)}L${at(x, y + r)}Z`;
const square = (x: number, y: number, r: number): string => `M${at(x - r, y - r)}h${tenth(2 * r)}v${tenth(2 * r)}h${tenth(-2 * r)}Z`;
const cross = (x: number, y: number, r: number): string => `M${at(x - r, y - r)}l${2 * r},${2 * r}m0,${-2 * r}l${-2 * r},${2 * r}`;

/** Better, worse or neither is told by the shape around a point; the colour only says it again. */
const SIGNS = { better: circle, worse: (x: number, y: number, r: number) => diamond(x, y, r * 1.35), neither: (x: number, y: number, r: number) => square(x, y, r * 0.9) };
type Sign = keyof typeof SIGNS;
const signOf = (direction: string): Sign => (direction === "better" || direction === "worse" ? direction : "neither");

/** A missing value breaks the line, and so does a new phase. */
export function trace(series: Series, plot: Plot): string {
  let path = "";
  let goesOn = false;
  plot.xs.forEach((x, index) => {
    const value = series.y[index] ?? null;
    if (value !== null) path += `${goesOn && series.phase[index] === series.phase[index - 1] ? "L" : "M"}${at(x, plot.y(value))}`;
    goesOn = value !== null;
  });
  return path;
}

/** Limits that vary go up and down in steps, half way between the points. */
export function steps(series: Series, side: "lower" | "upper", plot: Plot): string {
  const x = plot.xs;
  let path = "";
  series[side].forEach((value, index) => {
    if (value === null) return;
    const joins = (one: number, other: number) => series.phase[one] === series.phase[other] && series[side][other] !== null && series[side][other] !== undefined;
    const from = joins(index, index - 1) ? (x[index - 1]! + x[index]!) / 2 : x[index]!;
    const to = joins(index, index + 1) ? (x[index]! + x[index + 1]!) / 2 : x[index]!;
    path += `${joins(index, index - 1) ? "L" : "M"}${at(from, plot.y(value))}H${tenth(to)}`;
  });
  return path;
}

export function marks(series: Series, plot: Plot, selected: number | null): TemplateResult {
  const drawn = { dots: "", hollow: "", gap: "", better: "", worse: "", neither: "", chosen: "" };
  plot.xs.forEach((x, index) => {
    const value = series.y[index] ?? null;
    if (value === null) {
      drawn.gap += cross(x, plot.bottom, 3);
      return;
    }
    const y = plot.y(value);
    const signal = series.signals[index];
    if (series.excluded[index]) drawn.hollow += circle(x, y, Math.max(plot.dot, 3));
    else if (plot.dot) drawn.dots += `M${at(x, y)}h0`;
    if (signal) drawn[signOf(signal.direction)] += SIGNS[signOf(signal.direction)](x, y, plot.sign);
    if (index === selected) drawn.chosen = circle(x, y, plot.sign + 4);
  });
  return svg`<path class="dots" stroke-width=${tenth(2 * plot.dot)} d=${drawn.dots} /><path class="hollow" d=${drawn.hollow} /><path class="gap" d=${drawn.gap} />
    ${(Object.keys(SIGNS) as Sign[]).map((sign) => (drawn[sign] ? svg`<path class="sign ${sign}" d=${drawn[sign]} />` : ""))}<path class="chosen" d=${drawn.chosen} />`;
}

/** The shape of a signal by itself, beside its words. */
export function signIcon(direction: string): TemplateResult {
  const sign = signOf(direction);
  return svg`<svg class="chart sign-icon" width="20" height="20" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path class="sign ${sign}" d=${SIGNS[sign](10, 10, 6.5)} /></svg>`;
}

interface Entry { readonly shape: string; readonly className: string; readonly words: string }

/** Only the signs that this chart uses. */
export function legendOf(series: Series, { say, target, targetBy }: Look, narrow: boolean): readonly Entry[] {
  const used = new Set(series.signals.flatMap((signal) => (signal ? [signOf(signal.direction)] : [])));
  const pattern = series.phases.find((phase) => phase.pattern)?.pattern;
  const entries: (Entry | false | null | undefined | "")[] = [
    ...(Object.keys(SIGNS) as Sign[]).map((sign) => used.has(sign) && { shape: SIGNS[sign](9, 9, 6), className: `sign ${sign}`, words: say(`legend.${sign}`) }),
    pattern && { shape: "M0,9H18", className: "centre pattern", words: say(`legend.${pattern}`) },
    series.upper.some((value) => value !== null) && { shape: "M0,9H18", className: "limit", words: say("legend.limits") },
    narrow && target !== null && targetBy && { shape: "M0,9H18", className: "target", words: say("legend.target", { by: targetBy }) },
    series.excluded.some(Boolean) && { shape: circle(9, 9, 3.5), className: "hollow", words: say("legend.excluded") },
    series.y.includes(null) && { shape: cross(9, 9, 3), className: "gap", words: say("legend.missing") },
  ];
  return entries.filter((entry): entry is Entry => Boolean(entry));
}

export function legendRows(entries: readonly Entry[], width: number): { readonly height: number; readonly drawn: readonly TemplateResult[] } {
  let [x, y] = [0, 6];
  const drawn = entries.map(({ shape, className, words }) => {
    const wide = 24 + textWidth(words) + 20;
    if (x > 0 && x + wide > width + 20) [x, y] = [0, y + 22];
    const entry = svg`<g transform="translate(${tenth(x)} ${y})"><path class=${className} d=${shape} /><text class="soft-text" x="24" y="13">${words}</text></g>`;
    x += wide;
    return entry;
  });
  return { height: entries.length ? y + 22 : 0, drawn };
}

/** A measure's shape in small: the trace and its newest point. */
export function sparkline(series: Series, width = 120, height = 32): TemplateResult {
  const known = series.y.filter((value): value is number => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const plot: Plot = {
    left: 4, right: width - 4, top: 4, bottom: height - 4, dot: 0, sign: 0,
    x: () => 0, xs: series.dates.map((_, place) => 4 + ((place + 0.5) / series.dates.length) * (width - 8)),
    y: (value) => height - 4 - ((value - low) / (high - low || 1)) * (height - 8),
  };
  const last = series.y.reduce<number>((found, value, index) => (value === null ? found : index), 0);
  const end = `M${at(plot.xs[last]!, plot.y(series.y[last] ?? low))}h0`;
  return svg`<svg class="chart spark" width=${width} height=${height} viewBox="0 0 ${width} ${height}" aria-hidden="true"><path class="trace" d=${trace(series, plot)} /><path class="dots" stroke-width="7" d=${end} /></svg>`;
}
