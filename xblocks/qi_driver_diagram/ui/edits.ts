/* Every edit of a diagram as a pure function: a new diagram, or the reason why not. Never a dangling link, never a loop. */

import { LEVELS, NODES_MAX, branch, emptyNode, homes, nodeOf, outline, rank, siblings, type Diagram, type Level, type Link, type Node, type Strength } from "./document";

/** A key of the words: "refused.<reason>". */
export type Refusal = "full" | "first" | "last" | "no_further_left" | "no_further_right" | "would_not_fit" | "inside_itself" | "too_long";
export type Result = Diagram | Refusal;
export type Change = Partial<Omit<Node, "id" | "level">>;

export const isRefused = (result: Result): result is Refusal => typeof result === "string";

/** Behind `after` in the order of all, or at the end; under `parent`, or on its own. */
export function addNode(diagram: Diagram, node: Node, parent: string | null, after: string | null): Result {
  if (diagram.nodes.length >= NODES_MAX) return "full";
  const at = after === null ? diagram.nodes.length : diagram.nodes.findIndex(({ id }) => id === after) + 1;
  const nodes = [...diagram.nodes.slice(0, at), node, ...diagram.nodes.slice(at)];
  const links = parent === null ? diagram.links : [...diagram.links, link(node.id, parent)];
  return { ...diagram, nodes, links };
}

/** One more beside a node, on the same level. */
export function addBeside(diagram: Diagram, beside: string, id: string): Result {
  const node = nodeOf(diagram, beside);
  if (!node) return addNode(diagram, emptyNode(id, "primary"), null, null);
  return addNode(diagram, emptyNode(id, node.level), homes(diagram).get(beside) ?? null, beside);
}

export function changeNode(diagram: Diagram, id: string, change: Change): Diagram {
  return { ...diagram, nodes: diagram.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)) };
}

/** What stood under it goes to another driver it affects, or up to where the removed one stood; no text but its own is lost. */
export function removeNode(diagram: Diagram, id: string): Diagram {
  const home = homes(diagram);
  const heir = home.get(id);
  const links = diagram.links.flatMap((one) => {
    if (one.from === id) return [];
    if (one.to !== id) return [one];
    const isOnly = !diagram.links.some((other) => other.from === one.from && other.to !== id);
    return heir !== undefined && isOnly ? [{ ...one, to: heir }] : [];
  });
  return { ...diagram, nodes: diagram.nodes.filter((node) => node.id !== id), links };
}

/** With all that stands under it; what also affects a driver elsewhere stays there. */
export function removeBranch(diagram: Diagram, id: string): Diagram {
  const inside = branch(diagram, id);
  const kept = new Set(diagram.nodes.filter((node) => !inside.has(node.id)).map((node) => node.id));
  let before = -1;
  while (before !== kept.size) {
    before = kept.size;
    for (const { from, to } of diagram.links) if (from !== id && kept.has(to)) kept.add(from);
  }
  const links = diagram.links.filter((one) => kept.has(one.from) && kept.has(one.to));
  return { ...diagram, nodes: diagram.nodes.filter((node) => kept.has(node.id)), links };
}

/** Up or down among those beside it. */
export function move(diagram: Diagram, id: string, by: 1 | -1): Result {
  const beside = siblings(diagram, id);
  const other = beside[beside.findIndex((node) => node.id === id) + by];
  if (!other) return by < 0 ? "first" : "last";
  return reorder(diagram, id, by < 0 ? other.id : null, other.id);
}

/** One column to the right: under the one before it, or, as the first, further from its driver. */
export function indent(diagram: Diagram, id: string, levels: readonly Level[]): Result {
  const node = nodeOf(diagram, id) as Node;
  const beside = siblings(diagram, id);
  const before = beside[beside.findIndex((one) => one.id === id) - 1];
  if (!before) {
    const right = node.level === "primary" ? undefined : levels[levels.indexOf(node.level) + 1];
    return right ? place(diagram, id, homes(diagram).get(id) ?? null, right, levels) : "no_further_right";
  }
  const right = rank(before.level) < rank(node.level) ? node.level : levels[levels.indexOf(before.level) + 1];
  return right ? lastOf(place(diagram, id, before.id, right, levels), id, null) : "no_further_right";
}

/** One column to the left: nearer to its driver, or beside it. */
export function outdent(diagram: Diagram, id: string, levels: readonly Level[]): Result {
  const node = nodeOf(diagram, id) as Node;
  const parent = homes(diagram).get(id) ?? null;
  const left = levels[levels.indexOf(node.level) - 1];
  if (!left) return "no_further_left";
  const above = parent === null ? undefined : (nodeOf(diagram, parent) as Node);
  if (!above || rank(above.level) < rank(left)) return place(diagram, id, parent, left, levels);
  const moved = place(diagram, id, homes(diagram).get(above.id) ?? null, above.level, levels);
  return isRefused(moved) ? moved : reorder(moved, id, null, above.id);
}

