/* What the learner has decided about the chart: where the baseline ends, where a phase begins, which points are left out. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { textField } from "../../qi_core/ui/fields";
import type { RunChart } from "./board";
import { withExcluded, withPhase, withoutPhase, type Measure } from "./document";
import { press } from "./parts";
import type { Series } from "./picture";

const REASON_MAX = 300;

/** What may be done with the chosen point. */
export function pointActions(board: RunChart, measure: Measure, series: Series, index: number): TemplateResult {
  const ids = series.ids[index] ?? [];
  const last = ids[ids.length - 1] ?? "";
  const phase = measure.phases.find((one) => ids.includes(one.from));
  return html`<div class="row">
    ${ids.includes(measure.baseline_until ?? "") ? act(board, "unfreeze", () => freeze(board, measure, null)) : act(board, "freeze_here", () => freeze(board, measure, last))}
    ${phase ? act(board, "join_phases", () => board.change(measure, (now) => withoutPhase(now, phase.from)))
      : index > 0 ? reasoned(board, "new_phase", (reason) => board.change(measure, (now) => withPhase(now, { from: ids[0] ?? "", reason }))) : nothing}
    ${series.excluded[index] ? act(board, "include_again", () => board.change(measure, (now) => withExcluded(now, ids, null)))
      : reasoned(board, "leave_out", (reason) => board.change(measure, (now) => withExcluded(now, ids, reason)))}
  </div>`;
}

const freeze = (board: RunChart, measure: Measure, until: string | null): void => board.change(measure, (now) => ({ ...now, baseline_until: until }));
const act = (board: RunChart, word: string, run: () => void, about = ""): TemplateResult =>
  press([board.say(word), about && html`<span class="unseen"> ${about}</span>`], () => { run(); board.store.flush(); });

/** A new phase or a point left out is a person's decision, with a reason: the button opens the box for it. */
function reasoned(board: RunChart, what: "new_phase" | "leave_out", done: (reason: string) => void): TemplateResult | typeof nothing {
  const { say } = board;
  if (board.asking === null) return press(say(what), () => { board.asking = what; board.focusAfter("reason"); }, "", what);
  if (board.asking !== what) return nothing;
  const keep = () => {
    const reason = board.reason.trim();
    if (!reason) {
      board.reasonMissing = true;
      return board.focusAfter("reason");
    }
    [board.asking, board.reason, board.reasonMissing] = [null, "", false];
    done(reason);
    board.store.flush();
    board.focusAfter("point");
  };
  const cancel = () => { [board.asking, board.reasonMissing] = [null, false]; board.focusAfter(what); };
  return html`<div class="field grow"><label for="reason">${say(`${what}_why`)}</label>
    <input type="text" id="reason" data-draft maxlength=${REASON_MAX} aria-invalid=${board.reasonMissing ? "true" : "false"} aria-describedby="reason-error" .value=${board.reason} @input=${(e: Event) => { board.reason = (e.target as HTMLInputElement).value; }} />
    <p class="error" id="reason-error" ?hidden=${!board.reasonMissing}>${say("reason_needed")}</p>
    <div class="row">${press(say(what), keep, "primary")}${press(say("cancel"), cancel, "quiet")}</div></div>`;
}

/** The list under the chart: each with its date, its reason that can be put better, and the way back. */
export function decisions(board: RunChart, measure: Measure): TemplateResult | typeof nothing {
  const { say } = board;
  const form = board.formOf(measure);
  const dateOf = (id: string) => board.dateText(measure.points.find((point) => point.id === id)?.on ?? "");
  const left = measure.points.map((point, place) => ({ point, place })).filter(({ point }) => point.excluded !== null);
  if (measure.baseline_until === null && !measure.phases.length && !left.length) return nothing;
  const entry = (words: string, reason: TemplateResult | typeof nothing, undo: string, run: () => void) => html`<li class="decision stack tight"><div class="row apart"><strong>${words}</strong>
    ${form.locked ? nothing : act(board, undo, run, `: ${words}`)}</div>${reason}</li>`;
  return html`<section class="stack tight" aria-labelledby="decisions-title"><h5 id="decisions-title">${say("decisions")}</h5><ul class="stack tight">
    ${measure.baseline_until === null ? nothing : entry(say("baseline_to", { date: dateOf(measure.baseline_until) }), nothing, "unfreeze", () => freeze(board, measure, null))}
    ${measure.phases.map((phase, place) => entry(say("phase_from", { date: dateOf(phase.from) }), textField(form, `phases[${place}].reason`), "join_phases", () => board.change(measure, (now) => withoutPhase(now, phase.from))))}
    ${left.map(({ point, place }) => entry(say("left_out_on", { date: board.dateText(point.on) }), textField(form, `points[${place}].excluded`), "include_again", () => board.change(measure, (now) => withExcluded(now, [point.id], null))))}
  </ul></section>`;
}
