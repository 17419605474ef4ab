/* Which chart and which rules: by name, or by answering what one number stands for. Only what the author allows is offered.
   In the second bundle: see later.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
import { chartOf, hasSharedDates, withChart, withRules, type Chart, type Mdc, type Measure, type Rules } from "./document";
import { guide } from "./guide";
import { press, radios } from "./parts";

export function settings(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const shown = chartOf(measure);
  const { charts, rules: allowed } = board.args.settings;
  const takeRules = (rules: Rules) => put(board, measure, (now) => withRules(now, rules), `rules_brought.${rules}`, shown === chartOf(withRules(measure, rules)));
  return html`<div class="stack">
    <div class="field"><label for="chart-type">${say("label.chart")}</label>
      <select id="chart-type" aria-describedby="chart-about" @change=${(e: Event) => takeChart(board, measure, (e.target as HTMLSelectElement).value as Chart, allowed)}>
        ${charts.map((chart) => html`<option value=${chart} .selected=${chart === shown}>${say(`chart.${chart}`)}</option>`)}</select>
      <span class="hint" id="chart-about">${say(`about.${shown}`)}</span></div>
    ${charts.length > 1 ? questions(board, charts, (chart) => takeChart(board, measure, chart, allowed)) : nothing}
    ${allowed.length > 1 ? radios("rules", say("label.rules"), allowed.map((rules) => ({ value: rules, words: say(`rules.${rules}`), hint: say(`rules_hint.${rules}`) })), measure.rules, takeRules) : nothing}
    ${measure.rules === "mdc_xmr" ? mdcSettings(board, measure) : nothing}
    ${hasSharedDates(measure.points) ? radios("aggregate", say("label.aggregate"), (["mean", "median", "sum"] as const).map((value) => ({ value, words: say(`aggregate.${value}`) })), measure.aggregate, (aggregate) => put(board, measure, (now) => ({ ...now, aggregate })), say("hint.aggregate")) : nothing}
  </div>`;
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

function questions(board: RunChart, charts: readonly Chart[], take: (chart: Chart) => void): TemplateResult {
  const { say } = board;
  const answer = (answers: readonly string[] | null, focus: string) => { board.choosing = answers; board.focusAfter(focus); };
  if (board.choosing !== null) return guide(say, charts, board.choosing, answer, take);
  return html`<div class="row">${press([icon("idea"), say("help_me_choose")], () => answer([], "stands-for"), "", "choose")}</div>`;
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
