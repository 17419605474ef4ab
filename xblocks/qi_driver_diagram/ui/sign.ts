/* How far an idea has been tested, in a word. */

import type { Node } from "./document";
import type { DriverDiagram } from "./editor";

/** Nothing while it has not. */
export function signOf(editor: DriverDiagram, node: Node): string {
  const status = editor.overview.status[node.id];
  return status && status !== "not_started" ? editor.say(`status_of.${status}`) : "";
}
