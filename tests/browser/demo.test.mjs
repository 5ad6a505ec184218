// The demo page in real Chromium and real Firefox: one set of scenarios for both.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { CONTENT_SECURITY_POLICY, serve } from "../../web/serve.mjs";
import { browsers } from "./drivers.mjs";
import { utf16, windows1256 } from "./encodings.mjs";
import { HOSTILE } from "./hostile.mjs";
import { assertOwnRequestsOnly, scenes } from "./pages.mjs";

const DIST = resolve(import.meta.dirname, "../../web/demo/dist");
const VIEWS = ["read", "structure", "source", "normalize", "json"];

const TEXT = [
  "افتتاح حديقة النخيل بعد تجديدها",
  "كتب - عادل النمر",
  "افتتحت البلدية صباح أمس حديقة النخيل بعد أن جُدّدت ممراتها وزُرعت فيها ألف شجرة جديدة.",
  "إقرأ أيضا: موعد سباق الزوارق السنوي",
  "وقال مدير الحدائق سعيد الطيب: \"أردنا مكانًا يجلس فيه الناس بلا عجلة\". وتضم الحديقة ملعبًا للأطفال ومكتبة صغيرة.",
  "جميع الحقوق محفوظة",
].join("\n");

for (const { name, open, there } of browsers) {
  describe(name, { skip: there ? false : `${name} is not installed` }, () => {
    let server, browser, tab, page;

    before(async () => {
      server = await serve(DIST);
      browser = await open();
      tab = await browser.tab();
      page = scenes(tab);
    });
    after(async () => {
      await browser?.close();
      await server?.close();
    });

    /** A visit that remembers nothing of the one before. */
    const visit = async (query = "") => {
      await tab.goto(`${server.url}${query}`);
      await tab.evaluate(() => localStorage.clear());
      await tab.goto(`${server.url}${query}`);
      await page.appears("#paste");
    };

    test("starts in Arabic, English is one press away and is remembered", async () => {
      await visit();
      assert.deepEqual(await tab.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["ar", "rtl"]);
      await page.click(".language");
      assert.deepEqual(await tab.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ["en", "ltr"]);
      assert.match(await page.text("h1"), /without the noise/);
      await tab.goto(server.url);
      await page.appears("h1", "without the noise");
      await page.click(".language");
      await page.appears("h1", "بلا شوائب");
    });

    test("cleans what is typed, and keeps the box in step with its text", async () => {
      await visit();
      await page.click("#clean");
      await page.appears(".toast", "ألصِق");
      await tab.evaluate((text) => {
        const box = document.querySelector("#paste");
        box.value = text;
        box.dispatchEvent(new Event("input"));
      }, TEXT);
      assert.equal(await page.attribute("#paste", "dir"), "auto");
      await page.click("#clean");
      await page.ready();
      await page.appears("naqi-reader .block, article .block", "حديقة النخيل");
      assert.equal(await page.count(".block", "سباق الزوارق"), 0);
      await page.appears(".toggle", "معزولة");
    });

    test("shows every sample in every view", async () => {
      await visit();
      for (const id of ["library", "page", "one-line", "interview", "letters", "comments", "poem"]) {
        await page.sample(id);
        for (const view of VIEWS) {
          await page.open(view);
          await page.appears(`.panel.${view}`);
        }
        await page.open("read");
        assert.ok((await page.count("article .block")) > 0, id);
      }
      await page.sample("poem");
      assert.equal(await page.count(".toggle"), 0, "nothing of the poem may be set aside");
      await page.sample("library");
      for (const view of VIEWS) {
        await page.open(view);
        await tab.screenshot(`${view}-ar-light-wide`);
      }
    });

    test("takes a paste anywhere and says which form it used", async () => {
      await visit();
      await page.paste({ text: TEXT, html: `<div>${TEXT.split("\n").map((line) => `<p>${line}</p>`).join("")}</div>` });
      await page.ready();
      await page.appears(".origin", "HTML");
      await page.click(".statistics button", "نصًّا مجرّدًا");
      await page.appears(".origin", "نصًّا مجرّدًا");
      await page.appears("article .block", "حديقة النخيل");
      await page.click(".wordmark");
      await page.paste({ text: TEXT, html: `<span style="color:red">${TEXT}</span>` }, "#paste");
      await page.appears(".origin", "نصًّا مجرّدًا");
      await page.click(".wordmark");
      await tab.evaluate(() => void (document.querySelector("#paste").value = "كتبت شيئًا"));
      await page.paste({ text: "ثم ألصقت في وسطه" }, "#paste");
      assert.equal(await page.count("#paste"), 1, "who writes in the box goes on writing");
    });

    test("opens several files at once, in the encodings that Arabic comes in", async () => {
      await visit();
      const files = [
        { name: "utf8.txt", bytes: Buffer.from(TEXT), encoding: "UTF-8" },
        { name: "bom.txt", bytes: Buffer.from(`\ufeff${TEXT}`), encoding: "UTF-8" },
        { name: "utf16le.txt", bytes: utf16(`\ufeff${TEXT}`), encoding: "UTF-16LE" },
        { name: "utf16be.txt", bytes: utf16(`\ufeff${TEXT}`, true), encoding: "UTF-16BE" },
        { name: "unmarked.txt", bytes: utf16(TEXT), encoding: "UTF-16LE" },
        { name: "windows.txt", bytes: windows1256(TEXT), encoding: "WINDOWS-1256" },
        { name: "page.html", bytes: windows1256(`<meta charset="windows-1256"><p>${TEXT.replaceAll("\n", "</p><p>")}</p>`), encoding: "WINDOWS-1256" },
        { name: "note.md", bytes: Buffer.from(`# افتتاح حديقة النخيل بعد تجديدها\n\n${TEXT.split("\n").slice(2).join("\n\n")}`), encoding: "UTF-8" },
        { name: "one.json", bytes: Buffer.from(JSON.stringify({ id: 7, text: TEXT })), encoding: "UTF-8" },
      ];
      await page.drop([...files, { name: "picture.png", bytes: Buffer.from([137, 80, 78, 71]) }]);
      await page.appears("#articles");
      await page.appears(".toast", "picture.png");
      const options = await page.until((count) => {
        const list = [...document.querySelectorAll("#articles option")].map(({ value, textContent }) => [value, textContent]);
        return list.length >= count && list;
      }, files.length);
      assert.equal(options.length, files.length);
      for (const [i, [value]] of options.entries()) {
        await tab.evaluate((id) => {
          const select = document.querySelector("#articles");
          select.value = id;
          select.dispatchEvent(new Event("change"));
        }, value);
        await page.ready();
        await page.appears("article .block", "افتتحت البلدية صباح أمس حديقة النخيل");
        await page.appears(".origin", files[i].encoding);
      }
    });

    test("reads records line by line, and names a line that is none", async () => {
      await visit();
      const lines = [{ id: "أ", text: TEXT }, { id: "ب", content: TEXT }, { url: "x", html: `<p>${TEXT.replaceAll("\n", "</p><p>")}</p>` }, { no: 1 }];
      await page.drop([{ name: "many.jsonl", bytes: Buffer.from(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n{bad\n`) }]);
      await page.appears("#articles");
      await page.appears(".toast", "5");
      assert.equal(await tab.evaluate(() => document.querySelectorAll("#articles option").length), 3);
      await page.ready();
      await page.until(() => !document.querySelector(".progress:not([hidden])"));
      const { text, name: file } = await page.save("jsonl");
      assert.match(file, /\.jsonl$/);
      const records = text.trim().split("\n").map((line) => JSON.parse(line));
      assert.ok(records.length >= 1 && records.every(({ naqi }) => naqi.schema === "naqi/1"));
    });

    test("brings a piece back and takes one out, by press and by key, with undo, in the exports too", async () => {
      await visit();
      await page.sample("library");
      const marker = "معرض الكتاب يعلن موعد دورته المقبلة";
      assert.ok(!(await page.save("text")).text.includes(marker));
      await tab.evaluate(() => {
        const root = document.querySelector("naqi-reader").shadowRoot;
        [...root.querySelectorAll(".toggle")].find((toggle) => toggle.textContent.includes("رابط ذو صلة")).dataset.test = "gap";
      });
      await page.click(".toggle[data-test=gap]");
      await page.appears(".piece .why", "السبب");
      await page.click(".piece .restore");
      await page.appears(".block.restored", marker);
      assert.ok((await page.save("text")).text.includes(marker));
      assert.ok((await page.save("markdown")).text.includes(marker));
      const { blocks } = JSON.parse((await page.save("json")).text);
      assert.ok(blocks.find(({ text }) => text.includes(marker)).kept);
      await page.appears(".edited");

      const body = "وبحسب إدارة المكتبة";
      await page.click("article .block", body);
      await tab.press("Delete");
      await page.until(() => !document.querySelector("naqi-reader").shadowRoot.textContent.includes("وبحسب إدارة المكتبة"));
      assert.ok(!(await page.save("text")).text.includes(body));
      await page.click("naqi-reader");
      await tab.press("Control+z");
      await page.appears("article .block", body);
      await tab.press("Control+z");
      await page.until(() => !document.querySelector("naqi-reader").shadowRoot.querySelector(".restored"));
      assert.ok(!(await page.save("text")).text.includes(marker));
      await page.click('.actions [aria-label="إعادة"]');
      await page.appears(".block.restored", marker);
      await page.click('.actions [aria-label="تراجع"]');
      await page.until(() => !document.querySelector(".edited"));

      await page.open("source");
      await page.click(".row.removed .flip");
      await page.appears(".row.changed:not(.removed)");
      await tab.press("Control+z");
      await page.until(() => !document.querySelector(".row.changed"));
    });

    test("shows label, confidence and reasons in plain words on hover and on focus", async () => {
      await visit();
      await page.sample("library");
      await page.open("source");
      await page.hover(".row-text", "إقرأ أيضا: معرض");
      await page.appears(".inspector", "رابط ذو صلة");
      await page.appears(".inspector", "الثقة");
      const reasons = await page.texts(".inspector .reasons li");
      assert.ok(reasons.length > 0);
      for (const reason of reasons) assert.match(reason, /\p{Script=Arabic}/u);
      await page.click(".row .chip", "تنقّل");
      await tab.press("ArrowDown");
      await tab.press("End");
      await page.appears(".row:last-child.inspected");
      await tab.press("Home");
      await page.appears(".row:first-child.inspected");
      await tab.press("Delete");
      await page.appears(".row:first-child.changed");
    });

    test("a place selected in one view is shown in the others", async () => {
      await visit();
      await page.sample("library");
      await page.click("article .block", "أعادت بلدية المرفأ");
      const shown = () => (CSS.highlights?.get("naqi-selection")?.size ?? document.querySelectorAll("mark").length) > 0;
      await page.until(shown);
      await page.open("source");
      await page.appears(".row[aria-current]", "أعادت بلدية المرفأ");
      await page.open("json");
      await page.appears(".tree details[aria-current]", "lead");
      await page.open("normalize");
      await page.until(shown);
      await page.open("structure");
      await page.click(".place", "لم نغيّر روح المكان");
      await page.appears(".place[aria-current]", "لم نغيّر روح المكان");
      await page.open("source");
      await page.appears(".row[aria-current]", "لم نغيّر روح المكان");
      await page.click(".row-text", "وتفتح المكتبة أبوابها");
      await page.open("read");
      const text = await page.until(() => [...(CSS.highlights?.get("naqi-selection") ?? [])].map(String).join(" "));
      assert.match(text, /وتفتح المكتبة أبوابها/);
    });

    test("without the Custom Highlight API whole sentences are marked, and no word is cut", async () => {
      await visit();
      await tab.evaluate(() => Object.defineProperty(CSS, "highlights", { value: undefined, configurable: true }));
      await page.sample("library");
      await page.click("article .block", "أعادت بلدية المرفأ");
      await page.appears("article mark", "أعادت بلدية المرفأ");
      const marks = await tab.evaluate(() => [...document.querySelector("naqi-reader").shadowRoot.querySelectorAll("mark")].map((mark) => mark.textContent));
      assert.ok(marks.every((mark) => mark === mark.trim()));
    });

    test("compares the source with its normalised form, profile and options live", async () => {
      await visit();
      await page.sample("letters");
      await page.open("normalize");
      await page.appears(".normalize-view .summary", "تغيير");
      const changes = await page.count(".diff del, .diff ins");
      assert.ok(changes > 4, `${changes} changes`);
      await page.appears(".legend li");
      assert.ok((await page.count(".diff del")) > 0);
      for (const del of await page.texts(".diff del:not(.control)")) assert.doesNotMatch(del, /^\s|\s$/, "whole words");
      await tab.evaluate(() => {
        const select = document.querySelector("#profile");
        select.value = "search";
        select.dispatchEvent(new Event("change"));
      });
      await page.appears(".legend li", "توحيد الألف");
      await tab.evaluate(() => {
        const select = document.querySelector("#option-foldAlef");
        select.value = "off";
        select.dispatchEvent(new Event("change"));
      });
      await page.until(() => ![...document.querySelectorAll(".legend li")].some((item) => item.title === "foldAlef"));
    });

    test("exports every form under an Arabic name", async () => {
      await visit();
      await page.sample("library");
      const kinds = { text: "txt", markdown: "md", html: "html", json: "json", jsonl: "jsonl" };
      for (const [format, extension] of Object.entries(kinds)) {
        const { name: file, text } = await page.save(format);
        assert.match(file, new RegExp(`^[\\p{Script=Arabic}][^\\\\/:*?"<>|]*\\.${extension}$`, "u"), file);
        assert.ok(text.includes("أعادت بلدية المرفأ"), format);
      }
      const { text } = await page.save("html");
      assert.match(text, /<html lang="ar" dir="rtl">/);
      assert.match(text, /default-src 'none'/);
      assert.doesNotMatch(text, /<script|src=/);
    });

    test("copies the article as HTML and as text: what is pasted again is the article", async () => {
      await visit();
      await page.sample("library");
      await page.click(".actions .button", "نسخ");
      await page.appears(".toast", "نُسخ");
      await page.click(".wordmark");
      await page.appears("#paste");
      await page.click("#paste");
      await tab.press("Control+v");
      await page.ready();
      await page.appears(".origin", "HTML");
      await page.appears("article .block", "أعادت بلدية المرفأ");
    });

    test("what goes to the clipboard is one article, and an export without a title is called by how it begins", async () => {
      await visit();
      await page.paste({ text: "وصلت القافلة إلى الواحة قبل الغروب بساعة، ونزل أهلها يستقبلونها بالتمر والماء.\nثم بات المسافرون ليلتهم حول النار حتى طلع عليهم الفجر.", html: "" });
      await page.ready();
      const copied = await page.copied(() => page.click(".actions .button", "نسخ"));
      const parsed = await tab.evaluate((html) => {
        const { body } = new DOMParser().parseFromString(html, "text/html");
        return { articles: body.querySelectorAll("article").length, nested: body.querySelectorAll("article article").length };
      }, copied["text/html"]);
      assert.deepEqual(parsed, { articles: 1, nested: 0 });
      const { text, name: file } = await page.save("html");
      assert.match(text, /<title>وصلت القافلة إلى الواحة[^<]*<\/title>/);
      assert.match(file, /^وصلت القافلة/);
      assert.equal(text.match(/<article/g).length, 1);
    });

    test("an article is called by its title in the tab, the list and the heading, not by its first line", async () => {
      await visit();
      const title = "افتتاح حديقة النخيل بعد تجديدها";
      await page.paste({ text: `الرئيسية\nأخبار\nرياضة\n${TEXT}` });
      await page.ready();
      await page.until((wanted) => document.title.startsWith(wanted), title);
      assert.equal(await tab.evaluate(() => document.querySelector(".worktop > h1").textContent), title);
      await page.click(".wordmark");
      await page.paste({ text: "وصلت القافلة إلى الواحة قبل الغروب بساعة، ونزل أهلها يستقبلونها بالتمر والماء." });
      await page.ready();
      await page.until(() => document.title.startsWith("وصلت القافلة"));
      assert.deepEqual(await tab.evaluate((wanted) => [...document.querySelectorAll("#articles option")].map(({ textContent }) => textContent.startsWith(wanted)), title), [true, false]);
    });

    test("a file that is no text is refused with a word on what to do, whatever its name", async () => {
      await visit();
      const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i * i) % 251) % 256));
      const files = {
        "paper.txt": Buffer.concat([Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n")]), "word.txt": Buffer.concat([Buffer.from("PK\x03\x04"), noise]),
        "old.txt": Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), noise]), "picture.html": Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), noise]),
        "noise.md": noise, "zeros.txt": Buffer.alloc(4000), "sound.txt": Buffer.concat([Buffer.from("RIFF"), noise]),
      };
      for (const [name, bytes] of Object.entries(files)) {
        await page.drop([{ name, bytes }]);
        await page.appears(".toast", name);
        assert.match(await page.text(".toast"), /ليس نصًّا.*وألصِقه/, name);
        assert.equal(await page.count("#paste"), 1, name);
      }
      await page.drop([{ name: "odd.constructor", bytes: Buffer.from(TEXT) }]);
      await page.appears(".toast", "نوع لا نعرفه");
      // A stray control character makes no text binary.
      await page.drop([{ name: "text.txt", bytes: Buffer.from(`\u0000\u000b${TEXT}`) }]);
      await page.ready();
    });

    test("J and K move in the article wherever in the page the focus is", async () => {
      await visit();
      await page.sample("library");
      await page.appears("article .block");
      await tab.evaluate(() => document.activeElement?.blur?.());
      const current = () => tab.evaluate(() => document.querySelector("naqi-reader").shadowRoot.activeElement?.textContent.trim().slice(0, 30) ?? null);
      assert.equal(await current(), null);
      await tab.press("j");
      const first = await current();
      assert.ok(first, "the first block has the focus");
      await tab.press("j");
      assert.notEqual(await current(), first);
      await tab.press("k");
      assert.equal(await current(), first);
      await tab.evaluate(() => document.querySelector(".wordmark").focus());
      await tab.press("j");
      assert.ok(await current());
      // In the box the keys are letters.
      await page.click(".wordmark");
      await page.click("#paste");
      await tab.press("j");
      assert.equal(await tab.evaluate(() => document.querySelector("#paste").value), "j");
    });

    test("hostile pastes run nothing, load nothing and bring no markup", async () => {
      await visit();
      const before = tab.requests.length;
      for (const { name: what, text = "", html = "" } of HOSTILE) {
        await page.paste({ text, html });
        await page.until((label) => document.querySelector(".statistics") && !document.querySelector(".progress:not([hidden])") && label, what);
        for (const view of VIEWS) await page.open(view);
        const found = await tab.evaluate(() => {
          const bad = [];
          const visit = (root) => {
            for (const node of root.querySelectorAll("*")) {
              if (/^(script|iframe|img|style|object|embed|a|form|video|audio|math|base)$/i.test(node.localName) && !node.matches("head *, .skip")) bad.push(node.outerHTML.slice(0, 120));
              for (const { name } of node.attributes) if (/^on/i.test(name)) bad.push(`${node.localName} ${name}`);
              if (node.shadowRoot) visit(node.shadowRoot);
            }
          };
          visit(document);
          return { bad, pwned: window.pwned ?? null, readers: document.querySelectorAll("naqi-reader").length };
        });
        assert.deepEqual(found, { bad: [], pwned: null, readers: 1 }, what);
        await page.open("read");
      }
      assertOwnRequestsOnly({ requests: tab.requests.slice(before) }, server.url);
    });

    test("an override of direction in a paste does not reach the interface", async () => {
      await visit();
      await page.paste(HOSTILE.find(({ name: what }) => what === "right-to-left override"));
      await page.ready();
      const strays = await tab.evaluate(() => {
        const stray = [];
        for (const node of document.querySelectorAll(".side, .worktop-bar, .bar button, .toast")) {
          if (/[\u202a-\u202e\u2066-\u2069]/.test(node.textContent)) stray.push(node.className);
        }
        return stray;
      });
      assert.deepEqual(strays, []);
      assert.doesNotMatch((await page.save("text")).name, /[\u202a-\u202e\u2066-\u2069]/);
    });

    test("can be used with the keyboard alone", async () => {
      await visit();
      await tab.press("Tab");
      assert.equal(await tab.evaluate(() => document.activeElement.className), "skip");
      assert.equal(await tab.evaluate(() => getComputedStyle(document.activeElement).insetBlockStart), "0px");
      await tab.press("Enter");
      assert.equal(await tab.evaluate(() => document.activeElement.id), "content");
      await page.sample("library");
      await tab.evaluate(() => document.querySelector("[data-view=read]").focus());
      await tab.press("ArrowLeft");
      await page.appears("[data-view=structure][aria-selected=true]");
      await tab.press("End");
      await page.appears("[data-view=json][aria-selected=true]");
      await tab.press("Alt+3");
      await page.appears("[data-view=source][aria-selected=true]");
      await tab.press("Alt+1");
      await tab.evaluate(() => document.querySelector("naqi-reader").shadowRoot.querySelector('[tabindex="0"]').focus());
      const current = () => tab.evaluate(() => document.querySelector("naqi-reader").shadowRoot.activeElement?.textContent.trim().slice(0, 12));
      const first = await current();
      await tab.press("j");
      assert.notEqual(await current(), first);
      const outline = await tab.evaluate(() => getComputedStyle(document.querySelector("naqi-reader").shadowRoot.activeElement).outlineStyle);
      assert.equal(outline, "solid", "focus is visible");
      await tab.press("k");
      assert.equal(await current(), first);
      await page.click(".foot .button");
      await page.appears("dialog[open] kbd");
      await tab.press("Escape");
      await page.until(() => !document.querySelector("dialog[open]"));
      await page.click('.menu .button[aria-label="العرض"]');
      await page.appears(".display-panel");
      await tab.press("Escape");
      assert.equal(await page.count(".display-panel"), 0);
    });

    test("theme, typeface and what is shown of the removed can be chosen", async () => {
      await visit();
      await page.sample("library");
      await page.click('.menu .button[aria-label="العرض"]');
      await page.click('label[for="theme-dark"]');
      assert.equal(await tab.evaluate(() => document.documentElement.dataset.theme), "dark");
      const paper = await tab.evaluate(() => getComputedStyle(document.querySelector("naqi-reader")).backgroundColor);
      assert.match(paper, /rgb\(2\d, 2\d, 2\d\)/);
      await page.click('label[for="font-sans"]');
      assert.match(await tab.evaluate(() => getComputedStyle(document.querySelector("naqi-reader")).fontFamily), /^"?Noto Sans Arabic/);
      await page.click('label[for="removed-open"]');
      await page.appears(".piece .why");
      await page.click('label[for="removed-hidden"]');
      await page.until(() => !document.querySelector("naqi-reader").shadowRoot.querySelector(".gap"));
      await page.click('label[for="removed-marked"]');
      await page.click('label[for="font-naskh"]');
      await tab.press("Escape");
      for (const view of VIEWS) {
        await page.open(view);
        await tab.screenshot(`${view}-ar-dark-wide`);
      }
    });

    test("two views stand side by side on a wide screen and follow each other", async () => {
      await visit();
      await tab.resize(1500, 900);
      await page.sample("library");
      await page.click(".beside");
      await page.appears("article .block");
      await page.appears(".panel.source .row");
      assert.equal(await tab.evaluate(() => document.documentElement.scrollHeight - document.documentElement.clientHeight), 0, "only the two views scroll");
      await tab.screenshot("overview");
      await page.click(".row-text", "وتفتح المكتبة أبوابها");
      await page.until(() => [...(CSS.highlights?.get("naqi-selection") ?? [])].length >= 2);
      await tab.screenshot("beside-ar-light-wide");
      await tab.resize(1280, 900);
    });

    test("no view scrolls sideways from 320 pixels on, menus open, in both languages", { timeout: 300_000 }, async () => {
      for (const width of [320, 360, 390, 768, 1280]) {
        await tab.resize(width, 844);
        for (const language of ["ar", "en"]) {
          await visit(`?lang=${language}`);
          const at = (what) => `${what}, ${language}, ${width}px`;
          await page.fits(at("start"));
          await page.click(".bar .menu > .button");
          await page.fits(at("start with the display panel"));
          await tab.press("Escape");
          await page.sample("library");
          for (const view of VIEWS) {
            await page.open(view);
            await page.fits(at(view));
            if (width === 390) await tab.screenshot(`${view}-${language}-light-narrow`);
          }
          await page.open("read");
          for (const [what, button] of [["the display panel", ".bar .menu > .button"], ["the save menu", ".actions .menu > .button"]]) {
            await page.click(button);
            await page.appears(".menu-panel");
            await page.fits(at(what));
            await tab.press("Escape");
          }
          await page.click(".toggle");
          await page.fits(at("an open gap"));
          await page.click(".foot .button");
          await page.fits(at("the keys"));
          await tab.press("Escape");
          await page.click(".wordmark");
          await page.sample("interview");
          await page.fits(at("two articles"));
        }
      }
      await tab.resize(1280, 900);
    });

    test("axe-core finds nothing in any view, in both languages", { timeout: 120_000 }, async () => {
      for (const [language, theme] of [["ar", "light"], ["en", "dark"]]) {
        await visit(`?lang=${language}`);
        await tab.evaluate((value) => void (document.documentElement.dataset.theme = value), theme);
        await page.accessible(`start, ${language}`);
        await page.sample("library");
        await tab.evaluate((value) => document.querySelector("naqi-reader").setAttribute("theme", value), theme);
        for (const view of VIEWS) {
          await page.open(view);
          if (view === "read") await tab.evaluate(() => document.querySelector("naqi-reader").shadowRoot.querySelectorAll(".toggle").forEach((toggle) => toggle.click()));
          if (view === "source") await page.click(".row .chip");
          if (view === "normalize") await page.click(".options-box summary");
          await page.accessible(`${view}, ${language}, ${theme}`);
        }
      }
    });

    test("a policy stands in the header and in the page, and it holds", async () => {
      const response = await fetch(server.url);
      assert.equal(response.headers.get("content-security-policy"), CONTENT_SECURITY_POLICY);
      await visit();
      assert.equal(await tab.evaluate(() => document.querySelector("meta[http-equiv]").content), CONTENT_SECURITY_POLICY);
      const blocked = await tab.evaluate(async () => {
        const script = document.createElement("script");
        script.textContent = "window.inlineRan = true";
        document.body.append(script);
        script.remove();
        const fetched = await fetch("https://attacker.example/").then(() => true, () => false);
        return !window.inlineRan && !fetched;
      });
      assert.ok(blocked);
      tab.requests.splice(0);
    });

    test("opens and works with the network cut, at any path", async () => {
      const folder = mkdtempSync(join(tmpdir(), "naqi-path-"));
      mkdirSync(join(folder, "some/path"), { recursive: true });
      cpSync(DIST, join(folder, "some/path/naqi"), { recursive: true });
      const elsewhere = await serve(folder);
      const url = `${elsewhere.url}some/path/naqi/`;
      try {
        await tab.goto(url);
        await page.until(() => document.documentElement.dataset.offline);
      } finally {
        await elsewhere.close();
      }
      await assert.rejects(fetch(url));
      await tab.goto(url);
      await page.sample("library");
      await page.open("source");
      await page.appears(".row");
      rmSync(folder, { recursive: true });
    });

    test("beside the page another one is itself, also when the page's files are kept", async () => {
      const folder = mkdtempSync(join(tmpdir(), "naqi-beside-"));
      cpSync(DIST, folder, { recursive: true });
      writeFileSync(join(folder, "naqi.html"), "<!doctype html><title>beside</title>");
      const elsewhere = await serve(folder);
      try {
        await tab.goto(elsewhere.url);
        await page.until(() => document.documentElement.dataset.offline);
        await page.until(() => navigator.serviceWorker.controller !== null);
        for (const [path, title] of [["naqi.html", "beside"], ["NOTICE.txt", ""], ["index.html", "نقيّ: المقال بلا شوائب"], ["?lang=ar", "نقيّ: المقال بلا شوائب"]]) {
          await tab.goto(elsewhere.url + path);
          assert.equal(await tab.evaluate(() => document.title), title, path);
        }
        assert.equal((await tab.page.goto(`${elsewhere.url}none.html`)).status(), 404);
      } finally {
        await elsewhere.close();
        rmSync(folder, { recursive: true });
      }
    });

    test("a new version strands no page that is open: it goes on with its own files", async () => {
      const folder = mkdtempSync(join(tmpdir(), "naqi-version-"));
      cpSync(DIST, folder, { recursive: true });
      const elsewhere = await serve(folder);
      const note = [{ name: "note.md", bytes: Buffer.from(`# عنوان الملاحظة\n\n${TEXT}`) }];
      const visits = [];
      const open = async () => {
        visits.push(await browser.tab());
        await visits.at(-1).goto(elsewhere.url);
        return scenes(visits.at(-1));
      };
      try {
        const page = await open();
        await page.until(() => document.documentElement.dataset.offline && navigator.serviceWorker.controller !== null);
        // The next version: its script for Markdown has another name, and the old one is gone from the server.
        const script = readdirSync(join(folder, "assets")).find((file) => file.startsWith("marked"));
        renameSync(join(folder, "assets", script), join(folder, "assets/marked-next.js"));
        const worker = readFileSync(join(folder, "sw.js"), "utf8");
        writeFileSync(join(folder, "sw.js"), worker.replaceAll(script, "marked-next.js").replace(/naqi-[0-9a-f]{16}/, "naqi-next"));
        await page.tab.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration.update();
        });
        await page.until(() => caches.keys().then((names) => names.includes("naqi-next")));
        await page.until(() => navigator.serviceWorker.getRegistration().then(({ installing }) => !installing));
        await new Promise((resolve) => setTimeout(resolve, 300));
        await page.drop(note);
        await page.appears("article .block", "افتتحت البلدية صباح أمس");
        // Once no page of the old version is open, the new one takes over.
        await page.tab.close();
        visits.pop();
        await new Promise((resolve) => setTimeout(resolve, 500));
        await (await open()).until(() => caches.keys().then((names) => names.join() === "naqi-next"));
      } finally {
        for (const visit of visits) await visit.close();
        await elsewhere.close();
        rmSync(folder, { recursive: true });
      }
    });

    test("no request ever leaves the page's own origin", () => {
      assert.ok(tab.requests.length > 5);
      const origins = new Set(tab.requests.filter((url) => !/^(blob|data|about):/.test(url)).map((url) => new URL(url).hostname));
      assert.deepEqual([...origins], ["localhost"]);
    });
  });
}
