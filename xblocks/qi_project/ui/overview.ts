/* The first page: the next small step, then the project under the three questions of the Model for Improvement. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { charterCard, measuresCard, openLink, peopleCard, toolCard } from "./cards";
import type { PageName, ProjectHome } from "./home";
import { timeline } from "./timeline";

type Facts = Readonly<Record<string, string | number>>;
export interface Line { readonly key: string; readonly facts: Facts }
export interface Moment { readonly tool: string; readonly on: string; readonly key: string; readonly facts: Facts }
/** Made by overview.py. `blocks`: where in this course a tool opens, and how many blocks of it there are. */
export interface Overview {
  readonly artefacts: Readonly<Record<string, { readonly lines: readonly Line[] } | undefined>>;
  readonly timeline: readonly Moment[];
  readonly blocks: Readonly<Record<string, { readonly address: string; readonly blocks: number } | undefined>>;
}
interface Step { readonly name: string; readonly page: string; readonly tool: string; readonly facts: Facts }

export function overviewPage(home: ProjectHome): TemplateResult {
  const { say } = home;
  const isNew = !home.store.revision && !home.overview.timeline.length;
  return html`${isNew ? html`<p>${say("welcome")}</p>` : nothing}${nextStep(home)}
    <section class="stack"><h4>${say("mfi.aim")}</h4>${aimCard(home)}<div class="two">${charterCard(home)}${peopleCard(home)}</div></section>
    <section class="stack"><h4>${say("mfi.measures")}</h4>${measuresCard(home)}</section>
    <section class="stack"><h4>${say("mfi.changes")}</h4><div class="two">${toolCard(home, "diagram")}${toolCard(home, "pdsa")}</div></section>
    ${timeline(home)}`;
}

/** The first that can be taken here: a course need not have every tool. */
function nextStep(home: ProjectHome): TemplateResult | typeof nothing {
  const { say, overview } = home;
  const knowsCourse = Object.keys(overview.blocks).length > 0;
  const steps = (home.store.review.overview as { readonly steps: readonly Step[] } | null)?.steps ?? [];
  const step = steps.find(({ tool }) => !tool || !knowsCourse || overview.blocks[tool]);
  if (!step || !home.canEdit) return nothing;
  const page = step.page as PageName;
  return html`<section class="next stack tight" aria-labelledby="next"><h4 id="next" class="small soft">${say("next")}</h4>
    <p class="said">${say(`step.${step.name}`, step.facts)}</p>
    <div class="row">${page ? html`<button class="button primary" @click=${() => home.go(page, page === "aim" ? "f-aim-what" : `page-${page}`)}>${say(`go.${page}`)}${icon("next")}</button>`
      : openLink(home, step.tool, "button primary")}</div></section>`;
}

function aimCard(home: ProjectHome): TemplateResult {
  const { say, aimText } = home;
  return html`<div class="stack tight"><p class="said">${aimText || html`<span class="soft">${say("no_aim")}</span>`}</p>
    ${home.canEdit ? html`<div><button class="link" @click=${() => home.go("aim", "f-aim-what")}>${say(aimText ? "change_aim" : "write_aim")}</button></div>` : nothing}</div>`;
}
