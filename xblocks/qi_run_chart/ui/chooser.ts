/* Which chart and which rules: by name, or by answering what one number stands for. Only what the author allows is offered. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
import { chartOf, hasSharedDates, withChart, withRules, type Chart, type Mdc, type Measure, type Rules } from "./document";
import { press, radios } from "./parts";

/** The first answer and the charts it leads to; with several, a second question tells them apart. */
export const TREE: Readonly<Record<string, readonly Chart[]>> = {
  people: ["p", "pp"], things: ["c", "u", "up"], size: ["i", "ip", "xbar", "s", "mr"], rare: ["t", "g"], plain: ["run"],
};

export function chartSettings(board: RunChart, measure: Measure): TemplateResult | typeof nothing {
  const { say } = board;
  if (!board.canEdit) return nothing;
  const shown = chartOf(measure);
  const { charts, rules: allowed } = board.args.settings;
  const takeRules = (rules: Rules) => put(board, measure, (now) => withRules(now, rules), `rules_brought.${rules}`, shown === chartOf(withRules(measure, rules)));
  return html`<details class="more"><summary>${say("chart_settings")}</summary><div class="stack">
    <div class="field"><label for="chart-type">${say("label.chart")}</label>
      <select id="chart-type" aria-describedby="chart-about" @change=${(e: Event) => takeChart(board, measure, (e.target as HTMLSelectElement).value as Chart, allowed)}>
        ${charts.map((chart) => html`<option value=${chart} .selected=${chart === shown}>${say(`chart.${chart}`)}</option>`)}</select>
      <span class="hint" id="chart-about">${say(`about.${shown}`)}</span></div>
    ${charts.length > 1 ? chooser(board, measure, charts, allowed) : nothing}
    ${allowed.length > 1 ? radios("rules", say("label.rules"), allowed.map((rules) => ({ value: rules, words: say(`rules.${rules}`), hint: say(`rules_hint.${rules}`) })), measure.rules, takeRules) : nothing}
    ${measure.rules === "mdc_xmr" ? mdcSettings(board, measure) : nothing}
    ${hasSharedDates(measure.points) ? radios("aggregate", say("label.aggregate"), (["mean", "median", "sum"] as const).map((value) => ({ value, words: say(`aggregate.${value}`) })), measure.aggregate, (aggregate) => put(board, measure, (now) => ({ ...now, aggregate })), say("hint.aggregate")) : nothing}
  </div></details>`;
}

/** The server is asked at once: somebody waits for the lines. `same`: nothing else had to change with it. */
function put(board: RunChart, measure: Measure, change: (measure: Measure) => Measure, words = "", same = true): void {
  board.change(measure, change);
  board.notice = null;
  if (!same) board.tell(board.say(words));
  board.store.flush();
}

function takeChart(board: RunChart, measure: Measure, chart: Chart, allowed: readonly Rules[]): void {
  const next = withChart(measure, chart, allowed);
  put(board, measure, () => next, `rules_gave_way.${next.rules}`, next.rules === measure.rules);
}

function chooser(board: RunChart, measure: Measure, charts: readonly Chart[], allowed: readonly Rules[]): TemplateResult {
  const { say } = board;
  const answer = (answers: readonly string[] | null, focus: string) => { board.choosing = answers; board.focusAfter(focus); };
  if (board.choosing === null) return html`<div class="row">${press([icon("idea"), say("help_me_choose")], () => answer([], "stands-for"), "", "choose")}</div>`;
  const [kind, second] = board.choosing;
  const leads = (one: string) => TREE[one]!.filter((chart) => charts.includes(chart));
  const options = kind ? leads(kind) : [];
  const found = options.length === 1 ? options[0] : options.find((chart) => chart === second);
  return html`<div class="panel stack">
    ${radios("stands-for", say("stands_for"), Object.keys(TREE).filter((one) => leads(one).length).map((one) => ({ value: one, words: say(`stands_for.${one}`), hint: say(`stands_for_hint.${one}`) })), kind, (one) => { board.choosing = [one]; board.requestUpdate(); })}
    ${kind && options.length > 1 ? radios("which", say(`which.${kind}`), options.map((chart) => ({ value: chart as string, words: say(`when.${chart}`) })), second, (chart) => { board.choosing = [kind, chart]; board.requestUpdate(); }) : nothing}
    <div role="status">${found ? html`<p><strong>${say("suggested", { chart: say(`chart.${found}`) })}</strong></p><p>${say(`about.${found}`)}</p>` : nothing}</div>
    <div class="row">${found ? press(say("use_chart"), () => { answer(null, "chart-type"); takeChart(board, measure, found, allowed); }, "primary") : nothing}
      ${press(say("cancel"), () => answer(null, "choose"), "quiet")}</div></div>`;
}

/** Hospitals differ in how they read "Making Data Count"; each choice with a line of what it does. */
function mdcSettings(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const set = (part: Partial<Mdc>) => put(board, measure, (now) => ({ ...now, mdc: { ...now.mdc, ...part } }));
  const yesNo = (name: "screening" | "beyond_counts") => radios(`mdc-${name}`, say(`label.mdc.${name}`),
    [true, false].map((value) => ({ value, words: say(`mdc.${name}.${value}`) })), measure.mdc[name], (value) => set({ [name]: value }), say(`hint.mdc.${name}`));
  return html`<div class="panel stack">
    ${radios("mdc-length", say("label.mdc.run_length"), ([7, 6] as const).map((value) => ({ value, words: say("mdc.points", { n: value }) })), measure.mdc.run_length, (run_length) => set({ run_length }), say("hint.mdc.run_length"))}
    ${yesNo("screening")}${yesNo("beyond_counts")}</div>`;
}
