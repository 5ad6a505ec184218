// The package as others meet it: packed, installed into an empty project, run by each tool under a policy without eval.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { build as esbuild } from "esbuild";
import { publint } from "publint";
import { build as viteBuild, createServer as viteServer } from "vite";
import webpack from "webpack";
import { browse, CSP, needsChromium, serve } from "./browser.js";
import { workshop } from "./install.js";
import { APP, NODE_APP, page, REACT_APP, READER_APP, SERVER_APP, TEXT, TYPED_APP } from "./projects.js";
import { root } from "../js/support.js";

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

/** Serves a folder and checks what its page found. */
async function check(folder) {
  const { url, close } = await serve(folder);
  try {
    checkResult(await browser.run(url));
  } finally {
    close();
  }
}

function checkResult({ error, cause, labels, worker, aborted, page, problems }) {
  assert.equal(error, undefined, `${error} (${cause})`);
  assert.equal(labels, expected);
  assert.equal(worker, expected);
  assert.equal(aborted, "ABORTED");
  assert.match(page, /title|body|lead/);
  assert.deepEqual(problems.filter((problem) => !/favicon/.test(problem)), []);
}

test("what is packed: nothing that is not meant to be", () => {
  const allowed = /^(dist\/.*\.(js|d\.ts|wasm)|schema\.json|README\.md|CHANGELOG\.md|LICENSE|NOTICE|package\.json)$/;
  assert.deepEqual(shop.files.filter((file) => !allowed.test(file)), []);
  for (const file of ["dist/index.js", "dist/index.d.ts", "dist/naqi.wasm", "schema.json", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE"]) {
    assert.ok(shop.files.includes(file), file);
  }
});

test("every export is there, and nothing makes code from strings", () => {
  const { exports } = JSON.parse(readFileSync(join(shop.installed, "package.json"), "utf8"));
  for (const target of Object.values(exports).flatMap((value) => (typeof value === "string" ? [value] : Object.values(value)))) {
    assert.ok(target === "./package.json" || shop.files.includes(target.slice(2)), target);
  }
  for (const file of readdirSync(join(shop.installed, "dist"), { recursive: true }).filter((file) => file.endsWith(".js"))) {
    const code = readFileSync(join(shop.installed, "dist", file), "utf8");
    assert.doesNotMatch(code, /new Function|\beval\(|\bimport\(|\.innerHTML|https?:\/\/(?!www\.w3\.org|schema\.org)[a-z]/, file);
  }
});

test("Node, ES modules", () => {
  const folder = shop.project("node", { "app.js": NODE_APP });
  const output = execFileSync(process.execPath, ["--no-warnings", "app.js"], { cwd: folder, encoding: "utf8" });
  assert.deepEqual(JSON.parse(output), { same: true, blocks: expected.split(" ").length, dom: "function", schema: "object", wasm: true });
});

test("TypeScript, strict, with every kind of module resolution that knows exports", () => {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const folder = shop.project("types", { "app.ts": TYPED_APP });
  for (const module of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    const options = ["--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", "--types", "",
      "--module", module[0], "--moduleResolution", module[1], "app.ts"];
    try {
      execFileSync(process.execPath, [tsc, ...options], { cwd: folder, encoding: "utf8" });
    } catch (error) {
      assert.fail(error.stdout);
    }
  }
});

/** Compiles a file of its own; `options` are the command line's. */
function compiles(name, file, text, ...options) {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
  const folder = shop.project(name, { [file]: text });
  for (const own of ["@types/react", "csstype"]) cpSync(join(root, "node_modules", own), join(folder, "node_modules", own), { recursive: true });
  for (const [module, resolution] of [["nodenext", "nodenext"], ["esnext", "bundler"]]) {
    try {
      execFileSync(process.execPath, [tsc, "--noEmit", "--strict", "--skipLibCheck", "false", "--target", "es2022", "--types", "", "--module", module, "--moduleResolution", resolution, ...options, file],
        { cwd: folder, encoding: "utf8" });
    } catch (error) {
      assert.fail(error.stdout);
    }
  }
}

test("TypeScript without the DOM library: from, grapheme, the wasm itself", () => {
  compiles("types-server", "app.ts", SERVER_APP, "--lib", "es2023");
});

test("TypeScript: the element, its events, and its place in React's JSX", () => {
  compiles("types-reader", "app.ts", READER_APP, "--lib", "es2022,dom,dom.iterable");
  compiles("types-react", "app.tsx", REACT_APP, "--lib", "es2022,dom,dom.iterable", "--jsx", "react-jsx");
});

test("publint and Are The Types Wrong find nothing", async () => {
  const { messages } = await publint({ pkgDir: shop.installed, strict: true });
  assert.deepEqual(messages, []);
  const { problems } = await checkPackage(createPackageFromTarballData(readFileSync(shop.tarball)), { excludeEntrypoints: ["./package.json"] });
  // The package is of ES modules alone: how it looks to older resolutions and from CommonJS is no matter.
  const isOurs = ({ resolutionKind }) => !["node10", "node16-cjs"].includes(resolutionKind);
  assert.deepEqual(problems.filter(isOurs).filter(({ kind }) => kind !== "CJSResolvesToESM"), []);
  const { repository, homepage, bugs } = JSON.parse(readFileSync(join(shop.installed, "package.json"), "utf8"));
  assert.ok(repository?.url && homepage && bugs?.url);
});

test("a plain <script type=module>, without any tool", needsChromium, async () => {
  const local = APP.replaceAll(/from "naqi(?:\/(\w+))?"/g, (_, name) => `from "./naqi/${name === "dom" ? "dom/index" : (name ?? "index")}.js"`);
  const folder = shop.project("plain", { "index.html": page("./app.js"), "app.js": local });
  cpSync(join(shop.installed, "dist"), join(folder, "naqi"), { recursive: true });
  await check(folder);
});

test("Vite, build", needsChromium, async () => {
  const folder = shop.project("vite-build", { "index.html": page("./app.js"), "app.js": APP });
  await viteBuild({ root: folder, logLevel: "error", configFile: false, build: { modulePreload: { polyfill: false } } });
  await check(join(folder, "dist"));
});

test("Vite, dev server", needsChromium, async () => {
  const folder = shop.project("vite-dev", { "index.html": page("./app.js"), "app.js": APP });
  const server = await viteServer({
    root: folder,
    configFile: false,
    logLevel: "silent",
    server: { headers: { "content-security-policy": CSP.replace("connect-src 'self'", "connect-src 'self' ws:") }, host: "127.0.0.1" },
  });
  try {
    await server.listen(0);
    checkResult(await browser.run(server.resolvedUrls.local[0]));
  } finally {
    await server.close();
  }
});

test("webpack", needsChromium, async () => {
  const folder = shop.project("webpack", { "app.js": APP });
  const stats = await new Promise((resolve, reject) => {
    webpack(
      { context: folder, entry: "./app.js", mode: "production", output: { path: join(folder, "out"), filename: "bundle.js" }, devtool: false },
      (error, stats) => (error ? reject(error) : resolve(stats)),
    );
  });
  assert.equal(stats.hasErrors(), false, stats.toString("errors-only"));
  writeFileSync(join(folder, "out/index.html"), page("./bundle.js"));
  await check(join(folder, "out"));
});

test("esbuild", needsChromium, async () => {
  const folder = shop.project("esbuild", { "app.js": APP });
  await esbuild({
    absWorkingDir: folder,
    entryPoints: { app: "./app.js", "worker-entry": "naqi/worker-entry.js" },
    bundle: true,
    minify: true,
    format: "esm",
    outdir: "out",
    logLevel: "error",
  });
  copyFileSync(join(folder, "node_modules/naqi/dist/naqi.wasm"), join(folder, "out/naqi.wasm"));
  writeFileSync(join(folder, "out/index.html"), page("./app.js"));
  await check(join(folder, "out"));
});

test("a module worker of one's own, and the wrong address of the wasm", needsChromium, async () => {
  const worker = `import { load } from "./naqi/index.js";
    load().then((cleaner) => postMessage(cleaner.clean(${JSON.stringify(TEXT)}).blocks.map(({ label }) => label).join(" ")), (error) => postMessage(String(error)));`;
  const app = `import { load } from "./naqi/index.js";
    const worker = new Worker("./worker.js", { type: "module" });
    const labels = await new Promise((resolve) => (worker.onmessage = ({ data }) => resolve(data)));
    const { code, message } = await load({ wasm: new URL("./nowhere/naqi.wasm", location) }).catch((error) => error);
    globalThis.result = { labels, code, message };`;
  const folder = shop.project("worker", { "index.html": page("./app.js"), "app.js": app, "worker.js": worker });
  cpSync(join(shop.installed, "dist"), join(folder, "naqi"), { recursive: true });
  const { url, close } = await serve(folder);
  const result = await browser.run(url).finally(close);
  assert.equal(result.labels, expected);
  assert.equal(result.code, "WASM_LOAD");
  assert.equal(result.message, `got HTML from ${url}nowhere/naqi.wasm, expected application/wasm: check the address of naqi.wasm`);
});

test("an extension: service worker and page", needsChromium, async () => {
  const manifest = {
    manifest_version: 3,
    name: "naqi",
    version: "1",
    background: { service_worker: "background.js", type: "module" },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
  };
  const background = `import { load } from "./naqi/index.js";
    const TEXT = ${JSON.stringify(TEXT)};
    chrome.runtime.onMessage.addListener((message, sender, respond) => {
      load().then((cleaner) => respond(cleaner.clean(TEXT).blocks.map(({ label }) => label).join(" ")), (error) => respond(String(error)));
      return true;
    });`;
  const local = APP.replaceAll(/from "naqi(?:\/(\w+))?"/g, (_, name) => `from "./naqi/${name === "dom" ? "dom/index" : (name ?? "index")}.js"`)
    .replace("worker.dispose();", "result.background = await chrome.runtime.sendMessage('clean'); worker.dispose();");
  const folder = shop.project("extension", {
    "manifest.json": JSON.stringify(manifest), "background.js": background, "page.html": page("./page.js"), "page.js": local,
  });
  cpSync(join(shop.installed, "dist"), join(folder, "naqi"), { recursive: true });
  const own = await browse(folder);
  try {
    const [background] = own.context.serviceWorkers().length ? own.context.serviceWorkers() : [await own.context.waitForEvent("serviceworker")];
    const result = await own.run(`chrome-extension://${new URL(background.url()).host}/page.html`);
    checkResult(result);
    assert.equal(result.background, expected);
  } finally {
    await own.close();
  }
});

test("the first article in a page takes at most four times as long as those after it", needsChromium, async () => {
  const app = `import { load } from "./naqi/index.js";
    const cleaner = await load();
    const time = (i) => { const start = performance.now(); for (let k = 0; k < 3; k++) cleaner.clean(${JSON.stringify(TEXT)} + i + k); return performance.now() - start; };
    const first = time("first");
    const times = Array.from({ length: 100 }, (_, i) => time(i)).sort((a, b) => a - b);
    globalThis.result = { ratio: first / times[50] };`;
  const folder = shop.project("first-use", { "index.html": page("./app.js"), "app.js": app });
  cpSync(join(shop.installed, "dist"), join(folder, "naqi"), { recursive: true });
  const { url, close } = await serve(folder);
  try {
    const ratios = [];
    for (let i = 0; i < 9; i++) ratios.push((await browser.run(url)).ratio);
    assert.ok(Math.min(...ratios) <= 4, ratios.map((ratio) => ratio.toFixed(1)).join(", "));
  } finally {
    close();
  }
});

test("10,000 cleanings in one page leave its memory level", needsChromium, async () => {
  const app = `import { load } from "./naqi/index.js";
    const cleaner = await load();
    const clean = (count) => { for (let i = 0; i < count; i++) cleaner.clean(${JSON.stringify(TEXT)} + i); };
    globalThis.clean = clean;
    clean(1000);
    globalThis.result = {};`;
  const folder = shop.project("memory", { "index.html": page("./app.js"), "app.js": app });
  cpSync(join(shop.installed, "dist"), join(folder, "naqi"), { recursive: true });
  const { url, close } = await serve(folder);
  const tab = await browser.context.newPage();
  try {
    const session = await browser.context.newCDPSession(tab);
    await tab.goto(url);
    await tab.waitForFunction(() => "result" in globalThis);
    const used = async () => {
      await session.send("HeapProfiler.collectGarbage");
      const { usedSize, backingStorageSize = 0 } = await session.send("Runtime.getHeapUsage");
      return usedSize + backingStorageSize;
    };
    const before = await used();
    await tab.evaluate(() => globalThis.clean(9000));
    const growth = (await used()) - before;
    assert.ok(growth < 2 ** 20, `grew by ${growth} bytes`);
  } finally {
    await tab.close();
    close();
  }
});
