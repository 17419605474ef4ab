/* Two documents that say the same, whatever the order of their keys: the server's answers bring their own. */

export function same(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== "object" || typeof other !== "object" || !one || !other) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key as never], other[key as never]));
}
