/* Reading and writing one place of a document by its path, "questions[1].prediction", as the server names places. */

const keysOf = (path: string): readonly string[] => path.replace(/\[(\d+)\]/g, ".$1").split(".");

export function getIn(value: unknown, path: string): unknown {
  return keysOf(path).reduce<unknown>((inside, key) => (inside as Readonly<Record<string, unknown>> | null)?.[key], value);
}

/** A copy with one place changed; everything beside the path is shared with the old one. */
export function setIn<T>(value: T, path: string, to: unknown): T {
  return put(value, keysOf(path), to) as T;
}

function put(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((entry, index) => (index === Number(key) ? put(entry, rest, to) : entry));
  const record = value as Readonly<Record<string, unknown>>;
  return { ...record, [key]: put(record[key], rest, to) };
}
