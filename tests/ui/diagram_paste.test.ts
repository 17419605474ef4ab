/* What is read out of a pasted text before its lines become nodes. */

import { expect, test } from "vitest";
import { aimIn } from "../../xblocks/qi_driver_diagram/ui/insert";

test.each([
  ["Aim: Fewer falls by May\nDriver\n  Idea", { aim: "Fewer falls by May", rest: "\nDriver\n  Idea" }],
  ["\n  aim : Fewer falls\n\nDriver", { aim: "Fewer falls", rest: "\n\nDriver" }],
  ["Nod：Llai o gwympo\nGyrrwr", { aim: "Llai o gwympo", rest: "\nGyrrwr" }],
  ["Aim:\nDriver", { aim: "", rest: "\nDriver" }],
  ["Driver: a good one\nAim: late", { aim: "", rest: "Driver: a good one\nAim: late" }],
  ["Driver\nAim: late", { aim: "", rest: "Driver\nAim: late" }],
  ["", { aim: "", rest: "" }],
])("the aim in %j", (text, expected) => {
  expect(aimIn(text, "Nod")).toEqual(expected);
});
