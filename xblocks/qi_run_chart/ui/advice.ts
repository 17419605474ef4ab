/* Gentle checks that stand at no field of a form: at the points, at the chart, at the whole family. */

import { html, type TemplateResult } from "lit/html.js";
import { idOf, notes, type Form } from "../../qi_core/ui/fields";

/** Why there is no verdict is told under the chart already. The place takes the focus when advice is dismissed. */
export function advice(form: Form, path: string): TemplateResult {
  const checks = form.checks(path).filter((check) => !check.rule.startsWith("refused_"));
  return html`<div id=${idOf(path)} tabindex="-1" ?hidden=${!checks.length}>${notes({ ...form, checks: () => checks }, path)}</div>`;
}
