/* The project's document in two windows: what goes together by itself, and what only the learner can settle. */

import { describe, expect, it } from "vitest";
import type { Post } from "../../xblocks/qi_core/ui/post.ts";
import { Store, type Loaded } from "../../xblocks/qi_core/ui/store.ts";
import { sayFrom } from "../../xblocks/qi_core/ui/words.ts";
import { differencesOfHomes } from "../../xblocks/qi_project/ui/home_differences.ts";
import type { Project } from "../../xblocks/qi_project/ui/document.ts";
import { mergedProjects } from "../../xblocks/qi_project/ui/merging.ts";
import stored from "../contracts/project_schema_2.json";

const base = stored.full as Project;
const aimed = (what: string, from: Project = base): Project => ({ ...from, aim: { ...from.aim, what } });
const chartered = (why: string, from: Project = base): Project => ({ ...from, charter: { ...from.charter, why } });

describe("two windows", () => {
  it("go together where they changed different parts", () => {
    const theirs: Project = { ...chartered("theirs"), stakeholders: [], confirmed: ["aaa"] };
    const mine: Project = { ...aimed("mine"), confirmed: ["0a1b2c", "bbb"] };
    expect(mergedProjects(base, mine, theirs)).toEqual({ ...aimed("mine", theirs), confirmed: ["aaa", "0a1b2c", "bbb"] });
  });

  it("leave the choice to the learner where they changed the same part, unless to the same", () => {
    expect(mergedProjects(base, aimed("mine"), aimed("theirs"))).toBeNull();
    expect(mergedProjects(base, aimed("same"), aimed("same"))).toEqual(aimed("same"));
  });

  it("are saved as one without a question, and undo keeps what came from the other", async () => {
    const review = { checks: [], warnings: [], todo: [], progress: 0, saved_at: null, overview: null };
    const theirs: Loaded<Project> = { ...review, revision: 7, document: chartered("theirs") };
    const sent: { revision: number; document: Project }[] = [];
    const replies = [{ kind: "conflict", body: theirs }, { kind: "ok", body: { ...review, revision: 8 } }, { kind: "refused", reason: "gone" }];
    const post = (async (_name: string, payload: unknown) => { sent.push(payload as (typeof sent)[0]); return replies.shift(); }) as Post;
    const clock = { now: () => 0, later: (run: () => void) => { void Promise.resolve().then(run); return () => undefined; } };
    const store = new Store<Project>({
      loaded: { ...review, revision: 6, document: base }, post, canSave: true, who: "", changed: () => undefined, clock,
      screen: () => ({}), merge: mergedProjects,
    });
    store.edit(aimed("mine"));
    for (let i = 0; i < 20; i++) await Promise.resolve();
    const whole = aimed("mine", chartered("theirs"));
    expect(sent.map(({ revision, document }) => [revision, document])).toEqual([[6, aimed("mine")], [7, whole]]);
    expect([store.status, store.revision, store.document, store.theirs]).toEqual(["saved", 8, whole, null]);
    store.undo();
    expect(store.document).toEqual(chartered("theirs"));
  });
});

describe("differences", () => {
  it("are told by the labels of the fields, people and the team as a whole", () => {
    const say = sayFrom({});
    const theirs: Project = { ...chartered("theirs", aimed("other")), stakeholders: base.stakeholders.slice(0, 1) };
    expect(differencesOfHomes(say, base, theirs).map(({ where, mine }) => [where, mine.split("\n")[0]])).toEqual([
      ["label.aim.what", base.aim.what],
      ["label.charter.why", base.charter.why],
      ["page.people", `${base.stakeholders[0]!.name}: ${base.stakeholders[0]!.involve}`],
    ]);
    expect(differencesOfHomes(say, base, base)).toEqual([]);
  });
});
