/* Something of one's own project beside the words: which one, with which question, and how it will look to others.
   In the second bundle: see later.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { choosing, type Draft } from "./drafts";
import { choose } from "./sharing";
import { QUESTIONS, type Offer } from "./types";
import type { View } from "./view";

export function picker(view: View, draft: Draft): TemplateResult {
  const { say, feed } = view;
  if (draft.offer) return chosen(view, draft, draft.offer);
  return html`<div class="panel wash stack tight" id="offers" tabindex="-1">
    ${feed.offers?.length ? html`<p class="small soft">${say("share_hint")}</p>
      <ul class="stack tight">${feed.offers.map((offer) => html`<li><button class="offer" type="button" @click=${() => take(view, offer)}>
        <span class="tag">${say(`card.${offer.kind}`)}</span> ${offer.title}</button></li>`)}</ul>`
      : html`<p class="small">${say("nothing_to_share")}</p>`}
  </div>`;
}

function take(view: View, offer: Offer): void {
  view.show("", "chosen");
  void choose(view.feed, offer).then(() => view.focusAfter("chosen"));
}

function chosen(view: View, draft: Draft, offer: Offer): TemplateResult {
  const { say, feed } = view;
  const ask = (question: string) => (): void => feed.set("new", (one) => ({ ...one, question }));
  return html`<div class="panel wash stack tight" id="chosen" tabindex="-1">
    <div class="row apart"><p><span class="tag">${say(`card.${offer.kind}`)}</span> <strong>${offer.title}</strong></p>
      <button class="link small" type="button" ?disabled=${draft.sending === "sending"} @click=${() => { feed.set("new", (one) => choosing(one, null)); view.focusAfter("f-new"); }}>${say("remove")}</button></div>
    <fieldset><legend>${say("label.question")}</legend><div class="choices">${QUESTIONS.map((question) => html`<label class="choice">
      <input type="radio" name="question" ?disabled=${draft.sending === "sending"} .checked=${draft.question === question} @change=${ask(question)} /><span>${say(`question.${question}`)}</span></label>`)}</div></fieldset>
  </div>`;
}

/** Exactly what others will see, and what to check once more. */
export function previewOf(view: View, draft: Draft): TemplateResult | typeof nothing {
  const { say } = view;
  const shown = draft.preview;
  if (!shown) return nothing;
  return html`<section class="panel stack tight preview" id="preview" tabindex="-1" aria-label=${say("preview_title")}>
    <h4>${say("preview_title")}</h4>
    ${shown.html ? html`<div class="words" .innerHTML=${shown.html}></div>` : nothing}
    ${shown.card ? view.card(shown.card) : nothing}
    ${draft.offer && draft.question ? html`<p class="asked">${say(`question.${draft.question}`)}</p>` : nothing}
    ${shown.checks.map((rule) => html`<p class="note">${say(`check.${rule}`)}</p>`)}
    <p class="small soft">${say("before_sharing")}</p>
  </section>`;
}
