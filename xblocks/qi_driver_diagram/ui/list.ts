/* The outline, which is the editor: every line is a text, and the line being worked on has its buttons under it. */

import { guard } from "lit/directives/guard.js";
import { askLink } from "../../qi_core/ui/ask";
import { repeat } from "lit/directives/repeat.js";
import { html, nothing, type TemplateResult } from "lit/html.js";
import { describedBy, idOf, notes, type Form } from "../../qi_core/ui/fields";
import { icon, type Icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import { confidential } from "./aim";
import { broughtPanel } from "./brought";
import { detailsPanel } from "./details";
import { TEXT_MAX, affectedBy, affectedByAll, branch, nodeOf, siblings, type Node, type Row } from "./document";
import { draggable } from "./drag";
import type { DriverDiagram } from "./editor";
import { addBeside, changeNode, indent, move, moveTo, outdent, removeBranch, removeNode } from "./edits";
import { insertPanel } from "./insert_panel";
import { onKey } from "./keys";

/** Elsewhere a field is as high as the same text in its ::after: see .grown. */
const GROWS_BY_ITSELF = CSS.supports("field-sizing", "content");

export function listPage(editor: DriverDiagram): TemplateResult {
  const { say, rows } = editor;
  const form = editor.lineForm;
  const loose = rows.find(({ depth, node }) => depth === 0 && node.level !== "primary");
  const stop = rows.some(({ node }) => node.id === editor.current) ? editor.current : rows[0]?.node.id;
  const affected = affectedByAll(editor.diagram);
  const noted = notedOn(editor);
  const under = childrenOf(rows);
  // Of two hundred lines one or two have changed: the others are not drawn again.
  const drawn = (node: Node) => {
    const beside = besideText(editor, node, affected.get(node.id) ?? []);
    const draw = () => line(editor, form, node, beside, node.id === stop);
    return node.id === editor.current ? draw() : guard([node, node.id === stop, beside, noted.get(node.id), editor.dismissals], draw);
  };
  // A list in a list, for those who hear it; and what comes in moves only what stands beside it, not all that follows.
  const listOf = (inside: readonly Row[]): unknown => repeat(inside, ({ node }) => node.id, (row) => html`
    ${row === loose ? html`<li class="loose small soft">${say("loose")}</li>` : nothing}<li>${drawn(row.node)}${under.has(row.node.id) ? html`<ol>${listOf(under.get(row.node.id)!)}</ol>` : nothing}</li>`);
  return html`<div class="stack">
    ${editor.store.review.checks.filter(({ path }) => path === "nodes").length ? html`<div class="stack tight">${notes(editor.form, "nodes")}</div>` : nothing}
    ${editor.canEdit ? confidential(editor) : nothing}
    <p class="hint" id="list-keys">${say(editor.isTyping ? "keys_typing" : "keys")}</p>
    <ol class="outline" aria-label=${say("outline")} @focusout=${(e: FocusEvent) => leave(editor, e)}>${listOf(under.get(null) ?? [])}</ol>
    ${editor.canEdit ? html`<div class="row"><button class="button" id="add-node" @click=${() => editor.begin()}>${icon("plus")}${say("add_primary")}</button>${askLink(editor, "diagram")}</div>` : nothing}
    <p role="status" id="told" tabindex="-1" class=${editor.told ? "note" : ""}>${editor.told}</p>
    ${insertPanel(editor)}
    ${broughtPanel(editor)}
  </div>`;
}

/** In the order of the rows, by the line they stand under. */
function childrenOf(rows: readonly Row[]): ReadonlyMap<string | null, Row[]> {
  const under = new Map<string | null, Row[]>();
  for (const row of rows) {
    const beside = under.get(row.parent);
    if (beside) beside.push(row);
    else under.set(row.parent, [row]);
  }
  return under;
}

/** Leaving the list ends that Tab changes levels. */
function leave(editor: DriverDiagram, { currentTarget, relatedTarget }: FocusEvent): void {
  if (relatedTarget && !(currentTarget as HTMLElement).contains(relatedTarget as HTMLElement)) editor.isTyping = false;
}

function line(editor: DriverDiagram, form: Form, node: Node, beside: string, isStop: boolean): TemplateResult {
  const { say } = editor;
  const path = `${node.id}.text`;
  const id = idOf(path);
  const isCurrent = node.id === editor.current;
  const typed = (e: Event) => {
    editor.isTyping = true;
    editor.edit(changeNode(editor.diagram, node.id, { text: (e.target as HTMLTextAreaElement).value.replace(/\n/g, " ") }), path);
  };
  return html`<div class="line ${isCurrent ? "current" : ""}" data-level=${node.level} data-id=${node.id}>
    <div class="line-head" data-drop=${node.id}>${draggable(editor, node.id, (place, down) => drop(editor, node, place, down))}
      <form class="alone"><label class="level" for=${id}>${say(`level.${node.level}`)}</label>
      <span class="grown" data-text=${GROWS_BY_ITSELF ? nothing : node.text}><textarea id=${id} rows="1" maxlength=${TEXT_MAX} tabindex=${isStop ? 0 : -1} .value=${node.text} ?readonly=${form.locked}
        aria-describedby="${spokenId(id)} ${describedBy(form, path) === nothing ? "" : describedBy(form, path)}" aria-invalid=${form.problem(path) ? "true" : "false"}
        @focus=${() => focused(editor, node.id)} @pointerdown=${() => { editor.isTyping = true; }}
        @keydown=${(e: KeyboardEvent) => onKey(editor, e, node)} @input=${typed}></textarea></span></form>
    </div>
    <span class="small soft beside" id=${spokenId(id)}>${beside}</span>
    ${notes(form, path)}
    ${isCurrent && editor.canEdit ? html`${toolbar(editor, node)}${editor.deleting ? askDelete(editor, node) : nothing}${editor.detailed ? detailsPanel(editor, node) : nothing}` : nothing}
  </div>`;
}

/** Let go over the upper part of a line: in front of it; over the lower part: under it, or behind an idea. */
function drop(editor: DriverDiagram, node: Node, place: string, down: number): void {
  const { diagram, levels, rows } = editor;
  const target = rows.find((row) => row.node.id === place);
  if (!target) return;
  const isUnder = down > 0.5 && target.node.level !== "idea";
  const beside = siblings(diagram, place);
  const before = down > 0.5 ? (beside[beside.findIndex((one) => one.id === place) + 1]?.id ?? null) : place;
  editor.edit(isUnder ? moveTo(diagram, node.id, place, null, levels) : moveTo(diagram, node.id, target.parent, before === node.id ? null : before, levels));
  editor.focusNode(node.id);
}

/** What is told of each line, in short: whether it has changed is all that matters. */
function notedOn({ store, diagram }: DriverDiagram): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const tell = (path: string, what: string) => {
    const id = diagram.nodes[Number(/^nodes\[(\d+)\]\.text$/.exec(path)?.[1] ?? -1)]?.id ?? "";
    found.set(id, `${found.get(id) ?? ""} ${what}`);
  };
  for (const [path, { code }] of Object.entries(store.problems)) tell(path, code);
  for (const { path, rule } of store.review.checks) tell(path, rule);
  for (const { path, mark } of store.review.warnings) tell(path, mark);
  return found;
}

