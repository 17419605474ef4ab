/* The chart as SVG, from what the server found. Pure: the same series, look and width give the same picture. */

import { nothing, svg, type TemplateResult } from "lit/html.js";
import type { Say } from "../../qi_core/ui/words";
import type { IsoDate } from "./document";
import { FLAG, NARROW, dateTicks, placeFlags, plotOf, shorten, span, spanOfTime, spread, tenth, textWidth, time, valueTicks, type Label, type Placed, type Plot } from "./layout";
import { legendOf, legendRows, marks, steps, trace } from "./marks";

export interface Signal { readonly kind: string; readonly direction: "better" | "worse" | "neither" | "unknown" }
export interface PhaseFigures {
  /** Days, counted from 1. */
  readonly first: number; readonly last: number; readonly centre: number | null;
  /** What the rules say of the whole phase, and of no point in it: few_crossings, few_runs, many_runs. */
  readonly pattern: string | null;
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
  readonly width: number; readonly locale: string; readonly title: string; readonly centreWord: string;
  readonly target: number | null; readonly targetBy: string; readonly flags: readonly Flag[]; readonly selected: number | null;
  readonly frozen: boolean; readonly say: Say;
  /** A value of a line, short, with its unit where that is short too. */
  readonly short: (value: number) => string;
}

const isNumber = (value: number | null | undefined): value is number => value !== null && value !== undefined;
const TITLE = 22;
const HEADING = 18;

/** A picture in the making. */
interface Draft { readonly series: Series; readonly look: Look; readonly plot: Plot; readonly time: readonly [number, number]; readonly ticks: readonly number[]; readonly flags: readonly Flag[]; readonly placed: readonly Placed[] }

export function picture(series: Series, look: Look, pick: (index: number) => void): TemplateResult {
  const narrow = look.width < NARROW;
  const [low, high] = span([...series.y, ...series.centre, ...series.lower, ...series.upper, look.target].filter(isNumber));
  const yTicks = valueTicks(low, high, narrow);
  const spanned = spanOfTime(series.dates, look.flags.map((flag) => flag.on));
  const flags = look.flags.filter((flag) => time(flag.on) >= spanned[0] && time(flag.on) <= spanned[1]);
  const named = labelled(series, look, narrow);
  const number = new Intl.NumberFormat(look.locale, { maximumFractionDigits: 6 });
  const legend = legendRows(legendOf(series, look, narrow), look.width);
  const left = Math.max(...yTicks.map((tick) => textWidth(number.format(tick))), 12) + 10;
  const right = Math.min(look.width * 0.4, Math.max(...named.flatMap((label) => label.lines.map((line) => textWidth(line, 13))), 0) + 16);
  const heading = series.phases.length > 1 || look.frozen ? HEADING : 0;
  const drawn = Math.round(look.width * (narrow ? 0.75 : 0.4));
  const widths = flags.map((flag) => Math.max(22, textWidth(flag.mark) + 8));
  const across = plotOf({ width: look.width, height: drawn, left, right, top: 0, bottom: 0 }, [], [0, 1], spanned);
  const placed = placeFlags(flags.map((flag) => across.x(flag.on)), widths, left, look.width - right);
  const rows = Math.max(0, ...placed.map(({ row }) => row + 1));
  const top = TITLE + rows * FLAG.row + heading;
  const height = drawn + top + legend.height;
  const plot = plotOf({ width: look.width, height, left, right, top, bottom: 38 + legend.height }, series.dates, [low, high], spanned);
  const draft: Draft = { series, look, plot, time: spanned, ticks: yTicks, flags, placed };
  return svg`<svg class="chart" direction="ltr" viewBox="0 0 ${look.width} ${height}" width=${look.width} height=${height} aria-hidden="true" focusable="false" @click=${(event: MouseEvent) => pick(nearest(draft, event))}>
    ${shade(draft, heading)}${axes(draft, number)}${flagMarks(draft, widths)}
    ${isNumber(look.target) ? svg`<path class="target" d="M${plot.left},${tenth(plot.y(look.target))}H${plot.right}" />` : nothing}
    <path class="limit" d=${steps(series, "lower", plot) + steps(series, "upper", plot)} />
    ${series.phases.map((phase, place) => phaseLine(draft, phase, place, heading))}
    <path class="trace" d=${trace(series, plot)} />
    ${marks(series, plot, look.selected)}
    ${lineLabels(named.map((label) => ({ ...label, at: plot.y(label.at) })), plot)}
    <g transform="translate(0 ${height - legend.height})">${legend.drawn}</g>
  </svg>`;
}

/** The lines that get a name at their right end; `at` is still a value. Narrow pictures put word and number under each other. */
function labelled(series: Series, look: Look, narrow: boolean): readonly Label[] {
  const { say } = look;
  const last = series.phases[series.phases.length - 1];
  const end = (last?.last ?? 0) - 1;
  const label = (word: string, value: number | null | undefined, more = ""): Label[] => {
    if (!isNumber(value)) return [];
    const lines = narrow ? [word, look.short(value)] : [say("line_at", { line: word, value: look.short(value) })];
    return [{ at: value, lines: more ? [...lines, more] : lines }];
  };
  return [
    ...label(say("limit"), series.upper[end]), ...label(look.centreWord, last?.centre, last?.pattern && !narrow ? say(`pattern.${last.pattern}`) : ""),
    ...label(say("limit"), series.lower[end]), ...label(say("target"), look.target, narrow ? "" : look.targetBy),
  ];
}

