/* Form fields as functions of a form and a path. Label, hint and options come from the block's words by that path;
   under the field stand the error, gentle advice and confidentiality warnings. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "./icons";
import type { Problem } from "./post";
import type { Mark, Warning } from "./store";
import type { Say } from "./words";

/** What a field needs from the block it stands in. Paths are relative to the part being edited: "questions[1].text". */
export interface Form {
  readonly say: Say;
  readonly locked: boolean;
  value(path: string): string | null;
  /** A hint is shown where the words have one. */
  hint(path: string): string;
  problem(path: string): Problem | undefined;
  checks(path: string): readonly Mark[];
  warnings(path: string): readonly Warning[];
  set(path: string, value: unknown): void;
  dismiss(check: Mark): void;
  markSafe(warnings: readonly Warning[]): void;
}

/** `always`: a date that cannot be taken away again; empty, it is being typed. */
export interface Manner { readonly always?: boolean; readonly optional?: boolean; readonly locked?: boolean; readonly rows?: number }

export const idOf = (path: string): string => `f-${path.replace(/[^a-z0-9]+/gi, "-")}`;
/** "questions[1].text" is spoken of as "questions.text". */
export const wordOf = (path: string): string => path.replace(/\[\d+\]/g, "");
export const labelOf = (say: Say, path: string): string => say(`label.${wordOf(path)}`);

export function textField(form: Form, path: string, manner: Manner = {}): TemplateResult {
  return field(form, path, manner, html`<input type="text" id=${idOf(path)} autocomplete="off" .value=${form.value(path) ?? ""}
    ?readonly=${manner.locked ?? form.locked} aria-describedby=${describedBy(form, path)} aria-invalid=${invalid(form, path)}
    @input=${(e: Event) => form.set(path, (e.target as HTMLInputElement).value)} />`);
}

export function textArea(form: Form, path: string, manner: Manner = {}): TemplateResult {
  const typed = (e: Event) => {
    const area = e.target as HTMLTextAreaElement;
    grow(area);
    form.set(path, area.value);
  };
  return field(form, path, manner, html`<textarea id=${idOf(path)} rows=${manner.rows ?? 3} .value=${form.value(path) ?? ""}
    ?readonly=${manner.locked ?? form.locked} aria-describedby=${describedBy(form, path)} aria-invalid=${invalid(form, path)}
    @input=${typed}></textarea>`);
}

export function dateField(form: Form, path: string, manner: Manner = {}): TemplateResult {
  const typed = ({ target, type }: Event) => {
    const input = target as HTMLInputElement;
    const isKept = manner.always && !input.value;
    if (type === "change" && !isKept) form.set(path, input.value || null);
    else if (isKept && type === "blur") input.value = form.value(path) ?? "";
  };
  return field(form, path, manner, html`<input type="date" id=${idOf(path)} .value=${form.value(path) ?? ""}
    ?readonly=${manner.locked ?? form.locked} aria-describedby=${describedBy(form, path)} aria-invalid=${invalid(form, path)} @change=${typed} @blur=${typed} />`);
}

export function numberField(form: Form, path: string, manner: Manner = {}): TemplateResult {
  const typed = (e: Event) => {
    const number = (e.target as HTMLInputElement).valueAsNumber;
    form.set(path, Number.isNaN(number) ? null : number);
  };
  return field(form, path, manner, html`<input type="number" step="any" inputmode="decimal" id=${idOf(path)} .value=${String(form.value(path) ?? "")}
    ?readonly=${manner.locked ?? form.locked} aria-describedby=${describedBy(form, path)} aria-invalid=${invalid(form, path)} @change=${typed} />`);
}

