/* What is being written outlives a reload, in this tab alone: a ward's PC is everybody's. */

import { emptyDraft, typed, type Draft } from "./drafts";

export type Drafts = Readonly<Record<string, Draft>>;

const PREFIX = "qi-space ";

export class Kept {
  readonly #mine: string;
  readonly #name: string;
  #written: Drafts = {};

  constructor(who: string, where: string) {
    this.#mine = `${PREFIX}${who} `;
    this.#name = this.#mine + where;
  }

  /** What somebody else left in this tab goes. */
  read(): Drafts {
    const found: Record<string, Draft> = {};
    try {
      Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX) && !name.startsWith(this.#mine)).forEach((name) => sessionStorage.removeItem(name));
      const kept = JSON.parse(sessionStorage.getItem(this.#name) ?? "{}") as Drafts;
      for (const key in kept) found[key] = typed({ ...emptyDraft(), ...kept[key] }, kept[key]!.text);
    } catch { /* a browser that keeps nothing */ }
    return found;
  }

  /** An NHS number is kept nowhere. */
  write(drafts: Drafts): void {
    if (drafts === this.#written) return;
    this.#written = drafts;
    const worth = Object.entries(drafts).filter(([, { text, problem }]) => text && problem?.code !== "nhs_number");
    try {
      sessionStorage.setItem(this.#name, JSON.stringify(Object.fromEntries(worth.map(([key, { token, text, audience, topic }]) => [key, { token, text, audience, topic }]))));
    } catch { /* as above */ }
  }
}
