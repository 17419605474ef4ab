/* The aim's form under the three questions of the Model for Improvement, and its sentence that grows while it is typed.
   The driver diagram shows the same form over the same document. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, dateField, textArea, textField, type Form } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { GAP } from "./sentence";

/** What a block adds: above the form, and under the questions of measures and changes. */
export interface Beside { readonly before?: TemplateResult | typeof nothing; readonly measures?: TemplateResult; readonly changes: TemplateResult }

export function aimBuilder(form: Form, sentence: string, beside: Beside): TemplateResult {
  const { say } = form;
  return html`<div class="stack wide">
    <p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
    ${beside.before ?? nothing}
    <section class="stack"><h4>${say("mfi.aim")}</h4>
      <p>${say("aim_intro")}</p>
      ${choice(form, "aim.direction", "direction", ["increase", "reduce"])}
      ${textArea(form, "aim.what", { rows: 2 })}
      ${textField(form, "aim.for_whom")}
      ${dateField(form, "aim.by_when")}
    </section>
    <section class="stack"><h4>${say("mfi.measures")}</h4>
      <div class="pair">${textField(form, "aim.baseline", { optional: true })}${textField(form, "aim.by_how_much")}</div>
      ${beside.measures ?? nothing}
    </section>
    <div class="panel wash" aria-live="polite"><p class="small soft">${say("aim_reads")}</p><p class="said">${sentence || GAP}</p></div>
    ${textArea(form, "aim.voice", { rows: 2, optional: true })}
    <section class="stack"><h4>${say("mfi.changes")}</h4>${beside.changes}</section>
  </div>`;
}
