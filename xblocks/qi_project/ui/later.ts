/* What is needed now and then (projects, versions, files) is in a second bundle, second.ts, loaded at its first use. */

import { html, type TemplateResult } from "lit/html.js";
import { once } from "../../qi_core/ui/second_script";
import type { ProjectHome } from "./home";

/** `again`: the page is opened once more; in another window things may have changed. */
interface Second { readonly draw: () => TemplateResult; readonly again: () => void }
/** second.ts puts it there. */
export interface Loaded { qiProjectSecond?: (home: ProjectHome) => Second }

const second = once(() => (window as Loaded).qiProjectSecond as (home: ProjectHome) => Second);
const loaded = new WeakMap<ProjectHome, Second>();
const waiting = new WeakSet<ProjectHome>();
let failed = false;

/** Without a connection it says so, and tries again when the page is opened again. */
export function recordPage(home: ProjectHome): TemplateResult {
  const there = loaded.get(home);
  if (!there && !failed && !waiting.has(home)) void load(home);
  return there?.draw() ?? html`<p class="soft" role="status">${home.say(failed ? "more_failed" : "more_waits")}</p>`;
}

export function openAgain(home: ProjectHome): void {
  failed = false;
  loaded.get(home)?.again();
}

async function load(home: ProjectHome): Promise<void> {
  waiting.add(home);
  try {
    loaded.set(home, (await second(home.args.later_url))(home));
  } catch {
    failed = true;
  }
  waiting.delete(home);
  home.requestUpdate();
}
