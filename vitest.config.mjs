// Tests of the pure TypeScript: no browser, no DOM. Elements are tested in Chromium by tests/e2e.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineConfig } from "vitest/config";

// As build.mjs: a style sheet is imported as text.
const cssAsText = {
  name: "css-as-text",
  enforce: "pre",
  // under another name, or Vitest would empty it
  resolveId: (id, from) => (id.endsWith(".css") ? `${resolve(dirname(from), id)}.text` : null),
  load: (id) => (id.endsWith(".css.text") ? `export default ${JSON.stringify(readFileSync(id.slice(0, -5), "utf8"))}` : null),
};

export default defineConfig({
  plugins: [cssAsText],
  test: { include: ["tests/ui/**/*.test.ts"], environment: "node", passWithNoTests: false },
});
