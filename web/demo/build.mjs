// Builds the page into dist/. With --single: one file, dist/naqi.html, that opens from disk.
import { build } from "vite";
import config from "./vite.config.mjs";
import { buildSingle } from "./single.mjs";

if (process.argv.includes("--single")) console.log(`One file: ${await buildSingle()}`);
else await build({ ...config, configFile: false, logLevel: "warn" });