/** One of a few, as radio buttons; `words` names the list of the catalogue that the values are spoken with. */
export function choice(form: Form, path: string, words: string, values: readonly string[], manner: Manner & { cards?: boolean } = {}): TemplateResult {
  const { say } = form;
  const id = idOf(path);
  const chosen = form.value(path);
  const locked = manner.locked ?? form.locked;
  return html`<fieldset class="field" aria-describedby=${describedBy(form, path)}>
    <legend id=${id} tabindex="-1">${labelOf(say, path)}${optional(form, manner)}</legend>
    ${hint(form, path)}
    <div class="choices ${manner.cards ? "cards" : ""}">
      ${values.map((value) => html`<label class="choice">
        <input type="radio" name=${id} value=${value} .checked=${chosen === value} ?disabled=${locked} @change=${() => form.set(path, value)} />
        <span>${say(`${words}.${value}`)}${manner.cards ? html`<br /><span class="hint">${say(`${words}_hint.${value}`)}</span>` : nothing}</span>
      </label>`)}
    </div>
    ${chosen && !locked
      ? html`<button class="link small" @click=${() => form.set(path, null)}>${say("clear_choice")}<span class="unseen">: ${labelOf(say, path)}</span></button>`
      : nothing}
    ${notes(form, path)}
  </fieldset>`;
}

export function problemText(say: Say, problem: Problem): string {
  return say(`problem.${problem.code}`, problem.facts);
}

/** A textarea grows with its text also where `field-sizing` is not known yet. */
function grow(area: HTMLTextAreaElement): void {
  if (CSS.supports("field-sizing", "content")) return;
  area.style.blockSize = "auto";
  area.style.blockSize = `${area.scrollHeight + 2}px`;
}

function field(form: Form, path: string, manner: Manner, control: TemplateResult): TemplateResult {
  return html`<div class="field">
    <label for=${idOf(path)}>${labelOf(form.say, path)}${optional(form, manner)}</label>
    ${hint(form, path)}${control}${notes(form, path)}
  </div>`;
}

const invalid = (form: Form, path: string) => form.problem(path) ? "true" : "false";
const optional = (form: Form, manner: Manner) => manner.optional ? html` <span class="optional">${form.say("optional")}</span>` : nothing;
const hint = (form: Form, path: string) => form.hint(path) ? html`<span class="hint" id="${idOf(path)}-hint">${form.hint(path)}</span>` : nothing;

export function describedBy(form: Form, path: string): string | typeof nothing {
  const id = idOf(path);
  const parts = [
    form.hint(path) && `${id}-hint`,
    form.problem(path) && `${id}-error`,
    form.checks(path).length + form.warnings(path).length > 0 && `${id}-notes`,
  ].filter(Boolean);
  return parts.join(" ") || nothing;
}

/** What stands under a field: its error, gentle advice, and warnings. */
export function notes(form: Form, path: string): TemplateResult {
  const { say } = form;
  const id = idOf(path);
  const problem = form.problem(path);
  const checks = form.checks(path);
  const warnings = form.warnings(path);
  return html`
    ${problem ? html`<p class="error" id="${id}-error">${icon("warn")}<span>${problemText(say, problem)}</span></p>` : nothing}
    ${checks.length + warnings.length ? html`<div class="stack tight" id="${id}-notes">
      ${checks.map((check) => html`<div class="note">${icon("idea")}<span class="grow">${say(`check.${check.rule}`, check.facts)}</span>
        <button class="button quiet" @click=${() => form.dismiss(check)}>${say("dismiss")}</button></div>`)}
      ${warnings.length ? warningNote(form, path, warnings) : nothing}
    </div>` : nothing}`;
}

function warningNote(form: Form, path: string, warnings: readonly Warning[]): TemplateResult {
  const { say } = form;
  // The server counts characters, not UTF-16 units.
  const text = Array.from(form.value(path) ?? "");
  return html`<div class="note warn">${icon("shield")}<div class="grow stack tight">
    <p>${say("could_identify")} ${warnings.map(({ start, end }) => html`<mark>${text.slice(start, end).join("")}</mark> `)}</p>
    <div class="row">
      <button class="link" @click=${(e: Event) => focusField(e, path)}>${say("change_it")}</button>
      <button class="link" @click=${() => form.markSafe(warnings)}>${say("safe_continue")}</button>
    </div></div></div>`;
}

function focusField(event: Event, path: string): void {
  const root = (event.target as HTMLElement).getRootNode() as ShadowRoot;
  root.getElementById(idOf(path))?.focus();
}
