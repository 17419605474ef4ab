/* What is needed now and then (projects, versions, files) is in a second bundle, second.ts, loaded at its first use. */

import { html, type TemplateResult } from "lit/html.js";
import type { ProjectHome } from "./home";

type Draw = () => TemplateResult;
/** second.ts puts it there. */
export interface Loaded { qiProjectSecond?: (home: ProjectHome) => Draw }

const drawn = new WeakMap<ProjectHome, Draw>();
let failed = false;

/** Without a connection it says so, and tries again when the page is opened again. */
export function recordPage(home: ProjectHome): TemplateResult {
  const draw = drawn.get(home);
  if (!draw && !failed) load(home);
  return draw?.() ?? html`<p class="soft" role="status">${home.say(failed ? "more_failed" : "more_waits")}</p>`;
}

export function tryAgain(): void { failed = false; }

function load(home: ProjectHome): void {
  const script = document.createElement("script");
  script.src = home.args.second_url;
  script.onload = () => {
    drawn.set(home, (window as Loaded).qiProjectSecond!(home));
    home.requestUpdate();
  };
  script.onerror = () => { failed = true; home.requestUpdate(); };
  document.head.append(script);
}
