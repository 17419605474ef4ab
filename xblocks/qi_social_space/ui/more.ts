/* What one does seldom opens in place, and comes with the second bundle: see menu.ts. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Post } from "./types";
import type { View } from "./view";

export function moreActions(view: View, post: Post): TemplateResult {
  const { say } = view;
  const name = `more:${post.id}`;
  const isOpen = view.open === name;
  const press = async (): Promise<void> => { if (isOpen || await view.need()) view.show(isOpen ? "" : name); };
  return html`<button class="button quiet small" id="more-${post.id}" aria-expanded=${isOpen ? "true" : "false"}
    @click=${press}>${say("more")}<span class="unseen">: ${post.author?.name ?? say("former_learner")}</span></button>`;
}

export function panelOf(view: View, post: Post): TemplateResult | typeof nothing {
  const [kind, id] = view.open.split(":");
  return Number(id) === post.id ? view.feed.later?.panelOf(view, kind ?? "", post) ?? nothing : nothing;
}
