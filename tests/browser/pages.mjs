// What scenarios do with a page: find things (also in shadow trees), press, wait, read.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Runs inside the page: the visible elements that match, through open shadow roots. */
function look(selector, text) {
  const found = [];
  const visit = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.matches(selector) && (!text || node.textContent.includes(text))) found.push(node);
      if (node.shadowRoot) visit(node.shadowRoot);
    }
  };
  visit(document);
  return found.filter((node) => node.checkVisibility({ visibilityProperty: true }));
}
const LOOK = String(look);

/**
 * @param {import("./drivers.mjs").Tab} tab
 * @param {number} patience how long the page may take for anything, in milliseconds
 */
export function scenes(tab, patience = 20_000) {
  /** Evaluates `f(found, ...values)` in the page, `found` being the elements that match. */
  const withAll = (selector, text, f, ...values) =>
    tab.evaluate(new Function("selector", "text", "values", `return (${f})((${LOOK})(selector, text), ...values)`), selector, text ?? "", values);

  const page = {
    tab,
    count: (selector, text) => withAll(selector, text, (found) => found.length),
    texts: (selector) => withAll(selector, "", (found) => found.map((node) => node.innerText.trim())),
    text: async (selector, text) => (await withAll(selector, text, (found) => found[0]?.innerText ?? null))?.trim(),
    attribute: (selector, name) => withAll(selector, "", (found, key) => found[0]?.getAttribute(key) ?? null, name),

    /** Waits until `f` (run in the page) gives something true; gives that back. */
    async until(f, ...values) {
      const deadline = Date.now() + patience;
      for (;;) {
        const result = await tab.evaluate(f, ...values);
        if (result) return result;
        if (Date.now() > deadline) throw new Error(`waited in vain for ${f} ${JSON.stringify(values)}; the page shows: ${(await page.text("main"))?.slice(0, 400)}`);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    },
    async appears(selector, text) {
      const deadline = Date.now() + patience;
      while ((await page.count(selector, text)) === 0) {
        if (Date.now() > deadline) throw new Error(`${selector} ${text ?? ""} did not appear; the page shows: ${(await page.text("main"))?.slice(0, 400)}`);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    },

    /** The middle of an element, scrolled into view. */
    async place(selector, text) {
      await page.appears(selector, text);
      return withAll(selector, text, async (found) => {
        const box = () => found[0].getBoundingClientRect();
        const middle = () => [box().x + box().width / 2, box().y + Math.min(box().height / 2, 400)];
        const isReachable = () => {
          let hit = document.elementFromPoint(...middle());
          while (hit?.shadowRoot?.elementFromPoint(...middle()) && hit.shadowRoot.elementFromPoint(...middle()) !== hit) {
            hit = hit.shadowRoot.elementFromPoint(...middle());
          }
          return hit !== null && found[0].contains(hit);
        };
        if (!isReachable()) found[0].scrollIntoView({ block: "center", inline: "nearest" });
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const [x, y] = middle();
        return { x, y };
      });
    },
    async click(selector, text) {
      const { x, y } = await page.place(selector, text);
      await tab.clickAt(x, y);
    },
    async hover(selector, text) {
      const { x, y } = await page.place(selector, text);
      await tab.hoverAt(x, y);
    },
    async open(view) {
      await page.click(`[data-view="${view}"]`);
      await page.appears(`[data-view="${view}"][aria-selected="true"]`);
    },
    async sample(id) {
      if ((await page.count(`[data-sample="${id}"]`)) === 0) await page.click(".wordmark");
      await page.click(`[data-sample="${id}"]`);
      await page.ready();
    },
    ready: () => page.appears(".statistics .figure, .source-view .row"),

    /** A paste as the browser delivers it; real pastes need a clipboard that both browsers share. */
    paste: ({ text = "", html = "" }, selector = "body") =>
      tab.evaluate(
        (plain, rich, where) => {
          const data = new DataTransfer();
          if (plain) data.setData("text/plain", plain);
          if (rich) data.setData("text/html", rich);
          const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
          // Firefox takes no DataTransfer in the constructor.
          Object.defineProperty(event, "clipboardData", { value: data });
          document.querySelector(where).dispatchEvent(event);
        },
        text,
        html,
        selector,
      ),
    /** Drops files: `[{ name, bytes }]`. */
    drop: (files) =>
      tab.evaluate((list) => {
        const data = new DataTransfer();
        for (const { name, base64, type } of list) {
          data.items.add(new File([Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0))], name, { type }));
        }
        document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: data, bubbles: true, cancelable: true }));
        document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
      }, files.map(({ name, bytes, type = "" }) => ({ name, type, base64: Buffer.from(bytes).toString("base64") }))),

    /** Saves in a format and gives back the file that the page offers. */
    async save(format) {
      await tab.evaluate(() => {
        window.saved = null;
        const make = URL.createObjectURL;
        URL.createObjectURL = (blob) => {
          window.savedBlob = blob;
          return make.call(URL, blob);
        };
        HTMLAnchorElement.prototype.click = function click() {
          window.saved = { name: this.download, type: window.savedBlob.type };
          URL.createObjectURL = make;
          delete HTMLAnchorElement.prototype.click;
        };
      });
      await page.click(".actions .menu > .button");
      await page.click(`[data-format="${format}"]`);
      await page.until(() => window.saved);
      return tab.evaluate(async () => ({ ...window.saved, text: await window.savedBlob.text() }));
    },

    /** What goes to the clipboard while `act` is done, by type. */
    async copied(act) {
      await tab.evaluate(() => {
        window.copied = null;
        const { clipboard } = navigator;
        const write = clipboard.write;
        clipboard.write = async (items) => {
          delete clipboard.write;
          await write.call(clipboard, items);
          const [item] = items;
          window.copied = Object.fromEntries(await Promise.all(item.types.map(async (type) => [type, await (await item.getType(type)).text()])));
        };
      });
      await act();
      return page.until(() => window.copied);
    },

    /** Nothing that is shown stands outside the window to its sides, and the page does not scroll there. */
    async fits(what) {
      const found = await tab.evaluate(() => {
        const width = document.documentElement.clientWidth;
        const outside = [];
        const visit = (root) => {
          for (const node of root.querySelectorAll("*")) {
            const { left, right, width: own } = node.getBoundingClientRect();
            const cut = own > 0 && (left < -1 || right > width + 1) && node.checkVisibility({ visibilityProperty: true });
            if (cut && !node.closest(".visually-hidden, .skip, .tree")) outside.push(`${node.localName}.${node.className} ${Math.round(left)} to ${Math.round(right)}`);
            if (node.shadowRoot) visit(node.shadowRoot);
          }
        };
        visit(document);
        return { outside: outside.slice(0, 3), scrolls: document.documentElement.scrollWidth - width };
      });
      assert.deepEqual(found.outside, [], what);
      assert.ok(found.scrolls <= 0, `${what} scrolls by ${found.scrolls}px`);
    },

    /** Nothing that axe-core knows is wrong with what is shown. */
    async accessible(what) {
      if (!(await tab.evaluate(() => "axe" in window))) await tab.evaluate(new Function("source", `${AXE}`));
      const violations = await tab.evaluate(async () => {
        const result = await axe.run(document, { resultTypes: ["violations"] });
        return result.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`).join("; ")}`);
      });
      assert.deepEqual(violations, [], what);
    },
  };
  return page;
}

/** Every request of the tab stayed where the page came from. */
export function assertOwnRequestsOnly(tab, origin) {
  const foreign = tab.requests.filter((url) => !url.startsWith(origin) && !/^(blob|data|about|chrome-extension):/.test(url));
  assert.deepEqual(foreign, []);
}
