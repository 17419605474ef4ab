/* Saving, undo and what the status line says, with a clock and a server that the test holds in its hand. */

import { describe, expect, it } from "vitest";
import type { Post, Reply } from "../../xblocks/qi_core/ui/post.ts";
import { QUIET_MS, Store, type Loaded } from "../../xblocks/qi_core/ui/store.ts";
import { HandClock, loaded, opened, save, saved, settled, type Note } from "./store_hands.ts";

describe("saving", () => {
  it("waits for a quiet moment, then sends the newest document with the revision it has seen", async () => {
    const { store, clock, sent } = opened([saved(4)]);
    store.edit({ text: "a" });
    await clock.pass(QUIET_MS - 1);
    store.edit({ text: "ab" });
    await clock.pass(QUIET_MS - 1);
    expect(sent).toEqual([]);
    await clock.pass(1);
    expect(sent).toEqual([save(3, "ab")]);
    expect([store.status, store.revision, store.dirty]).toEqual(["saved", 4, false]);
  });

  it("has one save in flight at a time and sends what was typed meanwhile afterwards", async () => {
    let answer: (reply: Reply<Loaded<Note>>) => void = () => undefined;
    const { clock, sent } = opened([]);
    const slow = new Store<Note>({
      loaded: loaded("first", 3), canSave: true, who: "amara", changed: () => undefined, clock, screen: () => ({}),
      post: ((_handler: string, payload: unknown) => { sent.push(payload); return new Promise((resolve) => { answer = resolve as typeof answer; }); }) as Post,
    });
    slow.edit({ text: "a" });
    await clock.pass(QUIET_MS);
    slow.edit({ text: "ab" });
    await clock.pass(QUIET_MS);
    expect(sent).toEqual([save(3, "a")]);
    answer(saved(4));
    await settled();
    expect(slow.status).toBe("waiting");
    await clock.pass(QUIET_MS);
    expect(sent).toEqual([save(3, "a"), save(4, "ab")]);
  });

  it("lets a save under way arrive before the work is deleted, and starts none meanwhile", async () => {
    const said: string[] = [];
    const answers: (() => void)[] = [];
    const server = <T>(what: string, reply: T) => new Promise<T>((resolve) => {
      said.push(what);
      answers.push(() => resolve(reply));
    });
    const clock = new HandClock();
    const store = new Store<Note>({
      loaded: loaded("first", 3), canSave: true, who: "amara", changed: () => undefined, clock, screen: () => ({}),
      post: ((_handler: string) => server("save", saved(4))) as unknown as Post,
    });
    store.edit({ text: "a" });
    await clock.pass(QUIET_MS);
    store.edit({ text: "ab" });
    const deleted = store.alone(() => server("delete", true)).then(() => store.restart(loaded("", 0)));
    await settled();
    expect(said).toEqual(["save"]);
    answers[0]!();
    await settled();
    await clock.pass(QUIET_MS);
    expect(said).toEqual(["save", "delete"]);
    answers[1]!();
    await deleted;
    await clock.pass(60_000);
    expect([said, store.status, store.document.text]).toEqual([["save", "delete"], "saved", ""]);
  });

  it("keeps trying when the server cannot be reached, and says so until it can", async () => {
    const { store, clock, sent } = opened([{ kind: "unreachable" }, { kind: "unreachable" }, saved(4)]);
    store.edit({ text: "a" });
    await clock.pass(QUIET_MS);
    expect(store.status).toBe("unreachable");
    await clock.pass(2_000);
    expect([store.status, sent.length]).toEqual(["unreachable", 2]);
    await clock.pass(4_000);
    expect([store.status, sent.length, store.document.text]).toEqual(["saved", 3, "a"]);
  });

  it("keeps what was typed while signed out and saves it after signing in again", async () => {
    const { store, clock } = opened([{ kind: "signed_out" }, saved(4)]);
    store.edit({ text: "a" });
    await clock.pass(QUIET_MS);
    expect([store.status, store.document.text]).toEqual(["signed_out", "a"]);
    store.flush();
    await settled();
    expect(store.status).toBe("saved");
  });

  it("sends nothing while the page itself finds an NHS number", async () => {
    const { store, clock, sent } = opened([saved(4)], (note) => note.text.includes("943"));
    store.edit({ text: "943 476 5919" });
    await clock.pass(QUIET_MS * 2);
    expect([store.status, sent]).toEqual(["blocked", []]);
    store.edit({ text: "gone" });
    await clock.pass(QUIET_MS);
    expect([store.status, sent]).toEqual(["saved", [save(3, "gone")]]);
  });

  it("shows a refused field and goes on with the next edit", async () => {
    const { store, clock } = opened([{ kind: "problems", problems: { text: { code: "too_long" } } }, saved(4)]);
    store.edit({ text: "long" });
    await clock.pass(QUIET_MS);
    expect([store.status, store.problems]).toEqual(["blocked", { text: { code: "too_long" } }]);
    store.edit({ text: "short" });
    await clock.pass(QUIET_MS);
    expect([store.status, store.problems]).toEqual(["saved", {}]);
  });
});

