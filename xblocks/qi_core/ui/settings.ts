/* An author's settings in Studio: one form for every block, made from the list that Python sends.
   The Save and Cancel buttons stand outside, in the light DOM, where Studio's own scripts look for them. */

import { html, nothing, render, type TemplateResult } from "lit/html.js";
import baseCss from "./base.css";
import tokensCss from "./tokens.css";
import { icon } from "./icons";
import { poster, type Problems } from "./post";
import type { Runtime } from "./tool";
import { sayFrom, type Say } from "./words";

export interface Setting {
  readonly name: string;
  readonly kind: "text" | "markdown" | "rows" | "number" | "choice" | "choices" | "date";
  readonly label: string;
  readonly help: string;
  readonly value: string | number | readonly string[];
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly minimum: number;
  readonly maximum: number;
  readonly required: boolean;
  readonly group: string;
  /** Asked only while the setting of this name has one of these values. */
  readonly when: { readonly name: string; readonly values: readonly string[] } | null;
}
export interface SettingsArgs { readonly fields: readonly Setting[]; readonly strings: Readonly<Record<string, string>>; readonly dir: "ltr" | "rtl"; readonly locale: string }
interface StudioRuntime extends Runtime { notify(name: string, data: unknown): void }
type Given = HTMLElement | { readonly 0: HTMLElement };

/** More choices than this stand in columns; more than the other in a list that opens. */
const MANY = 4, VERY_MANY = 24;

const CSS = `${tokensCss}${baseCss}.form{padding:16px;max-inline-size:720px}
.group{border-block-start:1px solid var(--qi-line);padding-block-start:24px}
.many{display:grid;grid-template-columns:repeat(auto-fill,minmax(240px,1fr))}
.rows{font-family:ui-monospace,monospace;font-size:14px;white-space:pre}`;

export function openSettings(runtime: StudioRuntime, element: Given, args: SettingsArgs): void {
  const node = element instanceof HTMLElement ? element : element[0];
  const host = node.querySelector(".qi-settings");
  if (!host) return;
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  root.innerHTML = `<style>${CSS}</style>`;
  const form = new SettingsForm(root, args);
  const post = poster((handler) => runtime.handlerUrl(element, handler));
  const save = async (event: Event): Promise<void> => {
    event.preventDefault();
    runtime.notify("save", { state: "start" });
    const reply = await post<unknown>("save_settings", { fields: form.values });
    if (reply.kind === "ok") return runtime.notify("save", { state: "end" });
    if (reply.kind === "problems") form.show(reply.problems);
    const message = form.say(reply.kind === "problems" ? "settings.refused" : "settings.failed");
    runtime.notify("error", { title: form.say("settings.not_saved"), message });
  };
  node.querySelector(".save-button")?.addEventListener("click", (event) => void save(event));
  node.querySelector(".cancel-button")?.addEventListener("click", (event) => {
    event.preventDefault();
    runtime.notify("cancel", {});
  });
}

class SettingsForm {
  readonly say: Say;
  readonly values: Record<string, unknown>;
  private problems: Problems = {};

  constructor(private readonly root: ShadowRoot, private readonly args: SettingsArgs) {
    this.say = sayFrom(args.strings);
    this.values = Object.fromEntries(args.fields.map((setting) => [setting.name, setting.value]));
    this.draw();
  }

  show(problems: Problems): void {
    this.problems = problems;
    this.draw();
    this.root.getElementById("problems")?.focus();
  }

  private draw(): void {
    const { args } = this;
    const asked = args.fields.filter((setting) => this.isAsked(setting));
    const wrong = asked.filter((setting) => this.problemsOf(setting).length);
    const groups = [...new Set(asked.map((setting) => setting.group))];
    render(html`<div class="qi" dir=${args.dir} lang=${args.locale}><div class="form stack wide">
      ${wrong.length ? html`<div class="note stop" id="problems" tabindex="-1" role="alert">${icon("warn")}<div>
        <p><strong>${this.say("settings.refused")}</strong></p>
        <ul>${wrong.flatMap((setting) => this.problemsOf(setting).map((text) => html`<li>${setting.label}: ${text}</li>`))}</ul></div></div>` : nothing}
      ${groups.map((group, index) => html`<section class="stack wide ${index ? "group" : ""}" aria-labelledby=${group ? `group-${index}` : nothing}>
        ${group ? html`<h4 id="group-${index}">${group}</h4>` : nothing}
        ${asked.filter((setting) => setting.group === group).map((setting) => this.field(setting))}</section>`)}
    </div></div>`, this.root);
  }

