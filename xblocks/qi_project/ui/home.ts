/* <qi-project>: the project document and which page of it is open. Each page is a function in a file of its own. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Difference } from "../../qi_core/ui/conflict";
import { idOf, type Form } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import { setIn } from "../../qi_core/ui/paths";
import type { Problems } from "../../qi_core/ui/post";
import { nhsNumbersIn } from "../../qi_core/ui/privacy";
import { QiTool, type InitArgs } from "../../qi_core/ui/tool";
import { aimPage } from "./aim_page";
import { charterPage } from "./charter";
import { Cover } from "./cover";
import type { Project } from "./document";
import css from "./home.css";
import { differencesOfHomes } from "./home_differences";
import { openAgain, recordPage } from "./later";
import { mergedProjects } from "./merging";
import { overviewPage, type Overview } from "./overview";
import { peoplePage } from "./people";
import { sentenceOf } from "./sentence";
import type { Group, Starter } from "./starters";

/** What stands in the navigation, in this order. A new page: its name here, its function in PAGES, its word "page.<name>". */
export const PAGE_NAMES = ["overview", "aim", "charter", "people", "record"] as const;
export type PageName = (typeof PAGE_NAMES)[number];
const PAGES: Readonly<Record<PageName, (home: ProjectHome) => TemplateResult>> =
  { overview: overviewPage, aim: aimPage, charter: charterPage, people: peoplePage, record: recordPage };

/** A click into the iframe is a return as well. */
const AGAIN_MS = 2_000;

export interface HomeArgs extends InitArgs<Project> {
  readonly overview: Overview;
  readonly ready_made: { readonly charters: readonly Starter[]; readonly stakeholders: readonly Starter[] };
  readonly starter: string;
  readonly hide_after: number;
  readonly later_url: string;
}

export class ProjectHome extends QiTool<Project, HomeArgs> {
  protected override readonly css = css;
  page: PageName = "overview";
  overview!: Overview;
  /** The stakeholder that is open, by id. */
  opened = "";
  /** What a starter, or its absence, has to tell; and the people to think of that one brought. */
  told = "";
  groups: readonly Group[] = [];
  showsAll = false;
  /** Whether the ready-made charters stood open when the page did: typing must not move what is typed into. */
  offersCharter = false;
  #looked = Date.now();
  readonly #cover = new Cover(this);

  get project(): Project { return this.store.document; }
  get aimText(): string { return sentenceOf(this.say, this.args.locale, this.project.aim); }

  override open(args: HomeArgs, urlOf: (handler: string, suffix?: string) => string): void {
    super.open(args, urlOf);
    this.overview = args.overview;
    this.offersCharter = args.starter !== "" && !this.project.charter.why;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#cover.connect();
    window.addEventListener("focus", this.#onReturn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cover.disconnect();
    window.removeEventListener("focus", this.#onReturn);
  }

  /** Back from another tool's window: how things stand now. */
  readonly #onReturn = (): void => {
    if (this.args.can_save && Date.now() - this.#looked > AGAIN_MS) void this.#lookAround();
  };

  async #lookAround(): Promise<void> {
    this.#looked = Date.now();
    const { revision } = this.store;
    const reply = await this.post<Overview & { readonly own: object }>("look_around", { who: this.args.who });
    if (reply.kind !== "ok") return;
    this.overview = { ...this.overview, ...reply.body };
    // What was judged before a save that has come back since is older than what that save told.
    if (revision === this.store.revision) this.store.review = { ...this.store.review, ...reply.body.own };
    this.requestUpdate();
  }

  /** After a version was restored or the project deleted. */
  override setWork(next: QiTool<Project>["work"]): void {
    super.setWork(next);
    if (next.message) void this.#lookAround();
  }

  /** The whole document's form: paths are the server's. */
  get form(): Form {
    return this.formAt("", (path, value) => this.store.edit(setIn(this.project, path, value), typeof value === "string" ? path : ""));
  }

  dateText(on: string): string {
    return new Date(`${on}T12:00`).toLocaleDateString(this.args.locale, { dateStyle: "medium" });
  }

  go(page: PageName, focus = `page-${page}`): void {
    [this.page, this.told] = [page, ""];
    if (page === "record") openAgain(this);
    this.flush();
    this.focusAfter(focus);
  }

  protected override renderWork(): TemplateResult {
    const { say } = this;
    return html`<div class="stack wide">
      <div class="row bar"><nav class="grow" aria-label=${say("pages")}><ol class="views">${PAGE_NAMES.map((page) => html`<li><button class="view" id="page-${page}"
        aria-current=${this.page === page ? "page" : nothing} @click=${() => this.go(page)}>${say(`page.${page}`)}</button></li>`)}</ol></nav>
        ${this.args.can_save ? html`<button class="button quiet small" id="hide" @click=${() => this.#cover.hide()}>${icon("lock")}${say("hide")}</button>` : nothing}</div>
      ${PAGES[this.page](this)}
      <p class="unseen" role="status">${this.told}</p>
    </div>`;
  }

  protected override screen(document: Project): Problems { return nhsNumbersIn(document); }
  protected override merged(base: Project, mine: Project, theirs: Project): Project | null { return mergedProjects(base, mine, theirs); }
  protected override differences(mine: Project, theirs: Project): readonly Difference[] { return differencesOfHomes(this.say, mine, theirs); }

  protected override confirmSafe(marks: readonly string[]): void {
    this.store.edit({ ...this.project, confirmed: [...this.project.confirmed, ...marks] });
    this.store.flush();
  }

  override describeCounts(counts: Readonly<Record<string, number>>): string {
    return this.say("counts", { aim_parts: 0, charter_parts: 0, stakeholders: 0, ...counts });
  }

  protected override reveal(path: string): void {
    const [head = ""] = path.split(/[.[]/);
    if (head === "stakeholders") {
      this.opened = this.project.stakeholders[Number(/\d+/.exec(path)?.[0] ?? -1)]?.id ?? "";
      return this.go("people", this.opened ? idOf(path) : "add-person");
    }
    if (head === "aim" || head === "charter") return this.go(head, path === "charter.team" ? "add-member" : idOf(path));
    this.go("overview", `card-${head}`);
  }
}
