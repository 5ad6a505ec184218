// Reads HTML files as pages: what the DOM adapter hands to the core, one NAME.json for each NAME.html.
//
//   npm run build:ts -w naqi
//   node tests/pages/dump.js OUTDIR [--rename SEED] FILE.html …      (default: all of data/pages)
//   naqi clean --page OUTDIR/NAME.json
//
// --rename gives every class and id of the page a random name first.
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";
import { corePage } from "../../bindings/js/dist/page.js";
import { openPage, pageFiles, renameAll } from "./pages.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rename: { type: "string" } } });
const [out, ...files] = positionals;
if (!out) throw new Error("usage: node tests/pages/dump.js OUTDIR [--rename SEED] [FILE.html …]");
mkdirSync(out, { recursive: true });
for (const file of files.length > 0 ? files : pageFiles()) {
  const { document, url, close } = openPage(file);
  if (values.rename) renameAll(document, Number(values.rename));
  const { source, page } = corePage(blocksFromDocument(document, { url }));
  writeFileSync(join(out, `${basename(file, ".html")}.json`), JSON.stringify({ source, ...page }, null, 1));
  close();
}
