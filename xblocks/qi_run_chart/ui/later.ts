/* What few people need each day is in a second bundle (print.ts), loaded at the first use: the first one has a budget. */

import { once } from "../../qi_core/ui/second_script";
import type { asTabs, textOf } from "./files";
import type { settings } from "./chooser";
import type { preview } from "./preview";
import type { Take } from "./pictures";
import type { twin } from "./twin";

export interface Later {
  readonly svg: Take; readonly png: Take; readonly copy: Take; readonly textOf: typeof textOf; readonly asTabs: typeof asTabs;
  readonly preview: typeof preview; readonly settings: typeof settings; readonly twin: typeof twin;
}
/** print.ts puts it there. */
export interface Loaded { qiRunChartLater?: Later }

const load = once(() => (window as Loaded).qiRunChartLater as Later);

export function later(board: { readonly args: { readonly later_url: string } }): Promise<Later> { return load(board.args.later_url); }
