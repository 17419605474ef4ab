/* The picture in the page: choosing a box keeps its chain in ink. On a phone, and for screen readers, it is a nested list. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { affectedBy, chain, nodeOf, rank, type Node, type Row } from "./document";
import type { DriverDiagram } from "./editor";
import { exportRow } from "./exports";
import { layoutIn, signOf } from "./laid_out";
import { untangled } from "./order";
import { picture } from "./picture";

const NARROW = 600;

export function picturePage(editor: DriverDiagram): TemplateResult {
  const { say, chosen, diagram } = editor;
  const node = nodeOf(diagram, chosen);
  const isWide = editor.width >= NARROW;
  const look = { say, isRtl: editor.args.dir === "rtl", chosen: node?.id ?? "", inked: node ? chain(diagram, chosen) : null, pick: (id: string) => choose(editor, id === chosen ? "" : id) };
  return html`<div class="stack">
    ${isWide ? html`<p class="hint" id="picture-keys">${say("picture_keys")}</p>
      <div class="picture" id="picture" tabindex="0" role="group" aria-roledescription=${say("view.picture")} aria-label=${say("picture_label")} aria-describedby="chosen-said"
        @keydown=${(e: KeyboardEvent) => walk(editor, e)}>${picture(layoutIn(editor, editor.width), look)}</div>` : nothing}
    <div class=${isWide ? "unseen" : ""}>${nested(editor)}</div>
    <div class="row"><p role="status" id="chosen-said" class="grow small">${node ? spoken(editor, node) : ""}</p>
      ${node && editor.canEdit && !editor.example ? html`<button class="button" @click=${() => { editor.go("list"); editor.focusNode(node.id); }}>${say("edit_in_list")}</button>` : nothing}</div>
    ${exportRow(editor)}
  </div>`;
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

function spoken(editor: DriverDiagram, node: Node): string {
  const { say } = editor;
  return `${say(`level.${node.level}`)}: ${node.text || say("no_text")} · ${linksInWords(editor, node)}`;
}

function linksInWords(editor: DriverDiagram, node: Node): string {
  const { say, diagram } = editor;
  const drivers = affectedBy(diagram, node.id).map((id) => nodeOf(diagram, id)?.text || say("no_text")).join(", ");
  if (node.level === "primary") return say("affects_aim");
  return drivers ? say("affects", { drivers }) : say("affects_nothing");
}

/** The diagram as a list in a list, every line with what it affects. */
export function nested(editor: DriverDiagram): TemplateResult {
  const { rows } = editor;
  return html`<div class="stack tight"><p>${editor.aimText || editor.say("no_aim_short")}</p>${listUnder(editor, rows, null)}</div>`;
}

function listUnder(editor: DriverDiagram, rows: readonly Row[], parent: string | null): TemplateResult | typeof nothing {
  const own = rows.filter((row) => row.parent === parent);
  if (!own.length) return nothing;
  const ordered = [...own].sort((a, b) => Number(rank(a.node.level) > 0) - Number(rank(b.node.level) > 0));
  return html`<ul class="nested">${ordered.map(({ node }) => html`<li data-level=${node.level}><span class="nested-text"><span class="small level-word">${editor.say(`level.${node.level}`)}</span>
    ${node.text || editor.say("no_text")} <span class=${affectedBy(editor.diagram, node.id).length > 1 ? "small soft" : "unseen"}>${linksInWords(editor, node)}</span> <strong class="small">${signOf(editor, node)}</strong></span>${listUnder(editor, rows, node.id)}</li>`)}</ul>`;
}
