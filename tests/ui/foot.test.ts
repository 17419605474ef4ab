/* The foot of every tool says when the work was saved. */

import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { foot } from "../../xblocks/qi_core/ui/foot.ts";
import type { Store } from "../../xblocks/qi_core/ui/store.ts";
import { rendered } from "./rendered.ts";

const idle = () => undefined;

function told(saved_at: string | null): string {
  const review = { checks: [], warnings: [], todo: [], progress: 1, saved_at, overview: null };
  const store = { status: "saved", review } as unknown as Store<unknown>;
  const drawn = rendered(foot((key, facts) => `${key} ${facts?.["time"] ?? ""}`, store, review, "en-GB", idle, false, idle, idle));
  return /status\.[^<]*/.exec(drawn)?.[0] ?? "";
}

beforeEach(() => { vi.useFakeTimers({ now: new Date(2026, 10, 24, 9, 5) }); });
afterEach(() => { vi.useRealTimers(); });

it.each([
  ["this morning", new Date(2026, 10, 24, 0, 1), "status.saved 00:01"],
  ["last night", new Date(2026, 10, 23, 23, 59), "status.saved 23 Nov 2026, 23:59"],
  ["a year ago", new Date(2025, 10, 24, 9, 5), "status.saved 24 Nov 2025, 09:05"],
])("a save of %s has the day unless it is today", (_when, at, text) => {
  expect(told(at.toISOString())).toBe(text);
});

it("says that nothing is kept yet", () => {
  expect(told(null)).toBe("status.nothing_yet ");
});
