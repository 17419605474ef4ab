/* The run chart's edits, and where things stand in its picture. */

import { describe, expect, it } from "vitest";
import {
  CHARTS, RULES, chartOf, emptyMeasure, withChart, withExcluded, withPhase, withPoints, withRules, withoutPhase, type Measure, type Point,
} from "../../xblocks/qi_run_chart/ui/document.ts";
import { TREE } from "../../xblocks/qi_run_chart/ui/guide.ts";
import { dateTicks, placeFlags, plotOf, shorten, span, spanOfTime, spread, textWidth, valueTicks } from "../../xblocks/qi_run_chart/ui/layout.ts";
import { trace } from "../../xblocks/qi_run_chart/ui/marks.ts";
import { seriesOf } from "../../xblocks/qi_run_chart/ui/series.ts";

const point = (id: string, on: string, value: number | null, more: Partial<Point> = {}): Point =>
  ({ id, on, value, numerator: null, denominator: null, note: "", excluded: null, ...more });
const POINTS = [point("a", "2026-01-05", 4), point("b", "2026-01-12", 6), point("c", "2026-01-19", 5)];
const measure = (more: Partial<Measure> = {}): Measure => Object.freeze({ ...emptyMeasure("measure1"), points: POINTS, ...more });
const DAY = 86_400_000;

describe("decisions about a chart", () => {
  it("go with the point they hang on", () => {
    const before = measure({ baseline_until: "b", phases: [{ from: "c", reason: "Moved" }] });
    expect(withPoints(before, POINTS.slice(0, 1))).toEqual({ ...before, points: POINTS.slice(0, 1), baseline_until: null, phases: [] });
  });

  it("begin one phase at a point, and join it again", () => {
    const once = withPhase(measure({ phases: [{ from: "b", reason: "old" }] }), { from: "b", reason: "new" });
    expect(once.phases).toEqual([{ from: "b", reason: "new" }]);
    expect(withoutPhase(once, "b").phases).toEqual([]);
  });

  it("leave a point out with its reason", () => {
    expect(withExcluded(measure(), ["b"], "Strike").points.map(({ excluded }) => excluded)).toEqual([null, "Strike", null]);
  });
});

describe("charts and rules", () => {
  it("rules with a chart of their own bring it along", () => {
    expect(RULES.map((rules) => withRules(measure({ chart: "p" }), rules)).map(({ chart, rules }) => [rules, chart])).toEqual([["anhoej", "p"], ["ihi", "run"], ["mdc_xmr", "i"]]);
  });

  it("rules that do not go with a chart give way to the first allowed that does", () => {
    expect(withChart(measure({ rules: "ihi" }), "c").rules).toBe("anhoej");
    expect(withChart(measure({ rules: "ihi" }), "i", ["ihi", "mdc_xmr"]).rules).toBe("mdc_xmr");
    expect(withChart(measure({ rules: "ihi" }), "c", ["ihi"]).rules).toBe("anhoej");
    expect(withChart(measure({ rules: "ihi" }), "run").rules).toBe("ihi");
  });

  it("a run chart under the rules of Making Data Count is an I chart", () => {
    expect([chartOf(measure({ rules: "mdc_xmr" })), chartOf(measure({ rules: "ihi" })), chartOf(measure({ chart: "p" }))]).toEqual(["i", "run", "p"]);
  });

  it("the questions lead to every chart, once", () => {
    expect(Object.values(TREE).flat().sort()).toEqual([...CHARTS].sort());
  });
});

describe("what is drawn while typing", () => {
  const figures = {
    ...seriesOf(measure(), undefined), chart: "run", sentence: [], centre: [5, 5, 5], phase: [1, 1, 1], in_baseline: [true, true, true],
    signals: [null, { kind: "run", direction: "better" as const }, null], phases: [{ first: 1, last: 3, centre: 5, pattern: null, state: "too_few" as const }],
  };

  it("a new day takes the line of the day before, without a signal of its own", () => {
    const drawn = seriesOf(measure({ points: [...POINTS, point("d", "2026-01-15", 9)] }), figures);
    expect(drawn).toMatchObject({ dates: ["2026-01-05", "2026-01-12", "2026-01-15", "2026-01-19"], y: [4, 6, 9, 5], centre: [5, 5, 5, 5] });
    expect(drawn.signals.map((signal) => signal?.kind)).toEqual([undefined, "run", undefined, undefined]);
    expect(drawn.phases).toEqual([{ ...figures.phases[0], first: 1, last: 4 }]);
  });

  it.each([["mean", 5], ["median", 4], ["sum", 15]] as const)("the %s of a day", (aggregate, value) => {
    const points = [2, 4, 9].map((one, place) => point(`p${place}`, "2026-01-05", one));
    expect(seriesOf(measure({ points, aggregate }), undefined).y).toEqual([value]);
  });

  it("parts of a whole are put together before they are divided; what is left out does not count", () => {
    const part = (id: string, numerator: number, denominator: number | null, excluded: string | null = null) => point(id, "2026-01-05", null, { numerator, denominator, excluded });
    const points = [part("a", 1, 10), part("b", 9, 30), part("c", 5, null), part("d", 50, 50, "Twice")];
    expect(seriesOf(measure({ unit: "percent", points }), undefined).y).toEqual([25]);
    expect(seriesOf(measure({ unit: "count", points: [part("c", 5, null)] }), undefined).y).toEqual([5]);
    expect(seriesOf(measure({ unit: "percent", points: [part("c", 5, null)] }), undefined).y).toEqual([null]);
  });
});

