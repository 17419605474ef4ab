/* A practice sheet's series: its question, the explanation once something has been written, and starting again.
   Texts come from the server as they stand (practice_page.py); examples are pages of their own. */

import { html, type TemplateResult } from "lit/html.js";
import type { RunChart } from "./board";
import { addMeasure, deleteMeasure, type Measure } from "./document";
import { press } from "./parts";

/** `first` is HTML that stands under the chart until something has been written; then `explanation` does. */
export interface Practice { readonly measure: Measure; readonly question: string; readonly explanation: string; readonly first: string }

export function practicePage(board: RunChart, { id, reading }: Measure, page: TemplateResult): TemplateResult {
  const { practice } = board.args;
  return practice?.measure.id === id ? html`<div .innerHTML=${practice.question}></div>${page}
    <div .innerHTML=${reading.tells.trim() ? practice.explanation : practice.first}></div>${practiceLinks(board)}` : page;
}

/** Once more from the series, an edit that Undo takes back; or, where learners bring numbers, examples to look at. */
export function practiceLinks(board: RunChart): TemplateResult {
  const { practice, examples } = board.args;
  if (!practice) return html`<div .innerHTML=${examples}></div>`;
  const { measure } = practice;
  return html`<div class="row">${press(board.say("again"), () => {
    board.store.edit(addMeasure(deleteMeasure(board.store.document, measure.id), measure));
    board.go(measure.id, "reading", "page-reading");
  })}</div>`;
}
