/* Dragging, as an addition: a handle that follows the pointer, mouse or finger, and tells where it was let go.
   Whatever can be dragged can also be done with keys and buttons, so the handle is for pointers alone. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { DriverDiagram } from "./editor";

/** `dropped` gets the data-drop of the place under the pointer, and how the pointer lies in it: 0 to 1 from above. */
export type Dropped = (place: string, down: number, x: number) => void;

export function draggable(editor: DriverDiagram, id: string, dropped: Dropped): TemplateResult | typeof nothing {
  if (!editor.canEdit) return nothing;
  return html`<span class="handle" aria-hidden="true" title=${editor.say("drag")} @pointerdown=${(e: PointerEvent) => begin(editor, e, id, dropped)}>⠿</span>`;
}

function begin(editor: DriverDiagram, event: PointerEvent, id: string, dropped: Dropped): void {
  if (event.button !== 0) return;
  event.preventDefault();
  const handle = event.currentTarget as HTMLElement;
  const moving = handle.closest<HTMLElement>("[data-id]");
  handle.setPointerCapture(event.pointerId);
  moving?.classList.add("moving");
  let last: Element | undefined;
  const stop = new AbortController();
  const over = (at: PointerEvent) => {
    const found = placeUnder(editor, at);
    if (found !== last) last?.classList.remove("over");
    last = found;
    found?.classList.add("over");
  };
  const end = (at: PointerEvent, isDone: boolean) => {
    stop.abort();
    moving?.classList.remove("moving");
    last?.classList.remove("over");
    const found = isDone ? placeUnder(editor, at) : undefined;
    if (!found || found.closest(`[data-id="${id}"]`)?.matches(".line")) return;
    const box = found.getBoundingClientRect();
    dropped(found.dataset["drop"] ?? "", (at.clientY - box.top) / box.height, at.clientX);
  };
  handle.addEventListener("pointermove", over, { signal: stop.signal });
  handle.addEventListener("pointerup", (at) => end(at, true), { signal: stop.signal });
  handle.addEventListener("pointercancel", (at) => end(at, false), { signal: stop.signal });
}

function placeUnder(editor: DriverDiagram, { clientX, clientY }: PointerEvent): HTMLElement | undefined {
  const found = editor.shadowRoot?.elementFromPoint(clientX, clientY);
  return found?.closest<HTMLElement>("[data-drop]") ?? undefined;
}
