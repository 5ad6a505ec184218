// The page as one file that opens from disk: style sheet, script, worker and wasm inside it.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

const LITERAL = 'new Worker(new URL("./worker-entry.js", import.meta.url), { type: "module" })';

/** The package's worker as a blob: a file that was opened from disk may start no other. */
const inlineWorker = () => ({
  name: "naqi-inline-worker",
  enforce: "pre",
  transform(code, id) {
    if (!/\/dist\/worker\.js$/.test(id)) return null;
    if (!code.includes(LITERAL)) throw new Error(`${id} does not start its worker as expected`);
    return `import InlineWorker from "./worker-entry.js?worker&inline";\n${code.replace(LITERAL, "new InlineWorker()")}`;
  },
});

const sourceHash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

export async function buildSingle() {
  const root = import.meta.dirname;
  const { output } = await build({
    configFile: false,
    root,
    base: "./",
    mode: "single",
    logLevel: "warn",
    publicDir: false,
    plugins: [inlineWorker()],
    worker: { format: "iife", plugins: () => [] },
    build: {
      write: false,
      target: ["chrome123", "firefox128", "safari17.5"],
      modulePreload: { polyfill: false },
      assetsInlineLimit: Number.MAX_SAFE_INTEGER,
      cssCodeSplit: false,
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const take = (matches) => output.find(({ fileName }) => matches(fileName));
  const rest = output.filter(({ fileName }) => !/\.(html|js|css)$/.test(fileName));
  if (rest.length > 0) throw new Error(`these would be left outside: ${rest.map(({ fileName }) => fileName).join(", ")}`);
  const html = take((name) => name.endsWith(".html")).source;
  // Inside an element of raw text only its own end tag could end it.
  const script = take((name) => name.endsWith(".js")).code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const style = take((name) => name.endsWith(".css")).source;
  const policy = [
    "default-src 'none'",
    `script-src ${sourceHash(script)} blob: 'wasm-unsafe-eval'`,
    `style-src ${sourceHash(style)}`,
    "worker-src blob:",
    "connect-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const page = html
    .replace(/<link rel="(icon|manifest|stylesheet|modulepreload)"[^>]*>\s*/g, "")
    .replace(/<script type="module"[^>]*><\/script>\s*/, "")
    .replace(/(<meta charset="utf-8"[^>]*>)/, (meta) => `${meta}\n    <meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace("</head>", () => `<style>${style}</style></head>`)
    .replace("</body>", () => `<script type="module">${script}</script></body>`);
  const folder = join(root, "dist");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "naqi.html"), page);
  return join(folder, "naqi.html");
}
