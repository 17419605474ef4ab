/* What is measured: defined so that two people who count get the same number. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, numberField, textArea, textField } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
import { BETTER, HOW_OFTEN, KINDS, UNITS, isRatio, type Measure } from "./document";
import { press } from "./parts";

export function definitionPage(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const form = board.formOf(measure);
  const group = (name: string, fields: TemplateResult) => html`<section class="group stack" aria-labelledby="group-${name}"><h5 id="group-${name}">${say(`group.${name}`)}</h5>${fields}</section>`;
  return html`<div class="stack">
    <p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
    ${group("what", html`${textField(form, "name")}${choice(form, "kind", "kind", KINDS, { cards: true })}`)}
    ${group("how", html`${textArea(form, "definition", { rows: 2 })}${choice(form, "unit", "unit", UNITS)}
      ${measure.unit === "rate" ? numberField(form, "per") : nothing}
      ${isRatio(measure) ? html`<div class="pair">${textArea(form, "numerator", { rows: 2 })}${textArea(form, "denominator", { rows: 2 })}</div>` : nothing}
      ${choice(form, "same_answer", "same_answer", ["yes", "not_sure"])}`)}
    ${group("collecting", html`<div class="pair">${textField(form, "who")}${textField(form, "source")}</div>${choice(form, "how_often", "how_often", HOW_OFTEN)}`)}
    ${group("better", html`${choice(form, "better", "better", BETTER)}
      <div class="row dates">${numberField(form, "target", { optional: true })}${dateField(form, "target_by", { optional: true })}</div>`)}
    <details class="more"><summary>${say("more_fields")}</summary><div class="stack">
      ${textArea(form, "tells", { rows: 2, optional: true })}
      ${textArea(form, "population", { rows: 2, optional: true })}
      ${textArea(form, "exclusions", { rows: 2, optional: true })}
      ${textArea(form, "sampling", { rows: 2, optional: true })}
      ${board.args.drivers.length ? driverChoice(board, measure) : textField(form, "driver", { optional: true })}
    </div></details>
    <div class="row">${press([say("on_to_data"), icon("next")], () => board.go(measure.id, "data", "page-data"), "primary")}</div>
  </div>`;
}

/** One of the diagram's drivers; its text is kept beside its id, for where there is no diagram. */
function driverChoice(board: RunChart, measure: Measure): TemplateResult {
  const { say, args, canEdit } = board;
  const chosen = args.drivers.find(({ id }) => id === measure.driver_id);
  const choose = (event: Event) => {
    const driver = args.drivers.find(({ id }) => id === (event.target as HTMLSelectElement).value);
    board.change(measure, (now) => ({ ...now, driver_id: driver?.id ?? null, driver: driver?.text ?? "" }));
  };
  return html`<div class="field"><label for="f-driver">${say("label.driver")} <span class="optional">${say("optional")}</span></label>
    <select id="f-driver" ?disabled=${!canEdit} @change=${choose}><option value="" .selected=${!chosen}>${(!measure.driver_id && measure.driver) || say("no_driver")}</option>
      ${args.drivers.map((one) => html`<option value=${one.id} .selected=${one === chosen}>${one.text}</option>`)}</select></div>`;
}
