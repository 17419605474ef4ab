/* In which order the picture shows what stands beside each other: so that further links cross less. The list keeps its own.
   Sifting, as Matuszewski, Schönfeld and Molitor 1999: one after the other goes to the place among its brothers that is best. */

import { homes, outline, rank, type Diagram, type Row } from "./document";

/** So often are two links compared at most: for the largest diagrams, a moment on a slow phone. */
const COMPARISONS = 4_000_000;
/** Who stands beside whom, by what they stand under. */
type Brothers = ReadonlyMap<string, readonly Row[]>;
const [TOP, LOOSE] = ["top", "loose"];
const known = new WeakMap<Diagram, readonly Row[]>();

/** The rows of the outline, brothers in another order where that leaves fewer crossings. The same diagram has the same order. */
export function untangled(diagram: Diagram): readonly Row[] {
  const found = known.get(diagram) ?? flat(sifted(diagram, brothersOf(outline(diagram))));
  known.set(diagram, found);
  return found;
}

function sifted(diagram: Diagram, given: Brothers): Brothers {
  const home = homes(diagram);
  if (diagram.links.every(({ from, to }) => home.get(from) === to)) return given;
  let trials = COMPARISONS / diagram.links.length ** 2;
  let [best, left, before] = [given, countOf(diagram, given), Infinity];
  while (left && left < before) {
    before = left;
    for (const [parent, rows] of given) for (const row of rows) for (const place of rows.keys()) {
      if (!left || trials-- < 0) return best;
      const next = new Map([...best, [parent, movedTo(best.get(parent)!, row, place)]]);
      const now = countOf(diagram, next);
      if (now < left) [best, left] = [next, now];
    }
  }
  return best;
}

/** How often links cross when all are drawn straight, boxes of one height, each in the middle of what stands under it. */
export const crossings = (diagram: Diagram, rows: readonly Row[]): number => countOf(diagram, brothersOf(rows));

function countOf(diagram: Diagram, brothers: Brothers): number {
  const height = heights(brothers);
  const column = new Map(diagram.nodes.map(({ id, level }) => [id, rank(level)]));
  const lines = diagram.links.map(({ from, to }) => ({ left: column.get(to)!, right: column.get(from)!, start: height.get(to)!, end: height.get(from)! }));
  type Straight = (typeof lines)[number];
  const at = ({ left, right, start, end }: Straight, x: number) => start + ((end - start) * (x - left)) / (right - left);
  const cross = (one: Straight, other: Straight) => {
    const [from, to] = [Math.max(one.left, other.left), Math.min(one.right, other.right)];
    return from < to && (at(one, from) - at(other, from)) * (at(one, to) - at(other, to)) < -1e-9;
  };
  let sum = 0;
  lines.forEach((line, place) => { for (let other = 0; other < place; other++) if (cross(line, lines[other]!)) sum++; });
  return sum;
}

function brothersOf(rows: readonly Row[]): Brothers {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row.parent ?? (rank(row.node.level) ? LOOSE : TOP);
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}

function flat(brothers: Brothers): readonly Row[] {
  const under = (key: string): readonly Row[] => (brothers.get(key) ?? []).flatMap((row) => [row, ...under(row.node.id)]);
  return [...under(TOP), ...under(LOOSE)];
}

/** Where each stands from above, when what has nothing under it is one high. */
function heights(brothers: Brothers): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  let next = 0;
  const put = ({ node }: Row): number => {
    const inside = (brothers.get(node.id) ?? []).map(put);
    const middle = inside.length ? (inside[0]! + inside[inside.length - 1]!) / 2 : next++;
    found.set(node.id, middle);
    return middle;
  };
  for (const key of [TOP, LOOSE]) brothers.get(key)?.forEach(put);
  return found;
}

function movedTo(rows: readonly Row[], row: Row, place: number): readonly Row[] {
  const others = rows.filter((one) => one !== row);
  return [...others.slice(0, place), row, ...others.slice(place)];
}