const spokenId = (id: string): string => `${id}-affects`;

/** A line becomes the one being worked on after the paint: its buttons must not hold up the line itself. */
function focused(editor: DriverDiagram, id: string): void {
  if (editor.current === id) return;
  requestAnimationFrame(() => setTimeout(() => {
    [editor.current, editor.deleting] = [id, false];
    editor.requestUpdate();
  }));
}

/** What stands beside the text: its further links, and how far an idea has been tested. */
function besideText(editor: DriverDiagram, node: Node, [, ...further]: readonly string[]): string {
  const { say, diagram } = editor;
  const drivers = further.map((id) => nodeOf(diagram, id)?.text).join(", ");
  const status = editor.overview.status[node.id];
  return [further.length ? say("also_affects", { drivers }) : "", status && status !== "not_started" ? say(`status_of.${status}`) : ""].filter(Boolean).join(" · ");
}

function toolbar(editor: DriverDiagram, node: Node): TemplateResult {
  const { say, levels } = editor;
  const act = (name: string, sign: Icon, run: () => void, expanded?: boolean) => html`<button class="button quiet small" id="do-${name}" aria-expanded=${expanded ?? nothing} @click=${run}>${icon(sign)}${say(`do.${name}`)}</button>`;
  const then = (name: string, result: () => Parameters<DriverDiagram["edit"]>[0]) => () => { editor.edit(result()); editor.focusAfter(`do-${name}`); };
  return html`<div class="row tools" role="group" aria-label=${say("tools")}>
    ${act("add", "plus", () => addBelow(editor, node))}
    ${act("right", "next", then("right", () => indent(editor.diagram, node.id, levels)))}
    ${act("left", "back", then("left", () => outdent(editor.diagram, node.id, levels)))}
    ${act("up", "expand", then("up", () => move(editor.diagram, node.id, -1)))}
    ${act("down", "down", then("down", () => move(editor.diagram, node.id, 1)))}
    ${act("delete", "cross", () => remove(editor, node))}
    ${act("details", "half", () => { editor.detailed = !editor.detailed; editor.focusAfter("do-details"); }, editor.detailed)}
  </div>`;
}

