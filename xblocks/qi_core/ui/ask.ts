/* "Ask about this": a question to others about one part of the work, begun in the course's social space. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { QiTool } from "./tool";

/** `about`: "aim", "diagram", or a kind with the id of the part, such as "cycle-ab12cd". What was typed is saved first. */
export function askLink(tool: QiTool<any>, about: string): TemplateResult | typeof nothing {
  const { ask_url } = tool.args;
  return ask_url ? html`<a class="button quiet small" href="${ask_url}#qi-ask-${about}" target="_blank" rel="noopener" @click=${() => tool.flush()}>${tool.say("ask_about_this")}</a>` : nothing;
}
