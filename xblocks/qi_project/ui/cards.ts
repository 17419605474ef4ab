/* One card for each thing a project has: how it stands in words, and the way to it. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { PageName, ProjectHome } from "./home";
import type { Line } from "./overview";

const said = (text: string): boolean => text.trim() !== "";

function card(id: string, title: string, inside: unknown, way: unknown): TemplateResult {
  return html`<section class="panel card stack tight" id="card-${id}" tabindex="-1" aria-labelledby="card-${id}-title"><h5 id="card-${id}-title">${title}</h5>${inside}<div class="way">${way}</div></section>`;
}

function pageCard(home: ProjectHome, page: PageName, inside: unknown): TemplateResult {
  const { say } = home;
  return card(page, say(`page.${page}`), inside, html`<button class="link" @click=${() => home.go(page)}>${say(`go.${page}`)}</button>`);
}

export function charterCard(home: ProjectHome): TemplateResult {
  const { say, project: { charter } } = home;
  const team = charter.team.filter(({ role }) => said(role));
  const inside = said(charter.why) || team.length
    ? html`<p class="clamp">${charter.why}</p>${team.length ? html`<p class="small soft clamp">${say("team_of", { n: team.length })} ${team.map(({ role }) => role).join(", ")}</p>` : nothing}`
    : html`<p class="soft">${say("none.charter")}</p>`;
  return pageCard(home, "charter", inside);
}

export function peopleCard(home: ProjectHome): TemplateResult {
  const { say, project } = home;
  const names = project.stakeholders.map(({ name }) => name).filter(said);
  const planned = project.stakeholders.filter(({ involve }) => said(involve)).length;
  const inside = names.length
    ? html`<p class="clamp">${names.join(", ")}</p><p class="small soft">${say("people_of", { n: names.length, planned })}</p>`
    : html`<p class="soft">${say("none.people")}</p>`;
  return pageCard(home, "people", inside);
}

/** Where a tool opens in this course. */
export function openLink(home: ProjectHome, tool: string, look = "link"): TemplateResult | typeof nothing {
  const { say, overview } = home;
  const block = overview.blocks[tool];
  if (!block) return nothing;
  return html`<a class=${look} href=${block.address} target="_blank" rel="noopener">${say(`open.${tool}`)}</a>`;
}

function wayTo(home: ProjectHome, tool: string): TemplateResult {
  const { say, overview } = home;
  const n = overview.blocks[tool]?.blocks ?? 0;
  return html`${openLink(home, tool)} ${n === 1 ? nothing : html`<span class="small soft">${say(n ? "several" : "elsewhere", { n })}</span>`}`;
}

export function toolCard(home: ProjectHome, tool: "diagram" | "pdsa"): TemplateResult {
  const { say, overview } = home;
  const lines = overview.artefacts[tool]?.lines ?? [];
  const inside = lines.length
    ? html`<ul class="marks">${lines.map(({ key, facts }) => html`<li class="mark" data-key=${key}>${say(`line.${tool}.${key}`, facts)}</li>`)}</ul>`
    : html`<p class="soft">${say(`none.${tool}`)}</p>`;
  return card(tool, say(`tool.${tool}`), inside, wayTo(home, tool));
}

export function measuresCard(home: ProjectHome): TemplateResult {
  const { say, overview } = home;
  const lines = overview.artefacts["measures"]?.lines ?? [];
  const inside = lines.length
    ? html`<ul class="stack tight">${lines.map((line) => measureLine(home, line))}</ul>`
    : html`<p class="soft">${say("none.measures")}</p>`;
  return card("measures", say("tool.measures"), inside, wayTo(home, "measures"));
}

function measureLine(home: ProjectHome, { key, facts }: Line): TemplateResult {
  const { say } = home;
  const { name, kind, meaning } = facts;
  return html`<li class="measure" data-meaning=${meaning ?? "none"}>${icon(meaning === "improvement" ? "tick" : meaning ? "warn" : "circle")}<p class="grow">
    ${name === undefined ? nothing : html`<strong>${name || say("unnamed")}</strong> ${kind ? html`<span class="small soft">${say(`kind.${kind}`)}</span>` : nothing}<br />`}
    ${say(`line.measures.${key}`, wordsOf(home, facts))}</p></li>`;
}

/** Facts as a sentence wants them: the meaning in words, days as the reader writes them. */
export function wordsOf(home: ProjectHome, facts: Line["facts"]): Line["facts"] {
  const { say } = home;
  const { name, title, meaning, from } = facts;
  return {
    ...facts,
    name: name || say("unnamed"),
    title: title || say("untitled"),
    ...(meaning ? { meaning: say(`meaning.${meaning}`) } : {}),
    ...(from ? { from: home.dateText(String(from)) } : {}),
  };
}
