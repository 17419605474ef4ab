/* The aim as a page of the home: measures and changes have tools of their own, which it leads to. */

import { html, type TemplateResult } from "lit/html.js";
import { askLink } from "../../qi_core/ui/ask";
import { aimBuilder } from "./aim";
import { openLink } from "./cards";
import type { ProjectHome } from "./home";

export function aimPage(home: ProjectHome): TemplateResult {
  const { say } = home;
  return aimBuilder(home.form, home.aimText, {
    measures: html`<p class="soft">${say("from_measures")}</p>${openLink(home, "measures")}`,
    changes: html`<p class="soft">${say("from_diagram")}</p>${openLink(home, "diagram")}
      <div class="row"><button class="button primary" @click=${() => home.go("overview")}>${say("to_overview")}</button>${askLink(home, "aim")}</div>`,
  });
}
