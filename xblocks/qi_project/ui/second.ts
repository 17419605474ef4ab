/* The second bundle of the home: the learner's projects, earlier versions, a file to take along, printing, deleting. */

import { html, nothing, type TemplateResult } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import { failureNote } from "./failure";
import { filesPart } from "./files";
import type { ProjectHome } from "./home";
import type { Loaded } from "./later";
import { projectsPart } from "./projects";
import { MyProjects } from "./my_projects";
import { versionsPart } from "./versions";
import css from "./second.css";

(window as Loaded).qiProjectSecond = (home: ProjectHome) => {
  const record = new MyProjects(home);
  const style = document.createElement("style");
  style.textContent = css;
  home.shadowRoot?.append(style);
  const again = () => { if (home.args.can_save) record.again(); };
  again();
  return { draw: () => page(record), again };
};

function page(record: MyProjects): TemplateResult {
  const { say, home } = record;
  if (!home.args.can_save) return html`<p class="soft">${say("record_closed")}</p>`;
  return html`<div class="stack wide record">
    <div role="status">${record.message ? html`<div class="note">${icon("tick")}<p>${record.message}</p></div>` : nothing}</div>
    ${failureNote(record, null)}
    ${projectsPart(record)}
    ${filesPart(record)}
    ${versionsPart(record)}
  </div>`;
}
