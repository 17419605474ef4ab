/* The project document, schema 1: shape and limits are those of domain/document.py. */

export interface Aim {
  readonly what: string; readonly direction: "increase" | "reduce" | null; readonly by_how_much: string; readonly baseline: string;
  readonly for_whom: string; readonly by_when: string | null; readonly voice: string;
}
export interface Project { readonly schema: 1; readonly aim: Aim; readonly confirmed: readonly string[] }
