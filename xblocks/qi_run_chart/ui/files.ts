/* The text of a file, whatever wrote it, and of an HTML table. In the second bundle: see later.ts. */

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
