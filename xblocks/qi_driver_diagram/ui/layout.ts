/* Where everything stands in the picture: columns from the aim to the ideas, rows as in the outline or, where further links
   then cross less, brothers in another order. Pure: no DOM. Links of the outline never cross, because what stands under a
   driver stands beside it and nowhere else. */

import { homes, levelsOf, type Diagram, type Level, type Link, type Node, type Row } from "./document";
import { untangled } from "./order";

/** How wide a text is, in pixels: the browser's measure, or an estimate where there is none. */
export type Measure = (text: string) => number;
export interface Box { readonly id: string; readonly level: Level | "aim"; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly lines: readonly string[]; readonly sign: string }
export interface Line { readonly link: Link; readonly path: string; readonly isCross: boolean; readonly label: { readonly x: number; readonly y: number } }
export interface Column { readonly level: Level | "aim"; readonly x: number; readonly width: number }
export interface Layout { readonly width: number; readonly height: number; readonly padding: number; readonly columns: readonly Column[]; readonly boxes: readonly Box[]; readonly lines: readonly Line[] }
export interface Wanted { readonly width: number; readonly tertiary: boolean; readonly aim: string; readonly signOf: (node: Node) => string; readonly measure: Measure; readonly isRtl?: boolean; readonly isDense?: boolean }

export const LINE_HEIGHT = 18;
const [HEAD, CHANNEL] = [34, 44];
/** Of more boxes than this each has as little room around its words as can be: so that all are as large as can be on a page. */
const VERY_MANY = 100;
const spacesOf = (diagram: Diagram, isDense = false): readonly [padding: number, gap: number] => (!isDense ? [8, 10] : diagram.nodes.length > VERY_MANY ? [2, 3] : [4, 5]);

export function layoutOf(diagram: Diagram, wanted: Wanted): Layout {
  const levels = ["aim", ...levelsOf(diagram, wanted.tertiary)] as const;
  const [padding, gap] = spacesOf(diagram, wanted.isDense);
  const columns = columnsOf(levels, wanted);
  const column_of = new Map<string, Column>(columns.map((column) => [column.level, column]));
  const box = (id: string, level: Level | "aim", text: string, sign: string): Box => {
    const { x, width } = column_of.get(level)!;
    const lines = wrapped(text, width - 2 * padding - 12, wanted.measure);
    return { id, level, x, y: 0, width, height: (lines.length + (sign ? 1 : 0)) * LINE_HEIGHT + 2 * padding, lines, sign };
  };
  const boxes = new Map(diagram.nodes.map((node) => [node.id, box(node.id, node.level, node.text || GAP_TEXT, wanted.signOf(node))]));
  const bottom = stacked(untangled(diagram), boxes, gap);
  const aim = box("aim", "aim", wanted.aim, "");
  const height = Math.max(bottom, HEAD + aim.height) + gap;
  boxes.set("aim", { ...aim, y: (HEAD + height - gap - aim.height) / 2 });
  const all = [...boxes.values()];
  return { width: wanted.width, height, padding, columns, boxes: all, lines: linesOf(diagram, boxes, columns, wanted.isRtl ?? false) };
}

/** There are more ideas than anything else, and they have more words. */
const SHARES: Readonly<Record<string, number>> = { aim: 0.9, primary: 0.9, idea: 1.35 };

function columnsOf(levels: readonly Column["level"][], { width, isRtl }: Wanted): readonly Column[] {
  const room = width - 2 - CHANNEL * (levels.length - 1);
  const share = (level: string) => SHARES[level] ?? 1;
  const whole = levels.reduce((sum, level) => sum + share(level), 0);
  let from = 1;
  return levels.map((level) => {
    const wide = (room * share(level)) / whole;
    const x = isRtl ? width - from - wide : from;
    from += wide + CHANNEL;
    return { level, x, width: wide };
  });
}

const GAP_TEXT = "…";

