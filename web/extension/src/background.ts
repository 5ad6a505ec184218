// Routes, and nothing else: what was pressed, on which tab, and where its article is to open. The page that opens reads
// the tab and cleans; this script may be asleep again by then.

import { panelKey } from "./reader/request.js";
import { settingsFrom, type Settings } from "./settings.js";

type Place = Settings["place"];

/** Firefox's name for the side panel; it is open in a window, not for a tab. */
declare const browser: { sidebarAction: { open(): Promise<void> } };

/** Firefox keeps a document for this script, Chromium a worker, which has no such storage. */
const mirror = (globalThis as { localStorage?: Storage }).localStorage;

/**
 * Hands over where a click opens the article. A panel may only be opened while the click lasts: Chromium lets it last
 * until the callback of a storage call, Firefox not beyond this turn, so that there the choice is mirrored.
 */
function withPlace(then: (place: Place) => void): void {
  if (mirror) then(settingsFrom({ place: mirror.getItem("place") }).place);
  else chrome.storage.local.get("place", (stored) => then(settingsFrom(stored).place));
}

function openPage({ id, index, windowId }: chrome.tabs.Tab): void {
  void chrome.tabs.create({ url: chrome.runtime.getURL(`reader.html?tab=${id}`), index: index + 1, windowId, openerTabId: id! });
}

function openPanel({ id, windowId }: chrome.tabs.Tab): void {
  void ("sidePanel" in chrome ? chrome.sidePanel.open({ windowId }) : browser.sidebarAction.open());
  // Each request is another value, so that a panel that is open hears of a second one for the same tab.
  void chrome.storage.session.set({ [panelKey(windowId)]: { tab: id, asked: Date.now() } });
}

function open(tab: chrome.tabs.Tab | undefined, place: Place): void {
  if (tab?.id === undefined || tab.id === chrome.tabs.TAB_ID_NONE) return;
  if (place === "panel") openPanel(tab);
  else openPage(tab);
}

chrome.action.onClicked.addListener((tab) => withPlace((place) => open(tab, place)));

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === "panel") open(tab, "panel");
});

chrome.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
  if (menuItemId === "in-panel") open(tab, "panel");
  else if (menuItemId === "in-page") open(tab, "page");
  else withPlace((place) => open(tab, place));
});

chrome.runtime.onInstalled.addListener(() => {
  const item = (id: string, message: string, contexts: NonNullable<chrome.contextMenus.CreateProperties["contexts"]>): void => {
    chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(message), contexts });
  };
  chrome.contextMenus.removeAll(() => {
    // One entry for each place: the browser shows it without a submenu.
    item("clean", "clean", ["page", "frame"]);
    item("clean-selection", "cleanSelection", ["selection"]);
    item("in-page", "cleanInPage", ["action"]);
    item("in-panel", "cleanInPanel", ["action"]);
  });
});

if (mirror) {
  const keep = (stored: Record<string, unknown>): void => mirror.setItem("place", settingsFrom(stored).place);
  chrome.storage.local.get("place", keep);
  chrome.storage.local.onChanged.addListener(() => chrome.storage.local.get("place", keep));
}
