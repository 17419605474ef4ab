/* "My projects" with answers that come late: nothing typed is lost, and nothing goes where it was not meant for. */

import { nothing } from "lit/html.js";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Store, type Loaded } from "../../xblocks/qi_core/ui/store.ts";
import type { Post, Reply } from "../../xblocks/qi_core/ui/post.ts";
import { sayFrom } from "../../xblocks/qi_core/ui/words.ts";
import type { Project } from "../../xblocks/qi_project/ui/document.ts";
import type { ProjectHome } from "../../xblocks/qi_project/ui/home.ts";
import { failureNote } from "../../xblocks/qi_project/ui/failure.ts";
import { bring } from "../../xblocks/qi_project/ui/files.ts";
import { mergedProjects } from "../../xblocks/qi_project/ui/merging.ts";
import { MyProjects } from "../../xblocks/qi_project/ui/my_projects.ts";
import { open, restore } from "../../xblocks/qi_project/ui/versions.ts";
import stored from "../contracts/project_schema_2.json";

const base = stored.full as Project;
const aimed = (what: string, from: Project = base): Project => ({ ...from, aim: { ...from.aim, what } });
const chartered = (why: string, from: Project = base): Project => ({ ...from, charter: { ...from.charter, why } });
const review = { checks: [], warnings: [], todo: [], progress: 0, saved_at: null, overview: null };
const loaded = (revision: number, document: Project): Loaded<Project> => ({ ...review, revision, document });
const settled = async () => { for (let i = 0; i < 30; i++) await Promise.resolve(); };

/** A home whose server answers when the test says so. */
function opened() {
  const waiting: { name: string; body: Record<string, unknown>; answer: (reply: unknown) => void }[] = [];
  const post = ((name: string, body: Record<string, unknown>) =>
    new Promise((answer) => waiting.push({ name, body, answer: answer as () => void }))) as unknown as Post;
  const clock = { now: () => 0, later: () => () => undefined };
  const store = new Store<Project>({
    loaded: loaded(6, base), post, canSave: true, who: "", changed: () => undefined, clock, merge: mergedProjects,
    screen: ({ aim }): Readonly<Record<string, { code: string }>> => (aim.what.includes("NHS") ? { "aim.what": { code: "nhs_number" } } : {}),
  });
  const landed: string[] = [];
  const home = {
    store, stores: [store], post, say: sayFrom({ "refused.stale": "Changed elsewhere" }), project_id: "1", args: { who: "amara", locale: "en" },
    requestUpdate: () => undefined, flush: () => store.flush(), focusAfter: (id: string) => landed.push(id),
  };
  const record = new MyProjects(home as unknown as ProjectHome);
  Object.assign(record, { tool: "project", artefacts: [{ tool: "project", name: "", states: [] }] });
  /** What the server is asked, and how it answers. */
  const asked = async (name: string, body: unknown, kind: Reply<unknown>["kind"] = "ok", more: object = {}) => {
    await settled();
    expect(waiting.map((one) => one.name)).toContain(name);
    const [one] = waiting.splice(waiting.findIndex((each) => each.name === name), 1) as typeof waiting;
    if (!one) throw new Error(name);
    one.answer({ kind, body, ...more });
    await settled();
    return one.body;
  };
  const nothingAsked = async () => {
    await settled();
    return waiting.map(({ name }) => name);
  };
  return { store, record, asked, nothingAsked, landed };
}

const list = (here = "1", ...ids: string[]) => ({ here, projects: ids.map((id) => ({ id })) });
const told = (record: MyProjects) => ({ form: failureNote(record, record.asked) !== nothing, head: failureNote(record, null) !== nothing });
const reload = vi.fn();
beforeEach(() => {
  reload.mockClear();
  vi.stubGlobal("location", { reload });
  vi.stubGlobal("document", { activeElement: null });
});

describe("going back to an earlier version", () => {
  it("is not done while something typed cannot be saved, and says so", async () => {
    const { store, record, nothingAsked } = opened();
    store.edit(aimed("NHS number"));
    await restore(record, 3);
    expect([await nothingAsked(), record.failure, store.document]).toEqual([[], "record.unsaved", aimed("NHS number")]);
  });

  it("sends first what was typed after the save under way began", async () => {
    const { store, record, asked } = opened();
    store.edit(aimed("one"));
    store.flush();
    store.edit(aimed("two"));
    void restore(record, 3);
    expect((await asked("save_work", { ...review, revision: 7 }))["document"]).toEqual(aimed("one"));
    expect((await asked("save_work", { ...review, revision: 8 }))["document"]).toEqual(aimed("two"));
    expect(await asked("restore_version", { revision: 9 })).toEqual({ tool: "project", revision: 3, seen: 8, who: "amara" });
    await asked("load", loaded(9, aimed("before")));
    await asked("history", { artefacts: [] });
    expect([store.document, store.revision, record.message]).toEqual([aimed("before"), 9, "work.restored"]);
  });

  it("keeps what is typed while it is under way, together with the version that came back", async () => {
    const { store, record, asked } = opened();
    void restore(record, 3);
    await asked("restore_version", { revision: 7 });
    store.edit(chartered("typed meanwhile"));
    await asked("load", loaded(7, aimed("before")));
    expect(store.document).toEqual(chartered("typed meanwhile"));
    await asked("save_work", loaded(7, aimed("before")), "conflict");
    await asked("history", { artefacts: [] });
    expect([store.document, record.message]).toEqual([chartered("typed meanwhile", aimed("before")), "work.restored"]);
  });

  it("that another window was ahead of takes over the newest and says so", async () => {
    const { store, record, asked } = opened();
    void restore(record, 3);
    await asked("restore_version", null, "refused", { reason: "stale" });
    await asked("load", loaded(8, aimed("theirs")));
    await asked("history", { artefacts: [] });
    expect([store.document, store.revision, record.failure, record.message]).toEqual([aimed("theirs"), 8, "Changed elsewhere", ""]);
  });
});

