/* "Hide my work": on a ward PC somebody else looks at the screen. The page is blank until it is asked for again, by a
   press or by itself after some quiet minutes, and stays so when it is loaded anew. It is no lock, and says so.
   What other tools of ours stand in the same unit is hidden with it. */

import { html, nothing, render } from "lit/html.js";
import { icon } from "../../qi_core/ui/icons";
import type { ProjectHome } from "./home";

const CHOICES = [0, 5, 10, 20] as const;
const MINUTE_MS = 60_000;
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "scroll", "focus"] as const;
const OTHERS = ".qi-driver-diagram,.qi-pdsa-planner,.qi-run-chart,.qi-social-space";

export class Cover {
  #timer = 0;
  #touched = Date.now();
  readonly #sheet = document.createElement("div");
  readonly #others = document.createElement("style");

  constructor(private readonly home: ProjectHome) {
    // Undo listens around the whole element: what is hidden must not be changed unseen.
    this.#sheet.addEventListener("keydown", (event) => event.stopPropagation());
    this.#others.textContent = `${OTHERS}{display:none!important}`;
  }

  connect(): void {
    if (!this.home.args.can_save) return;
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, this.#live, { passive: true, capture: true });
    this.#timer = window.setInterval(() => this.#look(), 5_000);
    this.#sheet.className = "qi cover";
    this.home.shadowRoot?.append(this.#sheet);
    if (this.#kept("hidden")) this.hide(false);
  }

  disconnect(): void {
    clearInterval(this.#timer);
    for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, this.#live, { capture: true });
    this.#others.remove();
  }

  hide(moves = true): void {
    this.home.flush();
    this.#keep("hidden", "1");
    this.home.toggleAttribute("covered", true);
    document.head.append(this.#others);
    this.#draw();
    if (moves) this.home.shadowRoot?.getElementById("show")?.focus();
  }

  #show(): void {
    this.#keep("hidden", "");
    this.home.toggleAttribute("covered", false);
    this.#others.remove();
    render(nothing, this.#sheet);
    this.#touched = Date.now();
    this.home.focusAfter("hide");
  }

  get #minutes(): number { return Number(this.#kept("hide_after") || this.home.args.hide_after); }

  #draw(): void {
    const { say, args } = this.home;
    const choose = (event: Event) => this.#keep("hide_after", (event.target as HTMLSelectElement).value);
    render(html`<section class="frame work stack" dir=${args.dir} lang=${args.locale} aria-labelledby="covered">
      <h3 id="covered">${icon("lock", 20)} ${say("hidden")}</h3><p>${say("hidden_text")}</p>
      <div class="row"><button class="button primary" id="show" @click=${() => this.#show()}>${say("show")}</button></div>
      <div class="field"><label for="hide-after">${say("hide_after")}</label><select id="hide-after" @change=${choose}>${CHOICES.map((minutes) => html`<option value=${minutes} ?selected=${minutes === this.#minutes}>${say(minutes ? "after_minutes" : "never", { minutes })}</option>`)}</select></div>
    </section>`, this.#sheet);
  }

  readonly #live = (): void => {
    this.#look();
    this.#touched = Date.now();
  };

  /** A computer that slept has missed its time: it is asked for before the first touch counts. */
  #look(): void {
    const isQuiet = this.#minutes > 0 && Date.now() - this.#touched > this.#minutes * MINUTE_MS;
    if (isQuiet && !this.home.hasAttribute("covered")) this.hide(false);
  }

  /** For this tab and this person: another who signs in begins anew. */
  #kept(name: string): string | null {
    try { return sessionStorage.getItem(`qi-${name}-${this.home.args.who}`); } catch { return null; }
  }
  #keep(name: string, value: string): void {
    try { sessionStorage.setItem(`qi-${name}-${this.home.args.who}`, value); } catch { /* private windows may refuse */ }
  }
}
