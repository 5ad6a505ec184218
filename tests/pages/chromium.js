// Reads pages in real Chromium: the adapter and the peers run inside the page, as an extension's content script does.
// Nothing is loaded but the page itself, and its own scripts do not run.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { browse } from "../package/browser.js";

const SOURCE = `
import { Readability } from "@mozilla/readability";
import Defuddle from "defuddle";
import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";

globalThis.readPage = async (url) => {
  const { blocks, meta } = blocksFromDocument(document, { url });
  const article = new Readability(document.cloneNode(true)).parse();
  const result = new Defuddle(document.cloneNode(true), { url }).parse();
  return {
    page: { blocks, meta },
    readability: { html: article?.content, title: article?.title, date: article?.publishedTime },
    defuddle: { html: result.content, title: result.title, date: result.published },
  };
};`;

export async function openInChromium() {
  const { outputFiles } = await build({
    stdin: { contents: SOURCE, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    format: "iife",
    write: false,
    logLevel: "error",
  });
  const script = outputFiles[0].text;
  const { context, close } = await browse();
  return {
    async read(url, html) {
      const tab = await context.newPage();
      await tab.route("**/*", (route) =>
        route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame()
          ? route.fulfill({ body: html, headers: { "content-type": "text/html; charset=utf-8", "content-security-policy": "script-src 'none'" } })
          : route.abort(),
      );
      await tab.goto(url, { waitUntil: "domcontentloaded" });
      const session = await context.newCDPSession(tab);
      await session.send("Page.setBypassCSP", { enabled: true });
      await tab.evaluate(script);
      const result = await tab.evaluate((url) => globalThis.readPage(url), url);
      await tab.close();
      return result;
    },
    close,
  };
}
