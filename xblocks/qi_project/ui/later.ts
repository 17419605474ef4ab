/* What is needed now and then (projects, versions, files) is in a second bundle, second.ts, loaded at its first use. */

import { html, type TemplateResult } from "lit/html.js";
import { once } from "../../qi_core/ui/second_script";
import type { ProjectHome } from "./home";

type Draw = () => TemplateResult;
/** second.ts puts it there. */
export interface Loaded { qiProjectSecond?: (home: ProjectHome) => Draw }

const second = once(() => (window as Loaded).qiProjectSecond as (home: ProjectHome) => Draw);
const drawn = new WeakMap<ProjectHome, Draw>();
const waiting = new WeakSet<ProjectHome>();
let failed = false;

/** Without a connection it says so, and tries again when the page is opened again. */
export function recordPage(home: ProjectHome): TemplateResult {
  const draw = drawn.get(home);
  if (!draw && !failed && !waiting.has(home)) void load(home);
  return draw?.() ?? html`<p class="soft" role="status">${home.say(failed ? "more_failed" : "more_waits")}</p>`;
}

export function tryAgain(): void { failed = false; }

async function load(home: ProjectHome): Promise<void> {
  waiting.add(home);
  try {
    drawn.set(home, (await second(home.args.later_url))(home));
  } catch {
    failed = true;
  }
  waiting.delete(home);
  home.requestUpdate();
}
