/* The picture, which a phone never shows, and the files are in a second bundle (print.ts), loaded at the first use: the first
   one has a budget. */

import { once } from "../../qi_core/ui/second_script";
import type { TemplateResult } from "lit/html.js";
import type { DriverDiagram } from "./editor";

/** The picture in the page; and a file of each kind, made and handed to the browser. */
export interface Later {
  readonly drawing: (editor: DriverDiagram) => TemplateResult;
  readonly svg: (editor: DriverDiagram) => void; readonly png: (editor: DriverDiagram) => Promise<void>;
  readonly csv: (editor: DriverDiagram) => void; readonly text: (editor: DriverDiagram) => void;
}
/** print.ts puts it there. */
export interface Loaded { qiDriverDiagramLater?: Later }

export const later = once(() => (window as Loaded).qiDriverDiagramLater as Later);
