/* The chart to take away: CSV, SVG, PNG, its sentence, and the printed page. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { later } from "./later";
import type { RunChart } from "./board";
import type { Measure } from "./document";
import { press } from "./parts";

export function exportRow(board: RunChart, measure: Measure): TemplateResult {
  const { say, args } = board;
  const take = (kind: "svg" | "png" | "copy") => press(say(`export_${kind}`), () => void later(board).then((loaded) => loaded[kind](board, measure, fileName(measure)))
    .then((told) => told && board.tell(told, false), () => board.tell(say("later_failed"), false)));
  return html`<div class="row">${args.ask_url && opens(`${args.ask_url}#qi-ask-chart-${measure.id}`, say("ask_about_this"))}
    ${(["svg", "png", "copy"] as const).map(take)}
    ${args.can_save ? html`<a class="button" href=${board.urlOf("export_csv", measure.id)} download="${fileName(measure)}.csv">${say("export_csv")}</a>
      ${printLink(board, measure.id, say("print_measure"))}` : nothing}
  </div>`;
}

/** `which`: a measure's id, "" for all of them, or "blank". The page of one leads to a blank sheet for it. */
export function printLink(board: RunChart, which: string, words: string): TemplateResult {
  return opens(board.urlOf("printable", which), [icon("print"), words]);
}

/** In a tab of its own, which hides this page: what was typed is saved then. */
const opens = (href: string, words: unknown): TemplateResult => html`<a class="button" href=${href} target="_blank" rel="noopener">${words}</a>`;

const fileName = (measure: Measure): string => measure.name.replace(/[^\p{L}\p{N}]+/gu, "-").slice(0, 60) || "chart";
