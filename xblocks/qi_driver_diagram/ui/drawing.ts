/* The picture in the page: choosing a box keeps its chain in ink. In the second bundle: see later.ts. */

import { html, type TemplateResult } from "lit/html.js";
import { affectedBy, chain, nodeOf } from "./document";
import type { DriverDiagram } from "./editor";
import { layoutIn } from "./laid_out";
import { untangled } from "./order";
import { picture } from "./picture";
import pictureCss from "./picture.css";

export function drawing(editor: DriverDiagram): TemplateResult {
  const { say, chosen, diagram } = editor;
  const node = nodeOf(diagram, chosen);
  const look = { say, isRtl: editor.args.dir === "rtl", chosen: node?.id ?? "", inked: node ? chain(diagram, chosen) : null, pick: (id: string) => choose(editor, id === chosen ? "" : id) };
  return html`<p class="hint" id="picture-keys">${say("picture_keys")}</p>
    <style>${pictureCss}</style>
    <div class="picture" id="picture" tabindex="0" role="group" aria-roledescription=${say("view.picture")} aria-label=${say("picture_label")} aria-describedby="chosen-said"
      @keydown=${(e: KeyboardEvent) => walk(editor, e)}>${picture(layoutIn(editor, editor.width), look)}</div>`;
}

function choose(editor: DriverDiagram, id: string): void {
  editor.chosen = id === "aim" ? "" : id;
  editor.requestUpdate();
}

/** Towards the aim, away from it, up and down in a column. */
function walk(editor: DriverDiagram, event: KeyboardEvent): void {
  const { diagram, chosen } = editor;
  const rows = untangled(diagram);
  const towards = editor.args.dir === "rtl" ? "ArrowRight" : "ArrowLeft";
  const node = nodeOf(diagram, chosen);
  const column = rows.filter((row) => row.node.level === node?.level).map((row) => row.node.id);
  const at = column.indexOf(chosen);
  const next = !node ? rows[0]?.node.id
    : { ArrowUp: column[at - 1], ArrowDown: column[at + 1], Escape: "", ArrowLeft: undefined, ArrowRight: undefined }[event.key] ?? (/^Arrow[LR]/.test(event.key)
      ? (event.key === towards ? affectedBy(diagram, chosen)[0] : rows.find((row) => row.parent === chosen)?.node.id) : undefined);
  if (!/^Arrow|^Escape$/.test(event.key)) return;
  event.preventDefault();
  if (next !== undefined) choose(editor, next);
}
