/* The diagram as SVG, from its layout: in the page, in a file, on paper. */

import { nothing, svg, type TemplateResult } from "lit/html.js";
import type { Say } from "../../qi_core/ui/words";
import { LINE_HEIGHT, type Box, type Layout, type Line } from "./layout";

/** `inked`: the chain of the chosen box; without one, everything is in full ink. */
export interface Look { readonly say: Say; readonly isRtl: boolean; readonly chosen: string; readonly inked: ReadonlySet<string> | null; readonly pick?: (id: string) => void }

export function picture(layout: Layout, look: Look): TemplateResult {
  const { width, height } = layout;
  return svg`<svg class="diagram" viewBox="0 0 ${width} ${Math.ceil(height)}" width=${width} height=${Math.ceil(height)} aria-hidden="true" focusable="false" direction=${look.isRtl ? "rtl" : "ltr"}>
    ${layout.columns.map(({ level, x, width: wide }) => svg`<text class="column" x=${look.isRtl ? x + wide : x} y="18">${look.say(level === "aim" ? "aim" : `column.${level}`)}</text>`)}
    ${layout.lines.map((line) => connector(line, look))}
    ${layout.boxes.map((box) => boxOf(box, layout.padding, look))}
  </svg>`;
}

function connector({ link, path, isCross, label }: Line, look: Look): TemplateResult {
  const isSoft = look.inked !== null && !(look.inked.has(link.from) && (link.to === "aim" || look.inked.has(link.to)));
  return svg`<g class="link ${isSoft ? "soft" : ""}"><path class="${link.strength} ${isCross ? "cross" : ""}" d=${path} />
    ${link.strength === "weak" ? svg`<text class="weak-word" x=${label.x} y=${label.y} text-anchor="middle">${look.say("weak")}</text>` : nothing}</g>`;
}

function boxOf(box: Box, padding: number, look: Look): TemplateResult {
  const isSoft = look.inked !== null && box.id !== "aim" && !look.inked.has(box.id);
  const edge = look.isRtl ? box.x + box.width - 4 : box.x;
  const start = look.isRtl ? box.x + box.width - 14 : box.x + 14;
  return svg`<g class="box ${box.level} ${isSoft ? "soft" : ""} ${box.id === look.chosen ? "chosen" : ""}" data-id=${box.id} @click=${() => look.pick?.(box.id)}>
    <rect class="paper" x=${box.x} y=${box.y} width=${box.width} height=${box.height} rx="4" />
    <rect class="edge" x=${edge} y=${box.y} width="4" height=${box.height} rx="2" />
    <text class="words" x=${start} y=${box.y + padding}>${box.lines.map((line) => svg`<tspan x=${start} dy=${LINE_HEIGHT - 4 + (line === box.lines[0] ? 0 : 4)}>${line}</tspan>`)}${box.sign ? svg`<tspan class="sign" x=${start} dy=${LINE_HEIGHT}>${box.sign}</tspan>` : nothing}</text>
  </g>`;
}
