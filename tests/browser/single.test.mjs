// The page as one file, opened from disk.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { buildSingle } from "../../web/demo/single.mjs";
import { browsers } from "./drivers.mjs";
import { scenes } from "./pages.mjs";

let file;
before(async () => {
  file = pathToFileURL(await buildSingle()).href;
});

for (const { name, open, there } of browsers) {
  describe(name, { skip: there ? false : `${name} is not installed` }, () => {
    let browser, tab, page;
    before(async () => {
      browser = await open();
      tab = await browser.tab();
      page = scenes(tab);
    });
    after(() => browser?.close());

    test("naqi.html opens from disk and cleans, alone", async () => {
      await tab.goto(file);
      await page.sample("library");
      for (const view of ["structure", "source", "normalize", "json", "read"]) {
        await page.open(view);
        await page.appears(`.panel.${view}`);
      }
      await page.appears("article .block", "أعادت بلدية المرفأ");
      assert.ok((await page.save("markdown")).text.includes("أعادت بلدية المرفأ"));
      await page.drop([{ name: "note.md", bytes: Buffer.from("# عنوان الملاحظة\n\nهذه فقرة أولى من ملاحظة مكتوبة بعناية.\n\nوهذه فقرة ثانية بعدها.\n") }]);
      await page.appears("article .block", "هذه فقرة أولى");
      const foreign = tab.requests.filter((url) => !/^(file|blob|data|about|chrome-extension):/.test(url));
      assert.deepEqual(foreign, []);
      await tab.screenshot("single-file");
    });
  });
}
