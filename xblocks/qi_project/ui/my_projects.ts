/* What the pages of the second bundle know: the list of projects, the history, and what is being asked just now. */

import { problemText } from "../../qi_core/ui/fields";
import type { Reply } from "../../qi_core/ui/post";
import type { Say } from "../../qi_core/ui/words";
import type { ProjectHome } from "./home";
import { isTyping } from "./typing";

export interface Line {
  readonly id: string; readonly title: string; readonly created: string; readonly saved_at: string | null;
  readonly is_open: boolean; readonly is_archived: boolean; readonly is_chosen: boolean;
}
export interface List { readonly here: string; readonly projects: readonly Line[] }
export interface State { readonly revision: number; readonly saved_at: string | null }
export interface Artefact { readonly tool: string; readonly name: string; readonly states: readonly State[] }
export interface Told { readonly kind: string; readonly where: string; readonly was: string; readonly now: string }
export interface Group { readonly rows: string; readonly fields: readonly { readonly label: string; readonly text: string }[] }
export interface Version { readonly changes: readonly Told[]; readonly outline: readonly Group[]; readonly is_first: boolean }
/** What was asked for and waits for a word or a yes. */
export interface Asked { readonly act: "start" | "rename" | "delete" | "restore"; readonly id: string }

/** What can be done without the page opening anew, and what takes away all that was typed anyhow. */
const STAYS: ReadonlySet<string> = new Set(["rename", "archive", "restore", "delete"]);

export class MyProjects {
  list: List | null = null;
  artefacts: readonly Artefact[] | null = null;
  tool = "";
  /** The state that is looked at, and what is known of it. */
  revision = 0;
  version: Version | null = null;
  whole = false;
  all = false;
  asked: Asked | null = null;
  typed = "";
  message = "";
  failure = "";
  /** The form that the failure belongs to; null: none. */
  failedIn: Asked | null = null;
  /** Why a file was refused, each with its place. */
  refused: readonly string[] = [];
  #last: Promise<unknown> = Promise.resolve();
  readonly #underWay = new Set<string>();

  constructor(readonly home: ProjectHome) {}

  get say(): Say { return this.home.say; }

  time(iso: string | null): string {
    const { say, args } = this.home;
    return iso ? new Date(iso).toLocaleString(args.locale, { dateStyle: "medium", timeStyle: "short" }) : say("record.never_saved");
  }

  day(iso: string): string { return new Date(iso).toLocaleDateString(this.home.args.locale, { dateStyle: "medium" }); }

  titleOf(line: Pick<Line, "title" | "created">): string {
    return line.title || this.home.say("record.untitled", { date: this.day(line.created) });
  }

  ask(asked: Asked | null, focus: string, typed = ""): void {
    Object.assign(this, { asked, typed, message: "", failure: "" });
    this.home.focusAfter(focus);
  }

  async look(): Promise<void> {
    const reply = await this.home.post<List>("projects", {});
    if (reply.kind !== "ok") return void this.fail(reply);
    if (!this.list) this.failure = "";
    this.#take(reply.body);
    this.home.requestUpdate();
  }

  /** The page is opened, perhaps not for the first time: what it knew may be old. What was being typed is kept. */
  again(): void {
    Object.assign(this, { artefacts: null, revision: 0, version: null, all: false });
    void this.look();
  }

  /** Each stays where it stands until the page is opened anew: nothing moves from under a finger. */
  #take(list: List): void {
    const before = this.list?.projects.map(({ id }) => id) ?? [];
    const place = ({ id }: Line) => before.includes(id) ? before.indexOf(id) : before.length;
    this.list = { ...list, projects: [...list.projects].sort((a, b) => place(a) - place(b)) };
  }

  /** Whether all that was typed in the page is saved by now. If not it says so: what was asked for would lose it. */
  async isSaved(form: Asked | null = null): Promise<boolean> {
    await this.settle();
    if (!this.home.stores.some(({ dirty }) => dirty)) return true;
    return this.#failed(this.say("record.unsaved"), form);
  }

  /** A save that was under way holds what was typed before it: what came after is sent as well. */
  async settle(): Promise<void> {
    await Promise.all(this.home.stores.map(async (store) => {
      await store.settled();
      if (store.status === "waiting") await store.settled();
    }));
  }

  /** One after the other; what was asked for twice, as by a double click, is done once. */
  async inTurn(what: string, run: () => Promise<boolean>): Promise<boolean> {
    if (this.#underWay.has(what)) return false;
    this.#underWay.add(what);
    const mine = this.#last.then(run);
    this.#last = mine;
    const isDone = await mine;
    this.#underWay.delete(what);
    return isDone;
  }

  /** Everything typed in the page first, so that it is in the project it was typed for; then the change. */
  change(act: string, project = "", more: object = {}): Promise<boolean> {
    const { asked } = this;
    const form = asked?.act === act && asked.id === project ? asked : null;
    return this.inTurn(JSON.stringify([act, project, more]), async () => {
      if (!STAYS.has(act) && !(await this.isSaved(form))) return false;
      const post = () => this.home.post<List>("change_projects", { act, project, ...more, who: this.home.args.who });
      const reply = await (act === "delete" ? this.home.store.alone(post) : post());
      if (reply.kind !== "ok") return this.fail(reply, form);
      if (this.asked === form) this.asked = null;
      await this.#changed(reply.body, act === "delete" ? project : "");
      return true;
    });
  }

  async #changed(list: List, deleted: string): Promise<void> {
    const { home } = this;
    this.failure = "";
    this.#take(list);
    if (list.here !== home.project_id) await this.#leave(deleted !== "" && deleted === home.project_id);
    home.requestUpdate();
  }

  /** What was typed meanwhile goes where it was typed, but not into a project that has just been deleted. */
  async #leave(isDeleted: boolean): Promise<void> {
    const { store } = this.home;
    if (isDeleted) store.restart({ ...store.review, revision: store.revision, document: store.document });
    else await this.settle();
    location.reload();
  }

  fail(reply: Reply<unknown>, form: Asked | null = null): false {
    const { say } = this.home;
    const told = reply.kind === "problems" ? Object.values(reply.problems).map((problem) => problemText(say, problem)).join(" ") : "";
    const reason = reply.kind === "refused" && say(`refused.${reply.reason}`);
    return this.#failed(told || (reason && !reason.startsWith("refused.") ? reason : say("record.failed")), form);
  }

  #failed(failure: string, failedIn: Asked | null): false {
    Object.assign(this, { failure, failedIn, message: "" });
    this.land("record-failure");
    return false;
  }

  done(message: string, focus: string): void {
    Object.assign(this, { message, failure: "" });
    this.land(focus);
  }

  /** After an answer, which may be late: whoever types somewhere by then, in this block or beside it, is left alone. */
  land(id: string): void {
    this.home.requestUpdate();
    queueMicrotask(() => { if (!isTyping()) this.home.focusAfter(id); });
  }
}
