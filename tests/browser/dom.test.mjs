// naqi/dom in real browsers, on documents that are parsed and on documents that are shown: whatever a page calls its
// elements, it is read as it would be without.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { build } from "esbuild";
import { browsers } from "./drivers.mjs";

let script;
before(async () => {
  const { outputFiles } = await build({
    stdin: {
      contents: `import * as clobbering from "./clobbering.js";
        import { blocksFromDocument } from "../../bindings/js/dist/dom/index.js";
        globalThis.naqiDom = { ...clobbering, blocksFromDocument };`,
      resolveDir: resolve(import.meta.dirname, "../js"),
    },
    bundle: true, format: "iife", write: false, logLevel: "error",
  });
  script = outputFiles[0].text;
});

for (const { name, open, there } of browsers) {
  describe(name, { skip: there ? false : `${name} is not installed` }, () => {
    let browser, tab;
    before(async () => {
      browser = await open();
      tab = await browser.tab();
      await tab.goto("about:blank");
      await tab.evaluate(new Function(script));
    });
    after(() => browser?.close());

    test("no name in a parsed page stands before a property", async () => {
      const found = await tab.evaluate(async () => {
        const { clobbered, namesOf } = globalThis.naqiDom;
        const names = namesOf(document);
        if (names.length < 300) throw new Error(`only ${names.length} names`);
        return clobbered((html) => new DOMParser().parseFromString(html, "text/html"), names);
      });
      assert.deepEqual(found, []);
    });

    test("contents that are not laid out are not read, those that the page's search may find are", async () => {
      const texts = await tab.evaluate(() => {
        const shown = document.createElement("div");
        const add = (text, set) => {
          const part = document.createElement("div");
          set(part);
          part.append(text);
          shown.append(part);
        };
        add("مخفي", (part) => (part.style.contentVisibility = "hidden"));
        add("يجده البحث", (part) => part.setAttribute("hidden", "until-found"));
        add("ظاهر", (part) => (part.style.contentVisibility = "auto"));
        document.body.append(shown);
        const { blocks } = globalThis.naqiDom.blocksFromDocument(shown);
        shown.remove();
        return blocks.map(({ text }) => text);
      });
      // Firefox ESR has these two in its later versions only; an older one shows or hides the element as a whole.
      if (await tab.evaluate(() => CSS.supports("content-visibility", "hidden"))) assert.ok(!texts.includes("مخفي"), String(texts));
      if (name === "Chromium") assert.deepEqual(texts, ["يجده البحث", "ظاهر"]);
      assert.ok(texts.includes("ظاهر"));
    });

    test("no name in a page that is shown stands before a property", async () => {
      const found = await tab.evaluate(async () => {
        const { clobbered, namesOf } = globalThis.naqiDom;
        const frame = document.createElement("iframe");
        document.body.append(frame);
        // A document of its own each time: document.write replaces all of it.
        return clobbered((html) => {
          const shown = frame.contentDocument;
          const { open, write, close } = Document.prototype;
          open.call(shown);
          write.call(shown, html);
          close.call(shown);
          return shown;
        }, namesOf(document));
      });
      assert.deepEqual(found, []);
    });
  });
}