describe("opening another project", () => {
  it("is not done while something typed cannot be saved; what leaves the page as it is, is", async () => {
    const { store, record, nothingAsked, asked } = opened();
    store.edit(aimed("NHS number"));
    expect([await record.change("open", "2"), await nothingAsked(), record.failure]).toEqual([false, [], "record.unsaved"]);
    void record.change("rename", "2", { title: "Falls" });
    await asked("change_projects", list());
    expect([record.failure, reload.mock.calls.length]).toEqual(["", 0]);
  });

  it("sends what was typed meanwhile before the page is opened anew", async () => {
    const { store, record, asked } = opened();
    void record.change("open", "2");
    await settled();
    store.edit(aimed("typed meanwhile"));
    await asked("change_projects", list("2"));
    expect(reload.mock.calls.length).toBe(0);
    await asked("save_work", { ...review, revision: 7 });
    expect(reload.mock.calls.length).toBe(1);
  });

  it("after this one was deleted asks nothing about what was typed in it", async () => {
    const { store, record, asked, nothingAsked } = opened();
    store.edit(aimed("NHS number"));
    void record.change("delete", "1", { confirm: "delete" });
    await asked("change_projects", list("2"));
    expect([store.dirty, await nothingAsked(), reload.mock.calls.length]).toEqual([false, [], 1]);
  });
});

describe("what did not work", () => {
  it("is told in the form it was asked for in, and elsewhere for the page", async () => {
    const { record, asked, landed } = opened();
    record.ask({ act: "start", id: "" }, "record-title");
    void record.change("start", "", { title: " " });
    await asked("change_projects", null, "unreachable");
    expect(told(record)).toEqual({ form: true, head: false });
    void record.change("archive", "2");
    await asked("change_projects", null, "unreachable");
    expect(told(record)).toEqual({ form: false, head: true });
    expect(landed).toEqual(["record-title", "record-failure", "record-failure"]);
  });

  it("is tried again when the page is opened again, which keeps what was being typed", async () => {
    const { record, asked } = opened();
    record.again();
    await asked("projects", null, "unreachable");
    record.ask({ act: "start", id: "" }, "record-title", "Sepsis");
    record.again();
    await asked("projects", list("1", "1"));
    expect([record.failure, record.list, record.typed, record.artefacts]).toEqual(["", list("1", "1"), "Sepsis", null]);
  });
});

describe("a file brought in", () => {
  const chosen = (text: () => Promise<string>) => ({ files: [{ size: 20, text }], value: "x" }) as unknown as HTMLInputElement;

  it("stands beside what was typed before there was a project, and the page is not left before that is saved", async () => {
    const { store, record, asked } = opened();
    store.edit(aimed("typed"));
    void bring(record, chosen(async () => "{}"));
    await asked("save_work", { ...review, revision: 7 });
    store.edit(aimed("NHS number"));
    await asked("import_project", { made: "2", title: "Falls" });
    await asked("projects", list("2", "2"));
    expect([reload.mock.calls.length, record.failure]).toEqual([0, "record.unsaved"]);
  });

  it("that cannot be read is refused like any other that is no project", async () => {
    const { record } = opened();
    await bring(record, chosen(() => Promise.reject(new Error("gone"))));
    expect(record.refused).toEqual(["problem.not_a_project"]);
  });
});

describe("an answer that comes late", () => {
  it("leaves a title alone that somebody has begun since, and what was asked then comes in its turn", async () => {
    const { record, asked, nothingAsked } = opened();
    void record.change("archive", "2");
    record.ask({ act: "start", id: "" }, "record-title");
    record.typed = "Sepsis";
    void record.change("start", "", { title: "Sepsis" });
    void record.change("start", "", { title: "Sepsis" });
    await asked("change_projects", list());
    expect([record.asked, record.typed]).toEqual([{ act: "start", id: "" }, "Sepsis"]);
    expect(await asked("change_projects", list("3"))).toEqual({ act: "start", project: "", title: "Sepsis", who: "amara" });
    expect([record.asked, await nothingAsked()]).toEqual([null, []]);
  });

  it("closes no question but its own, and takes the focus from nobody who types", async () => {
    const { record, asked, landed } = opened();
    record.ask({ act: "rename", id: "2" }, "record-title");
    vi.stubGlobal("document", { activeElement: { matches: () => true } });
    void restore(record, 3);
    await asked("restore_version", { revision: 7 });
    await asked("load", loaded(7, aimed("before")));
    await asked("history", { artefacts: [] });
    expect([record.message, record.asked, landed]).toEqual(["work.restored", { act: "rename", id: "2" }, ["record-title"]]);
  });

  it("is shown only where it was asked for", async () => {
    const { record, asked } = opened();
    void open(record, { revision: 3, saved_at: null }, false);
    Object.assign(record, { tool: "pdsa", revision: 3 });
    await asked("version", { changes: [], outline: [], is_first: true });
    expect(record.version).toBeNull();
  });

  it("moves no project to another place", async () => {
    const { record, asked } = opened();
    void record.look();
    await asked("projects", list("1", "1", "2", "3"));
    void record.change("archive", "2");
    await asked("change_projects", list("1", "4", "1", "3", "2"));
    expect(record.list?.projects.map(({ id }) => id)).toEqual(["1", "2", "3", "4"]);
  });
});