describe("the picture's places", () => {
  it("the line breaks where a value is missing and where a phase begins", () => {
    const series = { ...seriesOf(measure({ points: [...POINTS, point("d", "2026-01-26", null), point("e", "2026-02-02", 4)] }), undefined), phase: [1, 2, 2, 2, 2] };
    const plot = plotOf({ width: 100, height: 100, left: 0, right: 0, top: 0, bottom: 0 }, series.dates, [0, 10], spanOfTime(series.dates, []));
    expect(trace(series, plot).replace(/[^ML]/g, "")).toBe("MMLM");
  });

  it("labels never cover each other, and stay inside", () => {
    const labels = [50, 52, 51, 99].map((at) => ({ at, lines: ["word"] }));
    const tops = spread(labels, 0, 100);
    const sorted = [...tops].sort((a, b) => a - b);
    expect(sorted.slice(1).every((top, place) => top - sorted[place]! >= 15 - 1e-9)).toBe(true);
    expect([Math.min(...tops) >= 0, Math.max(...tops) + 15 <= 100]).toEqual([true, true]);
  });

  it.each([1, 8, 60])("%i flags near one date never cover each other, and stay inside", (count) => {
    const wanted = Array.from({ length: count }, (_, place) => 280 + (place % 3));
    const placed = placeFlags(wanted, wanted.map(() => 24), 30, 300);
    const covers = placed.flatMap((one, place) => placed.slice(place + 1).filter((other) => other.row === one.row && Math.abs(other.x - one.x) < 24));
    expect(covers).toEqual([]);
    expect(placed.every(({ x }) => x >= 30 && x + 24 <= 300)).toBe(true);
  });

  it("dates are marked on the points while there is room, then on firsts of months", () => {
    const from = Date.UTC(2026, 0, 5);
    const days = (to: number, wide: number) => dateTicks([from, from + to * DAY], wide).map((at) => new Date(at).toISOString().slice(0, 10));
    expect(days(21, 300)).toEqual(["2026-01-05", "2026-01-12", "2026-01-19", "2026-01-26"]);
    expect(days(161, 300)).toEqual(["2026-03-01", "2026-05-01"]);
    expect(days(1500, 300)).toEqual(["2027-01-01", "2028-01-01", "2029-01-01", "2030-01-01"]);
  });

  it("values are marked in round steps", () => {
    expect([valueTicks(0, 1, false), valueTicks(42, 57, false), valueTicks(0, 0.003, true), valueTicks(-9, 12, true)]).toEqual([
      [0, 0.2, 0.4, 0.6, 0.8, 1], [45, 50, 55], [0, 0.001, 0.002, 0.003], [-5, 0, 5, 10]]);
  });

  it("a scale has room, does not fall below zero by itself, and is there for one value too", () => {
    expect([span([]), span([0, 100]), span([5]), span([-10, 10])]).toEqual([[0, 1], [0, 108], [4.6, 5.4], [-11.6, 11.6]]);
  });

  it("a flag near the end is still on the chart, one far away is not", () => {
    expect(spanOfTime(["2026-01-05", "2026-01-19"], ["2026-01-25", "2027-01-01"])).toEqual([Date.UTC(2026, 0, 5), Date.UTC(2026, 0, 25)]);
  });

  it("a text too long is shortened, with a sign that it was", () => {
    expect(shorten("Median", 200)).toBe("Median");
    expect(textWidth(shorten("A very long name of a measure", 60))).toBeLessThanOrEqual(60);
    expect(shorten("A very long name of a measure", 60)).toMatch(/^A very.*…$/);
  });
});
