/* The chart page: picture, sentence, point reader, flags, and what the learner reads in it. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choice, textArea } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { newId } from "../../qi_core/ui/ids";
import type { Figures, RunChart } from "./board";
import { CHARTS, RULES, inTimeOrder, plotted, type Measure } from "./document";
import { exportRow } from "./exports";
import { picture, type Flag, type Look, type Series } from "./picture";

export function chartPage(board: RunChart, measure: Measure, readingFirst = false): TemplateResult {
  const { say } = board;
  if (!measure.points.length) {
    return html`<div class="panel wash stack"><p>${say("no_points")}</p>
      <div class="row"><button type="button" class="button primary" @click=${() => board.go(measure.id, "data", "page-data")}>${say("add_data")}</button></div></div>`;
  }
  const figures = board.figuresOf(measure);
  const series = seriesOf(measure, figures);
  const form = board.formOf(measure);
  return html`<div class="stack">
    <figure class="stack tight">
      ${chartBox(board, measure, series)}
      <figcaption class="stack tight"><p><strong>${sentence(board, measure)}</strong></p>
        <p class="small soft">${say(`rules_note.${measure.rules}`)}</p></figcaption>
    </figure>
    ${(figures?.notes ?? []).map((note) => html`<p class="note">${icon("idea")}<span>${say(`note.${note}`)}</span></p>`)}
    ${readingFirst ? html`<p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
      ${textArea(form, "reading.tells", { rows: 4 })}${textArea(form, "reading.does_not")}` : html`
      ${reader(board, measure, series)}
      ${flagList(board, measure)}
      ${twinTable(board, measure, series)}
      ${exportRow(board, measure, series)}
      <details class="more"><summary>${say("chart_settings")}</summary><div class="stack">
        ${choice(form, "chart", "chart", CHARTS)}${choice(form, "rules", "rules", RULES, { cards: true })}</div></details>
      <div class="row"><button type="button" class="button" @click=${() => board.go(measure.id, "reading", "page-reading")}>${say("on_to_reading")}${icon("next")}</button></div>`}
  </div>`;
}

/** What the server found, or, until it has answered, the points alone: they are drawn while typing. */
export function seriesOf(measure: Measure, figures: Figures | undefined): Series {
  const fresh = plain(measure);
  const known = figures && figures.dates.join() === fresh.dates.join() ? figures : undefined;
  return known ? { ...known, y: known.y.length === fresh.y.length && measure.aggregate === "mean" ? fresh.y : known.y } : fresh;
}

function plain(measure: Measure): Series {
  const byDate = new Map<string, { values: number[]; ids: string[]; excluded: boolean }>();
  for (const point of inTimeOrder(measure.points)) {
    const at = byDate.get(point.on) ?? { values: [], ids: [], excluded: false };
    const value = plotted(measure, point);
    if (value !== null) at.values.push(value);
    byDate.set(point.on, { ...at, ids: [...at.ids, point.id], excluded: at.excluded || point.excluded !== null });
  }
  const groups = [...byDate.values()];
  const none = groups.map(() => null);
  return {
    dates: [...byDate.keys()], y: groups.map(({ values }) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : null)),
    ids: groups.map(({ ids }) => ids), centre: none, lower: none, upper: none, phase: groups.map(() => 0),
    in_baseline: groups.map(() => false), excluded: groups.map(({ excluded }) => excluded), signals: none, phases: [],
  };
}

export function lookOf(board: RunChart, measure: Measure, width: number): Look {
  return {
    width, locale: board.args.locale, unit: board.unitText(measure), centreWord: board.say(measure.chart === "run" ? "median" : "mean"),
    target: measure.target, flags: flagsOf(board, measure), selected: board.selected, frozen: measure.baseline_until !== null, say: board.say,
  };
}

/** Cycles of the same project pin themselves on the chart by their dates; the learner's own notes are numbered. */
function flagsOf(board: RunChart, measure: Measure): readonly Flag[] {
  const dates = inTimeOrder(measure.points).map((point) => point.on);
  const [first = "", last = ""] = [dates[0], dates[dates.length - 1]];
  const all = [
    ...board.args.cycles.map((cycle) => ({ on: cycle.started_on, mark: `C${cycle.number}` })),
    ...measure.annotations.map((annotation, index) => ({ on: annotation.on, mark: String(index + 1) })),
  ];
  return all.filter((flag) => flag.on >= first && flag.on <= last);
}

