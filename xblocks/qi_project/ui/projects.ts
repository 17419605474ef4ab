/* The learner's projects: which is open, which this course works on, and what can be done with each. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { repeat } from "lit/directives/repeat.js";
import { icon } from "../../qi_core/ui/icons";
import { failureNote } from "./failure";
import type { Line, MyProjects } from "./my_projects";

export function projectsPart(record: MyProjects): TemplateResult {
  const { say, list, asked } = record;
  return html`<section class="stack" aria-labelledby="my-projects"><h4 id="my-projects" tabindex="-1">${say("record.projects")}</h4>
    <p class="soft">${say("record.projects_intro")}</p>
    ${list ? html`<ul class="stack tight">${repeat(list.projects, ({ id }) => id, (line) => html`<li class="panel stack tight">${projectRow(record, line)}</li>`)}</ul>`
      : record.failure ? nothing : html`<p class="soft" role="status">${say("more_waits")}</p>`}
    ${asked?.act === "start" ? titleForm(record, "record.start_yes", (title) => record.change("start", "", { title }), "start-project")
      : html`<div><button class="button" id="start-project" @click=${() => record.ask({ act: "start", id: "" }, "record-title")}>${icon("plus")}${say("record.start")}</button></div>`}
  </section>`;
}

function projectRow(record: MyProjects, line: Line): TemplateResult {
  const { say, asked, list } = record;
  const isHere = line.id === list?.here;
  return html`<div class="row apart"><p><strong>${record.titleOf(line)}</strong></p>${marks(record, line, isHere)}</div>
    <p class="small soft">${say("record.dates", { begun: record.day(line.created), saved: record.time(line.saved_at) })}</p>
    ${asked?.id !== line.id ? buttons(record, line, isHere)
      : asked.act === "rename" ? titleForm(record, "record.rename_yes", (title) => rename(record, line.id, title), `rename-${line.id}`)
      : deleteForm(record, line)}`;
}

async function rename(record: MyProjects, id: string, title: string): Promise<void> {
  const { home } = record;
  if (!(await record.change("rename", id, { title }))) return;
  if (id === home.project_id) home.args = { ...home.args, project: { id, title } };
  record.land(`rename-${id}`);
}

function marks({ say }: MyProjects, line: Line, isHere: boolean): TemplateResult {
  const told = [line.is_open && "open", line.is_archived && "archived", isHere && line.is_chosen && "chosen"].filter(Boolean);
  return html`<p class="marks">${told.map((mark) => html`<span class="mark">${mark === "open" ? icon("tick") : nothing} ${say(`record.is_${mark}`)}</span>`)}</p>`;
}

function buttons(record: MyProjects, line: Line, isHere: boolean): TemplateResult {
  const { say } = record;
  const title = record.titleOf(line);
  // The second half of a double click would meet what stands there by then.
  const first = (click: () => void) => (event: MouseEvent) => { if (event.detail < 2) click(); };
  const button = (key: string, click: () => void, look = "quiet small", id = "") =>
    html`<button class="button ${look}" id=${id || nothing} @click=${first(click)}>${say(`record.${key}`)}<span class="unseen">: ${title}</span></button>`;
  const change = (act: string) => () => void record.change(act, line.id);
  const hasOthers = (record.list?.projects.length ?? 0) > 1;
  return html`<div class="row">
    ${!line.is_open ? button("open", change("open"), "") : isHere ? nothing : button("use_here", () => void record.change("leave"), "")}
    ${line.is_open || isHere || line.is_archived ? nothing : button("choose", change("choose"))}
    ${button("rename", () => record.ask({ act: "rename", id: line.id }, "record-title", line.title), "quiet small", `rename-${line.id}`)}
    ${line.is_archived ? button("restore", change("restore")) : line.is_open || !hasOthers ? nothing : button("archive", change("archive"))}
    ${button("delete", () => record.ask({ act: "delete", id: line.id }, "record-delete"), "quiet small", `delete-${line.id}`)}
  </div>`;
}

/** A title is no part of the project's document: undo in it is the field's own, and takes back nothing unseen. */
function keepsUndo(event: KeyboardEvent): void {
  if ((event.ctrlKey || event.metaKey) && /^[zy]$/i.test(event.key)) event.stopPropagation();
}

function titleForm(record: MyProjects, yes: string, go: (title: string) => unknown, back: string): TemplateResult {
  const { say } = record;
  const submit = (event: Event): void => {
    event.preventDefault();
    void go(record.typed);
  };
  return html`<form class="stack tight" @submit=${submit} @keydown=${keepsUndo}>
    <div class="field"><label for="record-title">${say("record.title")}</label><span class="hint" id="record-title-hint">${say("record.title_hint")}</span>
      <input type="text" id="record-title" maxlength="300" required aria-describedby="record-title-hint" .value=${record.typed}
        @input=${(event: Event) => { record.typed = (event.target as HTMLInputElement).value; }} /></div>
    ${failureNote(record, record.asked)}
    <div class="row"><button class="button primary">${say(yes)}</button>
      <button class="button" type="button" @click=${() => record.ask(null, back)}>${say("cancel")}</button></div></form>`;
}

function deleteForm(record: MyProjects, line: Line): TemplateResult {
  const { say } = record;
  const erase = () => void record.change("delete", line.id, { confirm: "delete" })
    .then((isDone) => { if (isDone) record.done(say("work.deleted"), "my-projects"); });
  return html`<div class="note stop" role="group" aria-labelledby="record-delete">${icon("warn")}<div class="stack tight">
    <p id="record-delete" tabindex="-1"><strong>${say("record.delete_sure", { title: record.titleOf(line) })}</strong></p>
    <p>${say("record.delete_goes")}</p><p>${say("record.delete_stays")}</p>${failureNote(record, record.asked)}
    <div class="row"><button class="button danger" @click=${erase}>${say("work.delete_yes")}</button>
      <button class="button" @click=${() => record.ask(null, `delete-${line.id}`)}>${say("work.delete_no")}</button></div></div></div>`;
}
