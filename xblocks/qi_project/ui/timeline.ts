/* What happened so far, newest first, dated and in words. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon, type Icon } from "../../qi_core/ui/icons";
import { openLink, wordsOf } from "./cards";
import type { ProjectHome } from "./home";
import type { Moment } from "./overview";

const SHOWN_FIRST = 6;
const SIGNS: Readonly<Record<string, Icon>> = { started: "half", adopt: "adopt", adapt: "adapt", expand: "expand", abandon: "abandon" };

export function timeline(home: ProjectHome): TemplateResult | typeof nothing {
  const { say, overview: { timeline: all } } = home;
  if (!all.length) return nothing;
  const shown = home.showsAll ? all : all.slice(0, SHOWN_FIRST);
  const more = () => {
    home.showsAll = true;
    home.focusAfter(`moment-${SHOWN_FIRST}`);
  };
  return html`<section class="stack"><h4>${say("timeline")}</h4>
    <ol class="moments">${shown.map((one, place) => moment(home, one, place))}</ol>
    ${shown.length < all.length ? html`<div class="row"><button class="button" @click=${more}>${say("show_all", { n: all.length })}</button></div>` : nothing}
    ${openLink(home, "talk")}</section>`;
}

function moment(home: ProjectHome, { tool, key, on, facts }: Moment, place: number): TemplateResult {
  const sign = SIGNS[key] ?? (key.startsWith("signal") ? (facts["meaning"] === "improvement" ? "tick" : "warn") : "circle");
  return html`<li class="moment" id="moment-${place}" tabindex="-1" data-meaning=${facts["meaning"] ?? "none"}><time class="small soft" datetime=${on}>${home.dateText(on)}</time>
    ${icon(sign)}<span class="grow">${home.say(`moment.${tool}.${key}`, wordsOf(home, facts))}</span></li>`;
}
