/* How wide a text is drawn: asked of the browser once for each. */

import type { Measure } from "./layout";

let pen: CanvasRenderingContext2D | null = null;
const widths = new Map<string, number>();

/** As wide as the browser draws it, and a little more for the bold ones. */
export const measure: Measure = (text) => {
  const known = widths.get(text);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen) pen.font = '600 14px system-ui, "Segoe UI", Arial, sans-serif';
  const width = pen?.measureText(text).width ?? text.length * 8;
  if (widths.size > 5_000) widths.clear();
  widths.set(text, width);
  return width;
};
