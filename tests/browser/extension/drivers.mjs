// The extension as it ships, in real Chromium and real Firefox. Its toolbar button is pressed as the browser presses
// it, so that what it may read is what `activeTab` grants and nothing more.

import { MANIFESTS } from "../../../web/extension/manifest.mjs";
import { browsers as plain, face, FIREFOX, FIREFOX_PREFERENCES, CHROMIUM, CHROMIUM_FLAGS } from "../drivers.mjs";

const PATIENCE = 20_000;

/** Waits until `f` gives something true; gives that back. */
export async function until(f, what) {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const result = await f();
    if (result) return result;
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * A browser with the extension in it.
 * @typedef {object} Extended
 * @property {string} base the address of the extension's own files
 * @property {() => Promise<import("../drivers.mjs").Tab>} tab
 * @property {(tab: import("../drivers.mjs").Tab) => Promise<void>} press the toolbar button on a tab
 * @property {(file: string) => Promise<import("../drivers.mjs").Tab>} opened the page of the extension that is open under that name
 * @property {(address: string) => Promise<import("../drivers.mjs").Tab>} page opens a page of the extension or of the browser itself
 * @property {(tab: import("../drivers.mjs").Tab, x: number, y: number) => Promise<void>} menu chooses the entry of the context menu there
 * @property {((command: string) => Promise<void>) | null} key presses the key of a command, where a driver can
 * @property {() => Promise<{ title: () => Promise<string>, close: () => Promise<void> }>} panel the side panel that is open
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<Extended>} */
async function chromium(folder) {
  const { default: driver } = await import("puppeteer-core");
  const browser = await driver.launch({
    executablePath: CHROMIUM,
    headless: true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: { width: 1280, height: 900 },
    args: CHROMIUM_FLAGS.filter((flag) => !flag.startsWith("--headless")),
  });
  const id = await browser.installExtension(folder);
  const base = `chrome-extension://${id}/`;
  await browser.defaultBrowserContext().overridePermissions(base, ["clipboard-read", "clipboard-write"]);
  const extension = await until(async () => (await browser.extensions()).get(id), "the extension");
  await until(async () => (await extension.workers()).length > 0, "its background");
  const wrap = async (page) => {
    const session = await page.createCDPSession();
    return Object.assign(face("chromium", page), {
      session,
      evaluate: (f, ...values) => page.evaluate(f, ...values),
      resize: (width, height) => page.setViewport({ width, height }),
      reload: () => page.reload(),
      emulate: ({ scheme, motion, forced, print }) =>
        session.send("Emulation.setEmulatedMedia", {
          media: print ? "print" : "",
          features: [
            { name: "prefers-color-scheme", value: scheme ?? "" },
            { name: "prefers-reduced-motion", value: motion ?? "" },
            { name: "forced-colors", value: forced ?? "" },
          ],
        }),
    });
  };
  const target = (file) => until(() => browser.targets().find((one) => one.url().startsWith(base + file)), file);
  return {
    name: "chromium",
    browser,
    base,
    tab: async () => wrap(await browser.newPage()),
    async press({ page }) {
      await page.bringToFront();
      await page.triggerExtensionAction(extension);
    },
    /** The menu itself is out of a driver's reach: the background hears what it would hear. */
    async menu({ page }) {
      await page.bringToFront();
      const [background] = await extension.workers();
      await background.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        chrome.contextMenus.onClicked.dispatch({ menuItemId: "clean" }, tab);
      });
    },
    key: null,
    opened: async (file) => wrap(await (await target(file)).asPage()),
    async page(address) {
      const page = await browser.newPage();
      await page.goto(new URL(address, base).href);
      return wrap(page);
    },
    async panel() {
      const page = await (await target("panel.html")).asPage();
      return { title: () => page.title(), close: () => page.close() };
    },
    close: () => browser.close(),
  };
}

