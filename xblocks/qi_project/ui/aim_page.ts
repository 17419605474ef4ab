/* The aim as a page of the home. */

import { html, type TemplateResult } from "lit/html.js";
import { aimBuilder } from "./aim";
import type { ProjectHome } from "./home";

export function aimPage(home: ProjectHome): TemplateResult {
  const changes = html`<div class="row"><button class="button primary" @click=${() => home.go("overview")}>${home.say("to_overview")}</button></div>`;
  return aimBuilder(home.form, home.aimText, { changes });
}
