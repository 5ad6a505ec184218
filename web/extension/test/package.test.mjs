// What is shipped: permissions, files, nothing that reaches for the network or makes code from strings.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";
import { CONTENT_SECURITY_POLICY } from "../../serve.mjs";
import { MANIFESTS } from "../manifest.mjs";
import { filesIn, pack } from "../pack.mjs";

const DIST = join(import.meta.dirname, "../dist");
const folder = (browser) => join(DIST, browser);
const read = (browser, file) => readFileSync(join(folder(browser), file));
const manifest = (browser) => JSON.parse(read(browser, "manifest.json"));

test("the permissions are these and no others", () => {
  assert.deepEqual(manifest("chromium").permissions, ["activeTab", "scripting", "storage", "contextMenus", "sidePanel"]);
  assert.deepEqual(manifest("firefox").permissions, ["activeTab", "scripting", "storage", "contextMenus"]);
  assert.ok(manifest("firefox").sidebar_action);
});

test("no site is named, no page may reach in, no script comes from elsewhere", () => {
  const shared = [
    "action", "background", "commands", "content_security_policy", "default_locale", "description", "icons", "manifest_version", "name", "options_ui", "permissions",
    "short_name", "version",
  ];
  const known = {
    chromium: [...shared, "incognito", "minimum_chrome_version", "side_panel"],
    firefox: [...shared, "browser_specific_settings", "sidebar_action"],
  };
  for (const [browser, keys] of Object.entries(known)) {
    assert.deepEqual(Object.keys(manifest(browser)).sort(), keys.sort(), browser);
    assert.deepEqual(manifest(browser).content_security_policy, { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" });
  }
});

test("Firefox is told that no data is collected, and is given a background of scripts", () => {
  const { background, browser_specific_settings: { gecko } } = manifest("firefox");
  assert.deepEqual(background, { scripts: ["background.js"] });
  assert.match(gecko.id, /^[^@\s]+@[^@\s]+$/);
  assert.deepEqual(gecko.data_collection_permissions, { required: ["none"] });
});

test("both browsers get the same files but for the manifest", () => {
  const files = filesIn(folder("chromium"));
  assert.deepEqual(filesIn(folder("firefox")), files);
  for (const file of files) if (file !== "manifest.json") assert.ok(read("chromium", file).equals(read("firefox", file)), file);
});

test("every file that a manifest names is there, every text of it in both languages", () => {
  for (const browser of Object.keys(MANIFESTS)) {
    const files = filesIn(folder(browser));
    const text = JSON.stringify(manifest(browser));
    for (const [, file] of text.matchAll(/"([\w./-]+\.(?:html|js|png))"/g)) assert.ok(files.includes(file), file);
    for (const language of ["ar", "en"]) {
      const messages = JSON.parse(read(browser, `_locales/${language}/messages.json`));
      for (const [, name] of text.matchAll(/__MSG_(\w+)__/g)) assert.ok(messages[name]?.message, `${name} in ${language}`);
      // Longer ones are cut by the stores.
      assert.ok(messages.description.message.length <= 132, `the description in ${language} is too long`);
    }
  }
});

test("a package holds its folder, and the same bytes each time", () => {
  for (const [browser, { version }] of Object.entries(MANIFESTS)) {
    const zip = readFileSync(join(DIST, `naqi-${browser}-${version}.zip`));
    const entries = unzipSync(zip);
    assert.deepEqual(Object.keys(entries).sort(), filesIn(folder(browser)));
    for (const [file, content] of Object.entries(entries)) assert.ok(read(browser, file).equals(content), file);
    assert.ok(zip.equals(pack(folder(browser))), `${browser}: packed again, it differs`);
  }
});

test("no markup from strings, no code from strings, no address of the network", () => {
  const forbidden = /\.(inner|outer)HTML|insertAdjacentHTML|document\.write|createContextualFragment|new Function|\beval\(|https?:\/\/(?!www\.w3\.org|schema\.org)[a-z]/;
  for (const file of filesIn(folder("chromium")).filter((name) => name.endsWith(".js"))) {
    assert.equal(forbidden.exec(read("chromium", file).toString())?.[0], undefined, file);
  }
});

test("the pages allow themselves no more than their own files", () => {
  for (const page of ["reader.html", "panel.html", "settings.html"]) {
    const html = read("chromium", page).toString();
    const [, policy] = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html);
    assert.equal(policy.replaceAll("&#39;", "'"), CONTENT_SECURITY_POLICY, page);
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)|\son\w+=|<style/, page);
  }
});
