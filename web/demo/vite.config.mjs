import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { CONTENT_SECURITY_POLICY } from "../serve.mjs";

/** The policy in the page itself, for hosts that set no header; the build of tests and of users alike. */
function policy() {
  return {
    name: "naqi-policy",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: () => [{ tag: "meta", attrs: { "http-equiv": "Content-Security-Policy", content: CONTENT_SECURITY_POLICY }, injectTo: "head-prepend" }],
    },
  };
}

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

/** Writes the service worker with the list of every file of the page, and headers for static hosts. */
function offline(template) {
  let folder = "";
  return {
    name: "naqi-offline",
    apply: "build",
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    closeBundle() {
      const files = filesIn(folder).map((path) => relative(folder, path).replaceAll("\\", "/")).filter((path) => path !== "sw.js" && path !== "_headers").sort();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
      const script = readFileSync(template, "utf8")
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

export default {
  // Relative addresses: the build works under any path.
  base: "./",
  root: import.meta.dirname,
  plugins: [policy(), offline(join(import.meta.dirname, "src/sw.js"))],
  worker: { format: "es" },
  server: { fs: { allow: ["../.."] } },
  build: { target: ["chrome123", "firefox128", "safari17.5"], modulePreload: { polyfill: false }, assetsInlineLimit: 0, reportCompressedSize: false },
};
