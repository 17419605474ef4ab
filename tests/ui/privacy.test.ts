/* The browser finds the NHS numbers that the server finds: both read the same examples. */

import { describe, expect, it } from "vitest";
import contract from "../contracts/privacy.json";
import { nhsNumbersIn } from "../../xblocks/qi_core/ui/privacy.ts";

const NUMBER = "943 476 5919";
const problem = { code: "nhs_number" };

describe("NHS numbers", () => {
  it.each(contract.nhs_numbers)("in $text: $spans", ({ text, spans }) => {
    expect(nhsNumbersIn({ text })).toEqual(spans.length ? { text: problem } : {});
  });

  it("are not seen in ordinary notes", () => {
    expect(nhsNumbersIn(contract.ordinary)).toEqual({});
  });

  it("are found by the path that the server would give, in texts only", () => {
    const found = nhsNumbersIn({
      schema: 1,
      cycles: [
        { id: "9434765919", follows: "9434765919", risks: "", do: { ended_on: null, happened: NUMBER } },
        { id: "b", on: "9434765919", from: "9434765919", questions: [{ prediction: "" }, { prediction: NUMBER }] },
      ],
    });
    expect(found).toEqual({ "cycles[0].do.happened": problem, "cycles[1].questions[1].prediction": problem });
  });

  it("are looked for in linear time", () => {
    const begun = performance.now();
    for (const piece of ["9", "9 ", "99,", "-", "\u0669"]) nhsNumbersIn({ text: piece.repeat(100_000) });
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
