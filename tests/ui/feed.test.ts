/* A space's page with a server that the test holds in its hand: what is sent when, and what stays. */

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Post as Ask, Reply } from "../../xblocks/qi_core/ui/post.ts";
import { enter } from "../../xblocks/qi_social_space/ui/facilitating.ts";
import { Feed } from "../../xblocks/qi_social_space/ui/feed.ts";
import { preview } from "../../xblocks/qi_social_space/ui/sharing.ts";
import type { Args, Post, Room, Thread } from "../../xblocks/qi_social_space/ui/types.ts";

type Asked = { readonly handler: string; readonly payload: Record<string, any>; readonly answer: (reply: Reply<any>) => Promise<void> };

const ME = { is_open: true, accepted: true, followed: [], topics: [], muted: [], todo: [] };
const post = (id: number, more: object = {}): Post => ({ id, thread: null, text: `${id}`, html: `<p>${id}</p>`, state: "visible", mine: [], reactions: {}, ...more }) as unknown as Post;
const thread = (id: number, replies: readonly number[] = [], reply_count = replies.length): Thread => ({ post: post(id), replies: replies.map((one) => post(one, { thread: id })), reply_count });
const page = (...threads: readonly Thread[]) => ({ threads, pinned: [], after: null, since: "2026-11-24T09:00:00+00:00" });
const OK = (body: object): Reply<any> => ({ kind: "ok", body: { me: ME, ...body } });
const LOST: Reply<any> = { kind: "unreachable" } as Reply<any>;
const settled = async () => { for (let turn = 0; turn < 8; turn++) await Promise.resolve(); };

function opened(...threads: readonly Thread[]) {
  const asked: Asked[] = [];
  const ask = ((handler: string, payload: Record<string, unknown>) => new Promise((done) => {
    asked.push({ handler, payload, answer: async (reply) => { done(reply); await settled(); } });
  })) as unknown as Ask;
  const room = { feed: page(...threads), me: ME, waiting: 0, cohort: 1, space: 11, role: "facilitator", cohorts: [] } as unknown as Room;
  const feed = new Feed({ who: "7", strings: {}, phase: { name: "open" } } as unknown as Args, room, ask, () => "/news", () => undefined);
  const last = (): Asked => asked[asked.length - 1]!;
  return { feed, asked, last };
}

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

it("sends again what was not received, until somebody types on", async () => {
  const { feed, asked, last } = opened();
  feed.type("new", "Hello all");
  void feed.send("new");
  await last().answer(LOST);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked.map(({ payload }) => payload["draft"].text)).toEqual(["Hello all", "Hello all"]);
  await last().answer(LOST);
  feed.type("new", "Hello all, bed 4");
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked.length, feed.drafts["new"]!.sending]).toEqual([2, "idle"]);
});

it("sends nothing that is being looked at in a preview", async () => {
  const { feed, asked, last } = opened();
  feed.type("new", "Hello");
  void feed.send("new");
  await last().answer(LOST);
  void preview(feed);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.map(({ handler }) => handler)).toEqual(["write_post", "preview"]);
});

it("says that there is no connection for as long as it tries", async () => {
  const { feed, last } = opened();
  feed.type("new", "Hello");
  void feed.send("new");
  expect([feed.drafts["new"]!.sending, feed.drafts["new"]!.before]).toEqual(["sending", "idle"]);
  await last().answer(LOST);
  await vi.advanceTimersByTimeAsync(3_000);
  expect([feed.drafts["new"]!.sending, feed.drafts["new"]!.before]).toEqual(["sending", "unreachable"]);
});

it("keeps the readers that were chosen while it was on its way", async () => {
  const { feed, asked, last } = opened();
  feed.type("new", "Hello");
  void feed.send("new");
  feed.set("new", (draft) => ({ ...draft, audience: "facilitators" }));
  await last().answer(LOST);
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked.map(({ payload }) => payload["draft"].audience)).toEqual(["everyone", "facilitators"]);
});

it("leaves what is begun in the room where it was begun", async () => {
  const { feed, asked, last } = opened(thread(1));
  feed.type("new", "To group 1");
  void feed.send("new");
  await last().answer(LOST);
  void enter(feed, 2);
  expect([last().payload["cohort"], feed.drafts["new"]!.text]).toEqual([2, ""]);
  await last().answer(OK(page(thread(5))));
  await last().answer(OK({ queue: [], posts: [] }));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked.map(({ handler, payload }) => [handler, payload["cohort"]]).filter(([handler]) => handler === "write_post")).toEqual([["write_post", 1]]);
  void enter(feed, 1);
  expect([feed.drafts["new"]!.text, feed.drafts["new"]!.sending]).toEqual(["To group 1", "idle"]);
});

it("stays in a room when the other one cannot be reached", async () => {
  const { feed, last } = opened(thread(1));
  feed.type("new", "Half");
  void enter(feed, 2);
  await last().answer(LOST);
  expect([feed.cohort, feed.space, feed.drafts["new"]!.text, feed.page.threads.length]).toEqual([1, 11, "Half", 1]);
});

it("shows the answer to the last question, in whatever order they come", async () => {
  const { feed, asked } = opened(thread(1));
  void feed.load({ sort: "mine" });
  void feed.load({ sort: "waiting" });
  await asked[1]!.answer(OK(page(thread(3))));
  await asked[0]!.answer(OK(page(thread(2))));
  expect([feed.sort, feed.page.threads.map((one) => one.post.id)]).toEqual(["waiting", [3]]);
});

it("takes away what is gone and brings up to date what has changed", async () => {
  const { feed } = opened(thread(1, [10, 11]), thread(2));
  const body = { threads: [{ ...thread(1, [10], 2), replies: [post(10, { thread: 1, state: "hidden", html: "" })] }], gone: [2], since: "2026-11-24T09:05:00+00:00" };
  vi.stubGlobal("fetch", async () => ({ ok: true, json: async () => body, headers: new Headers() }));
  await feed.poll();
  expect(feed.page.threads.map((one) => [one.post.id, one.replies.map(({ html }) => html)])).toEqual([[1, ["", "<p>11</p>"]]]);
});

it("finds the replies between those that are there", async () => {
  const { feed, last } = opened(thread(1, [10, 11, 16, 17], 6));
  const came = feed.earlier(feed.page.threads[0]!);
  await last().answer(OK({ replies: [] }));
  expect(last().payload["before"]).toBe(null);
  await last().answer(OK({ replies: [10, 11, 12, 13, 16, 17].map((id) => post(id)) }));
  expect([await came, feed.page.threads[0]!.replies.map(({ id }) => id)]).toEqual([10, [10, 11, 12, 13, 16, 17]]);
});
