/* The diagram, schema 1, and how it is read: shape and limits are those of domain/document.py. Edits are in edits.ts. */

export const LEVELS = ["primary", "secondary", "tertiary", "idea"] as const;
export const NODES_MAX = 200;
export const TEXT_MAX = 300;

export type Level = (typeof LEVELS)[number];
export type Strength = "strong" | "weak";
export type Amount = "low" | "high";
export interface Node {
  readonly id: string; readonly level: Level; readonly text: string; readonly note: string; readonly owner: string;
  readonly effort: Amount | null; readonly impact: Amount | null; readonly measured_by: readonly string[];
}
/** `from` affects `to`, which stands further left. A node's first link says where it stands in the outline. */
export interface Link { readonly from: string; readonly to: string; readonly strength: Strength }
export interface Diagram { readonly schema: 1; readonly nodes: readonly Node[]; readonly links: readonly Link[]; readonly confirmed: readonly string[] }

/** A line of the outline. `parent` is null for the primary drivers, and for what hangs on nothing yet. */
export interface Row { readonly node: Node; readonly parent: string | null; readonly depth: number }

export const rank = (level: Level): number => LEVELS.indexOf(level);

export const emptyNode = (id: string, level: Level, text = ""): Node =>
  ({ id, level, text, note: "", owner: "", effort: null, impact: null, measured_by: [] });

/** The columns on show. A third column of drivers is shown where the author wants it, or where a diagram has one. */
export function levelsOf(diagram: Diagram, tertiary: boolean): readonly Level[] {
  const wanted = tertiary || diagram.nodes.some(({ level }) => level === "tertiary");
  return wanted ? LEVELS : LEVELS.filter((level) => level !== "tertiary");
}

export const nodeOf = (diagram: Diagram, id: string): Node | undefined => diagram.nodes.find((node) => node.id === id);

/** What a node affects, the driver it stands under first. */
export const affectedBy = (diagram: Diagram, id: string): readonly string[] =>
  diagram.links.filter((link) => link.from === id).map((link) => link.to);

export function affectedByAll(diagram: Diagram): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { from, to } of diagram.links) found.set(from, [...(found.get(from) ?? []), to]);
  return found;
}

/** Where every node stands: its first link. */
export function homes(diagram: Diagram): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { from, to } of diagram.links) if (!found.has(from)) found.set(from, to);
  return found;
}

/** Primary drivers with all that stands under them; then what hangs on nothing yet. */
export function outline(diagram: Diagram): readonly Row[] {
  const home = homes(diagram);
  const under = new Map<string | null, Node[]>();
  for (const node of diagram.nodes) {
    const parent = home.get(node.id) ?? null;
    under.set(parent, [...(under.get(parent) ?? []), node]);
  }
  const rows: Row[] = [];
  const put = (node: Node, parent: string | null, depth: number): void => {
    rows.push({ node, parent, depth });
    for (const child of under.get(node.id) ?? []) put(child, node.id, depth + 1);
  };
  const roots = under.get(null) ?? [];
  for (const node of [...roots.filter(({ level }) => level === "primary"), ...roots.filter(({ level }) => level !== "primary")]) put(node, null, 0);
  return rows;
}

/** A node and all that stands under it in the outline. */
export function branch(diagram: Diagram, id: string): ReadonlySet<string> {
  const rows = outline(diagram);
  const first = rows.findIndex(({ node }) => node.id === id);
  const inside = new Set<string>([id]);
  for (const { node, parent } of rows.slice(first + 1)) {
    if (parent === null || !inside.has(parent)) break;
    inside.add(node.id);
  }
  return inside;
}

/** Rows that stand beside a node, in order: same parent, and at the top drivers and loose ends apart. */
export function siblings(diagram: Diagram, id: string): readonly Node[] {
  const rows = outline(diagram);
  const own = rows.find(({ node }) => node.id === id);
  if (!own) return [];
  const isLoose = ({ parent, node }: Row) => parent === null && node.level !== "primary";
  return rows.filter((row) => row.parent === own.parent && isLoose(row) === isLoose(own)).map(({ node }) => node);
}

/** A node with all that it affects and all that affects it, however far. */
export function chain(diagram: Diagram, id: string): ReadonlySet<string> {
  const found = new Set<string>([id]);
  const follow = (end: "from" | "to", other: "from" | "to") => {
    let edge = [id];
    while (edge.length) {
      edge = diagram.links.filter((link) => edge.includes(link[end])).map((link) => link[other]);
      edge.forEach((one) => found.add(one));
    }
  };
  follow("from", "to");
  follow("to", "from");
  return found;
}
