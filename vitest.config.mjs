// Tests of the pure TypeScript: no browser, no DOM. Elements are tested in Chromium by tests/e2e.
import { readFileSync } from "node:fs";
import { defineConfig } from "vitest/config";

// As build.mjs: a style sheet is imported as text.
const cssAsText = {
  name: "css-as-text",
  enforce: "pre",
  load(id) {
    return id.endsWith(".css") ? `export default ${JSON.stringify(readFileSync(id, "utf8"))}` : null;
  },
};

export default defineConfig({
  plugins: [cssAsText],
  test: { include: ["tests/ui/**/*.test.ts"], environment: "node", passWithNoTests: false },
});
