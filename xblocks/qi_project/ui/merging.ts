/* Two windows changed different parts of one project: the aim here, the people there. Then nobody has to choose. */

import type { Project } from "./document";

const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** `mine` and `theirs` both come from `base`. Null where the same part was changed in both. */
export function mergedProjects(base: Project, mine: Project, theirs: Project): Project | null {
  const whole: Record<string, unknown> = { ...theirs };
  for (const part of ["aim", "charter", "stakeholders"] as const) {
    if (alike(mine[part], base[part]) || alike(mine[part], theirs[part])) continue;
    if (!alike(theirs[part], base[part])) return null;
    whole[part] = mine[part];
  }
  whole["confirmed"] = [...new Set([...theirs.confirmed, ...mine.confirmed])];
  return whole as unknown as Project;
}
