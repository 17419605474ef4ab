/* The learner's diagram laid out, for the page and for the files. */

import type { Node } from "./document";
import type { DriverDiagram } from "./editor";
import { layoutOf, type Layout } from "./layout";
import { measure } from "./measure";

/** Of so many boxes each is drawn a little closer to the next. */
const MANY = 30;

export function layoutIn(editor: DriverDiagram, width: number): Layout {
  const { args, say } = editor;
  const aim = editor.aimText || say("no_aim_short");
  return layoutOf(editor.diagram, { width, tertiary: args.settings.tertiary, aim, signOf: (node) => signOf(editor, node), measure, isRtl: args.dir === "rtl", isDense: editor.diagram.nodes.length > MANY });
}

/** How far an idea has been tested; nothing while it has not. */
export function signOf(editor: DriverDiagram, node: Node): string {
  const status = editor.overview.status[node.id];
  return status && status !== "not_started" ? editor.say(`status_of.${status}`) : "";
}
