/* The diagram to take away: a picture as SVG or PNG, a table for a spreadsheet, an indented text; and the printed page. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { askLink } from "../../qi_core/ui/ask";
import { icon } from "../../qi_core/ui/icons";
import type { DriverDiagram } from "./editor";
import { later, type Later } from "./later";

export function exportRow(editor: DriverDiagram): TemplateResult {
  const { say, args } = editor;
  const take = (kind: Exclude<keyof Later, "drawing">) => html`<button class="button" @click=${() => void later(args.later_url).then((loaded) => loaded[kind](editor)).catch(() => tell(editor))}>${say(`export.${kind}`)}</button>`;
  return html`<div class="row">
    ${args.can_save && !editor.example ? (["a4", "a3"] as const).map((paper) => html`<a class="button" href=${editor.urlOf("printable", paper)} target="_blank" rel="noopener">${icon("print")}${say(`print.${paper}`)}</a>`) : nothing}
    ${(["svg", "png", "csv", "text"] as const).map(take)}
    ${editor.example ? nothing : askLink(editor, "diagram")}
  </div>${editor.example ? nothing : html`<p role="status" class=${editor.told ? "note" : ""}>${editor.told}</p>`}`;
}

function tell(editor: DriverDiagram): void {
  editor.told = editor.say("starter_failed");
  editor.requestUpdate();
}
