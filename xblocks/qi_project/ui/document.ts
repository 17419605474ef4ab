/* The project document, schema 2: shape and limits are those of domain/document.py. */

export interface Aim {
  readonly what: string; readonly direction: "increase" | "reduce" | null; readonly by_how_much: string; readonly baseline: string;
  readonly for_whom: string; readonly by_when: string | null; readonly voice: string;
}
export interface Member { readonly id: string; readonly role: string; readonly printed_as: string; readonly does: string }
export interface Charter {
  readonly setting: string; readonly why: string; readonly affected: string; readonly inside: string; readonly outside: string;
  readonly benefit: string; readonly barriers: string; readonly team: readonly Member[];
}
export type Amount = "low" | "high";
export interface Stakeholder {
  readonly id: string; readonly name: string; readonly influence: Amount | null; readonly interest: Amount | null;
  readonly needs: string; readonly involve: string;
}
export interface Project {
  readonly schema: 2; readonly aim: Aim; readonly charter: Charter; readonly stakeholders: readonly Stakeholder[];
  readonly confirmed: readonly string[];
}
