/* In which order the picture shows what stands beside each other: so that further links cross less. The list keeps its own.
   Sifting, as Matuszewski, Schönfeld and Molitor 1999: one after the other goes to the place among its brothers that is best. */

import { homes, outline, rank, type Diagram, type Row } from "./document";

/** So often are two links compared at most: for the largest diagrams, a moment on a slow phone. */
const COMPARISONS = 2_000_000;
/** So far up or down a place is tried. */
const FAR = 6;
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
  const [pairs, places] = [pairsOf(diagram), placesOf(diagram)];
  const mobile = [...given].flatMap(([parent, rows]) => rows.filter((row) => rows.length > 1 && isPulled(diagram, row, given)).map((row) => ({ parent, row, among: rows.length })));
  let trials = COMPARISONS / (pairs.length + diagram.nodes.length);
  let [best, left, before] = [given, countOf(pairs, heights(places, given)), Infinity];
  while (left && left < before) {
    before = left;
    for (const { parent, row, among } of mobile) for (let place = 0; place < among; place++) {
      if (!left || trials < 0) return best;
      const steps = Math.abs(best.get(parent)!.indexOf(row) - place);
      if (!steps || steps > FAR) continue;
      trials--;
      const next = new Map(best).set(parent, movedTo(best.get(parent)!, row, place));
      const now = countOf(pairs, heights(places, next));
      if (now < left) [best, left] = [next, now];
    }
  }
  return best;
}

/** Whether a further link ends in it, or in what stands under it. */
function isPulled(diagram: Diagram, { node }: Row, brothers: Brothers): boolean {
  const home = homes(diagram);
  const isEnd = diagram.links.some(({ from, to }) => (from === node.id || to === node.id) && home.get(from) !== to);
  return isEnd || (brothers.get(node.id) ?? []).some((row) => isPulled(diagram, row, brothers));
}

/** How often links cross when all are drawn straight, boxes of one height, each in the middle of what stands under it. */
export const crossings = (diagram: Diagram, rows: readonly Row[]): number => countOf(pairsOf(diagram), heights(placesOf(diagram), brothersOf(rows)));

/** A link between nodes by their places in the diagram, and between columns. */
interface Straight { readonly from: number; readonly to: number; readonly left: number; readonly right: number; readonly isFurther: boolean }
/** Two links that may cross, and the columns between which they would. */
interface Pair { readonly one: Straight; readonly other: Straight; readonly begin: number; readonly end: number }

/** Links of the outline never cross each other. */
function pairsOf(diagram: Diagram): readonly Pair[] {
  const home = homes(diagram);
  const place = placesOf(diagram);
  const column = (id: string) => rank(diagram.nodes[place.get(id)!]!.level);
  const lines = diagram.links.map(({ from, to }): Straight => ({ from: place.get(from)!, to: place.get(to)!, left: column(to), right: column(from), isFurther: home.get(from) !== to }));
  return lines.flatMap((one, index) => lines.filter((other, at) => one.isFurther && (at < index || !other.isFurther))
    .map((other): Pair => ({ one, other, begin: Math.max(one.left, other.left), end: Math.min(one.right, other.right) }))
    .filter(({ other, begin, end }) => begin < end && one.from !== other.from && one.to !== other.to));
}

const placesOf = ({ nodes }: Diagram): ReadonlyMap<string, number> => new Map(nodes.map(({ id }, place) => [id, place]));

function countOf(pairs: readonly Pair[], height: Float64Array): number {
  const at = ({ from, to, left, right }: Straight, x: number) => height[to]! + ((height[from]! - height[to]!) * (x - left)) / (right - left);
  let sum = 0;
  for (const { one, other, begin, end } of pairs) if ((at(one, begin) - at(other, begin)) * (at(one, end) - at(other, end)) < -1e-9) sum++;
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

/** How far from above each stands, by its place in the diagram, when what has nothing under it is one high. */
function heights(places: ReadonlyMap<string, number>, brothers: Brothers): Float64Array {
  const found = new Float64Array(places.size);
  let next = 0;
  const put = ({ node }: Row): number => {
    const inside = (brothers.get(node.id) ?? []).map(put);
    return (found[places.get(node.id)!] = inside.length ? (inside[0]! + inside[inside.length - 1]!) / 2 : next++);
  };
  for (const key of [TOP, LOOSE]) brothers.get(key)?.forEach(put);
  return found;
}

function movedTo(rows: readonly Row[], row: Row, place: number): readonly Row[] {
  const others = rows.filter((one) => one !== row);
  return [...others.slice(0, place), row, ...others.slice(place)];
}
