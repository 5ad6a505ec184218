// The server of the built pages: what lies outside its folder is not served, and what cannot be read ends nothing.
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { serve } from "../../web/serve.mjs";

let outside;
let folder;
let server;
before(async () => {
  outside = mkdtempSync(join(tmpdir(), "naqi-serve-"));
  folder = join(outside, "site");
  mkdirSync(join(folder, "inner"), { recursive: true });
  writeFileSync(join(outside, "secret.txt"), "secret");
  writeFileSync(join(folder, "index.html"), "start");
  writeFileSync(join(folder, "inner/index.html"), "inner");
  writeFileSync(join(folder, "empty.txt"), "");
  writeFileSync(join(folder, "locked.txt"), "locked");
  chmodSync(join(folder, "locked.txt"), 0);
  writeFileSync(join(folder, "x.constructor"), "odd");
  symlinkSync(join(outside, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(outside, join(folder, "up"));
  symlinkSync(join(folder, "index.html"), join(folder, "own.html"));
  symlinkSync("loop", join(folder, "loop"));
  server = await serve(folder);
});
after(async () => {
  await server.close();
  rmSync(outside, { recursive: true });
});

const get = async (path) => {
  const response = await fetch(new URL(path, server.url));
  return [response.status, response.ok ? await response.text() : ""];
};

test("files and folders of the site", async () => {
  assert.deepEqual(await get(""), [200, "start"]);
  assert.deepEqual(await get("inner/"), [200, "inner"]);
  assert.deepEqual(await get("empty.txt"), [200, ""]);
  assert.deepEqual(await get("x.constructor"), [200, "odd"]);
  assert.deepEqual(await get("own.html"), [200, "start"], "a link inside the folder");
  assert.deepEqual(await get("none"), [404, ""]);
});

test("links that lead out of the folder, and those that lead nowhere, are not there", async () => {
  for (const path of ["link.txt", "up/secret.txt", "up/", "up/site/index.html/../../secret.txt", "loop"]) assert.deepEqual(await get(path), [404, ""], path);
});

/** Sent as it is: fetch would tidy the address. */
function raw(path) {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => (answer += data)).on("close", () => resolve(answer)).on("error", reject);
    socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);
  });
}

test("no spelling of a path leads out", async () => {
  for (const path of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/inner/../../secret.txt", "/%00", "/%"]) {
    const answer = await raw(path);
    assert.doesNotMatch(answer, /secret$/, path);
    assert.match(answer, /^HTTP\/1\.1 40[04]/, path);
  }
});

test("a file that cannot be read is not there, and the server goes on", async () => {
  // The superuser reads everything.
  const isRoot = process.getuid?.() === 0;
  for (const path of [outside, folder]) chmodSync(path, 0o755);
  if (isRoot) process.seteuid(65534);
  try {
    assert.deepEqual(await get("locked.txt"), [404, ""]);
    assert.deepEqual(await get("own.html"), [200, "start"]);
  } finally {
    if (isRoot) process.seteuid(0);
  }
  assert.deepEqual(await get(""), [200, "start"]);
});

test("a file that grows shorter while it is sent cuts its answer off, and nothing else", async () => {
  const large = join(folder, "large.bin");
  writeFileSync(large, Buffer.alloc(64 << 20));
  const response = await fetch(new URL("large.bin", server.url));
  const reader = response.body.getReader();
  await reader.read();
  truncateSync(large, 10);
  await assert.rejects(async () => {
    for (;;) if ((await reader.read()).done) return;
  });
  assert.deepEqual(await get(""), [200, "start"]);
});
