/* The words a block shows: one catalogue per block, written in Python (strings.py), sent with the init args. */

export type Facts = Readonly<Record<string, string | number>>;
export type Say = (key: string, facts?: Facts) => string;

/** A missing key shows itself, so that it is found in the first look at the page. */
export function sayFrom(catalogue: Readonly<Record<string, string>>): Say {
  return (key, facts = {}) =>
    (catalogue[key] ?? key).replace(/\{(\w+)\}/g, (all, name: string) => String(facts[name] ?? all));
}
