// Real Chromium (playwright-core) and real Firefox (puppeteer-core over WebDriver BiDi) behind one small face, so that
// one set of scenarios runs in both.

import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where screenshots of a run are kept. */
export const artefacts = resolve(import.meta.dirname, "../../build/screenshots");

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
export const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
export const CHROMIUM_FLAGS = [
  "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
export const FIREFOX_PREFERENCES = {
  "app.normandy.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "toolkit.telemetry.enabled": false,
};

/**
 * A tab. All of it works on the real page: input goes through the browser's own mouse and keyboard.
 * @typedef {object} Tab
 * @property {"chromium" | "firefox"} browser
 * @property {(url: string) => Promise<void>} goto
 * @property {(f: Function, ...values: unknown[]) => Promise<any>} evaluate
 * @property {(keys: string) => Promise<void>} press a key, or keys held together: "Control+Z"
 * @property {(text: string) => Promise<void>} type
 * @property {(x: number, y: number, count?: number) => Promise<void>} clickAt
 * @property {(x: number, y: number) => Promise<void>} hoverAt
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {(features: { scheme?: string, motion?: string, forced?: string, print?: boolean }) => Promise<void>} emulate
 * @property {(name: string) => Promise<void>} screenshot
 * @property {(offline: boolean) => Promise<void>} setOffline
 * @property {string[]} requests addresses of every request of the tab
 * @property {string[]} problems what the page wrote as an error
 * @property {() => Promise<void>} close
 */

/** @returns {Promise<{ name: string, tab: () => Promise<Tab>, close: () => Promise<void> }>} */
export async function chromium() {
  const { chromium: driver } = await import("playwright-core");
  const profile = mkdtempSync(join(tmpdir(), "naqi-chromium-"));
  const context = await driver.launchPersistentContext(profile, {
    executablePath: CHROMIUM,
    headless: true,
    args: CHROMIUM_FLAGS,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  return {
    name: "chromium",
    context,
    async tab() {
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      const tab = face("chromium", page);
      page.on("request", (request) => tab.requests.push(request.url()));
      page.on("console", (message) => message.type() === "error" && tab.problems.push(message.text()));
      page.on("pageerror", (error) => tab.problems.push(String(error)));
      return Object.assign(tab, {
        // The driver passes one value.
        evaluate: (f, ...values) => page.evaluate(new Function("values", `return (${f})(...values)`), values),
        resize: (width, height) => page.setViewportSize({ width, height }),
        emulate: ({ scheme, motion, forced, print }) =>
          page.emulateMedia({ colorScheme: scheme ?? null, reducedMotion: motion ?? null, forcedColors: forced ?? null, media: print ? "print" : null }),
        setOffline: (offline) => context.setOffline(offline),
        session,
      });
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** @returns {Promise<{ name: string, tab: () => Promise<Tab>, close: () => Promise<void> }>} */
export async function firefox() {
  const { default: driver } = await import("puppeteer-core");
  const instance = await driver.launch({
    browser: "firefox",
    executablePath: FIREFOX,
    headless: true,
    extraPrefsFirefox: FIREFOX_PREFERENCES,
    defaultViewport: { width: 1280, height: 900 },
  });
  return {
    name: "firefox",
    instance,
    async tab() {
      const page = await instance.newPage();
      const tab = face("firefox", page);
      page.on("request", (request) => tab.requests.push(request.url()));
      page.on("console", (message) => message.type() === "error" && tab.problems.push(message.text()));
      page.on("pageerror", (error) => tab.problems.push(String(error)));
      return Object.assign(tab, {
        evaluate: (f, ...values) => page.evaluate(f, ...values),
        resize: (width, height) => page.setViewport({ width, height }),
        // Media features cannot be emulated over WebDriver BiDi: preferences of the page itself are used there.
        emulate: async () => {},
        setOffline: (offline) => page.setOfflineMode(offline),
      });
    },
    close: () => instance.close(),
  };
}

/** What tabs of both browsers have in common. */
export function face(browser, page) {
  return {
    browser,
    page,
    requests: [],
    problems: [],
    goto: async (url) => void (await page.goto(url, { waitUntil: "load" })),
    press: async (keys) => {
      const parts = keys.split("+");
      const last = parts.pop();
      for (const part of parts) await page.keyboard.down(part);
      await page.keyboard.press(last);
      for (const part of parts.reverse()) await page.keyboard.up(part);
    },
    type: (text) => page.keyboard.type(text),
    clickAt: (x, y, count = 1) => page.mouse.click(x, y, browser === "chromium" ? { clickCount: count } : { count }),
    hoverAt: (x, y) => page.mouse.move(x, y),
    screenshot: async (name) => {
      mkdirSync(artefacts, { recursive: true });
      await page.screenshot({ path: join(artefacts, `${browser}-${name}.png`) });
    },
    close: () => page.close(),
  };
}

export const browsers = [
  { name: "Chromium", open: chromium, there: existsSync(CHROMIUM) },
  { name: "Firefox", open: firefox, there: existsSync(FIREFOX) },
];
