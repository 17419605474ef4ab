/* A number field that says at once what is wrong with what is typed, and keeps everything else. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { problemText } from "../../qi_core/ui/fields";
import type { Problem } from "../../qi_core/ui/post";
import type { RunChart } from "./board";

export type Part = "value" | "numerator" | "denominator";
export interface Cell { readonly id: string; readonly part: Part; readonly label: string; readonly isSaid?: boolean; readonly value?: number | null; /** In place of a value of the document. */ readonly draft?: string; readonly problem?: Problem | undefined }

/** The problem of what stands in the field, or "" when it can be kept. */
export function wrongIn(input: HTMLInputElement, part: Part): string {
  if (input.validity.badInput) return "not_a_number";
  return part === "denominator" && input.value !== "" && input.valueAsNumber <= 0 ? "not_positive" : "";
}

/** `set` gets what can be kept, at every key; null is an empty field. */
export function numberCell(board: RunChart, cell: Cell, set: (value: number | null, text: string) => void, className = ""): TemplateResult {
  const { say } = board;
  const typed = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const code = wrongIn(input, cell.part);
    const isMinusNothing = /^-0*\.?0*$/.test(input.value);
    // Half a number, as "-" or "-0.", is taken for one only once the field is left.
    if ((code === "not_a_number" || isMinusNothing) && event.type === "input") return;
    const { [cell.id]: _, ...others } = board.wrong;
    board.wrong = code ? { ...others, [cell.id]: code } : others;
    if (code) board.requestUpdate();
    else if (event.type === "input" || isMinusNothing) set(input.value === "" ? null : input.valueAsNumber, input.value);
    else board.requestUpdate();
  };
  const problem = board.wrong[cell.id] ? { code: board.wrong[cell.id]! } : cell.problem;
  return html`${cell.isSaid ? nothing : html`<label for=${cell.id}>${cell.label}</label>`}<input type="number" step="any" inputmode="decimal" id=${cell.id} class=${className} aria-label=${cell.isSaid ? cell.label : nothing}
    aria-invalid=${problem ? "true" : "false"} aria-describedby=${problem ? `${cell.id}-error` : nothing} .value=${cell.draft ?? String(cell.value ?? "")} ?data-draft=${cell.draft !== undefined} ?readonly=${!board.canEdit} @input=${typed} @change=${typed} />
    ${problem ? html`<p class="error" id="${cell.id}-error">${problemText(say, problem as Problem)}</p>` : nothing}`;
}