export function addBelow(editor: DriverDiagram, node: Node): void {
  const id = newId();
  editor.isTyping = true;
  if (editor.edit(addBeside(editor.diagram, node.id, id))) editor.focusNode(id);
}

/** Asks only when something would be lost. */
export function remove(editor: DriverDiagram, node: Node): void {
  const losesNothing = !node.text.trim() && !node.note && !node.owner && branch(editor.diagram, node.id).size === 1;
  if (losesNothing) return removed(editor, node, removeNode(editor.diagram, node.id));
  [editor.current, editor.deleting] = [node.id, true];
  editor.focusAfter("delete-yes");
}

function removed(editor: DriverDiagram, node: Node, next: Parameters<DriverDiagram["edit"]>[0]): void {
  const place = editor.rows.findIndex((row) => row.node.id === node.id);
  editor.deleting = false;
  editor.edit(next);
  const near = editor.rows[Math.max(0, place - 1)];
  if (near) editor.focusNode(near.node.id);
  else editor.focusAfter("begin");
}

const inShort = (text: string): string => (text.length > 90 ? `${text.slice(0, 80)}…` : text);

function askDelete(editor: DriverDiagram, node: Node): TemplateResult {
  const { say, diagram } = editor;
  const below = branch(diagram, node.id).size - 1;
  const goesTo = nodeOf(diagram, affectedBy(diagram, node.id)[0] ?? "")?.text;
  const cycles = editor.cycles.filter((one) => one.idea === node.id).length;
  return html`<div class="note stop" role="group" aria-labelledby="delete-sure">${icon("warn")}<div class="stack tight">
    <p id="delete-sure"><strong>${say("delete_sure", { text: inShort(node.text) || say("no_text") })}</strong>
      ${below ? (goesTo ? say("delete_moves", { n: below, to: goesTo }) : say("delete_loosens", { n: below })) : nothing}
      ${cycles ? say("delete_keeps_cycles", { n: cycles }) : nothing}</p>
    <div class="row">
      <button class="button danger" id="delete-yes" @click=${() => removed(editor, node, removeNode(diagram, node.id))}>${say(below ? "delete_only" : "delete_yes")}</button>
      ${below ? html`<button class="button danger" @click=${() => removed(editor, node, removeBranch(diagram, node.id))}>${say("delete_branch", { n: below })}</button>` : nothing}
      <button class="button" @click=${() => { editor.deleting = false; editor.focusAfter("do-delete"); }}>${say("keep_it")}</button>
    </div></div></div>`;
}
