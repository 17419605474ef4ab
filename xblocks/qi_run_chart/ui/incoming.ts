/* Rows on their way in: what a spreadsheet or a web page put on the clipboard, and what cannot be read. */

import type { Say } from "../../qi_core/ui/words";
import { later } from "./later";

/** The HTML to take of a paste instead of its plain text; null when that is right: then the browser does it. */
export function tableOf(pasted: DataTransfer | null): string | null {
  const html = pasted?.getData("text/html") ?? "";
  return /<t[dh]\b/i.test(html) && !pasted?.getData("text/plain").includes("\t") ? html : null;
}

/** For the box to paste into: a table that came without tabs is put in as if it had come with them. */
export async function takeTable(event: ClipboardEvent, board: Parameters<typeof later>[0]): Promise<void> {
  const box = event.target as HTMLTextAreaElement;
  const table = tableOf(event.clipboardData);
  if (!table) return;
  event.preventDefault();
  box.setRangeText((await later(board)).asTabs(table), box.selectionStart, box.selectionEnd, "end");
  box.dispatchEvent(new Event("input"));
}

/** A row that could not be read, or, without a row of its own, why all of it could not. */
export function rowProblem(say: Say, problem: { readonly line: number; readonly code: string; readonly text: string }): string {
  const why = say(`row_problem.${problem.code}`);
  if (!problem.line || problem.code === "too_many") return why;
  return say(problem.text ? "row_n_problem" : "row_n_problem_only", { n: problem.line, why, text: problem.text });
}
