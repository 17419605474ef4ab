/* What stands between the learner and a saved document: another window's version, another project, problems.
   Two windows edited the same document: both versions are shown, the learner chooses, neither is lost. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "./icons";
import { problemText } from "./fields";
import type { Problems } from "./post";
import type { Store } from "./store";
import type { Say } from "./words";

/** One place where the two versions differ, in words; an empty string reads as "nothing". */
export interface Difference { readonly where: string; readonly mine: string; readonly theirs: string }

const SHOWN_MAX = 12;

export function conflictPanel(
  say: Say, problems: Problems, differences: readonly Difference[], settle: (choice: "mine" | "theirs") => void,
): TemplateResult {
  const more = differences.length - SHOWN_MAX;
  return html`<section class="panel stack" aria-labelledby="conflict-title" tabindex="-1" id="conflict">
    <h4 id="conflict-title">${say("conflict.title")}</h4>
    <p>${say("conflict.text")}</p>
    ${Object.values(problems).map((problem) => html`<p class="error">${icon("warn")}<span>${problemText(say, problem)}</span></p>`)}
    <ul class="stack">${differences.slice(0, SHOWN_MAX).map(({ where, mine, theirs }) => html`<li class="stack tight">
      <h5>${where}</h5>
      <div class="pair">
        <div class="panel wash"><p class="small soft">${say("conflict.mine")}</p><p>${mine || say("conflict.nothing")}</p></div>
        <div class="panel wash"><p class="small soft">${say("conflict.theirs")}</p><p>${theirs || say("conflict.nothing")}</p></div>
      </div></li>`)}</ul>
    ${more > 0 ? html`<p class="soft">${say("conflict.more", { n: more })}</p>` : nothing}
    <div class="row">
      <button class="button primary" @click=${() => settle("mine")}>${say("conflict.keep_mine")}</button>
      <button class="button" @click=${() => settle("theirs")}>${say("conflict.take_theirs")}</button>
    </div>
    <p class="small soft">${say("conflict.kept")}</p>
  </section>`;
}

/** Another project was opened since, in another window; what is written here still goes into this page's own. */
export function elsewhereNote(say: Say, here: string | undefined, other: { readonly title: string } | undefined): TemplateResult | typeof nothing {
  const named = say("untitled_project");
  return other ? html`<div class="note warn" role="status">${icon("warn")}<p>${say("project_elsewhere", { here: here || named, there: other.title || named })}</p></div>` : nothing;
}

/** Problems are listed on top as well: the field may be on another step. */
export function problemSummary(say: Say, stores: readonly Store<any>[], reveal: (path: string) => void): TemplateResult | typeof nothing {
  const told = stores.filter(({ theirs }) => !theirs).flatMap(({ problems }) => Object.entries(problems));
  if (!told.length) return nothing;
  return html`<div class="note stop" id="problems" tabindex="-1">${icon("warn")}<div class="stack tight">
    <p><strong>${say("not_saved_because")}</strong></p>
    <ul class="stack tight">${told.map(([path, problem]) => html`<li>${path
      ? html`<button class="link" @click=${() => reveal(path)}>${problemText(say, problem)}</button>`
      : problemText(say, problem)}</li>`)}</ul>
  </div></div>`;
}
