/* Many points at once: pasted or from a file, read by the server, shown before they are used, and taken back with one button. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { RunChart } from "./board";
import type { Measure } from "./document";
import { takeTable } from "./incoming";
import { later, type Later } from "./later";
import { press } from "./parts";

interface Row { readonly line: number; readonly on: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null; readonly note: string }
export interface Rows {
  readonly rows: readonly Row[]; readonly problems: readonly { readonly line: number; readonly code: string; readonly text: string }[];
  readonly ambiguous_dates: boolean; readonly notes: readonly string[];
}
/** What was pasted, how its dates are to be read, what the server understood, and what shows it; null when that failed. */
export interface Reading { readonly text: string; readonly dayFirst: boolean | null; readonly found: { readonly rows: Rows; readonly preview: Later["preview"] } | null }

export function pasteBox(board: RunChart, measure: Measure): TemplateResult {
  const { say, reading } = board;
  const name = `${measure.id}paste`;
  const show = (ticket: number, text: string, dayFirst: boolean | null, rows: Rows | null, loaded: Later | null) => {
    if (ticket !== board.reads) return;
    board.reading = { text, dayFirst, found: rows && loaded && { rows, preview: loaded.preview } };
    board.focusAfter("understood");
  };
  const loading = () => later(board).catch(() => null);
  const read = async (text: string, dayFirst: boolean | null) => {
    if (!text.trim()) return board.focusAfter("paste");
    const ticket = ++board.reads;
    const [reply, loaded] = await Promise.all([board.post<Rows>("read_rows", { text, day_first: dayFirst }), loading()]);
    show(ticket, text, dayFirst, reply.kind === "ok" ? reply.body : null, loaded);
  };
  const file = async (event: Event) => {
    const [one] = (event.target as HTMLInputElement).files ?? [];
    if (!one) return;
    const ticket = ++board.reads;
    const loaded = await loading();
    const found = await loaded?.textOf(one).catch(() => null);
    if (found && found.text !== null) return ticket === board.reads && read(found.text, null);
    show(ticket, "", null, found ? { rows: [], problems: [{ line: 0, code: found.why, text: "" }], ambiguous_dates: false, notes: [] } : null, loaded);
  };
  return html`<section class="stack" aria-labelledby="paste-title"><h5 id="paste-title">${say("paste_title")}</h5>
    <div class="field"><label for="paste">${say("paste_label")}</label><span class="hint" id="paste-hint">${say("paste_hint")}</span>
      <textarea id="paste" rows="4" data-draft .value=${board.drafts[name] ?? ""} @input=${(e: Event) => board.draft(name, (e.target as HTMLTextAreaElement).value)} aria-describedby="paste-hint" spellcheck="false" @paste=${(event: ClipboardEvent) => void takeTable(event, board).catch(() => board.tell(say("read_failed"), false))}></textarea></div>
    <div class="row">
      ${press(say("read_it"), () => void read(board.drafts[name] ?? "", null))}
      <label class="button file">${say("open_csv")}<input type="file" accept=".csv,.tsv,.txt,text/csv" @change=${file} /></label>
    </div>
    ${reading ? html`<div id="understood" tabindex="-1" class="stack">${reading.found ? reading.found.preview(board, measure, reading.found.rows, reading.dayFirst, (dayFirst) => void read(reading.text, dayFirst))
      : html`<p class="error">${icon("warn")}<span>${say("read_failed")}</span></p>`}</div>` : nothing}
  </section>`;
}
