/* Twelve typical charts as pictures, from what the server really answers. After a wanted change:
   `.venv/bin/python -m tests.charts && node_modules/.bin/vitest run pictures -u`, and look at each before you keep it. */

import { expect, it } from "vitest";
import style from "../../xblocks/qi_run_chart/ui/picture.css";
import { sayFrom } from "../../xblocks/qi_core/ui/words.ts";
import { picture, type Look, type Series } from "../../xblocks/qi_run_chart/ui/picture.ts";
import answers from "../contracts/charts.json";
import { file } from "./rendered.ts";

interface Answer { readonly series: Series & { readonly chart: string }; readonly unit: string; readonly frozen: boolean; readonly target: number | null; readonly flagged: boolean }
const say = sayFrom(answers.words as unknown as Record<string, string>);

function lookOf(answer: Answer, width: number): Look {
  const median = ["run", "g"].includes(answer.series.chart);
  return {
    width, locale: "en-GB", title: answer.unit, centreWord: say(median ? "median" : "mean"), target: answer.target, targetBy: "",
    flags: answer.flagged ? answers.flags : [], selected: null, frozen: answer.frozen, say,
    short: (value) => `${Number(value.toPrecision(3))}${answer.unit === "%" ? "\u00a0%" : ""}`,
  };
}

it.each(Object.entries(answers.charts as unknown as Record<string, Answer>))("%s", async (name, answer) => {
  const drawn = (width: number) => file(picture(answer.series, lookOf(answer, width), () => undefined), style);
  await expect(drawn(720)).toMatchFileSnapshot(`snapshots/${name}.svg`);
  await expect(drawn(320)).toMatchFileSnapshot(`snapshots/${name}.narrow.svg`);
});
