/* Answers that are lost, undo back to what is saved, and two windows whose changes go together. */

import { describe, expect, it } from "vitest";
import type { Reply } from "../../xblocks/qi_core/ui/post.ts";
import { QUIET_MS, type Loaded } from "../../xblocks/qi_core/ui/store.ts";
import { loaded, opened, save, saved, settled, type Note } from "./store_hands.ts";

const LATER = "2026-11-22T10:43:00Z";
const LOST: Reply<Loaded<Note>> = { kind: "unreachable" };
const stored = (document: Note, revision: number): Reply<Loaded<Note>> =>
  ({ kind: "conflict", body: { ...loaded("", revision), document, saved_at: LATER } });

describe("a save whose answer was lost", () => {
  it("is no other window's: what was typed since goes on top of it", async () => {
    const { store, clock, sent } = opened([LOST, stored({ text: "hel" }, 4), saved(5)]);
    store.edit({ text: "hel" });
    await clock.pass(QUIET_MS);
    store.edit({ text: "hello" });
    await clock.pass(2_000);
    expect([store.status, store.theirs, store.document.text]).toEqual(["waiting", null, "hello"]);
    await clock.pass(QUIET_MS);
    expect(sent[2]).toEqual({ ...save(4, "hello"), saved_at: LATER });
    expect([store.status, store.revision, store.dirty]).toEqual(["saved", 5, false]);
  });

  it("is known by what it says, whatever the order in which the server says it", async () => {
    const { store, clock } = opened([LOST, LOST, stored({ locked: true, text: "a" }, 4), saved(5)]);
    store.edit({ text: "a", locked: true });
    await clock.pass(QUIET_MS);
    store.edit({ text: "ab", locked: true });
    await clock.pass(2_000);
    await clock.pass(4_000);
    await clock.pass(QUIET_MS);
    expect([store.status, store.revision, store.document]).toEqual(["saved", 5, { text: "ab", locked: true }]);
  });

  it("is taken back on the server, too, when it is undone in the page", async () => {
    const { store, clock, sent } = opened([LOST, stored({ text: "wrong" }, 4), saved(5)]);
    store.edit({ text: "wrong" });
    await clock.pass(QUIET_MS);
    store.undo();
    expect([store.status, store.dirty]).toEqual(["unreachable", true]);
    await clock.pass(2_000);
    await clock.pass(QUIET_MS);
    expect(sent.slice(1)).toEqual([save(3, "first"), { ...save(4, "first"), saved_at: LATER }]);
    expect([store.status, store.document.text, store.dirty]).toEqual(["saved", "first", false]);
  });

  it("does not hide that another window wrote something else", async () => {
    const { store, clock } = opened([LOST, stored({ text: "theirs" }, 4)]);
    store.edit({ text: "mine" });
    await clock.pass(QUIET_MS);
    await clock.pass(2_000);
    expect([store.status, store.theirs?.document.text]).toEqual(["conflict", "theirs"]);
  });
});

describe("undo back to what is saved", () => {
  it("leaves nothing to save, and says so", async () => {
    const { store, clock, sent } = opened([]);
    store.edit({ text: "a" });
    store.undo();
    expect(store.status).toBe("saved");
    await clock.pass(60_000);
    expect([sent, store.status]).toEqual([[], "saved"]);
  });

  it("ends that a refused field blocks", async () => {
    const { store, clock } = opened([{ kind: "problems", problems: { text: { code: "too_long" } } }]);
    store.edit({ text: "long" });
    await clock.pass(QUIET_MS);
    store.undo();
    expect([store.status, store.problems]).toEqual(["saved", {}]);
  });

  it("is saved also when it happens while a refusal is on its way", async () => {
    const { store, clock } = opened([{ kind: "problems", problems: { text: { code: "too_long" } } }]);
    store.edit({ text: "long" });
    store.flush();
    store.undo();
    expect(store.status).toBe("saving");
    await settled();
    expect(store.status).toBe("saved");
    await clock.pass(60_000);
    expect([store.status, store.document.text]).toEqual(["saved", "first"]);
  });
});

describe("changes that go together", () => {
  /** Of two windows: longer texts of "first" are taken over, anything else has to be chosen. */
  const merge = (base: Note, mine: Note, theirs: Note): Note | null =>
    mine.text === base.text ? theirs : mine.text.startsWith(base.text) ? { text: theirs.text + mine.text.slice(base.text.length) } : null;

  it("end the choice that was being made, and nothing more is kept as a version", async () => {
    const { store, clock, sent } = opened([stored({ text: "x" }, 4), stored({ text: "first, theirs" }, 5), saved(6)], undefined, merge);
    store.edit({ text: "mine" });
    await clock.pass(QUIET_MS);
    expect(store.status).toBe("conflict");
    store.edit({ text: "first, mine" });
    store.settle("mine");
    await settled();
    await clock.pass(QUIET_MS);
    expect(sent[2]).toEqual({ ...save(5, "first, theirs, mine"), saved_at: LATER });
    expect([store.status, store.theirs]).toEqual(["saved", null]);
  });

  it("leave no undo that would take away the other window's", async () => {
    const { store, clock } = opened([stored({ text: "first, theirs" }, 4), saved(5)], undefined, merge);
    store.edit({ text: "other" });
    store.edit({ text: "first, mine" });
    await clock.pass(QUIET_MS);
    expect(store.document.text).toBe("first, theirs, mine");
    store.undo();
    expect([store.document.text, store.canUndo]).toEqual(["first, theirs", false]);
  });
});