function lineLabels(labels: readonly Label[], plot: Plot): readonly TemplateResult[] {
  const tops = spread(labels, plot.top - 6, plot.bottom + 6);
  return labels.map(({ at, lines }, place) => svg`<path class="pointer" d="M${plot.right},${tenth(at)}L${plot.right + 6},${tenth(tops[place]! + lines.length * 7.5)}" />
    ${lines.map((line, row) => svg`<text class=${row ? "" : "strong-text"} x=${plot.right + 9} y=${tenth(tops[place]! + 11.5 + row * 15)}>${line}</text>`)}`);
}

function axes({ look, plot, time: spanned, ticks }: Draft, number: Intl.NumberFormat): TemplateResult {
  const years = spanned[1] - spanned[0] > 700 * 86_400_000;
  const day = new Intl.DateTimeFormat(look.locale, { ...(years ? {} : { day: "numeric" }), month: "short", timeZone: "UTC" });
  const year = new Intl.DateTimeFormat(look.locale, { year: "numeric", timeZone: "UTC" });
  let told = "";
  return svg`<text class="strong-text" x="0" y="13">${shorten(look.title, look.width, 13)}</text>
    <path class="grid" d=${ticks.map((tick) => `M${plot.left},${tenth(plot.y(tick))}H${plot.right}`).join("")} />
    ${ticks.map((tick) => svg`<text class="soft-text" x=${plot.left - 6} y=${tenth(plot.y(tick) + 4)} text-anchor="end">${number.format(tick)}</text>`)}
    ${dateTicks(spanned, plot.right - plot.left).map((date) => {
      const x = plot.x(date);
      const now = year.format(date);
      const second = now === told ? "" : now;
      told = now;
      return svg`<path class="grid" d="M${tenth(x)},${plot.bottom}v5" /><text class="soft-text" text-anchor="middle" x=${tenth(x)} y=${plot.bottom + 18}>${day.format(date)}</text>
        ${second ? svg`<text class="soft-text" text-anchor="middle" x=${tenth(x)} y=${plot.bottom + 32}>${second}</text>` : nothing}`;
    })}`;
}

function shade({ series, look, plot }: Draft, heading: number): TemplateResult | typeof nothing {
  const last = look.frozen && series.phases.length < 2 ? series.in_baseline.lastIndexOf(true) : -1;
  const [first, end] = [series.dates[series.in_baseline.indexOf(true)], series.dates[last]];
  if (first === undefined || end === undefined) return nothing;
  const [from, to] = [plot.x(first) - 8, plot.x(end) + 8];
  return svg`<rect class="baseline" x=${tenth(from)} y=${plot.top - heading} width=${tenth(to - from)} height=${plot.bottom - plot.top + heading} />
    <text class="soft-text" x=${from + 4} y=${plot.top - 5}>${shorten(look.say("baseline"), to - from)}</text>`;
}

/** Phases are broken apart: a line never runs from one into the next, and each has its heading. */
function phaseLine({ series, look, plot }: Draft, phase: PhaseFigures, place: number, heading: number): TemplateResult | typeof nothing {
  const [first, last, next] = [series.dates[phase.first - 1], series.dates[phase.last - 1], series.dates[phase.last]];
  if (first === undefined || last === undefined) return nothing;
  const [from, to] = [plot.x(first), next === undefined ? plot.right : plot.x(last)];
  const [before, end] = [series.dates[phase.first - 2], next === undefined ? plot.right : (plot.x(last) + plot.x(next)) / 2];
  const begin = before === undefined ? plot.left : (plot.x(before) + from) / 2;
  const several = series.phases.length > 1;
  const texts = phase.centre === null ? [String(place + 1)] : [
    look.say("phase_at", { n: place + 1, line: look.centreWord, value: look.short(phase.centre) }), `${place + 1}: ${look.short(phase.centre)}`, String(place + 1)];
  return svg`${several && place ? svg`<path class="between" d="M${tenth(begin)},${plot.top - heading}V${plot.bottom}" />` : nothing}
    ${several ? svg`<text class="soft-text" x=${tenth(begin + 4)} y=${plot.top - 5}>${texts.find((text) => textWidth(text) < end - begin - 6) ?? ""}</text>` : nothing}
    ${phase.centre === null ? nothing : svg`<path class="centre ${phase.pattern ? "pattern" : ""}" d="M${tenth(from)},${tenth(plot.y(phase.centre))}H${tenth(to)}" />`}`;
}

/** Cycles have round flags, what else happened has square ones. */
function flagMarks({ plot, flags, placed }: Draft, widths: readonly number[]): readonly TemplateResult[] {
  const top = plot.top - HEADING;
  return flags.map((flag, place) => {
    const [{ x, row }, width, at] = [placed[place]!, widths[place]!, plot.x(flag.on)];
    const y = TITLE + row * FLAG.row;
    return svg`<path class="leader" d="M${tenth(x + width / 2)},${y + FLAG.height}L${tenth(at)},${tenth(Math.max(y + FLAG.height, top))}V${plot.bottom}" />
      <g class="flag"><rect x=${tenth(x)} y=${y} width=${tenth(width)} height=${FLAG.height} rx=${/\D/.test(flag.mark) ? 9 : 2} />
      <text x=${tenth(x + width / 2)} y=${y + 13} text-anchor="middle">${flag.mark}</text></g>`;
  });
}

function nearest({ look, plot }: Draft, event: MouseEvent): number {
  const box = (event.currentTarget as Element).getBoundingClientRect();
  const at = ((event.clientX - box.left) * look.width) / box.width;
  const away = plot.xs.map((x) => Math.abs(x - at));
  return away.reduce((best, distance, index) => (distance < away[best]! ? index : best), 0);
}
