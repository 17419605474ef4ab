/* The chart page: picture, what it tells, the chosen point, decisions and events, and what the learner reads in it. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { textArea } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { advice } from "./advice";
import type { RunChart } from "./board";
import { decisions, pointActions } from "./decisions";
import type { Measure } from "./document";
import { events } from "./events";
import { exportRow } from "./exports";
import { later } from "./later";
import { press } from "./parts";
import { picture, type Series } from "./picture";
import { lookOf, seriesOf } from "./series";
import { iconRow, pointText, telling } from "./telling";

export function chartPage(board: RunChart, measure: Measure, readingFirst = false): TemplateResult {
  const { say } = board;
  if (!measure.points.length) {
    return html`<div class="panel wash stack"><p>${say("no_points")}</p>
      <div class="row">${press(say("add_data"), () => board.go(measure.id, "data", "page-data"), "primary")}</div></div>`;
  }
  const series = seriesOf(measure, board.figuresOf(measure));
  const form = board.formOf(measure);
  return html`<div class="stack wide">
    <figure class="stack">
      ${chartBox(board, measure, series)}
      <figcaption class="stack tight">${telling(board, measure)}${iconRow(board, measure)}
        <p class="small soft">${board.settling ? say("settling") : say(`rules_note.${measure.rules}`)}</p></figcaption>
    </figure>
    ${readingFirst ? html`<p class="aside">${icon("shield")}<span>${say("confidentiality")}</span></p>
      ${textArea(form, "reading.tells", { rows: 4 })}${textArea(form, "reading.does_not")}` : html`
      ${advice(form, "chart")}${advice(form, "points")}
      ${reader(board, measure, series)}
      ${advice(form, "baseline_until")}${decisions(board, measure)}
      ${events(board, measure, series)}
      ${folded(board, measure, "twin", "as_table")}
      ${board.canEdit ? folded(board, measure, "settings", "chart_settings") : nothing}
      ${exportRow(board, measure)}
      <div class="row">${press([say("on_to_reading"), icon("next")], () => board.go(measure.id, "reading", "page-reading"), "primary")}</div>`}
  </div>`;
}

function chartBox(board: RunChart, measure: Measure, series: Series): TemplateResult {
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const from = board.selected ?? (step > 0 ? -1 : series.dates.length);
    board.pick(Math.max(0, Math.min(series.dates.length - 1, from + step)));
  };
  return html`<div class="chart-box" id="chart-box" tabindex="0" role="group" aria-roledescription=${board.say("chart")} aria-describedby="point-said"
    aria-label=${board.say("chart_label", { name: measure.name || board.say("unnamed_measure") })} @keydown=${move}>
    ${picture(series, lookOf(board, measure, board.width), (index) => board.pick(index))}</div>`;
}

/** The chosen point in words, and what a person may do with it; a list of the dates chooses as well as the picture. */
function reader(board: RunChart, measure: Measure, series: Series): TemplateResult {
  const { say } = board;
  const chosen = board.selected !== null && board.selected < series.dates.length ? board.selected : null;
  const choose = (event: Event) => board.pick((event.target as HTMLSelectElement).value === "" ? null : Number((event.target as HTMLSelectElement).value));
  return html`<section class="panel wash stack tight" aria-label=${say("one_point")}>
    <div class="row apart"><div class="field"><label for="point">${say("point")}</label><select id="point" @change=${choose}>
      <option value="" .selected=${chosen === null}>${say("choose_a_date")}</option>
      ${series.dates.map((on, index) => html`<option value=${index} .selected=${index === chosen}>${board.dateText(on)}</option>`)}</select></div></div>
    <p id="point-said" role="status">${chosen === null ? say("pick_a_point") : pointText(board, measure, series, chosen)}</p>
    ${chosen !== null && board.canEdit ? pointActions(board, measure, series, chosen) : nothing}
  </section>`;
}

/** Its content comes with the second bundle, when it is opened. */
function folded(board: RunChart, measure: Measure, what: "twin" | "settings", words: string): TemplateResult {
  const toggled = (event: Event) => {
    board.opened = { ...board.opened, [what]: (event.target as HTMLDetailsElement).open };
    if (board.opened[what]) void later(board).then((loaded) => { board.later = loaded; }, () => board.tell(board.say("later_failed"), false)).then(() => board.requestUpdate());
    board.requestUpdate();
  };
  return html`<details class="more" .open=${Boolean(board.opened[what])} @toggle=${toggled}><summary>${board.say(words)}</summary>${board.opened[what] ? board.later?.[what](board, measure) : nothing}</details>`;
}
