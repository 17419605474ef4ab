/* The picture's order: links cross less than in the order of the list, and nothing else about the diagram is another. */

import { describe, expect, test } from "vitest";
import falls from "../../qi_templates/driver_diagrams/falls.json";
import breaks from "../../qi_templates/driver_diagrams/staff-breaks.json";
import letters from "../../qi_templates/driver_diagrams/transfer-letters.json";
import { levelsOf, outline, type Diagram, type Row } from "../../xblocks/qi_driver_diagram/ui/document";
import { insert, readPasted, type Given } from "../../xblocks/qi_driver_diagram/ui/insert";
import { layoutOf } from "../../xblocks/qi_driver_diagram/ui/layout";
import { crossings, untangled } from "../../xblocks/qi_driver_diagram/ui/order";

const EMPTY: Diagram = { schema: 1, nodes: [], links: [], confirmed: [] };

function drawn(given: readonly Given[]): Diagram {
  let count = 0;
  return insert(EMPTY, given, () => `node${count++}`) as Diagram;
}

/** Pairs of links that cross on the page, each taken as a straight line between its boxes. */
function crossedOnPaper(diagram: Diagram): number {
  const { boxes } = layoutOf(diagram, { width: 1200, tertiary: false, aim: "", signOf: () => "", measure: (text) => text.length * 7 });
  const box = new Map(boxes.map((one) => [one.id, one]));
  const lines = diagram.links.map(({ from, to }) => {
    const [child, driver] = [box.get(from)!, box.get(to)!];
    return { from: [driver.x + driver.width, driver.y + driver.height / 2], to: [child.x, child.y + child.height / 2], ends: [from, to] };
  });
  type Point = number[];
  const side = ([ax, ay]: Point, [bx, by]: Point, [x, y]: Point) => Math.sign((bx! - ax!) * (y! - ay!) - (by! - ay!) * (x! - ax!));
  const cross = (one: (typeof lines)[number], other: (typeof lines)[number]) => !one.ends.some((end) => other.ends.includes(end))
    && side(one.from, one.to, other.from) * side(one.from, one.to, other.to) < 0 && side(other.from, other.to, one.from) * side(other.from, other.to, one.to) < 0;
  return lines.flatMap((line, place) => lines.slice(0, place).filter((other) => cross(line, other))).length;
}

/** Every line with what it stands under, in an order that does not matter. */
const standing = (rows: readonly Row[]) => rows.map(({ node, parent, depth }) => `${parent} > ${node.id} ${depth}`).sort();
const byList = (diagram: Diagram): Diagram => ({ ...diagram, links: [...diagram.links] });

describe("the order in the picture", () => {
  test.each([["falls", falls, 16, 1], ["breaks", breaks, 23, 3], ["letters", letters, 22, 10]] as const)("leaves few crossings in %s", (_, starter, before, after) => {
    const diagram = drawn(starter.nodes as readonly Given[]);
    expect([crossings(diagram, outline(diagram)), crossings(diagram, untangled(diagram))]).toEqual([before, after]);
    expect(crossedOnPaper(diagram)).toBeLessThan(before);
    expect(standing(untangled(diagram))).toEqual(standing(outline(diagram)));
    expect(untangled(byList(diagram))).toEqual(untangled(diagram));
  });

  test("brings together what a further link joins", () => {
    const given = readPasted("A\n  first\nB\n  second\nC\n  third", levelsOf(EMPTY, false));
    const plain = drawn(given);
    const id = (text: string) => plain.nodes.find((node) => node.text === text)!.id;
    const diagram: Diagram = { ...plain, links: [...plain.links, { from: id("third"), to: id("A"), strength: "weak" }] };
    expect(crossedOnPaper(diagram)).toBe(0);
    expect(outline(diagram).map(({ node }) => node.text)).toEqual(["A", "first", "B", "second", "C", "third"]);
  });

  test.each([false, true])("leads a link that passes a column through a gap in it, from right to left: %s", (isRtl) => {
    const plain = drawn(falls.nodes as readonly Given[]);
    const [first, last] = [plain.nodes.find(({ level }) => level === "primary")!, plain.nodes.filter(({ level }) => level === "idea").pop()!];
    const diagram: Diagram = { ...plain, links: [...plain.links, { from: last.id, to: first.id, strength: "weak" }] };
    const { boxes, lines } = layoutOf(diagram, { width: 1200, tertiary: false, aim: "", signOf: () => "", measure: (text) => text.length * 7, isRtl });
    const passing = lines.filter(({ path }) => path.includes("H"));
    expect(passing.map(({ link }) => link)).toEqual([{ from: last.id, to: first.id, strength: "weak" }]);
    const y = Number(/([\d.]+)H/.exec(passing[0]!.path)![1]);
    expect(boxes.filter((box) => box.level === "secondary" && y > box.y && y < box.y + box.height)).toEqual([]);
  });

  test("is the list's own where nothing crosses", () => {
    const diagram = drawn(readPasted("A\n  one\n    two\nB\n  three", levelsOf(EMPTY, false)));
    expect(untangled(diagram)).toEqual(outline(diagram));
  });

  test("keeps all that stands under something there, of as many boxes as there may be", () => {
    const given = Array.from({ length: 200 }, (_, place): Given => ({ key: `${place}`, level: place < 10 ? "primary" : place < 50 ? "secondary" : "idea", text: `Number ${place}`,
      affects: place < 10 ? [] : place < 50 ? [place % 10, (place * 7) % 10].map(String) : [10 + (place % 40), 10 + ((place * 13) % 40), 10 + ((place * 29) % 40)].map(String) }));
    const diagram = drawn(given);
    const found = untangled(diagram);
    expect(standing(found)).toEqual(standing(outline(diagram)));
    expect(crossings(diagram, found)).toBeLessThanOrEqual(crossings(diagram, outline(diagram)));
  });
});
