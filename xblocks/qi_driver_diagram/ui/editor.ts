/* <qi-driver-diagram>: the aim and the diagram, which view of them is open, and the edits with what they say. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import type { Difference } from "../../qi_core/ui/conflict";
import { idOf, type Form } from "../../qi_core/ui/fields";
import { newId } from "../../qi_core/ui/ids";
import { setIn } from "../../qi_core/ui/paths";
import type { Problems } from "../../qi_core/ui/post";
import { nhsNumbersIn } from "../../qi_core/ui/privacy";
import { Store, type Loaded } from "../../qi_core/ui/store";
import { QiTool, type InitArgs } from "../../qi_core/ui/tool";
import type { Project } from "../../qi_project/ui/document";
import { mergedProjects } from "../../qi_project/ui/merging";
import { sentenceOf } from "../../qi_project/ui/sentence";
import { aimPage, aimSentence } from "./aim";
import css from "./diagram.css";
import { differencesOf } from "./differences";
import { NODES_MAX, emptyNode, levelsOf, outline, type Diagram, type Level, type Node, type Row } from "./document";
import { addNode, isRefused, tidy, type Result } from "./edits";
import { exampleOf, examplePage, loadExample, type Example, type StarterDiagram } from "./example";
import { emptyPage, type Starter } from "./home";
import type { Later } from "./later";
import { listPage } from "./list";
import { pickPage } from "./pick";
import { picturePage } from "./picture_page";
import { stickyPage } from "./sticky";

export const VIEWS = ["aim", "list", "sticky", "picture", "pick"] as const;
export type View = (typeof VIEWS)[number];
export interface Cycle { readonly number: number; readonly title: string; readonly idea: string; readonly has_started: boolean; readonly decision: string | null }
export interface MeasureName { readonly id: string; readonly name: string; readonly kind: string | null; readonly driver: string | null }
export interface DiagramArgs extends InitArgs<Diagram> {
  readonly companions: { readonly project: Loaded<Project> };
  readonly settings: { readonly tertiary: boolean };
  readonly cycles: readonly Cycle[];
  readonly measures: readonly MeasureName[];
  readonly later_url: string;
  readonly starter: string;
  readonly starters: readonly Starter[];
  readonly example: { readonly kind: "no" | "starter" | "outline"; readonly starter: string; readonly outline: string };
}
interface Overview { readonly status: Readonly<Record<string, string>>; readonly unmeasured: readonly string[] }

export class DriverDiagram extends QiTool<Diagram, DiagramArgs> {
  protected override readonly css = css;
  project!: Store<Project>;
  view: View = "list";
  /** The row being worked on, and whether Tab changes its level: only once something was typed or clicked in the list. */
  current = "";
  isTyping = false;
  detailed = false;
  deleting = false;
  inserting: "paste" | "starters" | null = null;
  pasted = "";
  newIdea = "";
  cycles: readonly Cycle[] = [];
  /** The cycle that was begun last, and where to go on with it. */
  begun: { readonly idea: string; readonly text: string; readonly planner: string | null } | null = null;
  dismissals = 0;
  /** The box of the picture whose chain is in ink. */
  chosen = "";
  width = 700;
  /** The picture, once it has been loaded; or that it could not be. */
  drawing: Later["drawing"] | null = null;
  isUndrawn = false;
  #own: object | undefined;
  readonly #clean = new WeakSet<Node>();
  readonly #sizes = new ResizeObserver(([entry]) => {
    const width = Math.max(240, Math.floor((entry?.contentRect.width ?? 750) - 50));
    if (Math.abs(width - this.width) > 4) {
      this.width = width;
      this.requestUpdate();
    }
  });
  /** What the last edit has to tell: why it was not done, or what went with it. */
  told = "";

  /** What is shown to read instead of the learner's own; nothing of it can be changed. */
  example: Example | null = null;
  /** The starter that was put in last: how its aim begins stands beside the aim's form, the rest under the list. */
  brought: StarterDiagram | null = null;

  get diagram(): Diagram { return this.example?.diagram ?? this.store.document; }
  get aimText(): string { return this.example ? this.example.aim : sentenceOf(this.say, this.args.locale, this.project.document.aim); }
  get levels(): readonly Level[] { return levelsOf(this.store.document, this.args.settings.tertiary); }
  get rows(): readonly Row[] { return outline(this.diagram); }
  get overview(): Overview { return (this.store.review.overview as Overview | null) ?? { status: {}, unmeasured: [] }; }

  override open(args: DiagramArgs, urlOf: (handler: string, suffix?: string) => string): void {
    super.open(args, urlOf);
    this.project = new Store<Project>({
      loaded: args.companions.project, canSave: args.can_save, who: args.who,
      post: (handler, payload, leaving) => this.post(handler, { ...(payload as object), tool: "project" }, leaving),
      changed: () => this.#heard(),
      screen: nhsNumbersIn, merge: mergedProjects,
    });
    this.stores = [this.store, this.project];
    this.cycles = args.cycles;
    this.example = exampleOf(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    void loadExample(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
  }

  /** The aim was saved: what the diagram still needs may have changed with it. */
  #heard(): void {
    const { own } = this.project.review as { own?: object };
    // Once: the diagram's own answers come later than this one.
    if (own && own !== this.#own) this.store.review = { ...this.store.review, ...own };
    this.#own = own;
    this.requestUpdate();
  }

  go(view: View, focus = `view-${view}`): void {
    [this.view, this.told, this.deleting, this.inserting, this.isTyping, this.isUndrawn] = [view, "", false, null, false, false];
    this.flush();
    this.focusAfter(focus);
  }

  /** The result of an edit into the store, or its refusal into words. True when it was done. */
  edit(edited: Result, burst = ""): boolean {
    const result = burst ? edited : tidy(edited);
    this.told = isRefused(result) ? this.say(`refused.${result}`, { max: NODES_MAX }) : "";
    if (isRefused(result)) this.requestUpdate();
    else this.#put(result, burst);
    return !isRefused(result);
  }

  #put(next: Diagram, burst: string): void {
    const dropped = this.diagram.links.length - next.links.length;
    if (dropped > 0 && next.nodes.length === this.diagram.nodes.length && !burst) this.told = this.say("links_dropped", { n: dropped });
    this.store.edit(next, burst);
  }

  pathOf(id: string, field = "text"): string {
    return `nodes[${this.diagram.nodes.findIndex((node) => node.id === id)}].${field}`;
  }

  focusNode(id: string): void { this.focusAfter(idOf(`${id}.text`)); }

  begin(level: Level = "primary"): void {
    const id = newId();
    this.view = "list";
    if (this.edit(addNode(this.diagram, emptyNode(id, level), null, null))) this.focusNode(id);
  }

  /** The whole document's form: paths are the server's. */
  get form(): Form {
    return this.formAt("", (path, value) => this.store.edit(setIn(this.diagram, path, value), typeof value === "string" ? path : ""));
  }

  /** The form of the lines, whose paths begin with a node's id: a line keeps its element when others come and go. */
  get lineForm(): Form {
    const { form, diagram } = this;
    const place = new Map(diagram.nodes.map(({ id }, index) => [id, index]));
    const real = (path: string) => `nodes[${place.get(path.split(".")[0]!)}].text`;
    return {
      ...form,
      value: (path) => form.value(real(path)), problem: (path) => form.problem(real(path)),
      checks: (path) => form.checks(real(path)), warnings: (path) => form.warnings(real(path)),
      dismiss: (check) => { this.dismissals++; form.dismiss(check); this.focusNode(this.current); },
      markSafe: (warnings) => { form.markSafe(warnings); this.focusNode(this.current); },
    };
  }

  formOf(node: Node): Form {
    const base = this.pathOf(node.id, "");
    return this.formAt(base, (path, value) => this.store.edit(setIn(this.diagram, base + path, value), typeof value === "string" ? base + path : ""));
  }

  get aimForm(): Form {
    const { project } = this;
    return this.formAt("", (path, value) => project.edit(setIn(project.document, path, value), typeof value === "string" ? path : ""), project);
  }

  protected override renderWork(): TemplateResult {
    if (this.example) return examplePage(this);
    const isEmpty = !this.diagram.nodes.length && this.view !== "aim" && this.view !== "sticky";
    const views = { aim: aimPage, list: listPage, sticky: stickyPage, picture: picturePage, pick: pickPage };
    return html`<div class="stack">
      <nav aria-label=${this.say("views")}><ol class="views">${VIEWS.map((view) => html`<li><button class="view" id="view-${view}"
        aria-current=${this.view === view ? "page" : nothing} @click=${() => this.go(view)}>${this.say(`view.${view}`)}</button></li>`)}</ol></nav>
      ${this.view === "aim" || (this.view === "picture" && !isEmpty) ? nothing : aimSentence(this)}
      ${isEmpty ? emptyPage(this) : views[this.view](this)}
    </div>`;
  }

  /** A node that was looked at once is the same object until it changes. */
  protected override screen({ nodes }: Diagram): Problems {
    const found = {};
    nodes.forEach((node, index) => {
      if (this.#clean.has(node)) return;
      const problems = nhsNumbersIn(node, `.nodes.${index}`);
      if (Object.keys(problems).length) Object.assign(found, problems);
      else this.#clean.add(node);
    });
    return found;
  }
  protected override differences(mine: Diagram, theirs: Diagram): readonly Difference[] { return differencesOf(this.say, mine, theirs); }

  protected override confirmSafe(marks: readonly string[]): void {
    const store: Store<any> = this.view === "aim" ? this.project : this.store;
    store.edit({ ...store.document, confirmed: [...store.document.confirmed, ...marks] });
    store.flush();
  }

  override describeCounts(counts: Readonly<Record<string, number>>): string {
    return this.say("counts", { drivers: (counts["primary"] ?? 0) + (counts["secondary"] ?? 0), ideas: counts["ideas"] ?? 0 });
  }

  /** After the project was deleted, the aim's store begins anew as well, unless a new aim is being written by then. */
  override setWork(next: QiTool<Diagram>["work"]): void {
    super.setWork(next);
    if (next.message !== this.say("work.deleted")) return;
    const { project, project: { document } } = this;
    void project.alone(() => this.post<Loaded<Project>>("load", { tool: "project" })).then((reply) => { if (reply.kind === "ok" && project.document === document) project.restart(reply.body); });
  }

  protected override reveal(path: string): void {
    if (path.startsWith("aim")) return this.go("aim", idOf(path));
    const [, index, field = "text"] = /^nodes\[(\d+)\]\.(\w+)/.exec(path) ?? [];
    const node = this.diagram.nodes[Number(index ?? -1)];
    if (!node) return this.diagram.nodes.length ? this.go("list", "add-node") : this.go("list", "begin");
    [this.current, this.detailed] = [node.id, this.detailed || field !== "text"];
    this.go("list", idOf(field === "text" ? `${node.id}.text` : field));
  }
}
