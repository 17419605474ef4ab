/* What a picture says when it stands alone: in words that are seen, and in those that are read out. */

export const SVG = "http://www.w3.org/2000/svg";
const [ABOVE, LINE, MARGIN] = [40, 22, 12];
const [NAME_PX, SENTENCE_PX] = [20, 15];
const FAMILY = 'system-ui, "Segoe UI", Arial, sans-serif';

export function made(tag: string, text: string, attributes: Readonly<Record<string, string | number>> = {}): SVGElement {
  const node = document.createElementNS(SVG, tag);
  node.textContent = text;
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}

export function describe(drawn: SVGSVGElement, title: string, sentence: string): void {
  drawn.removeAttribute("aria-hidden");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", title);
  drawn.prepend(made("title", title), made("desc", sentence));
}

/** The name above and the sentence below the picture, which grows by their height. */
export function caption(drawn: SVGSVGElement, title: string, sentence: string, dir: "ltr" | "rtl"): void {
  const [, , width = 0, height = 0] = (drawn.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const [names, told] = [wrapped(title, width, `600 ${NAME_PX}px`), wrapped(sentence, width, `${SENTENCE_PX}px`)];
  const [above, below] = [ABOVE + (names.length - 1) * LINE, told.length * LINE + MARGIN];
  const x = dir === "rtl" ? width - MARGIN : MARGIN;
  const block = (lines: readonly string[], from: number, style: string) => {
    const text = made("text", "", { direction: dir, style: `${style};font-family:${FAMILY};fill:#1b2733` });
    text.append(...lines.map((line, place) => made("tspan", line, { x, y: from + place * LINE })));
    return text;
  };
  drawn.append(
    block(names, NAME_PX + 4 - above, `font-size:${NAME_PX}px;font-weight:600`),
    block(told, height + LINE, `font-size:${SENTENCE_PX}px`),
  );
  drawn.setAttribute("viewBox", `0 ${-above} ${width} ${height + above + below}`);
  drawn.setAttribute("height", String(height + above + below));
}

function wrapped(text: string, width: number, font: string): readonly string[] {
  const pen = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  pen.font = `${font} ${FAMILY}`;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && pen.measureText(longer).width <= width - 2 * MARGIN) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
