/* The page of the picture: the picture itself, from the second bundle, where there is room for it; on a phone, for screen
   readers, and without a connection the same as a nested list. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { affectedBy, nodeOf, rank, type Node, type Row } from "./document";
import type { DriverDiagram } from "./editor";
import { exportRow } from "./exports";
import { later } from "./later";
import { signOf } from "./sign";

const NARROW = 600;

export function picturePage(editor: DriverDiagram): TemplateResult {
  const { say, diagram } = editor;
  const node = nodeOf(diagram, editor.chosen);
  const isWide = editor.width >= NARROW && !editor.isUndrawn;
  return html`<div class="stack">
    ${isWide ? editor.drawing?.(editor) ?? awaited(editor) : nothing}
    <div class=${isWide ? "unseen" : ""}>${nested(editor)}</div>
    <div class="row"><p role="status" id="chosen-said" class="grow small">${node ? spoken(editor, node) : ""}</p>
      ${node && editor.canEdit && !editor.example ? html`<button class="button" @click=${() => { editor.go("list"); editor.focusNode(node.id); }}>${say("edit_in_list")}</button>` : nothing}</div>
    ${exportRow(editor)}
  </div>`;
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

function awaited(editor: DriverDiagram): typeof nothing {
  const done = (drawing: DriverDiagram["drawing"]) => {
    [editor.drawing, editor.isUndrawn] = [drawing, !drawing];
    editor.requestUpdate();
  };
  void later(editor.args.later_url).then(({ drawing }) => done(drawing), () => done(null));
  return nothing;
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