/** Gives every box its place from above; each stands in the middle of what stands under it. Answers how far down they reach. */
function stacked(rows: readonly Row[], boxes: Map<string, Box>, gap: number): number {
  const under = new Map<string | null, string[]>();
  for (const { node, parent } of rows) under.set(parent, [...(under.get(parent) ?? []), node.id]);
  const put = (id: string, top: number): number => {
    const own = boxes.get(id)!;
    const children = under.get(id) ?? [];
    let below = top;
    for (const child of children) below = put(child, below);
    const bottom = Math.max(below, top + own.height + gap);
    const shift = (bottom - below) / 2;
    if (children.length && shift > 0) for (const child of children) moveDown(child, shift, under, boxes);
    boxes.set(id, { ...own, y: top + (bottom - top - gap - own.height) / 2 });
    return bottom;
  };
  let bottom = HEAD;
  for (const id of under.get(null) ?? []) bottom = put(id, bottom) + gap / 2;
  return bottom;
}

function moveDown(id: string, by: number, under: ReadonlyMap<string | null, string[]>, boxes: Map<string, Box>): void {
  const box = boxes.get(id)!;
  boxes.set(id, { ...box, y: box.y + by });
  for (const child of under.get(id) ?? []) moveDown(child, by, under, boxes);
}

function linesOf(diagram: Diagram, boxes: ReadonlyMap<string, Box>, columns: readonly Column[], isRtl: boolean): readonly Line[] {
  const home = homes(diagram);
  const to_aim = diagram.nodes.filter(({ level }) => level === "primary").map(({ id }): Link => ({ from: id, to: "aim", strength: "strong" }));
  const place = (box: Box) => columns.findIndex(({ level }) => level === box.level);
  const [near, far] = isRtl ? [({ x }: Column) => x, ({ x, width }: Column) => x + width] : [({ x, width }: Column) => x + width, ({ x }: Column) => x];
  return [...to_aim, ...diagram.links].map((link) => {
    const [child, driver] = [boxes.get(link.from)!, boxes.get(link.to)!];
    const isCross = link.to !== "aim" && home.get(link.from) !== link.to;
    const [start, end] = [child.y + child.height / 2, driver.y + driver.height / 2];
    // A link of the outline passes a column straight, beside its own box; a further link through the nearest gap.
    const passed = columns.slice(place(driver) + 1, place(child)).reverse().map((column) => ({ column, y: isCross ? gapNear((start + end) / 2, column, boxes) : start }));
    let [path, x, y] = [`M${round(far(child))} ${round(start)}`, far(child), start];
    for (const next of [...passed, { column: columns[place(driver)]!, y: end }]) {
      const [to, middle] = [near(next.column), (x + near(next.column)) / 2];
      path += `C${round(middle)} ${round(y)} ${round(middle)} ${round(next.y)} ${round(to)} ${round(next.y)}`;
      [x, y] = [far(next.column), next.y];
      if (next.column !== columns[place(driver)]) path += `H${round(x)}`;
    }
    const bound = passed[0]?.y ?? end;
    return { link, isCross, path, label: { x: far(child) + (isRtl ? 1 : -1) * CHANNEL / 2, y: start + (bound - start) * 0.18 - 3 } };
  });
}

/** Where no box of a column stands, as near as can be to `y`. */
function gapNear(y: number, { level }: Column, boxes: ReadonlyMap<string, Box>): number {
  const inside = [...boxes.values()].filter((box) => box.level === level).sort((a, b) => a.y - b.y);
  const gaps = inside.flatMap((box, at) => {
    const [above, below] = [inside[at - 1], inside[at + 1]];
    return [above ? (above.y + above.height + box.y) / 2 : box.y - 4, ...(below ? [] : [box.y + box.height + 4])];
  });
  const isFree = !inside.some((box) => y > box.y - 3 && y < box.y + box.height + 3);
  return isFree ? y : gaps.reduce((best, gap) => (Math.abs(gap - y) < Math.abs(best - y) ? gap : best));
}

const round = (number: number): number => Math.round(number * 10) / 10;

/** Between words where it can be, inside one where it must. */
export function wrapped(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.trim().split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (measure(longer) <= width) { line = longer; continue; }
    if (line) lines.push(line);
    line = word;
    while (measure(line) > width && [...line].length > 1) {
      const letters = [...line];
      let count = letters.length - 1;
      while (count > 1 && measure(letters.slice(0, count).join("")) > width) count--;
      lines.push(letters.slice(0, count).join(""));
      line = letters.slice(count).join("");
    }
  }
  return [...lines, line];
}
