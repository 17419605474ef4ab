/* Small parts that the pages share: a button, one of a few as radio buttons, a table. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Say } from "../../qi_core/ui/words";

/** `kind` is one of "", "primary", "quiet", "quiet small". */
export const press = (words: unknown, run: () => void, kind = "", id = ""): TemplateResult =>
  html`<button class="button ${kind}" id=${id || nothing} @click=${run}>${words}</button>`;

export interface Option<T> { readonly value: T; readonly words: string; readonly hint?: string }

/** Without a form's path: for what always has an answer, or is not in the document. */
export function radios<T>(id: string, legend: string, options: readonly Option<T>[], chosen: T | null | undefined, pick: (value: T) => void, hint = ""): TemplateResult {
  return html`<fieldset class="field"><legend id=${id} tabindex="-1">${legend}</legend>${hint ? html`<span class="hint">${hint}</span>` : nothing}
    <div class="choices ${options.some((option) => option.hint) ? "cards" : ""}">${options.map((option) => html`<label class="choice"><input type="radio" name=${id} .checked=${option.value === chosen} @change=${() => pick(option.value)} />
      <span>${option.words}${option.hint ? html`<br /><span class="hint">${option.hint}</span>` : nothing}</span></label>`)}</div></fieldset>`;
}

/** On a phone a table scrolls by itself, also by keyboard. */
export function table(say: Say, caption: string, heads: readonly (string | TemplateResult)[], rows: readonly TemplateResult[], className = ""): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${say("scrolls")}><table class=${className}><caption class="unseen">${caption}</caption>
    <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
