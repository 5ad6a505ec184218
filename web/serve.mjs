// Serves a built page on localhost as it would be served in earnest: right MIME types, the content security policy
// as a header. `node web/serve.mjs FOLDER [PORT]` prints the address; tests import `serve`.

import { open, realpath } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
};

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The file that a request asks for, opened; undefined when there is none inside the folder, or none that can be read. */
async function find(folder, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0")) return undefined;
  const asked = join(folder, normalize(path));
  return (await openInside(folder, asked)) ?? openInside(folder, join(asked, "index.html"));
}

async function openInside(folder, path) {
  let handle;
  try {
    // A link may lead anywhere: what counts is where it leads.
    const file = await realpath(path);
    if (!file.startsWith(folder + sep)) return undefined;
    handle = await open(file);
    const found = await handle.stat();
    if (found.isFile()) return { type: TYPES[extname(file)], size: found.size, handle };
  } catch {
    // Not there, or not for us to read.
  }
  await handle?.close();
  return undefined;
}

/** The bytes that were announced; fewer are an error, since whoever asked would wait for the rest. */
async function* bytesOf({ handle, size }) {
  let left = size;
  for await (const chunk of handle.createReadStream()) {
    yield chunk.subarray(0, left);
    left -= Math.min(left, chunk.length);
    if (left === 0) return;
  }
  if (left > 0) throw new Error("the file has become shorter");
}

/**
 * Serves `folder` on 127.0.0.1; port 0 takes a free one.
 * @param {string} folder
 * @param {{ port?: number, headers?: Record<string, string> }} [options] headers are added to every answer
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, { port = 0, headers = {} } = {}) {
  const root = await realpath(folder);
  const server = createServer(async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
      return;
    }
    const found = await find(root, request.url ?? "/");
    if (!found) {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("not found\n");
      return;
    }
    response.writeHead(200, {
      "content-type": found.type ?? "application/octet-stream",
      "content-length": found.size,
      "cache-control": "no-cache",
      "content-security-policy": CONTENT_SECURITY_POLICY,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      ...headers,
    });
    if (request.method === "HEAD") {
      response.end();
      await found.handle.close();
      return;
    }
    // A file that cannot be read to its end cuts its answer off, and nothing else.
    pipeline(bytesOf(found), response).catch(() => response.destroy());
  });
  await new Promise((done, failed) => server.once("error", failed).listen(port, "127.0.0.1", done));
  return {
    url: `http://localhost:${server.address().port}/`,
    close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const [folder, port = "0"] = process.argv.slice(2);
  if (folder === undefined || !/^\d{1,5}$/.test(port)) {
    console.error("usage: node web/serve.mjs FOLDER [PORT]");
    process.exit(2);
  }
  const { url } = await serve(folder, { port: Number(port) });
  console.log(`\nNaqi is at ${url}   (stop it with Ctrl-C)`);
}
