/* The first page: the project under the three questions of the Model for Improvement. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { ProjectHome } from "./home";

export function overviewPage(home: ProjectHome): TemplateResult {
  const { say, aimText } = home;
  return html`<section class="stack tight"><h4>${say("mfi.aim")}</h4>
    <p class="said">${aimText || say("no_aim")}</p>
    ${home.canEdit ? html`<div class="row"><button class="button ${aimText ? "" : "primary"}" @click=${() => home.go("aim", "f-aim-what")}>${say(aimText ? "change_aim" : "write_aim")}</button></div>` : nothing}
  </section>`;
}
