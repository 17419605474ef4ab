/* A template as text, for pictures that are pure: no events, no directives, no DOM. */

import { nothing } from "lit/html.js";

interface Template { readonly strings: readonly string[]; readonly values: readonly unknown[] }
const isTemplate = (value: unknown): value is Template => typeof value === "object" && value !== null && "strings" in value && "values" in value;
const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

export function rendered(value: unknown): string {
  if (value === nothing || value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(rendered).join("");
  if (!isTemplate(value)) return escaped(String(value));
  return value.strings.reduce((text, string, index) => {
    const before = text + string;
    if (index === value.values.length) return before;
    const part = value.values[index];
    const event = /\s@\w+=$/.exec(before);
    if (event) return before.slice(0, -event[0].length);
    return /=$/.test(before) ? `${before}"${rendered(part)}"` : before + rendered(part);
  }, "");
}

/** As a file of its own, one element a line so that a change can be read. */
export function file(value: unknown, style: string): string {
  const drawn = rendered(value).replace(/\n\s*/g, "").replace(/> </g, "><").replace(/></g, ">\n<");
  return `${drawn.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"').replace(/>/, `>\n<style>\n${style}</style>`)}\n`;
}
