/* Files in the encodings that spreadsheets write, and which of a clipboard's texts is taken. */

import { describe, expect, it } from "vitest";
import { FILE_MAX, decoded, textOf } from "../../xblocks/qi_run_chart/ui/files.ts";
import { rowProblem, tableOf } from "../../xblocks/qi_run_chart/ui/incoming.ts";

const TEXT = "Datum;Zufriedenheit\n03.11.2026;4,5 – gut\n";
const utf16 = (text: string, little: boolean): number[] =>
  [...text].flatMap((letter) => {
    const code = letter.charCodeAt(0);
    return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
  });
const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const clipboard = (texts: Readonly<Record<string, string>>): DataTransfer =>
  ({ getData: (type: string) => texts[type] ?? "" }) as unknown as DataTransfer;

describe("a file", () => {
  it.each([
    ["UTF-8", utf8(TEXT)],
    ["UTF-8 with a mark", [0xef, 0xbb, 0xbf, ...utf8(TEXT)]],
    ["UTF-16, little end first", [0xff, 0xfe, ...utf16(TEXT, true)]],
    ["UTF-16, big end first", [0xfe, 0xff, ...utf16(TEXT, false)]],
  ])("is read in %s", (_, bytes) => {
    expect(decoded(new Uint8Array(bytes))).toBe(TEXT);
  });

  it("is read in the code page of Windows where it cannot be UTF-8", () => {
    expect(decoded(new Uint8Array([0x47, 0x72, 0xfc, 0xdf, 0x65, 0xa3]))).toBe("Grüße£");
  });

  it("keeps its text", async () => {
    expect(await textOf(new Blob([TEXT]))).toEqual({ text: TEXT });
  });

  it.each([
    ["xlsx", [80, 75, 3, 4, 20]],
    ["xls", [208, 207, 17, 224, 161]],
  ])("that is a workbook (%s) is told from a text", async (_, bytes) => {
    expect(await textOf(new Blob([new Uint8Array(bytes)]))).toEqual({ text: null, why: "workbook" });
  });

  it("may be as large as thousands of rows, and no larger", async () => {
    expect(await textOf(new Blob([new Uint8Array(FILE_MAX + 1)]))).toEqual({ text: null, why: "too_large" });
    expect(await textOf(new Blob(["2026-11-03,5\n".repeat(40_000)]))).toEqual({ text: null, why: "too_large" });
  });
});

describe("a paste", () => {
  it.each([
    ["plain text alone", { "text/plain": "2026-11-03,5" }],
    ["a spreadsheet's tabs beside its HTML", { "text/plain": "2026-11-03\t5", "text/html": "<table><tr><td>x</td></tr></table>" }],
    ["HTML without a table", { "text/plain": "2026-11-03,5", "text/html": "<p>2026-11-03,5</p>" }],
    ["nothing", {}],
  ])("of %s is left to the browser", (_, texts) => {
    expect(tableOf(clipboard(texts))).toBeNull();
  });
});

describe("a paste of a table without tabs", () => {
  it("is taken as HTML", () => {
    const html = "<table><tr><td>x</td></tr></table>";
    expect(tableOf(clipboard({ "text/html": html }))).toBe(html);
    expect(tableOf(clipboard({ "text/html": html, "text/plain": "x\ny" }))).toBe(html);
  });
});

describe("a row that could not be read", () => {
  const say = (key: string, facts = {}) => `${key} ${JSON.stringify(facts)}`;
  it("is named by its number", () => {
    expect(rowProblem(say, { line: 3, code: "not_a_number", text: "many" })).toBe('row_n_problem {"n":3,"why":"row_problem.not_a_number {}","text":"many"}');
    expect(rowProblem(say, { line: 3, code: "no_date", text: "" })).toBe('row_n_problem_only {"n":3,"why":"row_problem.no_date {}","text":""}');
  });
  it("has no number when all of it is refused", () => {
    expect(rowProblem(say, { line: 2001, code: "too_many", text: "" })).toBe("row_problem.too_many {}");
    expect(rowProblem(say, { line: 0, code: "empty", text: "" })).toBe("row_problem.empty {}");
  });
});