function chartBox(board: RunChart, measure: Measure, series: Series): TemplateResult {
  const pick = (index: number) => { board.selected = index; board.requestUpdate(); };
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = board.selected ?? (step > 0 ? -1 : series.dates.length);
    pick(Math.max(0, Math.min(series.dates.length - 1, from + step)));
  };
  return html`<div class="chart-box" id="chart-box" tabindex="0" role="group" aria-roledescription=${board.say("chart")} aria-describedby="point-said"
    aria-label=${board.say("chart_label", { name: measure.name || board.say("unnamed_measure") })} @keydown=${move}>
    ${picture(series, lookOf(board, measure, board.width), pick)}</div>`;
}

/** The chosen point in words, and what a person may do with it. */
function reader(board: RunChart, measure: Measure, series: Series): TemplateResult {
  const { say, selected } = board;
  const index = selected;
  if (index === null || index >= series.dates.length) return html`<p class="small soft" id="point-said">${say("pick_a_point")}</p>`;
  const ids = series.ids[index] ?? [];
  const last = ids[ids.length - 1] ?? "";
  const phase = measure.phases.find((one) => ids.includes(one.from));
  return html`<div class="panel wash stack tight">
    <p id="point-said" role="status">${pointText(board, measure, series, index)}</p>
    ${board.canEdit ? html`<div class="row">
      ${measure.baseline_until === last
        ? html`<button type="button" class="button" @click=${() => board.change(measure, (now) => ({ ...now, baseline_until: null }))}>${say("unfreeze")}</button>`
        : html`<button type="button" class="button" @click=${() => board.change(measure, (now) => ({ ...now, baseline_until: last }))}>${say("freeze_here")}</button>`}
      ${phase ? html`<button type="button" class="button" @click=${() => board.change(measure, (now) => ({ ...now, phases: now.phases.filter((one) => one !== phase) }))}>${say("join_phases")}</button>`
        : index > 0 ? reasoned(board, "new_phase", (reason) => board.change(measure, (now) => ({ ...now, phases: [...now.phases, { from: ids[0] ?? "", reason }] }))) : nothing}
      ${series.excluded[index] ? html`<button type="button" class="button" @click=${() => exclude(board, measure, ids, null)}>${say("include_again")}</button>`
        : reasoned(board, "leave_out", (reason) => exclude(board, measure, ids, reason))}
    </div>` : nothing}</div>`;
}

function exclude(board: RunChart, measure: Measure, ids: readonly string[], reason: string | null): void {
  board.change(measure, (now) => ({ ...now, points: now.points.map((point) => (ids.includes(point.id) ? { ...point, excluded: reason } : point)) }));
}

/** A new phase or a point left out is a person's decision, with a reason: the button opens the box for it. */
function reasoned(board: RunChart, what: "new_phase" | "leave_out", done: (reason: string) => void): TemplateResult {
  const { say } = board;
  if (board.asking !== what) return html`<button type="button" class="button" @click=${() => { board.asking = what; board.focusAfter("reason"); }}>${say(what)}</button>`;
  const keep = () => {
    const reason = board.reason.trim();
    if (!reason) return board.focusAfter("reason");
    [board.asking, board.reason] = [null, ""];
    done(reason);
  };
  return html`<div class="field grow"><label for="reason">${say(`${what}_why`)}</label>
    <input type="text" id="reason" maxlength="300" .value=${board.reason} @input=${(e: Event) => { board.reason = (e.target as HTMLInputElement).value; }} />
    <div class="row"><button type="button" class="button" @click=${keep}>${say(what)}</button>
    <button type="button" class="button quiet" @click=${() => { board.asking = null; board.requestUpdate(); }}>${say("cancel")}</button></div></div>`;
}

export function pointText(board: RunChart, measure: Measure, series: Series, index: number): string {
  const { say } = board;
  const value = series.y[index] ?? null;
  const centre = series.centre[index] ?? null;
  const signal = series.signals[index];
  const notes = measure.points.filter((point) => series.ids[index]?.includes(point.id)).flatMap((point) => [point.note, point.excluded ? say("left_out_because", { reason: point.excluded }) : ""]);
  return [
    `${board.dateText(series.dates[index] ?? "")}:`,
    value === null ? say("missing") : `${board.numberText(value)} ${board.unitText(measure)}`,
    value !== null && centre !== null ? say(value > centre ? "above" : value < centre ? "below" : "on_line") : "",
    signal ? say(`signal.${signal.kind}`) : "", ...notes,
  ].filter(Boolean).join(" · ");
}

