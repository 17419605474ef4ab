/* Draws the charts of a printed page: each <figure data-chart> holds what its picture is drawn from, as JSON.
   Any page may have such figures; it brings the words once, in #picture-words. No element, no shadow root.
   The tool's own page loads this bundle, too, when a file is wanted or opened: see later.ts. */

import { render } from "lit/html.js";
import { sayFrom } from "../../qi_core/ui/words";
import type { Cycle, Figures } from "./board";
import type { Measure } from "./document";
import pictureCss from "./picture.css";
import { asTabs, textOf } from "./files";
import type { Loaded } from "./later";
import { picture } from "./picture";
import { preview } from "./preview";
import { copySentence, savePng, saveSvg } from "./pictures";
import { describe } from "./captions";
import { settings } from "./chooser";
import { lookOf, seriesOf } from "./series";
import { Teller, type Told } from "./teller";
import { sentence } from "./telling";
import { twin } from "./twin";

/** Made by printing.py. */
interface Drawn { readonly measure: Measure; readonly figures: Figures; readonly cycles: readonly Cycle[] }
interface Words { readonly locale: string; readonly strings: Readonly<Record<string, string>> }

/** A4 without its margins, 182 mm, in CSS pixels: letters in the picture are as large as they say. */
const WIDTH = 688;

function toldOf({ locale, strings }: Words, drawn: Drawn): Told {
  const teller = new Teller(sayFrom(strings), locale);
  return Object.assign(teller, { args: { locale, dir: document.dir as "ltr" | "rtl", cycles: drawn.cycles }, selected: null, figuresOf: () => drawn.figures });
}

function draw(figure: Element, words: Words): void {
  const drawn = JSON.parse(figure.querySelector("script")?.textContent ?? "") as Drawn;
  const told = toldOf(words, drawn);
  const holder = document.createElement("div");
  render(picture(seriesOf(drawn.measure, drawn.figures), lookOf(told, drawn.measure, WIDTH), () => undefined), holder);
  const spoken = sentence(told, drawn.measure);
  const svg = holder.querySelector("svg");
  if (svg) describe(svg, drawn.measure.name || told.say("unnamed_measure"), spoken);
  figure.querySelector(".undrawn")?.replaceWith(holder);
  const said = figure.querySelector(".said");
  if (said) said.textContent = spoken;
}

(window as Loaded).qiRunChartLater = { svg: saveSvg, png: savePng, copy: copySentence, textOf, asTabs, preview, settings, twin };

const given = document.getElementById("picture-words");
if (given) {
  const style = document.createElement("style");
  style.textContent = pictureCss;
  document.head.append(style);
  document.querySelectorAll("figure[data-chart]").forEach((figure) => draw(figure, JSON.parse(given.textContent ?? "") as Words));
}
