/* A worked example instead of the learner's own diagram: the author's outline, or a starter. It can be looked at and taken away. */

import { html, type TemplateResult } from "lit/html.js";
import { newId } from "../../qi_core/ui/ids";
import { broughtPanel, type Brought } from "./brought";
import type { Diagram } from "./document";
import type { DriverDiagram } from "./editor";
import { isRefused } from "./edits";
import { aimIn, insert, readPasted, type Given } from "./insert";
import { picturePage } from "./picture_page";

export interface Example { readonly diagram: Diagram; readonly aim: string }
export interface StarterDiagram extends Brought { readonly nodes: readonly Given[]; readonly aim: { readonly stem: string } }

const EMPTY: Diagram = { schema: 1, nodes: [], links: [], confirmed: [] };

function drawn(given: readonly Given[]): Diagram {
  const result = insert(EMPTY, given, newId);
  return isRefused(result) ? EMPTY : result;
}

/** Null when the learner draws a diagram of their own. */
export function exampleOf({ args, levels, say }: DriverDiagram): Example | null {
  const { kind, outline } = args.example;
  if (kind === "no") return null;
  const { aim, rest } = aimIn(outline, say("aim"));
  return kind === "outline" ? { diagram: drawn(readPasted(rest, levels)), aim } : { diagram: EMPTY, aim: "" };
}

/** A whole starter; null when it cannot be had. */
export async function starterOf(editor: DriverDiagram, id: string): Promise<StarterDiagram | null> {
  const response = await fetch(editor.urlOf("starter_diagram", id), { credentials: "same-origin" }).catch(() => null);
  return response?.ok ? ((await response.json()) as StarterDiagram) : null;
}

export async function loadExample(editor: DriverDiagram): Promise<void> {
  if (editor.args.example.kind !== "starter") return;
  const starter = await starterOf(editor, editor.args.example.starter);
  editor.told = starter ? "" : editor.say("starter_failed");
  editor.brought = starter;
  if (starter) editor.example = { diagram: drawn(starter.nodes), aim: starter.aim.stem };
  editor.requestUpdate();
}

export function examplePage(editor: DriverDiagram): TemplateResult {
  return html`<div class="stack"><p class="small soft" role="status">${editor.told || editor.say("example")}</p>${picturePage(editor)}${broughtPanel(editor)}</div>`;
}
