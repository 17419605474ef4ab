/* The keys of the outline. Tab changes the level only while a text is being typed in; Escape gives Tab back to the page. */

import type { Node } from "./document";
import type { DriverDiagram } from "./editor";
import { indent, move, outdent } from "./edits";
import { addBelow, remove } from "./list";

export function onKey(editor: DriverDiagram, event: KeyboardEvent, node: Node): void {
  if (!editor.canEdit || event.isComposing || event.ctrlKey || event.metaKey) return;
  const run = actionOf(editor, event, node);
  if (!run) return;
  event.preventDefault();
  run();
}

function actionOf(editor: DriverDiagram, event: KeyboardEvent, node: Node): (() => void) | undefined {
  const { key, altKey, shiftKey } = event;
  if (key === "Enter" && !altKey) return () => addBelow(editor, node);
  if (key === "Tab" && editor.isTyping && !altKey) return () => shift(editor, event, node, !shiftKey);
  if (key === "Escape") return () => free(editor);
  if (altKey && (key === "ArrowUp" || key === "ArrowDown")) return () => keep(editor, event, node, move(editor.diagram, node.id, key === "ArrowUp" ? -1 : 1));
  if (altKey && (key === "ArrowLeft" || key === "ArrowRight")) return () => shift(editor, event, node, (key === "ArrowRight") === (editor.args.dir === "ltr"));
  if (altKey && key === "Delete") return () => remove(editor, node);
  return altKey || shiftKey ? undefined : without(editor, event, node);
}

/** Between lines from the ends of a text; a line without a text goes with the key that would delete a letter. */
function without(editor: DriverDiagram, { key, target }: KeyboardEvent, node: Node): (() => void) | undefined {
  const { selectionStart, selectionEnd, value } = target as HTMLTextAreaElement;
  if ((key === "Backspace" || key === "Delete") && !value && !node.note) return () => remove(editor, node);
  if (key === "ArrowUp" && selectionEnd === 0) return () => step(editor, node, -1);
  if (key === "ArrowDown" && selectionStart === value.length) return () => step(editor, node, 1);
  return undefined;
}

function shift(editor: DriverDiagram, event: KeyboardEvent, node: Node, right: boolean): void {
  keep(editor, event, node, (right ? indent : outdent)(editor.diagram, node.id, editor.levels));
}

/** A line that moves is drawn anew: the caret stays where it was in the text. */
function keep(editor: DriverDiagram, { target }: KeyboardEvent, node: Node, result: ReturnType<typeof move>): void {
  const { selectionStart, selectionEnd, id } = target as HTMLTextAreaElement;
  editor.isTyping = true;
  editor.edit(result);
  editor.focusNode(node.id);
  queueMicrotask(() => (editor.shadowRoot?.getElementById(id) as HTMLTextAreaElement | null)?.setSelectionRange(selectionStart, selectionEnd));
}

function step(editor: DriverDiagram, node: Node, by: 1 | -1): void {
  const { rows } = editor;
  const next = rows[rows.findIndex((row) => row.node.id === node.id) + by];
  if (next) editor.focusNode(next.node.id);
}

function free(editor: DriverDiagram): void {
  editor.isTyping = false;
  editor.told = editor.say("tab_is_free");
  editor.requestUpdate();
}
