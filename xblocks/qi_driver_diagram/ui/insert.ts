/* Many nodes at once: a pasted list, rows from a spreadsheet, a starter. They join what is there; nothing is overwritten. */

import { NODES_MAX, TEXT_MAX, emptyNode, homes, rank, type Diagram, type Level } from "./document";
import type { NewId } from "../../qi_core/ui/ids";
import type { Result } from "./edits";

/** What is to come in, with keys of its own: a starter's node, or a line of a pasted list. */
export interface Given { readonly key: string; readonly level: Level; readonly text: string; readonly affects: readonly string[] }

const plain = (text: string): string => text.trim().replace(/\s+/g, " ").toLowerCase();

/** A node that is already there, with the same words in the same place, is not put in twice. */
export function insert(diagram: Diagram, given: readonly Given[], newId: NewId): Result {
  const known = new Map<string, string>();
  const home = homes(diagram);
  const place = (level: Level, text: string, parent: string | undefined) => `${level} ${parent ?? ""} ${plain(text)}`;
  const there = new Map(diagram.nodes.map((node) => [place(node.level, node.text, home.get(node.id)), node.id]));
  const fresh: Given[] = [];
  const links = [...diagram.links];
  for (const one of [...given].sort((a, b) => rank(a.level) - rank(b.level))) {
    const parents = one.affects.map((key) => known.get(key)).filter((id): id is string => id !== undefined);
    const spot = place(one.level, one.text, parents[0]);
    const id = there.get(spot) ?? newId();
    if (!there.has(spot)) fresh.push(one);
    there.set(spot, id);
    known.set(one.key, id);
    for (const to of parents) if (!links.some((link) => link.from === id && link.to === to)) links.push({ from: id, to, strength: "strong" });
  }
  if (diagram.nodes.length + fresh.length > NODES_MAX) return "full";
  if (fresh.some(({ text }) => text.trim().length > TEXT_MAX)) return "too_long";
  const nodes = given.filter((one) => fresh.includes(one)).map((one) => emptyNode(known.get(one.key)!, one.level, one.text.trim()));
  return { ...diagram, nodes: [...diagram.nodes, ...nodes], links };
}

/** A first line "Aim: …", in English or in the reader's word for it, and the lines that follow. */
export function aimIn(text: string, word: string): { readonly aim: string; readonly rest: string } {
  const [, name = "", aim = "", rest = ""] = /^\s*([^:：\n]+)[:：]([^\n]*)([^]*)$/.exec(text) ?? [];
  const isAim = ["aim", plain(word)].includes(plain(name));
  return isAim ? { aim: aim.trim(), rest } : { aim: "", rest: text };
}

/** An indented list, or rows of a spreadsheet with a column for each level. Levels are told by the place, never by words. */
export function readPasted(text: string, levels: readonly Level[]): readonly Given[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n").filter((line) => line.trim());
  const isTable = lines.some((line) => /\S\s*\t+\s*\S/.test(line));
  return isTable ? fromTable(text, levels) : fromList(lines, levels);
}

function fromList(lines: readonly string[], levels: readonly Level[]): readonly Given[] {
  const above: { indent: number; key: string; depth: number }[] = [];
  return lines.map((line, index) => {
    const [, space = "", words = ""] = /^(\s*)(?:[-*•–·]\s+|\d+[.)]\s+)?(.*)$/.exec(line) ?? [];
    const indent = space.replace(/\t/g, "    ").length;
    while (above.length && above[above.length - 1]!.indent >= indent) above.pop();
    const parent = [...above].reverse().find(({ depth }) => depth < levels.length - 1);
    const depth = Math.min(parent ? parent.depth + 1 : 0, levels.length - 1);
    const key = `${index}`;
    above.push({ indent, key, depth });
    return { key, level: levels[depth]!, text: words, affects: parent ? [parent.key] : [] };
  });
}

/** An empty cell means the same as above; a word that stands there again is the same node. */
function fromTable(text: string, levels: readonly Level[]): readonly Given[] {
  const given: Given[] = [];
  const current: (Given | undefined)[] = [];
  for (const cells of cellsOf(text)) {
    cells.slice(0, levels.length).forEach((cell, column) => {
      if (!cell.trim() || (current[column] && plain(current[column]!.text) === plain(cell))) return;
      const parent = current.slice(0, column).reverse().find((one) => one !== undefined);
      const one = { key: `${given.length}`, level: levels[column]!, text: cell.trim().replace(/\s+/g, " "), affects: parent ? [parent.key] : [] };
      given.push(one);
      current.splice(column, current.length, one);
    });
  }
  return given;
}

/** As spreadsheets put cells on the clipboard: tabs, and quotes around a cell with a line break in it. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.replace(/\r\n?/g, "\n").matchAll(/(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/g)) {
    rows[rows.length - 1]!.push(quoted?.replace(/""/g, '"') ?? bare ?? "");
    if (end === "\n") rows.push([]);
    if (end === "") break;
  }
  return rows;
}