  private isAsked({ when }: Setting): boolean {
    const other = this.args.fields.find((setting) => setting.name === when?.name);
    return !when || !other || (when.values.includes(String(this.values[when.name])) && this.isAsked(other));
  }

  private problemsOf({ name }: Setting): readonly string[] {
    return Object.entries(this.problems).filter(([path]) => path === name || path.startsWith(`${name}[`))
      .map(([, problem]) => this.say(`problem.${problem.code}`, problem.facts));
  }

  private field(setting: Setting): TemplateResult {
    const errors = this.problemsOf(setting);
    const after = errors.length ? html`<div id="${setting.name}-error">${errors.map((error) => html`<p class="error">${icon("warn")}<span>${error}</span></p>`)}</div>` : nothing;
    const help = setting.help ? html`<span class="hint" id="${setting.name}-help">${setting.help}</span>` : nothing;
    if (setting.choices.length <= VERY_MANY && (setting.kind === "choice" || setting.kind === "choices")) {
      return html`<fieldset class="field" aria-describedby=${this.describedBy(setting)}><legend>${setting.label}</legend>${help}
        <div class="choices ${setting.choices.length > MANY ? "many" : ""}">${setting.choices.map((one) => this.option(setting, one))}</div>${after}</fieldset>`;
    }
    return html`<div class="field"><label for=${setting.name}>${setting.label}</label>${help}${this.control(setting)}${after}</div>`;
  }

  private describedBy(setting: Setting): string | typeof nothing {
    const parts = [setting.help && `${setting.name}-help`, this.problems[setting.name] && `${setting.name}-error`];
    return parts.filter(Boolean).join(" ") || nothing;
  }

  private control(setting: Setting): TemplateResult {
    const describedBy = this.describedBy(setting);
    const invalid = this.problems[setting.name] ? "true" : "false";
    const value = String(this.values[setting.name] ?? "");
    const typed = (event: Event) => { this.values[setting.name] = (event.target as HTMLInputElement).value; };
    if (setting.kind === "markdown" || setting.kind === "rows") {
      return html`<textarea id=${setting.name} rows=${setting.kind === "rows" ? 8 : 5} class=${setting.kind} spellcheck=${setting.kind === "markdown"} aria-describedby=${describedBy} aria-invalid=${invalid} .value=${value} @input=${typed}></textarea>`;
    }
    if (setting.kind === "choice") {
      return html`<select id=${setting.name} aria-describedby=${describedBy} aria-invalid=${invalid} @change=${(event: Event) => { typed(event); this.draw(); }}>
        ${setting.choices.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.label}</option>`)}</select>`;
    }
    if (setting.kind === "text" || setting.kind === "date") {
      return html`<input type=${setting.kind} id=${setting.name} aria-describedby=${describedBy} aria-invalid=${invalid} .value=${value} @input=${typed} />`;
    }
    const counted = (event: Event) => {
      const number = (event.target as HTMLInputElement).valueAsNumber;
      this.values[setting.name] = Number.isNaN(number) ? null : number;
    };
    return html`<input type="number" id=${setting.name} min=${setting.minimum} max=${setting.maximum} aria-describedby=${describedBy}
      aria-invalid=${invalid} .value=${value} @input=${counted} />`;
  }

  private option(setting: Setting, { value, label }: { value: string; label: string }): TemplateResult {
    const many = setting.kind === "choices";
    const now = this.values[setting.name];
    const on = many ? (now as readonly string[]).includes(value) : now === value;
    const changed = (event: Event) => {
      const { checked } = event.target as HTMLInputElement;
      const others = many ? (this.values[setting.name] as readonly string[]).filter((one) => one !== value) : [];
      this.values[setting.name] = many ? [...others, ...(checked ? [value] : [])] : value;
      this.draw();
    };
    return html`<label class="choice"><input type=${many ? "checkbox" : "radio"} name=${setting.name} value=${value} .checked=${on} @change=${changed} /><span>${label}</span></label>`;
  }
}
