// What the system asks for: dark colours, less motion, its own colours, paper, a folder for what is saved. WebDriver
// BiDi cannot ask Firefox so.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { serve } from "../../web/serve.mjs";
import { browsers } from "./drivers.mjs";
import { scenes } from "./pages.mjs";

const { name, open, there } = browsers[0];

describe(name, { skip: there ? false : `${name} is not installed` }, () => {
  let server, browser, tab, page;
  before(async () => {
    server = await serve(resolve(import.meta.dirname, "../../web/demo/dist"));
    browser = await open();
    tab = await browser.tab();
    page = scenes(tab);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const readerColours = () =>
    tab.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.querySelector("naqi-reader"));
      return [color, backgroundColor];
    });

  test("follows the system into the dark, and back", async () => {
    await tab.emulate({ scheme: "light" });
    await tab.goto(server.url);
    await page.appears("#paste");
    await tab.screenshot("start-ar-light-wide");
    await page.sample("interview");
    const light = await readerColours();
    await tab.emulate({ scheme: "dark" });
    const dark = await readerColours();
    assert.notDeepEqual(light, dark);
    await tab.screenshot("system-dark");
    await page.click(".wordmark");
    await tab.screenshot("start-ar-dark-wide");
  });

  test("moves nothing when less motion is asked for", async () => {
    await tab.emulate({ motion: "reduce" });
    await tab.goto(server.url);
    await page.sample("library");
    const moving = await tab.evaluate(() => {
      const moves = [];
      const visit = (root) => {
        for (const node of root.querySelectorAll("*")) {
          const { transitionDuration, animationName } = getComputedStyle(node);
          if (transitionDuration.split(", ").some((duration) => duration !== "0s") || animationName !== "none") moves.push(node.className);
          if (node.shadowRoot) visit(node.shadowRoot);
        }
      };
      visit(document);
      return moves;
    });
    assert.deepEqual(moving, []);
  });

  test("in forced colours nothing depends on a colour of ours", async () => {
    await tab.emulate({ forced: "active" });
    await tab.goto(server.url);
    await page.sample("library");
    await page.open("source");
    assert.match(await tab.evaluate(() => getComputedStyle(document.querySelector(".row.removed s")).textDecorationLine), /line-through/);
    await page.click(".row .chip");
    await tab.screenshot("source-forced-colours");
    await page.open("read");
    await tab.screenshot("read-forced-colours");
  });

  test("a saved file arrives under its Arabic name", async () => {
    await tab.emulate({});
    await tab.goto(server.url);
    await page.sample("library");
    const arriving = tab.page.waitForEvent("download");
    await page.click(".actions .menu > .button");
    await page.click('[data-format="markdown"]');
    const file = await arriving;
    assert.match(file.suggestedFilename(), /^\p{Script=Arabic}.*\.md$/u);
    assert.match(await readFile(await file.path(), "utf8"), /أعادت بلدية المرفأ/);
  });

  test("on paper there is the article and nothing else", async () => {
    await tab.emulate({});
    await tab.goto(server.url);
    await page.sample("library");
    await page.open("source");
    await tab.emulate({ print: true });
    await page.appears("article .block", "أعادت بلدية المرفأ");
    for (const selector of [".bar", ".worktop-bar", ".side", ".row", ".toggle", ".foot .privacy"]) {
      assert.equal(await page.count(selector), 0, `${selector} is printed`);
    }
    await tab.screenshot("print");
  });
});
