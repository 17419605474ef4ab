/* The learner's diagram laid out, for the page and for the files. */

import type { DriverDiagram } from "./editor";
import { layoutOf, type Layout } from "./layout";
import { measure } from "./measure";
import { signOf } from "./sign";

/** Of so many boxes each is drawn a little closer to the next. */
const MANY = 30;

export function layoutIn(editor: DriverDiagram, width: number): Layout {
  const { args, say } = editor;
  const aim = editor.aimText || say("no_aim_short");
  return layoutOf(editor.diagram, { width, tertiary: args.settings.tertiary, aim, signOf: (node) => signOf(editor, node), measure, isRtl: args.dir === "rtl", isDense: editor.diagram.nodes.length > MANY });
}
