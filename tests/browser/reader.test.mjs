// The reading view <naqi-reader> in plain HTML, React, Vue and Svelte, and what it owes to those who embed it.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { buildExample } from "../../web/reader/example/build.mjs";
import { ARTICLE, SECOND } from "../../web/reader/smoke/article.js";
import { buildSmokePages } from "../../web/reader/smoke/build.mjs";
import { serve } from "../../web/serve.mjs";
import { browsers } from "./drivers.mjs";
import { assertOwnRequestsOnly, scenes } from "./pages.mjs";

const folder = mkdtempSync(join(tmpdir(), "naqi-reader-"));
const example = join(folder, "example");
const PACKAGE = resolve(import.meta.dirname, "../../bindings/js/dist");
let server, unbundled;

before(async () => {
  await buildSmokePages(folder);
  await buildExample(example);
  server = await serve(folder);
  unbundled = await serve(PACKAGE);
});
after(async () => {
  await server?.close();
  await unbundled?.close();
  rmSync(folder, { recursive: true, force: true });
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

    test("plain HTML: text in, events out, dressed by parts and properties", async () => {
      await tab.goto(`${server.url}plain.html`);
      await page.appears("article .block", "عاد سوق الكتب المستعملة");
      await page.appears("#log", "words");
      assert.equal(await page.count("article .block", "معرض الخط العربي"), 0);
      await page.click(".toggle", "رابط ذو صلة");
      await page.click(".piece .restore");
      await page.appears("#log", "back:");
      await page.appears(".restored", "معرض الخط العربي");
      assert.ok(await tab.evaluate(() => document.querySelector("naqi-reader").undo()));
      await page.appears("#log", "aside:");
      const accent = await tab.evaluate(() => getComputedStyle(document.querySelector("naqi-reader")).getPropertyValue("--naqi-accent"));
      assert.equal(accent.trim(), "#7a2e5d");
      await page.accessible("plain HTML");
      await tab.screenshot("reader-plain");
      assertOwnRequestsOnly(tab, server.url);
    });

    for (const framework of ["react", "vue", "svelte"]) {
      test(`${framework}: a text that changes, an event that is heard`, async () => {
        await tab.goto(`${server.url}${framework}.html`);
        await page.appears("article .block", "عاد سوق الكتب المستعملة");
        await page.until(() => /^[1-9]\d* words/.test(document.querySelector("#log").textContent));
        const words = await page.text("#log");
        await page.click("#next");
        await page.appears("article .block", "يفتح المتحف أبوابه");
        await page.until((before) => document.querySelector("#log").textContent !== before, words);
      });
    }

    test("without a bundler: a module script is enough", async () => {
      await tab.goto(`${unbundled.url}reader/words.js`);
      await tab.evaluate(async (address) => {
        document.body.replaceChildren();
        await import(address);
        const reader = document.createElement("naqi-reader");
        reader.src = "افتتح المتحف قاعة جديدة للمخطوطات صباح اليوم، وحضر الافتتاح جمع من الباحثين.";
        document.body.append(reader);
      }, `${unbundled.url}reader/index.js`);
      await page.appears("article .block", "افتتح المتحف");
    });

    test("an element that is in the page before its script begins by itself", async () => {
      for (const [what, prepare] of [
        ["with its attribute", (text) => {
          const reader = document.createElement("naqi-reader");
          reader.setAttribute("src", text);
          document.body.replaceChildren(reader);
        }],
        ["with its property", (text) => document.body.replaceChildren(Object.assign(document.createElement("naqi-reader"), { src: text }))],
      ]) {
        await tab.goto(`${unbundled.url}reader/words.js`);
        await tab.evaluate(prepare, "افتتح المتحف قاعة جديدة للمخطوطات صباح اليوم، وحضر الافتتاح جمع من الباحثين.");
        await tab.evaluate(async (address) => void (await import(address)), `${unbundled.url}reader/index.js`);
        await page.appears("article .block", "افتتح المتحف");
        assert.equal(await page.count(".message"), 0, what);
        await tab.evaluate(() => void (document.querySelector("naqi-reader").src = "نص آخر يأتي بعده من الصفحة نفسها ويحل محله."));
        await page.appears("article .block", "نص آخر");
      }
    });

    test("what was set before the definition is heard: an engine, options, a node", async () => {
      await tab.goto(`${unbundled.url}reader/words.js`);
      const given = await tab.evaluate(async (address) => {
        const reader = document.createElement("naqi-reader");
        const given = [];
        reader.engine = { clean: async (input, options) => (given.push(input, options), Promise.reject(new Error("heard"))) };
        reader.options = { profile: "search" };
        reader.src = "نص";
        document.body.replaceChildren(reader);
        await import(address);
        await new Promise((resolve) => setTimeout(resolve, 100));
        return given;
      }, `${unbundled.url}reader/index.js`);
      assert.deepEqual(given, ["نص", { profile: "search" }]);
    });

    test("names and separators of the head stand in the order of the line, in every mix of directions", async () => {
      await tab.goto(`${server.url}plain.html`);
      await page.appears("article .block");
      for (const ui of ["ar", "en"]) {
        for (const [direction, names] of [["rtl", ["سعاد علي", "عادل النمر"]], ["ltr", ["Jane Porter", "John Miller"]]]) {
          const places = await tab.evaluate((language, dir, bylines) => {
            const reader = document.querySelector("naqi-reader");
            reader.setAttribute("ui", language);
            const code = dir === "rtl" ? "ar" : "en";
            reader.setArticle("x", {
              schema: "naqi/1", language: { code, confidence: 1 }, direction: dir, source_length: 1, title: { text: "x", span: null }, subtitle: null,
              bylines: bylines.map((name) => ({ text: name, name, span: null })), datelines: [], source: { name: dir === "rtl" ? "وكالة" : "Agency", span: null },
              published: { value: "2025-03-02", span: null, from: "meta" }, keywords: [], blocks: [], quotes: [], dates: [], related: [], other_articles: [],
              statistics: { paragraphs: 0, sentences: 0, words: 0, reading_minutes: 0, kept_characters: 0, removed_characters: 0 },
            });
            const boxes = [...reader.shadowRoot.querySelectorAll(".meta > *")].map((node) => {
              // The glyph itself, without margins: what a reader sees.
              const range = document.createRange();
              range.selectNodeContents(node);
              const { left, right } = range.getBoundingClientRect();
              return { text: node.textContent, left, right };
            });
            return boxes;
          }, ui, direction, names);
          const shown = places.map(({ text }) => text);
          assert.equal(places.length, 7, String(shown));
          for (let i = 1; i < places.length; i++) {
            const [before, after] = direction === "rtl" ? [places[i], places[i - 1]] : [places[i - 1], places[i]];
            assert.ok(before.right <= after.left + 0.5, `${ui} over ${direction}: ${shown[i - 1]} | ${shown[i]}: ${JSON.stringify(places)}`);
          }
          assert.deepEqual(shown.filter((_, i) => i % 2 === 1), ["·", "·", "·"]);
        }
      }
    });

    test("reads a node of the page, tells of an error, shows other languages as they are", async () => {
      await tab.goto(`${server.url}plain.html`);
      await page.appears("article .block");
      await tab.evaluate(() => {
        const part = document.createElement("section");
        for (const text of ["بدأ موسم قطف الزيتون في القرى الجبلية مبكرًا هذا العام بعد صيف طويل.", "ويتوقع المزارعون محصولًا وفيرًا رغم قلة الأمطار في الربيع."]) {
          const paragraph = document.createElement("p");
          paragraph.textContent = text;
          part.append(paragraph);
        }
        document.body.append(part);
        document.querySelector("naqi-reader").node = part;
      });
      await page.appears("article .block", "بدأ موسم قطف الزيتون");
      await tab.evaluate(() => void (document.querySelector("naqi-reader").src = "The river rose again last night, and the old bridge held. Nobody in the village slept.\nIn the morning they counted the boats."));
      await page.appears("article .block", "The river rose");
      assert.equal(await tab.evaluate(() => document.querySelector("naqi-reader").shadowRoot.querySelector(".block").dir), "ltr");
      await page.appears(".notice", "الإنجليزية");
      await tab.evaluate(() => {
        const reader = document.querySelector("naqi-reader");
        reader.engine = { clean: () => Promise.reject(new Error("no engine today")) };
        reader.src = "نص";
      });
      await page.appears("#log", "no engine today");
      await page.appears(".message", "no engine today");
    });

    test("vocalised and mixed text keeps its direction block by block", async () => {
      await tab.goto(`${server.url}plain.html`);
      await page.appears("article .block");
      await tab.evaluate(() => {
        const reader = document.querySelector("naqi-reader");
        reader.src = [
          "قَالَ الشَّيْخُ: إِنَّ الْعِلْمَ نُورٌ يُهْتَدَى بِهِ فِي ظُلُمَاتِ الطَّرِيقِ، وَإِنَّ أَوَّلَهُ الصَّبْرُ.",
          "The library keeps three copies of this manuscript, and each of them differs from the others.",
          "وصدرت الطبعة الثالثة من كتاب A History of Ink عام 1998 عن دار (النخيل)، وبيع منها 2.500 نسخة.",
        ].join("\n");
      });
      await page.appears("article .block", "The library keeps");
      const directions = await tab.evaluate(() => [...document.querySelector("naqi-reader").shadowRoot.querySelectorAll(".block")].map(({ dir }) => dir));
      assert.deepEqual(directions, ["rtl", "ltr", "rtl"]);
      await tab.screenshot("reader-mixed");
      await page.accessible("mixed text");
    });

    test("the example: a feed that keeps its articles and opens without a connection", async () => {
      const host = await serve(example);
      await tab.goto(host.url);
      await page.until(() => document.documentElement.dataset.offline);
      const add = async (text) => {
        await tab.evaluate((value) => void (document.querySelector("#text").value = value), text);
        await page.click("#add button");
      };
      await add(ARTICLE);
      await page.appears("#feed .open[aria-current]", "سوق الكتب");
      await page.click(".toggle", "رابط ذو صلة");
      await page.click(".piece .restore");
      await page.appears(".restored", "معرض الخط العربي");
      await add(SECOND);
      await page.until(() => document.querySelectorAll("#feed li").length === 2);
      await page.appears("article .block", "يفتح المتحف أبوابه");
      await page.accessible("the example");
      await tab.screenshot("reader-example");
      await host.close();
      await tab.goto(host.url);
      await page.until(() => document.querySelectorAll("#feed li").length === 2);
      await page.click("#feed .open", "سوق الكتب");
      await page.appears("article .block", "معرض الخط العربي");
      await page.click("#feed .remove");
      await page.until(() => document.querySelectorAll("#feed li").length === 1);
    });

    test("a text set anew while another is cleaned wins", async () => {
      await tab.goto(`${server.url}plain.html`);
      await tab.evaluate(() => {
        const reader = document.querySelector("naqi-reader");
        reader.src = "أول نص قصير لا ينبغي أن يظهر في النهاية أبدًا.";
        reader.src = "ثاني نص قصير وهو الذي يبقى معروضًا في النهاية.";
      });
      await page.appears("article .block", "ثاني نص");
      await new Promise((resolve) => setTimeout(resolve, 300));
      assert.equal(await page.count("article .block", "أول نص"), 0);
    });
  });
}
