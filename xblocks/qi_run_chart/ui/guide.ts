/* Which chart: by answering what one number stands for. In the second bundle: see later.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Say } from "../../qi_core/ui/words";
import type { Chart } from "./document";
import { press, radios } from "./parts";

/** The first answer and the charts it leads to; with several, a second question tells them apart. */
export const TREE: Readonly<Record<string, readonly Chart[]>> = {
  people: ["p", "pp"], things: ["c", "u", "up"], size: ["i", "ip", "xbar", "s", "mr"], rare: ["t", "g"], plain: ["run"],
};

/** `answer` takes the answers so far, or null when the questions are done with, and where the focus goes then. */
export function guide(
  say: Say, charts: readonly Chart[], [kind, second]: readonly string[], answer: (answers: readonly string[] | null, focus: string) => void, take: (chart: Chart) => void,
): TemplateResult {
  const leads = (one: string) => TREE[one]!.filter((chart) => charts.includes(chart));
  const options = kind ? leads(kind) : [];
  const found = options.length === 1 ? options[0] : options.find((chart) => chart === second);
  return html`<div class="panel stack">
    ${radios("stands-for", say("stands_for"), Object.keys(TREE).filter((one) => leads(one).length).map((one) => ({ value: one, words: say(`stands_for.${one}`), hint: say(`stands_for_hint.${one}`) })), kind, (one) => answer([one], ""))}
    ${kind && options.length > 1 ? radios("which", say(`which.${kind}`), options.map((chart) => ({ value: chart as string, words: say(`when.${chart}`) })), second, (chart) => answer([kind, chart], "")) : nothing}
    <div role="status">${found ? html`<p><strong>${say("suggested", { chart: say(`chart.${found}`) })}</strong></p><p>${say(`about.${found}`)}</p>` : nothing}</div>
    <div class="row">${found ? press(say("use_chart"), () => { answer(null, "chart-type"); take(found); }, "primary") : nothing}
      ${press(say("cancel"), () => answer(null, "choose"), "quiet")}</div></div>`;
}
