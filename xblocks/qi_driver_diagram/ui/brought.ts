/* What a starter brings beside its nodes: measures to count, two ideas that were tried, a weak one put better, who might be
   missed. To read, not to keep. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { DriverDiagram } from "./editor";

export interface Brought {
  readonly title: string; readonly note: string; readonly review_by: string; readonly equity_prompt: string;
  readonly measures: readonly { readonly name: string; readonly kind: string; readonly definition: string }[];
  readonly nodes: readonly { readonly key: string; readonly text: string }[];
  readonly worked: readonly { readonly idea: string; readonly prediction: string; readonly found: string; readonly learned: string; readonly decision: string }[];
  readonly not_this: { readonly weak: string; readonly better: string; readonly why: string };
}

export function broughtPanel({ say, args, brought }: DriverDiagram): TemplateResult | typeof nothing {
  if (!brought) return nothing;
  const { title, note, review_by, measures, nodes, worked, not_this, equity_prompt } = brought;
  const date = new Date(`${review_by}T12:00`).toLocaleDateString(args.locale, { dateStyle: "long" });
  return html`<details class="panel wash" open><summary><strong>${say("brought", { title })}</strong></summary><div class="stack tight">
    <p class="small soft">${note} ${say("brought_review", { date })}</p>
    <h5>${say("brought_measures")}</h5>
    <ul class="stack tight">${measures.map((one) => html`<li><strong>${one.name}</strong> <span class="soft small">${say(`measure_kind.${one.kind}`)}</span><br /><span class="small">${one.definition}</span></li>`)}</ul>
    <h5>${say("brought_worked")}</h5>
    <ul class="stack tight">${worked.map((one) => html`<li><strong>${nodes.find(({ key }) => key === one.idea)?.text}</strong><dl class="told small">${(["prediction", "found", "learned"] as const).map((part) => html`<dt>${say(`worked.${part}`)}</dt><dd>${one[part]}</dd>`)}
      <dt>${say("worked.decision")}</dt><dd>${say(`decided.${one.decision}`)}</dd></dl></li>`)}</ul>
    <h5>${say("brought_better")}</h5>
    <p><s>${not_this.weak}</s><br />${not_this.better}</p><p class="small soft">${not_this.why}</p>
    <h5>${say("brought_missed")}</h5><p>${equity_prompt}</p>
  </div></details>`;
}
