/* Ids come from the browser, so that a part of a document has one before it was ever saved. */

export type NewId = () => string;

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  // a letter first: ten digits could be a patient's number, and are refused
  return Array.from(bytes, (byte, place) => (place ? byte % 36 : 10 + (byte % 26)).toString(36)).join("");
}
