/* The chart to take away: CSV, SVG, PNG, and the printed page. */

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
import { SVG, caption, describe, made } from "./captions";
import type { Measure } from "./document";
import { press } from "./parts";
import pictureCss from "./picture.css";
import { picture, type Series } from "./picture";
import { lookOf } from "./series";
import { sentence } from "./telling";

const EXPORT_WIDTH = 1000;
const PNG_SCALE = 2;

export function exportRow(board: RunChart, measure: Measure, series: Series): TemplateResult {
  const { say } = board;
  return html`<div class="row">
    <a class="button" href=${board.urlOf("export_csv", measure.id)} download="${fileName(measure)}.csv">${say("export_csv")}</a>
    ${press(say("export_svg"), () => save(new Blob([svgText(board, measure, series)], { type: "image/svg+xml" }), `${fileName(measure)}.svg`))}
    ${press(say("export_png"), () => void savePng(board, measure, series))}
    <button type="button" class="button" aria-live="polite" @click=${(event: Event) => void copySentence(event.currentTarget as HTMLElement, board, measure)}>${say("copy_sentence")}</button>
    ${board.args.can_save ? html`${printLink(board, measure.id, say("print_measure"))}${printLink(board, `blank-${measure.id}`, say("print_blank"))}` : nothing}
  </div>`;
}

/** `which`: a measure's id, "" for all of them, "blank", or "blank-" and an id. */
export function printLink(board: RunChart, which: string, words: string): TemplateResult {
  return html`<a class="button" href=${board.urlOf("printable", which)} target="_blank" rel="noopener">${icon("print")}${words}</a>`;
}

const fileName = (measure: Measure): string => measure.name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "chart";

/** A picture of its own: its styles inside, its title and sentence to be seen above and below, and for screen readers. */
export function svgText(board: RunChart, measure: Measure, series: Series): string {
  const holder = document.createElement("div");
  render(picture(series, { ...lookOf(board, measure, EXPORT_WIDTH), selected: null }, () => undefined), holder);
  const drawn = holder.querySelector("svg") as SVGSVGElement;
  const name = measure.name || board.say("unnamed_measure");
  caption(drawn, name, sentence(board, measure), board.args.dir);
  describe(drawn, name, sentence(board, measure));
  drawn.prepend(made("style", pictureCss));
  drawn.setAttribute("xmlns", SVG);
  return new XMLSerializer().serializeToString(drawn).replace(/<!--.*?-->/g, "");
}

async function savePng(board: RunChart, measure: Measure, series: Series): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(board, measure, series))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * PNG_SCALE, image.height * PNG_SCALE];
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, `${fileName(measure)}.png`), "image/png");
}

/** For a report or a message; the button says that it was done. Where copying is not allowed, the words are there to be selected. */
async function copySentence(button: HTMLElement, board: RunChart, measure: Measure): Promise<void> {
  const text = `${measure.name || board.say("unnamed_measure")}: ${sentence(board, measure)}`;
  const told = await navigator.clipboard?.writeText(text).then(() => board.say("copied"), () => text) ?? text;
  button.textContent = told;
}

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
