/* Small drawn signs, always beside a word. 16 px grid, drawn with the ink of the text. */

import { html, svg, type TemplateResult } from "lit/html.js";

const PATHS = {
  tick: "M3 8.5 6.5 12 13 4.5",
  circle: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11",
  half: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v6M8 5a3 3 0 0 1 0 6",
  lock: "M4 7.5h8v6H4zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2",
  warn: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2",
  idea: "M6 12.5h4M6.5 14.5h3M5.7 10.5A4 4 0 1 1 10.3 10.5c-.5.4-.8 1-.8 1.5h-3c0-.5-.3-1.1-.8-1.5",
  undo: "M3.5 6.5h6a3.5 3.5 0 0 1 0 7h-3M6.5 3.5l-3 3 3 3",
  redo: "M12.5 6.5h-6a3.5 3.5 0 0 0 0 7h3M9.5 3.5l3 3-3 3",
  plus: "M8 3v10M3 8h10",
  cross: "M4 4l8 8M12 4l-8 8",
  back: "M10 3 5 8l5 5",
  next: "M6 3l5 5-5 5",
  print: "M4.5 6V2.5h7V6M4.5 11h-2V6h11v5h-2M4.5 9.5h7v4h-7z",
  shield: "M8 2 13.5 4v4c0 3-2.5 5-5.5 6-3-1-5.5-3-5.5-6V4z",
  adopt: "M3 8.5 6.5 12 13 4.5",
  adapt: "M2.5 8a5.5 5.5 0 0 1 9.5-3.8M13.5 8A5.5 5.5 0 0 1 4 11.8M12 1.5v3H9M4 14.5v-3h3",
  abandon: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M4.5 11.5l7-7",
  expand: "M8 13V3M4 7l4-4 4 4",
  down: "M8 3v10M4 9l4 4 4-4",
} as const;

export type Icon = keyof typeof PATHS;
const MIRRORED: ReadonlySet<string> = new Set(["back", "next", "undo", "redo"]);

export function icon(name: Icon, size_px = 16): TemplateResult {
  return html`<svg class=${MIRRORED.has(name) ? "mirrors" : ""} width=${size_px} height=${size_px} viewBox="0 0 16 16" aria-hidden="true"
    focusable="false" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"
    >${svg`<path d=${PATHS[name]} />`}</svg>`;
}
