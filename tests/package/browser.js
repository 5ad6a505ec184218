// A server that allows what an extension page allows, and Chromium.
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const needsChromium = { skip: existsSync(CHROMIUM) ? false : `${CHROMIUM} is not there` };

/** What the pages under test run under: no eval, no inline scripts, nothing from elsewhere. */
export const CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

/** Serves a folder; resolves to { url, close }. */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = join(folder, normalize(decodeURIComponent(new URL(request.url, "http://x").pathname)));
    const file = existsSync(path) && statSync(path).isDirectory() ? join(path, "index.html") : path;
    if (!existsSync(file)) {
      // As single-page servers do: the page instead of what is missing.
      response.writeHead(200, { "content-type": TYPES[".html"], "content-security-policy": CSP }).end("<!doctype html><title>not found</title>");
      return;
    }
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", "content-security-policy": CSP });
    response.end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** Starts Chromium with a profile of its own; `extension` is the folder of one to load. */
export async function browse(extension) {
  const profile = mkdtempSync(join(tmpdir(), "naqi-profile-"));
  const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"];
  if (extension) flags.push(`--disable-extensions-except=${extension}`, `--load-extension=${extension}`);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    args: flags,
    ignoreDefaultArgs: extension ? ["--disable-extensions"] : [],
  });
  return {
    context,
    /** Opens a page and waits for what its script leaves in `result`. */
    async run(url) {
      const page = await context.newPage();
      const problems = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
      await page.goto(url);
      await page.waitForFunction(() => "result" in globalThis, undefined, { timeout: 60_000 }).catch((error) => {
        throw new Error(`${url} left no result: ${problems.join("; ") || error.message}`);
      });
      const result = await page.evaluate(() => globalThis.result);
      await page.close();
      return { ...result, problems };
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
