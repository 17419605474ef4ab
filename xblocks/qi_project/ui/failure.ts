/* What did not work, told where it was asked for: in the open form, or else at the head of the page. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { Asked, MyProjects } from "./my_projects";

export function failureNote({ failure, failedIn, asked }: MyProjects, here: Asked | null): TemplateResult | typeof nothing {
  const place = failedIn === asked ? failedIn : null;
  if (!failure || place !== here) return nothing;
  return html`<div class="note stop" id="record-failure" role="alert" tabindex="-1">${icon("warn")}<p>${failure}</p></div>`;
}
