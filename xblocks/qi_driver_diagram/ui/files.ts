/* The files that exports.ts offers. In the second bundle: see later.ts. */

import { render } from "lit/html.js";
import { affectedBy, nodeOf } from "./document";
import type { DriverDiagram } from "./editor";
import { layoutIn } from "./laid_out";
import type { Later } from "./later";
import { picture } from "./picture";
import pictureCss from "./picture.css";

const [EXPORT_WIDTH, MARGIN, PNG_SCALE] = [1400, 24, 2];
// A spreadsheet would take such a text for a formula.
const FORMULA = /^[=+\-@\t]/;

export const files: Omit<Later, "drawing"> = {
  svg: (editor) => save(svgText(editor), "image/svg+xml", "svg"),
  png: savePng,
  csv: (editor) => save(csvText(editor), "text/csv", "csv"),
  text: (editor) => save(plainText(editor), "text/plain", "txt"),
};

/** Drivers and ideas with tabs in front; reading it in again makes the same diagram, without its further links. */
function plainText({ rows, aimText: aim, say }: DriverDiagram): string {
  return [...(aim ? [`${say("aim")}: ${aim}`, ""] : []), ...rows.map(({ node, depth }) => `${"\t".repeat(depth)}${node.text}`)].join("\n");
}

function csvText(editor: DriverDiagram): string {
  const { say, rows, diagram, args } = editor;
  const textOf = (id: string) => nodeOf(diagram, id)?.text ?? "";
  const measures = (ids: readonly string[]) => args.measures.filter(({ id }) => ids.includes(id)).map(({ name }) => name).join("; ");
  const amount = (value: string | null) => (value ? say(`amount.${value}`) : "");
  const head = ["level", "text", "affects", "note", "owner", "effort", "impact", "measures", "status"].map((name) => say(`csv.${name}`));
  const lines = rows.map(({ node }) => [say(`level.${node.level}`), node.text, affectedBy(diagram, node.id).map(textOf).join("; "), node.note, node.owner,
    amount(node.effort), amount(node.impact), measures(node.measured_by), node.level === "idea" ? say(`status_of.${editor.overview.status[node.id] ?? "not_started"}`) : ""]);
  const cell = (text: string) => `"${(FORMULA.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  return [head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n");
}

/** A picture of its own: with its styles inside, and the outline as its text alternative. */
function svgText(editor: DriverDiagram): string {
  const { say, args } = editor;
  const holder = document.createElement("div");
  const layout = layoutIn(editor, EXPORT_WIDTH);
  render(picture(layout, { say, isRtl: args.dir === "rtl", chosen: "", inked: null }), holder);
  const drawn = holder.querySelector("svg") as SVGSVGElement;
  drawn.removeAttribute("aria-hidden");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  drawn.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${layout.width + 2 * MARGIN} ${Math.ceil(layout.height) + 2 * MARGIN}`);
  drawn.setAttribute("width", `${layout.width + 2 * MARGIN}`);
  drawn.setAttribute("height", `${Math.ceil(layout.height) + 2 * MARGIN}`);
  for (const [tag, text] of [["style", pictureCss], ["desc", plainText(editor)], ["title", say("view.picture")]] as const) {
    const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
    node.textContent = text;
    drawn.prepend(node);
  }
  return new XMLSerializer().serializeToString(drawn).replace(/<!--.*?-->/g, "");
}

async function savePng(editor: DriverDiagram): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgText(editor))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.width * PNG_SCALE, image.height * PNG_SCALE];
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => blob && save(blob, "image/png", "png"), "image/png");
}

function save(content: string | Blob, type: string, ending: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = `driver-diagram.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