describe("two windows", () => {
  const later = "2026-11-22T10:43:00Z";
  const conflict: Reply<Loaded<Note>> = { kind: "conflict", body: { ...loaded("theirs", 9), saved_at: later } };

  it("offers both versions and overwrites neither by itself", async () => {
    const { store, clock, sent } = opened([conflict]);
    store.edit({ text: "mine" });
    await clock.pass(QUIET_MS);
    store.edit({ text: "mine, longer" });
    await clock.pass(60_000);
    expect([store.status, store.document.text, store.theirs?.document.text, sent.length]).toEqual(["conflict", "mine, longer", "theirs", 1]);
  });

  it("goes on with mine on top of theirs, and asks the server to keep theirs as a version", async () => {
    const { store, clock, sent } = opened([conflict, saved(10)]);
    store.edit({ text: "mine" });
    await clock.pass(QUIET_MS);
    store.settle("mine");
    await settled();
    expect(sent[1]).toEqual({ ...save(9, "mine", true), saved_at: later });
    expect([store.status, store.theirs, store.revision]).toEqual(["saved", null, 10]);
  });

  it("goes on with theirs, and undo brings mine back", async () => {
    const { store, clock } = opened([conflict]);
    store.edit({ text: "mine" });
    await clock.pass(QUIET_MS);
    store.settle("theirs");
    expect([store.document.text, store.revision, store.status]).toEqual(["theirs", 9, "saved"]);
    store.undo();
    expect(store.document.text).toBe("mine");
  });

  it("offers the choice again when mine cannot win, because the other window has started Do", async () => {
    const { store, clock } = opened([conflict, { kind: "problems", problems: { text: { code: "locked" } } }]);
    store.edit({ text: "mine" });
    await clock.pass(QUIET_MS);
    store.settle("mine");
    await settled();
    expect([store.status, store.theirs?.document.text]).toEqual(["conflict", "theirs"]);
  });
});

describe("undo", () => {
  it("takes a burst of typing in one field back at once, and redo returns it", () => {
    const { store, clock } = opened([]);
    store.edit({ text: "f" }, "field");
    clock.time += 100;
    store.edit({ text: "fo" }, "field");
    clock.time += 5_000;
    store.edit({ text: "fo x" }, "field");
    store.undo();
    expect(store.document.text).toBe("fo");
    store.undo();
    expect(store.document.text).toBe("first");
    store.redo();
    store.redo();
    expect([store.document.text, store.canRedo]).toEqual(["fo x", false]);
  });

  it("stops in front of a lock", () => {
    const { store } = opened([]);
    store.edit({ text: "predicted" });
    store.edit({ text: "predicted", locked: true });
    expect(store.canUndo).toBe(false);
    store.undo();
    expect(store.document.locked).toBe(true);
    store.edit({ text: "noted", locked: true });
    store.undo();
    expect(store.document).toEqual({ text: "predicted", locked: true });
  });

  it("keeps nothing of a deleted project", () => {
    const { store } = opened([]);
    store.edit({ text: "secret" });
    store.restart(loaded("", 0));
    expect([store.document.text, store.canUndo, store.canRedo, store.dirty]).toEqual(["", false, false, false]);
  });
});
