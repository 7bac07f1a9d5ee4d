// Builds frontend/*.js and frontend/*.css into the folder named on the command line.
// Called by `python -m kindling.assets`; each file in frontend/ itself is an entry point, what
// lies in folders below is imported by one. Each service worker must be one file of its own.
import { readdirSync } from "node:fs";
import { build } from "esbuild";

const outdir = process.argv[2];
const workers = ["frontend/sw.js", "frontend/cards-worker.js", "frontend/visits-worker.js"];
const sources = readdirSync("frontend")
  .filter((name) => /\.(js|css)$/.test(name))
  .map((name) => `frontend/${name}`);

const shared = {
  outdir,
  outbase: "frontend",
  bundle: true,
  minify: true,
  sourcemap: "linked",
  format: "esm",
  target: ["chrome125", "firefox130", "safari17.5"],
  loader: { ".woff2": "file", ".png": "file", ".svg": "file" },
  assetNames: "assets/[name]",
  chunkNames: "chunks/[name]-[hash]",
  external: ["/static/*"],
  logLevel: "warning",
};

await build({ ...shared, entryPoints: sources.filter((name) => !workers.includes(name)), splitting: true });
const found = workers.filter((name) => sources.includes(name));
if (found.length) await build({ ...shared, entryPoints: found, format: "iife" });
