/* The whole project on paper, as a file, and a file brought in as a new project. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { problemText } from "../../qi_core/ui/fields";
import { icon } from "../../qi_core/ui/icons";
import type { Problems } from "../../qi_core/ui/post";
import type { MyProjects } from "./my_projects";

const FILE_MAX = 2_000_000;

export function filesPart(record: MyProjects): TemplateResult {
  const { say, home, refused } = record;
  return html`<section class="stack" aria-labelledby="files"><h4 id="files" tabindex="-1">${say("record.files")}</h4>
    <p class="soft">${say("record.files_intro")}</p>
    <div class="row">
      ${home.project_id ? html`<a class="button" href=${home.urlOf("printable")} target="_blank" rel="noopener">${icon("print")}${say("record.print")}</a>
      <a class="button" href=${home.urlOf("export_project")} download="my-project.json">${say("record.export")}</a>` : nothing}
      <label class="button file">${say("record.import")}<input type="file" id="record-file" accept=".json,application/json" @change=${(event: Event) => void bring(record, event.target as HTMLInputElement)} /></label>
    </div>
    <p class="small soft">${say("record.import_hint")}</p>
    ${refused.length ? html`<div class="note stop" id="record-refused" role="alert" tabindex="-1">${icon("warn")}<div class="stack tight"><p><strong>${say("record.refused")}</strong></p>
      <ul class="stack tight">${refused.map((text) => html`<li>${text}</li>`)}</ul></div></div>` : nothing}
  </section>`;
}

export async function bring(record: MyProjects, input: HTMLInputElement): Promise<void> {
  const { say, home } = record;
  const [chosen] = input.files ?? [];
  if (!chosen) return;
  record.refused = [];
  const file = chosen.size > FILE_MAX ? null : parsed(await chosen.text().catch(() => ""));
  input.value = "";
  if (!file) return refuse(record, [say(chosen.size > FILE_MAX ? "problem.file_too_large" : "problem.not_a_project")]);
  await record.settle(); // where there is no project yet, what was typed begins one: the file's stands beside it
  const reply = await home.post<{ made: string; title: string }>("import_project", { file, who: home.args.who });
  if (reply.kind === "problems") return refuse(record, told(record, reply.problems, reply.places));
  if (reply.kind !== "ok") return void record.fail(reply);
  await record.look();
  if (record.list && record.list.here !== home.project_id) return (await record.isSaved()) ? location.reload() : undefined;
  record.done(say("record.taken", { title: reply.body.title || say("untitled_project") }), "my-projects");
}

function parsed(text: string): unknown {
  try { return JSON.parse(text); } catch { return null; }
}

function told({ say }: MyProjects, problems: Problems, places: Readonly<{ [path: string]: string }> = {}): string[] {
  return Object.entries(problems).map(([path, problem]) => {
    const where = places[path] ?? "";
    return where ? say("record.problem_at", { where, problem: problemText(say, problem) }) : problemText(say, problem);
  });
}

function refuse(record: MyProjects, refused: readonly string[]): void {
  Object.assign(record, { refused, message: "", failure: "" });
  record.home.focusAfter("record-refused");
}
