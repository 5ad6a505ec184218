// What the builds of the pages share: the policy in the page itself, and the service worker that keeps its files.

import { createHash } from "node:crypto";
import { copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { CONTENT_SECURITY_POLICY } from "./serve.mjs";

/** The content security policy as a `<meta>`, for hosts that set no header. */
export function policy() {
  return {
    name: "naqi-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: () => [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY }, injectTo: "head-prepend" }],
    },
  };
}

const ROOT = resolve(import.meta.dirname, "..");

/** What the licences of the parts ask for: their texts beside what is built. */
export const LICENCES = ["LICENSE", "NOTICE"];

export function copyLicences(folder) {
  for (const name of LICENCES) copyFileSync(join(ROOT, name), join(folder, `${name}.txt`));
}

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** Writes the service worker with the list of every file of the page, and headers for static hosts. */
export function offline() {
  let folder = "";
  return {
    name: "naqi-offline",
    apply: "build",
    configResolved: (config) => void (folder = resolve(config.root, config.build.outDir)),
    closeBundle() {
      copyLicences(folder);
      const own = ["sw.js", "_headers"];
      const files = filesIn(folder).map((path) => relative(folder, path).replaceAll("\\", "/")).filter((path) => !own.includes(path)).sort();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
      const script = readFileSync(join(import.meta.dirname, "service-worker.js"), "utf8")
        .replace("__VERSION__", hash.digest("hex").slice(0, 16))
        .replace('["__FILES__"]', JSON.stringify(["./", ...files.filter((file) => file !== "index.html")]));
      writeFileSync(join(folder, "sw.js"), script);
      writeFileSync(
        join(folder, "_headers"),
        `/*\n  Content-Security-Policy: ${CONTENT_SECURITY_POLICY}\n  Referrer-Policy: no-referrer\n  X-Content-Type-Options: nosniff\n`,
      );
    },
  };
}
