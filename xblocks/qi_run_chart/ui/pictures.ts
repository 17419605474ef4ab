/* The chart as a file of its own, SVG or PNG, with its words. In the second bundle: loaded when somebody wants one. */

import { render } from "lit/html.js";
import { SVG, caption, describe, made } from "./captions";
import type { Measure } from "./document";
import pictureCss from "./picture.css";
import { picture } from "./picture";
import { lookOf, seriesOf } from "./series";
import type { Told } from "./teller";
import { sentence } from "./telling";

const EXPORT_WIDTH = 1000;
const PNG_SCALE = 2;

/** What there is to say when it is done: nothing, for a file. */
export type Take = (told: Told, measure: Measure, name: string) => Promise<string>;

export const saveSvg: Take = async (told, measure, name) => {
  save(new Blob([svgText(told, measure)], { type: "image/svg+xml" }), `${name}.svg`);
  return "";
};

/** Its styles inside, its title and sentence to be seen above and below, and for screen readers. */
function svgText(told: Told, measure: Measure): string {
  const holder = document.createElement("div");
  render(picture(seriesOf(measure, told.figuresOf(measure)), { ...lookOf(told, measure, EXPORT_WIDTH), selected: null }, () => undefined), holder);
  const drawn = holder.querySelector("svg") as SVGSVGElement;
  const name = measure.name || told.say("unnamed_measure");
  caption(drawn, name, sentence(told, measure), told.args.dir);
  describe(drawn, name, sentence(told, measure));
  drawn.prepend(made("style", pictureCss));
  drawn.setAttribute("xmlns", SVG);
  return new XMLSerializer().serializeToString(drawn).replace(/<!--.*?-->/g, "");
}

/** For a report or a message. Where copying is not allowed the words come back, to be selected. */
export async function copySentence(told: Told, measure: Measure): Promise<string> {
  const text = `${measure.name || told.say("unnamed_measure")}: ${sentence(told, measure)}`;
  return (await navigator.clipboard?.writeText(text).then(() => told.say("copied"), () => text)) ?? text;
}

export const savePng: Take = async (told, measure, name) => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(told, measure))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * PNG_SCALE, image.height * PNG_SCALE];
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, `${name}.png`), "image/png");
  return "";
};

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
