/* The one field of a space: a text area with its label, what is wrong with it, and what may identify somebody. */

import { html, nothing, svg, type TemplateResult } from "lit/html.js";
import type { Problem } from "../../qi_core/ui/post";
import type { Warning } from "../../qi_core/ui/store";
import type { Say } from "../../qi_core/ui/words";

/** Of qi_core's signs only these are drawn here, and the bundle carries no others. */
const SIGNS = {
  tick: "M3 8.5 6.5 12 13 4.5",
  lock: "M4 7.5h8v6H4zM5.5 7.5v-2a2.5 2.5 0 0 1 5 0v2",
  warn: "M8 2.5 14.5 13.5h-13zM8 6.5v3.5M8 11.8v.2",
  shield: "M8 2 13.5 4v4c0 3-2.5 5-5.5 6-3-1-5.5-3-5.5-6V4z",
} as const;

export function icon(name: keyof typeof SIGNS, size_px = 16): TemplateResult {
  return html`<svg width=${size_px} height=${size_px} viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor"
    stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round">${svg`<path d=${SIGNS[name]} />`}</svg>`;
}

export interface Form {
  readonly say: Say;
  readonly value: string;
  readonly locked: boolean;
  readonly problem: Problem | null;
  readonly doubts: readonly Warning[];
  set(text: string): void;
  markSafe(): void;
}

export function textArea(form: Form, name: string): TemplateResult {
  const { say, problem } = form;
  const id = `f-${name}`;
  return html`<div class="field">
    <label for=${id}>${say(`label.${name}`)}</label>
    <textarea id=${id} rows="3" .value=${form.value} ?readonly=${form.locked} aria-invalid=${problem ? "true" : "false"}
      aria-describedby=${problem || form.doubts.length ? `${id}-notes` : nothing}
      @input=${(event: Event) => { const area = event.target as HTMLTextAreaElement; grow(area); form.set(area.value); }}></textarea>
    <div id="${id}-notes">
      ${problem ? html`<p class="error">${icon("warn")}<span>${say(`problem.${problem.code}`, problem.facts)}</span></p>` : nothing}
      ${form.doubts.length ? doubtNote(form, id) : nothing}
    </div>
  </div>`;
}

/** A text area grows with its text also where `field-sizing` is not known yet. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

function doubtNote(form: Form, id: string): TemplateResult {
  const { say } = form;
  // The server counts characters, not UTF-16 units.
  const text = Array.from(form.value);
  const back = (event: Event): void => ((event.target as HTMLElement).getRootNode() as ShadowRoot).getElementById(id)?.focus();
  return html`<div class="note warn">${icon("shield")}<div class="grow stack tight">
    <p>${say("could_identify")} ${form.doubts.map(({ start, end }) => html`<mark>${text.slice(start, end).join("")}</mark> `)}</p>
    <div class="row"><button class="link" type="button" @click=${back}>${say("change_it")}</button>
      <button class="link" type="button" @click=${() => form.markSafe()}>${say("safe_continue")}</button></div>
  </div></div>`;
}
