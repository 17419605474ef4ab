/* What goes over the wire, with the browser's `fetch` replaced. */

import { afterEach, describe, expect, it, vi } from "vitest";
import { poster } from "../../xblocks/qi_core/ui/post.ts";

describe("the last save before the page goes", () => {
  afterEach(() => vi.unstubAllGlobals());

  const outlives = async (text: string, leaving = true): Promise<unknown> => {
    const fetch = vi.fn(async () => new Response("{}", { headers: { "Content-Type": "application/json" } }));
    vi.stubGlobal("fetch", fetch);
    vi.stubGlobal("document", { cookie: "" });
    await poster((handler) => `/${handler}`)("save_work", { text }, leaving);
    return (fetch.mock.calls[0] as unknown as [string, RequestInit])[1].keepalive;
  };

  it("outlives the page when it is small", async () => {
    expect([await outlives("a"), await outlives("a", false)]).toEqual([true, false]);
  });

  it("is sent as usual when its bytes, not its letters, are more than browsers let outlive a page", async () => {
    expect([await outlives("ب".repeat(40_000)), await outlives("a".repeat(59_000))]).toEqual([false, true]);
  });
});

describe("what an answer says of the page", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is heard of every answer but a refusal", async () => {
    const heard: unknown[] = [];
    const answers = [[200, { project: "7" }], [409, { reason: "project_gone" }], [200, { project: "" }]] as const;
    vi.stubGlobal("document", { cookie: "" });
    for (const [status, body] of answers) {
      vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } }));
      await poster((handler) => `/${handler}`, (one) => heard.push(one))("save_work", {});
    }
    expect(heard).toEqual([{ project: "7" }, { project: "" }]);
  });
});
