// The extension as it ships, from the press of its button to the article: one set of scenarios for both browsers.

import assert from "node:assert/strict";
import { resolve } from "node:path";
import { after, afterEach, before, describe, test } from "node:test";
import { browsers, until } from "./extension/drivers.mjs";
import {
  ARTICLE, CLOBBERING, EMPTY, ENGLISH, FIRST, framed, large, LINKS, PDF, PERSIAN, RELATED, SECOND, THIRD, TITLE, VOCALISED,
} from "./extension/articles.mjs";
import { FRAMES, serve } from "./extension/server.mjs";
import { HOSTILE } from "./hostile.mjs";
import { scenes } from "./pages.mjs";

const DIST = resolve(import.meta.dirname, "../../web/extension/dist");
const HIGHLIGHTED = () => [...(CSS.highlights.get("naqi-removed") ?? [])].map(String);

for (const { name, open, there, package: folder } of browsers) {
  describe(name, { skip: there ? false : `${name} is not installed` }, () => {
    const pages = { "/article": ARTICLE, "/english": ENGLISH, "/persian": PERSIAN, "/links": LINKS, "/empty": EMPTY, "/vocalised": VOCALISED, "/file.pdf": PDF, "/clobbering": CLOBBERING };
    let site, browser;
    let opened = [];

    before(async () => {
      site = await serve(pages);
      pages["/framed"] = { html: framed(site.other), policy: FRAMES };
      browser = await open(resolve(DIST, folder));
    });
    after(async () => {
      await browser?.close();
      site?.close();
    });
    afterEach(async () => {
      for (const tab of opened.splice(0)) await tab.close().catch(() => {});
    });

    const visit = async (address) => {
      const tab = await browser.tab();
      opened.push(tab);
      await tab.goto(address.startsWith("/") ? site.url + address : address);
      return tab;
    };
    const extensionPage = async (file) => {
      const tab = await browser.page(file);
      opened.push(tab);
      return scenes(tab);
    };
    /** Presses the button on a page; gives the tab of the page and the reader page that opens. */
    const press = async (tab) => {
      await browser.press(tab.tab ?? tab);
      const reader = await browser.opened("reader.html");
      opened.push(reader);
      return Object.assign(scenes(reader), { reader });
    };
    const read = async (address) => {
      const tab = await visit(address);
      return { tab, page: await press(tab) };
    };
    const select = (tab, from, to) =>
      tab.evaluate(
        (first, last) => {
          const range = document.createRange();
          range.setStart(document.querySelector(first).firstChild, 0);
          range.setEndAfter(document.querySelector(last).firstChild);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
        },
        from,
        to,
      );
    const choose = (page, choice) => page.tab.evaluate((value) => chrome.storage.local.set(value), choice);
    const forget = (page) => page.tab.evaluate(() => chrome.storage.local.clear());

    test("one press: the article, under a policy that allows the page nothing", async () => {
      const { tab, page } = await read("/article");
      await page.appears("article .block", FIRST);
      await page.appears("article .title", TITLE);
      await page.appears("article .meta", "أمل القاضي");
      assert.equal(await page.count("article .block", RELATED), 0);
      assert.equal(await page.reader.evaluate(() => document.title), `${TITLE} · نقيّ`);
      assert.equal(await page.text(".origin a"), new URL(site.url).host);
      await page.click(".toggle", "رابط ذو صلة");
      await page.appears(".piece .removed-text", RELATED);
      await page.reader.screenshot("extension-reader");
      assert.deepEqual(page.reader.problems, []);
      await page.click(".origin a");
      await until(() => tab.evaluate(() => document.visibilityState === "visible"), "the way back to the page");
    });

    test("a page that names its elements like properties is read, highlighted and watched like any other", async () => {
      const { tab, page } = await read("/clobbering");
      await page.appears("article .block", FIRST);
      await page.appears("article .title", TITLE);
      assert.equal(await page.reader.evaluate(() => document.title), `${TITLE} · نقيّ`);
      await page.click(".highlight");
      await until(() => tab.evaluate(() => CSS.highlights.get("naqi-removed")?.size > 0), "highlights");
      assert.deepEqual(page.reader.problems, []);
    });

    test("each command has its key: the browser has taken the suggested ones", async () => {
      const page = await extensionPage("settings.html");
      const keys = await page.tab.evaluate(async () => Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut])));
      for (const [command, key] of [["_execute_action", "Alt+N"], ["panel", "Alt+Shift+J"]]) assert.equal(keys[command], key, JSON.stringify(keys));
      await page.appears("kbd", "Alt+Shift+J");
    });

    test("no page scrolls sideways from 320 pixels on, menus open, in both languages", { timeout: 90_000 }, async () => {
      const everywhere = async (page, check) => {
        for (const language of ["ar", "en"]) {
          await choose(page, { language });
          await page.until((wanted) => document.documentElement.lang === wanted, language);
          for (const width of [320, 360, 390, 768, 1280]) {
            await page.tab.resize(width, 800);
            await check((what) => `${what}, ${language}, ${width}px`);
          }
        }
        await forget(page);
      };
      const settings = await extensionPage("settings.html");
      await everywhere(settings, (at) => settings.fits(at("settings")));
      const { page } = await read("/article");
      await page.appears("article .block", FIRST);
      await everywhere(page, async (at) => {
        await page.fits(at("reader"));
        for (const button of [".actions .menu > .button", ".bar > .menu > .button"]) {
          await page.click(button);
          await page.appears(".menu-panel");
          await page.fits(at(button));
          await page.tab.press("Escape");
        }
      });
    });

    test("by the menu and, in the panel, by its key", async () => {
      const tab = await visit("/article");
      // In Chromium the menu is only announced to the background: what it may read it was granted by this press.
      if (!browser.key) await (await press(tab)).reader.close();
      await browser.menu(tab, 600, 150);
      const page = scenes(await browser.opened("reader.html"));
      opened.push(page.tab);
      await page.appears("article .block", FIRST);
      if (!browser.key) return;
      await tab.page.bringToFront();
      await browser.key("panel");
      const panel = await browser.panel();
      await until(() => panel.title().then((title) => title.startsWith(TITLE)), "the article in the panel");
      await panel.close();
    });

    test("what is selected is read instead, the whole page on demand", async () => {
      const tab = await visit("/article");
      await select(tab, "#first", "#second");
      const page = await press(tab);
      await page.appears("article .block", FIRST);
      assert.equal(await page.count("article .block", THIRD), 0);
      await page.appears(".notice", "حدّدته");
      await page.reader.screenshot("extension-selection");
      await page.click(".notice button", "اقرأ الصفحة كلّها");
      await page.appears("article .block", THIRD);
      assert.equal(await page.count(".notice", "حدّدته"), 0);
    });

    test("frames of the page's own site are read, others are named", async () => {
      const { tab, page } = await read("/framed");
      await page.appears("article .block", SECOND);
      const notice = await page.text(".frames");
      assert.match(notice, /مقطع مصوّر/);
      assert.equal(notice.split("،").length, 1, "a frame that is too small to read is not worth a word");
      await page.click(".highlight");
      const inFrame = await until(
        () => tab.evaluate(() => document.querySelector("#own").contentWindow.CSS.highlights.get("naqi-removed")?.size),
        "highlights in the frame",
      );
      assert.ok(inFrame > 0);
    });

    for (const [address, language, first, surround] of [
      ["/english", "الإنجليزية", "The river rose again", "A mill for sale"],
      ["/persian", "الفارسية", "رودخانه دیشب دوباره بالا آمد", "اخبار"],
    ]) {
      test(`${address.slice(1)}: says so and leaves it alone`, async () => {
        const { page } = await read(address);
        await page.appears(".notice", language);
        await page.appears("article .block", first);
        assert.ok((await page.count("article .block", surround)) > 0, "nothing is set aside");
        assert.equal(await page.count(".toggle"), 0);
        const text = await page.reader.evaluate(() => document.querySelector("naqi-reader").shadowRoot.querySelector("article").innerText);
        assert.ok(text.includes("هیچ‌کس در روستا") || address === "/english", "not a letter is changed");
        await page.reader.screenshot(`extension${address.replace("/", "-")}`);
        await page.click(".notice button", "اعزل");
        await page.appears(".toggle");
        assert.equal(await page.count("article .block", surround), 0);
      });
    }

    test("a page without an article says so, and loses nothing", async () => {
      const { page } = await read("/links");
      await page.appears(".notice", "لم يبقَ من هذا النصّ");
      await page.click(".toggle");
      await page.appears(".piece", "سباق الزوارق ينطلق");
      await page.click(".piece .restore");
      await page.appears("article .block");
    });

    test("a page without text says so", async () => {
      const { page } = await read("/empty");
      await page.appears(".card h1", "لا نصّ في هذه الصفحة");
      await page.reader.screenshot("extension-empty");
    });

    test("pages of the browser itself cannot be read, and it says which can", async () => {
      const page = await press(await extensionPage(browser.name === "firefox" ? "about:license" : "chrome://version/"));
      await page.appears(".card h1", "لا يسمح المتصفّح");
      assert.match(await page.text(".card p"), /متجر الإضافات/);
      await page.accessible("a page that cannot be read");
      await page.reader.screenshot("extension-forbidden");
    });

    test("a PDF file is named as what it is", async () => {
      const page = await press(await extensionPage(`${site.url}/file.pdf`));
      await page.appears(".card", "PDF");
    });

    test("a page that changes after it was read: it says so and reads it again", async () => {
      const { tab, page } = await read("/article");
      await page.appears("article .block", FIRST);
      await tab.evaluate(() => document.querySelector("footer").append("، عدد الزوار ١٢٣"));
      await tab.evaluate(() => {
        document.querySelector("#second").firstChild.data = "ثم أُغلق السوق فجأة بعد هبوب عاصفة رملية لم يتوقعها أحد من الباعة ولا من الزوار.";
      });
      await page.appears(".notice.changed", "تغيّرت الصفحة");
      assert.ok((await page.count("article .block", SECOND)) > 0, "what was read stays");
      await page.click(".notice button", "من جديد");
      await page.appears("article .block", "ثم أُغلق السوق فجأة");
      assert.equal(await page.count(".notice.changed"), 0);
    });

    test("a paragraph that comes later is noticed, a ticker is not", async () => {
      const { tab, page } = await read("/article");
      await page.appears("article .block", FIRST);
      await tab.evaluate(() => {
        const ticker = document.createElement("div");
        document.body.append(ticker);
        for (let i = 0; i < 50; i++) ticker.append(`عاجل ${i} `);
      });
      await tab.evaluate(() => new Promise((resolve) => setTimeout(resolve, 900)));
      assert.equal(await page.count(".notice.changed"), 0);
      await tab.evaluate((text) => {
        const paragraph = document.createElement("p");
        paragraph.textContent = text;
        document.querySelector("article").append(paragraph);
      }, SECOND + FIRST);
      await page.appears(".notice.changed");
    });

    test("a tab that is closed: what was read stays, what was not says so", async () => {
      const { tab, page } = await read("/article");
      await page.appears("article .block", FIRST);
      await tab.page.close();
      await page.appears(".notice.gone", "المقال باقٍ هنا");
      assert.ok(await page.reader.evaluate(() => document.querySelector(".highlight").disabled));
      await page.appears("article .block", FIRST);
      await page.click(".actions .button", "نسخ");
      await page.appears(".toast", "نُسخ");
      await page.reader.reload();
      await page.appears("article .block", FIRST);
      await page.appears(".notice.gone");
      const never = await extensionPage("reader.html?tab=999999");
      await never.appears(".card h1", "أُغلقت الصفحة قبل أن تُقرأ");
    });

    test("a page that is left behaves like one that is closed", async () => {
      const { tab, page } = await read("/article");
      await page.appears("article .block", FIRST);
      await tab.goto(`${site.url}/links`);
      await page.appears(".notice.gone");
      await page.appears("article .block", FIRST);
    });

    test("what is set aside is marked in the page by ranges; no node of it changes", async () => {
      const { tab, page } = await read("/article");
      await page.appears("article .block", FIRST);
      const before = await tab.evaluate(() => document.documentElement.outerHTML);
      await page.click(".highlight");
      await until(() => tab.evaluate(HIGHLIGHTED).then((texts) => texts.length > 0), "highlights");
      await until(() => tab.evaluate(() => document.visibilityState === "visible"), "the page in front");
      const texts = await tab.evaluate(HIGHLIGHTED);
      assert.ok(texts.some((text) => text.includes(RELATED)) && texts.includes("الرئيسية"));
      assert.ok(!texts.some((text) => text.includes(FIRST.slice(0, 20))));
      assert.equal(await tab.evaluate(() => document.documentElement.outerHTML), before);
      const line = await tab.evaluate(() => getComputedStyle(document.querySelector("#related a"), "::highlight(naqi-removed)").textDecorationLine);
      assert.equal(line, "line-through", "colour is not the only sign");
      await tab.screenshot("extension-highlight");

      await page.reader.page.bringToFront();
      assert.equal(await page.attribute(".highlight", "aria-pressed"), "true");
      await page.click(".toggle", "رابط ذو صلة");
      await page.click(".piece .restore");
      await until(() => tab.evaluate(HIGHLIGHTED).then((texts) => !texts.some((text) => text.includes("معرض الخط"))), "one highlight less");
      await page.reader.page.bringToFront();
      await page.click(".highlight");
      await page.appears('.highlight[aria-pressed="false"]');
      assert.deepEqual(await tab.evaluate(HIGHLIGHTED), []);
    });

    test("a piece that has changed since is not marked, and is counted", async () => {
      const { tab, page } = await read("/article");
      await page.appears("article .block", FIRST);
      await tab.evaluate(() => (document.querySelector("#related a").textContent = "رابط آخر"));
      await page.click(".highlight");
      await until(() => tab.evaluate(HIGHLIGHTED).then((texts) => texts.length > 0), "highlights");
      assert.ok(!(await tab.evaluate(HIGHLIGHTED)).some((text) => text.includes("رابط")));
      await page.appears(".toast", "وتغيّرت قطعة واحدة");
      await page.reader.page.close();
      await until(() => tab.evaluate(HIGHLIGHTED).then((texts) => texts.length === 0), "a page without marks when its reader is closed");
    });

    test("bringing back, setting aside, undo and redo, by press and by key, after a reload too", async () => {
      const { page } = await read("/article");
      await page.click(".toggle", "رابط ذو صلة");
      await page.click(".piece .restore");
      await page.appears(".restored", RELATED);
      await page.click("article .block", THIRD);
      await page.reader.press("Delete");
      await page.until((text) => !document.querySelector("naqi-reader").shadowRoot.textContent.includes(text), THIRD);
      await page.reader.reload();
      await page.appears(".restored", RELATED);
      assert.equal(await page.count("article .block", THIRD), 0);
      await page.click('.actions [aria-label="تراجع"]');
      await page.appears("article .block", THIRD);
      await page.reader.press("Control+z");
      await page.until(() => !document.querySelector("naqi-reader").shadowRoot.querySelector(".restored"));
      await page.reader.press("Control+Shift+Z");
      await page.appears(".restored", RELATED);
    });

    test("copies HTML and text, saves each form under an Arabic name", async () => {
      const { page } = await read("/article");
      await page.appears("article .block", FIRST);
      const copied = await page.copied(() => page.click(".actions .button", "نسخ"));
      assert.match(copied["text/html"], /^<article lang="ar" dir="rtl">/);
      assert.ok(copied["text/html"].includes(FIRST) && copied["text/plain"].includes(FIRST));
      assert.ok(!copied["text/plain"].includes(RELATED));
      await page.appears(".toast", "نُسخ");
      for (const [format, ending] of Object.entries({ text: "txt", markdown: "md", html: "html", json: "json" })) {
        const { name: file, text } = await page.save(format);
        assert.equal(file, `${TITLE}.${ending}`);
        assert.ok(text.includes(FIRST), format);
      }
      assert.equal(await page.count('[data-format="jsonl"]'), 0);
    });

    test("choices are kept in this browser and reach every page of the extension at once", async () => {
      const { page } = await read("/article");
      await page.appears("article .block", FIRST);
      const settings = await extensionPage("settings.html");
      await settings.appears("article .block", "رسا في المرفأ");
      await settings.click('label[for="theme-dark"]');
      await settings.click('label[for="font-sans"]');
      await settings.click('.size [aria-label="أكبر"]');
      await settings.click('label[for="profile-search"]');
      await settings.appears("article .block", "رحله دامت");
      await settings.appears(".hint", "يوحّد الألف");
      await settings.tab.screenshot("extension-settings-dark");
      await page.until(() => document.documentElement.dataset.theme === "dark");
      await page.appears("article .block", "بعد غياب دام خمسه اعوام");
      const dress = await page.reader.evaluate(() => {
        const reader = document.querySelector("naqi-reader");
        return [reader.getAttribute("theme"), reader.getAttribute("font"), reader.style.getPropertyValue("--naqi-size")];
      });
      assert.deepEqual(dress, ["dark", "sans", "1.4375rem"]);
      await settings.tab.evaluate(() => document.querySelector(".language").click());
      await settings.appears("h1", "Settings");
      await page.appears(".actions .button", "Copy");
      const stored = await settings.tab.evaluate(() => chrome.storage.local.get());
      assert.deepEqual(stored, { theme: "dark", font: "sans", size: 1, profile: "search", language: "en" });
      await settings.tab.reload();
      await settings.appears("h1", "Settings");
      assert.ok(await settings.tab.evaluate(() => document.querySelector("#theme-dark").checked));
      await choose(settings, { theme: "pink", size: "huge", language: 7 });
      await page.appears(".actions .button", "نسخ");
      await page.until(() => document.documentElement.dataset.theme === undefined);
      await forget(settings);
    });

    test("the side panel: opened by the button when chosen, and told of the next page", async () => {
      const settings = await extensionPage("settings.html");
      await settings.click('label[for="place-panel"]');
      await until(() => settings.tab.evaluate(() => chrome.storage.local.get("place").then(({ place }) => place === "panel")), "the choice");
      const tab = await visit("/article");
      await browser.press(tab);
      const panel = await browser.panel();
      await until(() => panel.title().then((title) => title.startsWith(TITLE)), "the article in the panel");
      const next = await visit("/vocalised");
      await browser.press(next);
      await until(() => panel.title().then((title) => title.startsWith("مِنْ أَدَبِ")), "the next article in the panel");
      await panel.close();
      await forget(settings);
    });

    test("the panel without an article says how one comes there", async () => {
      const panel = await extensionPage("panel.html");
      await panel.tab.resize(380, 800);
      await panel.appears(".card h1", "لا مقال هنا بعد");
      assert.match(await panel.text(".card p"), /Alt\+N/);
      await panel.accessible("an empty panel");
      await panel.tab.screenshot("extension-panel-empty");
    });

    test("5 MB: read, cleaned and shown, with progress on the way", { timeout: 120_000 }, async () => {
      pages["/large"] = large(5e6);
      const tab = await visit("/large");
      const page = await press(tab);
      await page.reader.evaluate(() => {
        window.shares = [];
        new MutationObserver(() => {
          const bar = document.querySelector(".progress:not([hidden]) progress");
          if (bar) window.shares.push(bar.value);
        }).observe(document.body, { subtree: true, attributes: true, childList: true, characterData: true });
      });
      await page.appears("article .block", "وهذه الفقرة رقم 1.");
      assert.ok((await page.reader.evaluate(() => window.shares.length)) > 0, "progress is shown");
      const last = await page.reader.evaluate(() => document.querySelector("naqi-reader").model.document.blocks.filter(({ kept }) => kept).at(-1).text);
      assert.match(last, /وهذه الفقرة رقم \d{4,}/);
      await page.click(".highlight");
      await until(() => tab.evaluate(() => (CSS.highlights.get("naqi-removed")?.size ?? 0) > 500), "highlights");
    });

    test("hostile pages run nothing and bring no markup", async () => {
      // Those that lead away or hide everything would leave nothing to look at.
      const markup = HOSTILE.filter(({ html }) => html && !/refresh|display: none/.test(html)).map(({ html }) => html);
      const text = HOSTILE.flatMap(({ text: lines }) => lines ?? []).map((lines) => `<pre>${lines.replaceAll("<", "&lt;")}</pre>`);
      const named = `<p>${FIRST}</p><form name="body"></form><form name="title"></form><form name="contentType"></form><p>${SECOND}</p>`;
      const turned = `<title>\u202eعنوان مقلوب</title><p>${FIRST}</p>`;
      for (const [path, parts] of Object.entries({ markup, text, named: [named], turned: [turned] })) pages[`/hostile/${path}`] = { html: parts.join("\n"), policy: "default-src 'none'; script-src 'unsafe-inline'" };
      for (const address of Object.keys(pages).filter((path) => path.startsWith("/hostile/"))) {
        const { page } = await read(address);
        await page.until(() => document.querySelector("main")?.getAttribute("aria-busy") === "false");
        const found = await page.reader.evaluate(() => {
          const bad = [];
          const visit = (root) => {
            for (const node of root.querySelectorAll("*")) {
              if (/^(script|iframe|img|style|object|embed|form|video|audio|math|base)$/i.test(node.localName) && !node.matches("head *")) bad.push(node.outerHTML.slice(0, 120));
              for (const { name } of node.attributes) if (/^on/i.test(name)) bad.push(`${node.localName} ${name}`);
              if (node.shadowRoot) visit(node.shadowRoot);
            }
          };
          visit(document);
          return { bad, pwned: window.pwned ?? null, title: /\[object|[\p{Cc}\p{Cf}]/u.test(document.title), blocks: document.querySelector("naqi-reader").shadowRoot.querySelectorAll(".block").length > 0 };
        });
        assert.deepEqual(found, { bad: [], pwned: null, title: false, blocks: true }, address);
        for (const tab of opened.splice(0)) await tab.close();
      }
    });

    test("vocalised and mixed articles keep their marks and directions", async () => {
      const { page } = await read("/vocalised");
      await page.appears("article .block", "النَّسِيمُ بَارِدًا");
      const directions = await page.reader.evaluate(() => [...document.querySelector("naqi-reader").shadowRoot.querySelectorAll(".block")].map(({ dir }) => dir));
      assert.deepEqual(directions, ["rtl", "rtl", "ltr", "rtl"]);
      await page.reader.screenshot("extension-vocalised");
    });

    test("fits a panel and a wide screen, in both languages, light and dark; axe-core finds nothing", { timeout: 120_000 }, async () => {
      const { page } = await read("/framed");
      await page.appears("article .block", FIRST);
      await page.click(".toggle");
      for (const [language, theme] of [["ar", "light"], ["en", "dark"]]) {
        await choose({ tab: page.reader }, { language, theme });
        await page.until((value) => document.documentElement.dataset.theme === value, theme);
        await page.accessible(`reader, ${language}, ${theme}`);
        for (const [width, where] of [[1280, "wide"], [360, "narrow"]]) {
          await page.reader.resize(width, 900);
          const overflow = await page.reader.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.ok(overflow <= 0, `${language} ${where} is ${overflow}px too wide`);
          await page.reader.screenshot(`extension-reader-${language}-${theme}-${where}`);
        }
      }
      const settings = await extensionPage("settings.html");
      for (const [language, theme] of [["en", "dark"], ["ar", "light"]]) {
        await choose(settings, { language, theme });
        await settings.until((value) => document.documentElement.dataset.theme === value, theme);
        await settings.appears("article .block");
        await settings.accessible(`settings, ${language}, ${theme}`);
        await settings.tab.screenshot(`extension-settings-${language}-${theme}`);
      }
      await forget(settings);
    });

    test("follows the system: dark, its own colours, paper", { skip: name === "Firefox" ? "WebDriver BiDi cannot ask Firefox so" : false }, async () => {
      const { page } = await read("/article");
      await page.appears("article .block", FIRST);
      const paper = () => page.reader.evaluate(() => getComputedStyle(document.querySelector("naqi-reader")).backgroundColor);
      await page.reader.emulate({ scheme: "light" });
      const light = await paper();
      await page.reader.emulate({ scheme: "dark" });
      assert.notEqual(await paper(), light);
      await page.reader.emulate({ forced: "active" });
      await page.click(".highlight");
      await page.reader.page.bringToFront();
      await page.appears('.highlight[aria-pressed="true"]');
      assert.equal(await page.reader.evaluate(() => getComputedStyle(document.querySelector(".highlight")).outlineStyle), "solid", "what is pressed shows without a colour of ours");
      await page.reader.screenshot("extension-forced-colours");
      await page.reader.emulate({ print: true });
      for (const selector of [".bar", ".toggle", ".foot", ".notices"]) assert.equal(await page.count(selector), 0, `${selector} is printed`);
      await page.appears("article .block", FIRST);
      await page.reader.screenshot("extension-print");
    });

    test("the keyboard alone is enough", async () => {
      const { page } = await read("/article");
      await page.appears("article .block", FIRST);
      const focused = () => page.reader.evaluate(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.className || at?.localName;
      });
      await page.reader.press("Tab");
      assert.equal(await focused(), "skip");
      await page.reader.press("Enter");
      assert.equal(await page.reader.evaluate(() => document.activeElement.id), "content");
      await page.reader.press("Tab");
      await page.reader.press("j");
      assert.match(await focused(), /block|toggle/);
      assert.equal(await page.reader.evaluate(() => getComputedStyle(document.querySelector("naqi-reader").shadowRoot.activeElement).outlineStyle), "solid");
    });

    test("no page of the extension asks anything of the network", async () => {
      const { page } = await read("/article");
      await page.appears("article .block", FIRST);
      page.reader.requests.splice(0);
      await page.reader.reload();
      await page.appears("article .block", FIRST);
      const foreign = page.reader.requests.filter((url) => !url.startsWith(browser.base));
      assert.deepEqual(foreign, []);
      const reached = await page.reader.evaluate((url) => fetch(url).then(() => true, () => false), site.url);
      assert.equal(reached, false, "and its policy would not let it");
    });
  });
}
