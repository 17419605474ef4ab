/* <qi-project>: the project document and which page of it is open. Each page is a function in a file of its own. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Difference } from "../../qi_core/ui/conflict";
import { idOf, type Form } from "../../qi_core/ui/fields";
import { setIn } from "../../qi_core/ui/paths";
import type { Problems } from "../../qi_core/ui/post";
import { nhsNumbersIn } from "../../qi_core/ui/privacy";
import { QiTool, type InitArgs } from "../../qi_core/ui/tool";
import { aimPage } from "./aim_page";
import { differencesOfProjects } from "./differences";
import type { Project } from "./document";
import css from "./home.css";
import { overviewPage } from "./overview";
import { sentenceOf } from "./sentence";

/** What stands in the navigation, in this order. A new page: its name here, its function in PAGES, its word "page.<name>". */
export const PAGE_NAMES = ["overview", "aim"] as const;
export type PageName = (typeof PAGE_NAMES)[number];
const PAGES: Readonly<Record<PageName, (home: ProjectHome) => TemplateResult>> = { overview: overviewPage, aim: aimPage };

export type HomeArgs = InitArgs<Project>;

export class ProjectHome extends QiTool<Project, HomeArgs> {
  protected override readonly css = css;
  page: PageName = "overview";

  get project(): Project { return this.store.document; }
  get aimText(): string { return sentenceOf(this.say, this.args.locale, this.project.aim); }

  /** The whole document's form: paths are the server's. */
  get form(): Form {
    return this.formAt("", (path, value) => this.store.edit(setIn(this.project, path, value), typeof value === "string" ? path : ""));
  }

  go(page: PageName, focus = `page-${page}`): void {
    this.page = page;
    this.flush();
    this.focusAfter(focus);
  }

  protected override renderWork(): TemplateResult {
    return html`<div class="stack wide">
      <nav aria-label=${this.say("pages")}><ol class="views">${PAGE_NAMES.map((page) => html`<li><button class="view" id="page-${page}"
        aria-current=${this.page === page ? "page" : nothing} @click=${() => this.go(page)}>${this.say(`page.${page}`)}</button></li>`)}</ol></nav>
      ${PAGES[this.page](this)}
    </div>`;
  }

  protected override screen(document: Project): Problems { return nhsNumbersIn(document); }
  protected override differences(mine: Project, theirs: Project): readonly Difference[] { return differencesOfProjects(this.say, mine, theirs); }

  protected override confirmSafe(marks: readonly string[]): void {
    this.store.edit({ ...this.project, confirmed: [...this.project.confirmed, ...marks] });
    this.store.flush();
  }

  override describeCounts(counts: Readonly<Record<string, number>>): string {
    return this.say("counts", { aim_parts: counts["aim_parts"] ?? 0 });
  }

  protected override reveal(path: string): void {
    this.go("aim", idOf(path));
  }
}