const UUID = "5f0e2c1e-7b1a-4d57-9a3e-6e6171690001";

/** @returns {Promise<Extended>} */
async function firefox(folder) {
  const { default: driver } = await import("puppeteer-core");
  const { id } = MANIFESTS.firefox.browser_specific_settings.gecko;
  const browser = await driver.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    defaultViewport: { width: 1280, height: 900 },
    // Lets a test do what is done in the window around the page: press a button of the toolbar, a key of the browser.
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: { ...FIREFOX_PREFERENCES, "extensions.webextensions.uuids": JSON.stringify({ [id]: UUID }) },
  });
  await browser.installExtension(folder);
  const base = `moz-extension://${UUID}/`;
  const send = async (method, parameters) => (await browser.connection.send(method, parameters)).result;
  const { contexts } = await send("browsingContext.getTree", { "moz:scope": "chrome" });
  /** Runs in the window of the browser itself; `extension` and `action` are the extension and its button there. */
  const inWindow = async (code) => {
    const expression = `(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(id)});
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      ${code}
    })()`;
    const { result, exceptionDetails } = await send("script.evaluate", { expression, target: { context: contexts[0].context }, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
  const wrap = (page) =>
    Object.assign(face("firefox", page), {
      evaluate: (f, ...values) => page.evaluate(f, ...values),
      resize: (width, height) => page.setViewport({ width, height }),
      emulate: async () => {},
      // The driver waits in vain for events of pages of an extension.
      reload: async () => {
        await page.evaluate(() => {
          window.isOld = true;
          location.reload();
        });
        await until(() => page.evaluate(() => !window.isOld && document.readyState === "complete").catch(() => false), "the page again");
      },
    });
  const find = async (file) => {
    for (const page of await browser.pages()) if ((await address(page)).startsWith(base + file)) return wrap(page);
    return undefined;
  };
  const address = (page) => page.evaluate(() => location.href).catch(() => "");
  return {
    name: "firefox",
    browser,
    base,
    tab: async () => wrap(await browser.newPage()),
    async press({ page }) {
      await page.bringToFront();
      await inWindow("await action.triggerAction(window);");
    },
    async menu({ page }, x, y) {
      await page.bringToFront();
      await page.mouse.click(x, y, { button: "right" });
      const chosen = () =>
        inWindow(`
          const menu = document.getElementById("contentAreaContextMenu");
          const entry = menu.state === "open" && [...menu.querySelectorAll("menuitem")].find(({ id }) => id.startsWith(extension.id.replace(/[@.]/g, "_")));
          if (entry) menu.activateItem(entry);
          return entry ? entry.label : "";
        `);
      await until(chosen, "the entry of the context menu");
    },
    key: (command) => inWindow(`[...document.querySelectorAll("keyset[id^=ext-keyset-id-naqi] key")]["_execute_action panel".split(" ").indexOf(${JSON.stringify(command)})].doCommand();`),
    opened: (file) => until(() => find(file), file),
    async page(address) {
      const page = await browser.newPage();
      const url = new URL(address, base).href;
      await send("browsingContext.navigate", { context: page.mainFrame()._id, url, wait: "none" });
      await until(() => page.evaluate((wanted) => location.href === wanted && document.readyState === "complete", url).catch(() => false), url);
      return wrap(page);
    },
    async panel() {
      const read = (what) => inWindow(`return document.getElementById("sidebar").contentDocument?.querySelector("browser")?.${what} ?? "";`);
      await until(async () => (await read("currentURI.spec")).startsWith(`${base}panel.html`), "the sidebar");
      return { title: () => read("contentTitle"), close: () => inWindow("SidebarController.hide();") };
    },
    close: () => browser.close(),
  };
}

/** The browsers that are there, each with the extension made for it. */
export const browsers = plain.map(({ name, there }) => ({ name, there, open: name === "Firefox" ? firefox : chromium, package: name.toLowerCase() }));
