/* The chart to take away: CSV, SVG, PNG, and the printed page. */

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
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
    ${board.args.can_save ? html`${printLink(board, measure.id, say("print_measure"))}${printLink(board, `blank-${measure.id}`, say("print_blank"))}` : nothing}
  </div>`;
}

/** `which`: a measure's id, "" for all of them, "blank", or "blank-" and an id. */
export function printLink(board: RunChart, which: string, words: string): TemplateResult {
  return html`<a class="button" href=${board.urlOf("printable", which)} target="_blank" rel="noopener">${icon("print")}${words}</a>`;
}

const fileName = (measure: Measure): string => measure.name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "chart";

/** A picture of its own: with its styles inside, and its title and sentence as the text alternative. */
export function svgText(board: RunChart, measure: Measure, series: Series): string {
  const holder = document.createElement("div");
  render(picture(series, { ...lookOf(board, measure, EXPORT_WIDTH), selected: null }, () => undefined), holder);
  const drawn = holder.querySelector("svg") as SVGSVGElement;
  drawn.removeAttribute("aria-hidden");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const add = (tag: string, text: string) => {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    node.textContent = text;
    drawn.prepend(node);
  };
  add("style", pictureCss);
  add("desc", sentence(board, measure));
  add("title", measure.name);
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

function save(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