/** Where a drag ends: under `parent` (at the top without one), in front of `before`, or last. */
export function moveTo(diagram: Diagram, id: string, parent: string | null, before: string | null, levels: readonly Level[]): Result {
  const inside = branch(diagram, id);
  if (inside.has(parent ?? "") || inside.has(before ?? "")) return "inside_itself";
  const node = nodeOf(diagram, id) as Node;
  const above = parent === null ? undefined : nodeOf(diagram, parent);
  const level = above ? (rank(node.level) > rank(above.level) ? node.level : levels[levels.indexOf(above.level) + 1]) : levels[0];
  if (!level) return "no_further_right";
  return lastOf(place(diagram, id, parent, level, levels), id, before);
}

/** A further link from a node to a driver; without a strength, none. The driver it stands under can be let go as well. */
export function setLink(diagram: Diagram, from: string, to: string, strength: Strength | null): Diagram {
  const others = diagram.links.filter((one) => one.from !== from || one.to !== to);
  if (strength === null) return { ...diagram, links: others };
  const [child, driver] = [nodeOf(diagram, from), nodeOf(diagram, to)];
  if (!child || !driver || rank(driver.level) >= rank(child.level)) return diagram;
  if (others.length === diagram.links.length) return { ...diagram, links: [...others, { from, to, strength }] };
  return { ...diagram, links: diagram.links.map((one) => (one.from === from && one.to === to ? { ...one, strength } : one)) };
}

/** In the order of the outline, nodes and links: the same diagram is the same document, however it was drawn. */
export function tidy(result: Result): Result {
  if (isRefused(result)) return result;
  const nodes = outline(result).map(({ node }) => node);
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  return { ...result, nodes, links: [...result.links].sort((a, b) => place.get(a.from)! - place.get(b.from)!) };
}

const link = (from: string, to: string, strength: Strength = "strong"): Link => ({ from, to, strength });

/** A node under another driver and on another level, with what stands under it moved right where it must. */
function place(diagram: Diagram, id: string, parent: string | null, level: Level, levels: readonly Level[]): Result {
  const home = homes(diagram);
  const standing = diagram.links.find((one) => one.from === id && one.to === (parent ?? home.get(id)));
  const rest = diagram.links.filter((one) => one.from === id && one.to !== home.get(id) && one.to !== parent);
  const own = [...(parent === null ? [] : [standing ?? link(id, parent)]), ...rest];
  const links = [...diagram.links.filter((one) => one.from !== id), ...own];
  const moved = pushRight({ ...diagram, links }, id, level, levels);
  if (isRefused(moved)) return moved;
  const ranks = new Map(moved.nodes.map((node) => [node.id, rank(node.level)]));
  return { ...moved, links: moved.links.filter((one) => ranks.get(one.to)! < ranks.get(one.from)!) };
}

function pushRight(diagram: Diagram, id: string, level: Level, levels: readonly Level[]): Result {
  const found = new Map<string, Level>([[id, level]]);
  const home = homes(diagram);
  const level_of = new Map(diagram.nodes.map((node) => [node.id, node.level]));
  const inside = branch(diagram, id);
  for (const one of inside) {
    const above = one === id ? undefined : found.get(home.get(one) ?? "");
    const own = level_of.get(one) as Level;
    if (!above) continue;
    const pushed = rank(own) > rank(above) ? own : levels[levels.indexOf(above) + 1];
    if (!pushed || above === LEVELS[LEVELS.length - 1]) return "would_not_fit";
    found.set(one, pushed);
  }
  return { ...diagram, nodes: diagram.nodes.map((node) => (found.has(node.id) ? { ...node, level: found.get(node.id)! } : node)) };
}

/** Behind all that it now stands beside, or in front of `before`. */
function lastOf(moved: Result, id: string, before: string | null): Result {
  if (isRefused(moved)) return moved;
  const others = siblings(moved, id).filter((one) => one.id !== id);
  return reorder(moved, id, before, others[others.length - 1]?.id ?? null);
}

/** In front of `before`; without one, behind `after`, or last of all. */
function reorder(diagram: Diagram, id: string, before: string | null, after: string | null): Diagram {
  const node = nodeOf(diagram, id) as Node;
  const others = diagram.nodes.filter((one) => one.id !== id);
  const at = (wanted: string | null) => others.findIndex((one) => one.id === wanted);
  const place = before !== null ? at(before) : after !== null ? at(after) + 1 : others.length;
  return { ...diagram, nodes: [...others.slice(0, place), node, ...others.slice(place)] };
}
