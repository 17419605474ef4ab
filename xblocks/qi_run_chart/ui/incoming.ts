/* Data on their way in: the bytes of a file, or what a spreadsheet, a web page or a document put on the clipboard. */

import type { Say } from "../../qi_core/ui/words";

/** A workbook is not a text. */
export type FileText = { readonly text: string } | { readonly text: null; readonly why: "workbook" | "too_large" };

/** Far beyond 2,000 rows; a request may have half a megabyte, and UTF-16 takes two bytes a letter. */
export const FILE_MAX = 900_000;
const TEXT_MAX = 450_000;
const ZIP = "80,75,3,4";
const OLD_OFFICE = "208,207,17,224";
const BOMS: Readonly<Record<string, string>> = { "255,254": "utf-16le", "254,255": "utf-16be" };

export async function textOf(file: Blob): Promise<FileText> {
  if (file.size > FILE_MAX) return { text: null, why: "too_large" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const start = bytes.slice(0, 4).join();
  if (start === ZIP || start === OLD_OFFICE) return { text: null, why: "workbook" };
  const text = decoded(bytes);
  return text.length > TEXT_MAX ? { text: null, why: "too_large" } : { text };
}

/** Excel writes "Unicode text" as UTF-16, "CSV UTF-8" with a mark, and plain "CSV" in the code page of Windows. */
export function decoded(bytes: Uint8Array): string {
  const marked = BOMS[bytes.slice(0, 2).join()];
  if (marked) return new TextDecoder(marked).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** What to take of a paste instead of its plain text; null when that is right: then the browser does it. */
export function tableOf(pasted: DataTransfer | null): string | null {
  const plain = pasted?.getData("text/plain") ?? "";
  const html = pasted?.getData("text/html") ?? "";
  return plain.includes("\t") || !/<t[dh]\b/i.test(html) ? null : asTabs(html);
}

/** For the box to paste into: a table that came without tabs is put in as if it had come with them. */
export function takeTable(event: ClipboardEvent): void {
  const box = event.target as HTMLTextAreaElement;
  const table = tableOf(event.clipboardData);
  if (table === null) return;
  event.preventDefault();
  box.setRangeText(table, box.selectionStart, box.selectionEnd, "end");
}

/** A row that could not be read, or, without a row of its own, why all of it could not. */
export function rowProblem(say: Say, problem: { readonly line: number; readonly code: string; readonly text: string }): string {
  const why = say(`row_problem.${problem.code}`);
  if (!problem.line || problem.code === "too_many") return why;
  return say(problem.text ? "row_n_problem" : "row_n_problem_only", { n: problem.line, why, text: problem.text });
}

/** The rows of all tables, as a spreadsheet would have put them on the clipboard. A parsed document runs no script. */
export function asTabs(html: string): string {
  const rows = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("tr")];
  return rows.map((row) => [...row.cells].map(asCell).join("\t")).join("\n");
}

function asCell(cell: HTMLTableCellElement): string {
  cell.querySelectorAll("br").forEach((br) => br.replaceWith("\n"));
  const text = (cell.textContent ?? "").replace(/[\t\r ]+/g, " ").trim();
  return /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
