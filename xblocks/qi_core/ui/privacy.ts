/* NHS numbers found while typing. The server's twin, qi_core/domain/nhs_numbers.py, says why: change both. */

import type { Problem, Problems } from "./post";

const CHAIN = /\d+([\s.,/_\xad\xb7\u061c\u200b-\u2015\u202a-\u202e\u2060-\u2069\u2212\ufe0f-]{1,3}\d+)*/g;

/** Digits of every script stand in blocks of ten. */
function ascii(digit: string): string {
  let zero = digit.codePointAt(0)!, value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(--zero))) value++;
  return `${value % 10}`;
}

/** From every group on: the groups that make ten digits, and whether their gaps are all alike and unlike others. */
function hasNumber(chain: string): boolean {
  const parts = chain.split(/(\D+)/);
  return parts.some((digits, first) => {
    const gap = parts[first + 1];
    let last = first, apart = parts[first - 1] !== gap, sum = 0, weighted = 0;
    for (; digits.length < 10 && parts[last += 2]; digits += parts[last]) apart &&= parts[last - 1] === gap;
    for (const digit of digits) weighted += sum += +digit;
    return digits.length === 10 && sum && weighted % 11 < 1 && (last < first + 5 || apart && parts[last + 1] !== gap);
  });
}

/** By path, as the server's problems are. At every key: a chart has thousands of ids and days, which are no texts. */
export function nhsNumbersIn(value: unknown, path = "", found: Record<string, Problem> = {}): Problems {
  if (typeof value !== "string") {
    for (const key in value as object) {
      if (!/^(id|on|from|to|follows|idea|measured_by|driver_id)$/.test(key)) nhsNumbersIn((value as Record<string, unknown>)[key], `${path}.${key}`, found);
    }
  } else if (value.replace(/(?!\d)\p{Nd}/gu, ascii).match(CHAIN)?.some(hasNumber)) {
    found[path.slice(1).replace(/\.(\d+)/g, "[$1]")] = { code: "nhs_number" };
  }
  return found;
}
