/* Ids come from the browser, so that a part of a document has one before it was ever saved. */

export type NewId = () => string;

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join("");
}
