// The manifests of both packages. One list of permissions, and what each browser names differently.

import { readFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]));

const SHARED = {
  manifest_version: 3,
  name: "__MSG_name__",
  short_name: "نقيّ",
  version,
  description: "__MSG_description__",
  default_locale: "ar",
  icons: ICONS,
  action: { default_title: "__MSG_clean__", default_icon: ICONS },
  options_ui: { page: "settings.html", open_in_tab: true },
  commands: {
    // What the browser names so is the toolbar button.
    _execute_action: { suggested_key: { default: "Alt+N", mac: "MacCtrl+Shift+N" } },
    panel: { suggested_key: { default: "Alt+Shift+J", mac: "MacCtrl+Shift+J" }, description: "__MSG_cleanInPanel__" },
  },
  content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
};

/** The page that a click is meant for, its script, the choices, the menu: nothing else, and no site by its address. */
const PERMISSIONS = ["activeTab", "scripting", "storage", "contextMenus"];

export const MANIFESTS = {
  chromium: {
    ...SHARED,
    permissions: [...PERMISSIONS, "sidePanel"],
    background: { service_worker: "background.js" },
    side_panel: { default_path: "panel.html" },
    // An article from a private window must not open in another one.
    incognito: "split",
    minimum_chrome_version: "123",
  },
  firefox: {
    ...SHARED,
    permissions: PERMISSIONS,
    background: { scripts: ["background.js"] },
    sidebar_action: { default_panel: "panel.html", default_title: "__MSG_name__", default_icon: ICONS, open_at_install: false },
    browser_specific_settings: {
      gecko: {
        id: "naqi@naqi.example",
        // The first that asks for it by the next key; text ranges are drawn since 140.
        strict_min_version: "142.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  },
};
