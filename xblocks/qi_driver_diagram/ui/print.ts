/* Draws a diagram on one page of paper: as large as it can be with nothing cut off. No element, no shadow root.
   The tool's own page loads this bundle, too, for the picture and for files: see later.ts. */

import { render } from "lit/html.js";
import { sayFrom } from "../../qi_core/ui/words";
import type { Project } from "../../qi_project/ui/document";
import { sentenceOf } from "../../qi_project/ui/sentence";
import type { Diagram } from "./document";
import { drawing } from "./drawing";
import { files } from "./files";
import type { Loaded } from "./later";
import { layoutOf, type Layout } from "./layout";
import { measure } from "./measure";
import { picture } from "./picture";
import pictureCss from "./picture.css";

/** Made by printing.py. `paper`: what the page has without its margins and its head, in millimetres. */
interface Drawn {
  readonly diagram: Diagram; readonly project: Project; readonly status: Readonly<Record<string, string>>; readonly tertiary: boolean;
  readonly paper: { readonly width: number; readonly height: number };
  readonly locale: string; readonly dir: "ltr" | "rtl"; readonly strings: Readonly<Record<string, string>>;
}
const [NARROWEST, WIDEST, STEP] = [700, 4_000, 50];
/** 14 px letters are not printed larger than this. */
const LARGEST = 0.36;

function draw(drawn: Drawn, holder: HTMLElement): void {
  const say = sayFrom(drawn.strings);
  const aim = sentenceOf(say, drawn.locale, drawn.project.aim) || say("no_aim_short");
  const isRtl = drawn.dir === "rtl";
  const signOf = ({ id }: { id: string }) => (drawn.status[id] && drawn.status[id] !== "not_started" ? say(`status_of.${drawn.status[id]}`) : "");
  const at = (width: number) => layoutOf(drawn.diagram, { width, tertiary: drawn.tertiary, aim, signOf, measure, isRtl, isDense: true });
  const scaleOf = ({ width, height }: Layout) => Math.min(drawn.paper.width / width, drawn.paper.height / height, LARGEST);
  let best = at(NARROWEST);
  for (let width = NARROWEST + STEP; width <= WIDEST; width += STEP) {
    const next = at(width);
    if (scaleOf(next) > scaleOf(best) + 0.0005) best = next;
  }
  render(picture(best, { say, isRtl, chosen: "", inked: null }), holder);
  const svg = holder.querySelector("svg") as SVGSVGElement;
  svg.style.maxInlineSize = "none";
  svg.setAttribute("width", `${best.width * scaleOf(best)}mm`);
  svg.setAttribute("height", `${best.height * scaleOf(best)}mm`);
}

(window as Loaded).qiDriverDiagramLater = { ...files, drawing };

const holder = document.getElementById("picture");
const drawn = document.getElementById("drawn");
if (holder && drawn) {
  const style = document.createElement("style");
  style.textContent = pictureCss;
  document.head.append(style);
  draw(JSON.parse(drawn.textContent ?? "{}") as Drawn, holder);
}