/** The rules and their false alarms stand under the chart in words of their own, the icons beside it. */
const TOLD_ELSEWHERE = new Set(["false_alarms", "icons"]);

export function sentence(board: RunChart, measure: Measure): string {
  const { say } = board;
  const facts = (all: Readonly<Record<string, string | number>> = {}) =>
    Object.fromEntries(Object.entries(all).map(([name, value]) => [name, typeof value === "number" ? board.numberText(value) : name === "kind" ? say(value) : value]));
  const told = (board.figuresOf(measure)?.sentence ?? []).filter(({ key }) => !TOLD_ELSEWHERE.has(key));
  return told.map((fact) => say(`sentence.${fact.key}`, facts(fact.facts))).join(" ") || say("points_so_far", { n: measure.points.length });
}

function flagList(board: RunChart, measure: Measure): TemplateResult {
  const { say } = board;
  const form = board.formOf(measure);
  const add = () => {
    const on = inTimeOrder(measure.points)[0]?.on ?? "";
    board.change(measure, (now) => ({ ...now, annotations: [...now.annotations, { id: newId(), on, text: "" }] }));
    board.focusAfter(`f-annotations-${measure.annotations.length}-text`);
  };
  return html`<section class="stack tight" aria-label=${say("flags")}>
    <ul class="stack tight">${board.args.cycles.map((cycle) => html`<li><span class="mark">C${cycle.number}</span> ${board.dateText(cycle.started_on)}: ${cycle.title || say("pdsa_cycle")}${cycle.decision ? ` (${say(`decided.${cycle.decision}`)})` : ""}</li>`)}</ul>
    <ol class="stack tight">${measure.annotations.map((annotation, index) => html`<li class="row annotation"><span class="mark">${index + 1}</span>
      <input type="date" aria-label=${say("label.annotations.on")} .value=${annotation.on} ?readonly=${form.locked} @change=${(e: Event) => (e.target as HTMLInputElement).value && form.set(`annotations[${index}].on`, (e.target as HTMLInputElement).value)} />
      <input type="text" class="grow" id="f-annotations-${index}-text" maxlength="300" aria-label=${say("label.annotations.text")} .value=${annotation.text} ?readonly=${form.locked}
        @input=${(e: Event) => form.set(`annotations[${index}].text`, (e.target as HTMLInputElement).value)} />
      ${form.locked ? nothing : html`<button type="button" class="button quiet small" @click=${() => board.change(measure, (now) => ({ ...now, annotations: now.annotations.filter((one) => one.id !== annotation.id) }))}>${icon("cross")}${say("remove")}</button>`}</li>`)}</ol>
    ${form.locked ? nothing : html`<div class="row"><button type="button" class="button" @click=${add}>${icon("plus")}${say("add_annotation")}</button></div>`}
  </section>`;
}

function twinTable(board: RunChart, measure: Measure, series: Series): TemplateResult {
  const { say } = board;
  const cell = (value: number | null | undefined) => (value === null || value === undefined ? say("missing") : board.numberText(value));
  return html`<details class="more"><summary>${say("as_table")}</summary><div class="scroll" tabindex="0" role="region" aria-label=${say("scrolls")}><table>
    <caption class="unseen">${measure.name}</caption>
    <thead><tr><th scope="col">${say("date")}</th><th scope="col">${board.unitText(measure) || say("value")}</th><th scope="col">${say(measure.chart === "run" ? "median" : "mean")}</th><th scope="col">${say("what_it_shows")}</th></tr></thead>
    <tbody>${series.dates.map((on, index) => html`<tr><th scope="row">${board.dateText(on)}</th><td>${cell(series.y[index])}</td><td>${cell(series.centre[index])}</td>
      <td>${series.signals[index] ? say(`signal.${series.signals[index]!.kind}`) : ""}${series.excluded[index] ? say("left_out") : ""}</td></tr>`)}</tbody></table></div></details>`;
}
