/* What is measured: defined so that two people who count get the same number. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, numberField, textArea, textField } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
import { BETTER, HOW_OFTEN, KINDS, UNITS, isRatio, type Measure } from "./document";

export function definitionPage(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const form = board.formOf(measure);
  return html`<div class="stack">
    <p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
    ${textField(form, "name")}
    ${choice(form, "kind", "kind", KINDS, { cards: true })}
    ${textArea(form, "definition", { rows: 2 })}
    ${choice(form, "unit", "unit", UNITS)}
    ${measure.unit === "rate" ? numberField(form, "per") : nothing}
    ${isRatio(measure) ? html`<div class="pair">${textArea(form, "numerator", { rows: 2 })}${textArea(form, "denominator", { rows: 2 })}</div>` : nothing}
    ${choice(form, "better", "better", BETTER)}
    <div class="pair">${textField(form, "who")}${textField(form, "source")}</div>
    ${choice(form, "how_often", "how_often", HOW_OFTEN)}
    ${choice(form, "same_answer", "same_answer", ["yes", "not_sure"])}
    <div class="row dates">${numberField(form, "target", { optional: true })}${dateField(form, "target_by", { optional: true })}</div>
    <details class="more"><summary>${say("more_fields")}</summary><div class="stack">
      ${textArea(form, "tells", { rows: 2, optional: true })}
      ${textArea(form, "population", { rows: 2, optional: true })}
      ${textArea(form, "exclusions", { rows: 2, optional: true })}
      ${textArea(form, "sampling", { rows: 2, optional: true })}
      ${textField(form, "driver", { optional: true })}
    </div></details>
    <div class="row"><button type="button" class="button" @click=${() => board.go(measure.id, "data", "page-data")}>${say("on_to_data")}${icon("next")}</button></div>
  </div>`;
}
