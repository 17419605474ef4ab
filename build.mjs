// Builds xblocks/<block>/ui/{index,studio,print,second}.ts into one classic script each under xblocks/<block>/public.
// What is built is never committed; setup.py runs this before it packs anything.
//   node build.mjs           once, minified, over-budget bundles fail the build
//   node build.mjs --watch   again at every change, readable, with source maps
import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const ROOT = dirname(fileURLToPath(import.meta.url));
const SOURCES = join(ROOT, "xblocks");
// Bytes after gzip: a ward phone on hospital Wi-Fi pays for every one of them.
const BUDGET = { tool: 20_000, studio: 12_000, print: 15_000, second: 15_000 };
const BUDGET_OF = { qi_run_chart: 30_000, qi_driver_diagram: 30_000, qi_pdsa_planner: 21_500 };
// Members of our own classes, known to neither JSON nor the DOM: they travel as $0, $1, … the same in every bundle, since
// one may call the other's.
const OURS = (
  "adopt alone asking canEdit canRedo canReturn canUndo choosing confirmSafe dateText deleting describeCounts " +
  "dirty figuresOf flush focusAfter formAt formOf notice numberText openId printLinks project_id " +
  "reasonMissing redoes renderWork requestUpdate restart reveal settle settled settling setWork showAll stores " +
  "undoes unitText valueText " +
  "closeBox everywhere facilitates hasBegun keyOf mayWrite moderates openBox setQueue showFresh"
).split(" ");
const TARGET = ["chrome109", "safari15"];

/** Every bundle to build: {entry, outfile, budget}. */
function bundles() {
  return readdirSync(SOURCES).sort().flatMap((block) => {
    const from = (page) => join(SOURCES, block, "ui", page);
    const to = (name) => join(SOURCES, block, "public", name);
    return [
      { entry: from("index.ts"), outfile: to(`${block}.js`), budget: BUDGET_OF[block] ?? BUDGET.tool },
      { entry: from("print.ts"), outfile: to(`${block}_print.js`), budget: BUDGET.print },
      { entry: from("second.ts"), outfile: to(`${block}_second.js`), budget: BUDGET.second },
      { entry: from("studio.ts"), outfile: to(`${block}_studio.js`), budget: BUDGET.studio },
    ].filter(({ entry }) => existsSync(entry));
  });
}

/** Style sheets become strings, minified: they end in a shadow root, never in a <link>. */
function cssAsText({ transform }, minify) {
  return {
    name: "css-as-text",
    setup(build) {
      build.onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        const { code } = await transform(source, { loader: "css", minify, target: TARGET, sourcefile: path });
        return { contents: code, loader: "text", watchFiles: [path] };
      });
    },
  };
}

/** Indentation inside html`…` would travel to every phone: take it out of the sources, line breaks stay. */
const unindented = {
  name: "unindented",
  setup(build) {
    build.onLoad({ filter: /[\\/]ui[\\/][^\\/]+\.ts$/ }, async ({ path }) => {
      return { contents: (await readFile(path, "utf8")).replace(/\n\s+/g, "\n"), loader: "ts", watchFiles: [path] };
    });
  },
};

const shortened = () => ({
  mangleProps: new RegExp(`^(${OURS.join("|")})$`),
  mangleCache: Object.fromEntries(OURS.map((name, place) => [name, `$${place.toString(36)}`])),
});

function options(esbuild, { entry, outfile }, watching) {
  return {
    entryPoints: [entry],
    outfile,
    bundle: true,
    charset: "utf8",
    format: "iife",
    legalComments: "external", // in <bundle>.LEGAL.txt beside it: packed with it, not sent to phones
    logLevel: "warning",
    ...(watching ? {} : shortened()),
    minify: !watching,
    platform: "browser",
    plugins: [cssAsText(esbuild, !watching), ...(watching ? [] : [unindented])],
    sourcemap: watching ? "inline" : false,
    target: TARGET,
  };
}

/** One line for a built bundle, or the reason why it may not ship. */
async function weigh({ outfile, budget }) {
  const size = gzipSync(await readFile(outfile), { level: 9 }).length;
  const line = `${relative(ROOT, outfile)}  ${size.toLocaleString("en")} of ${budget.toLocaleString("en")} bytes gzip`;
  return { line, isTooBig: size > budget, over: size - budget };
}

async function buildOnce(esbuild, wanted) {
  await Promise.all(wanted.map((bundle) => esbuild.build(options(esbuild, bundle, false))));
  const weighed = await Promise.all(wanted.map(weigh));
  for (const { line, isTooBig, over } of weighed) {
    console.log(isTooBig ? `${line}  OVER BUDGET by ${over.toLocaleString("en")}` : line);
  }
  if (weighed.some(({ isTooBig }) => isTooBig)) {
    fail("a bundle is over its budget: make it smaller, or argue for more in docs/decisions and change BUDGET here.");
  }
}

async function watch(esbuild, wanted) {
  for (const bundle of wanted) {
    const context = await esbuild.context({ ...options(esbuild, bundle, true), logLevel: "info" });
    await context.watch();
  }
}

function fail(message) {
  console.error(`build.mjs: ${message}`);
  process.exit(1);
}

const wanted = bundles();
if (wanted.length === 0) {
  fail("no xblocks/<block>/ui/index.ts found, so there is nothing to build.");
}
const esbuild = await import("esbuild").catch(() => fail("esbuild is not installed here: run `npm ci` first."));
const isWatching = process.argv.includes("--watch");
try {
  await (isWatching ? watch : buildOnce)(esbuild, wanted);
} catch (error) {
  // esbuild has already printed what is wrong and where; anything else is ours and needs its trace.
  if (!Array.isArray(error?.errors)) throw error;
  fail(`${error.errors.length} error(s), see above.`);
}
