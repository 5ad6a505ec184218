import { DISPLAY, displayFrom, oneOf, type Display } from "../../shared/display.js";

/** What the reader chose. Kept in this browser only: `storage.sync` would send it away. */
export interface Settings extends Display {
  /** How the text is normalised. */
  profile: "reading" | "search" | "corpus";
  /** Where a click opens the article. */
  place: "page" | "panel";
}

const DEFAULTS: Settings = { ...DISPLAY, profile: "reading", place: "page" };

export function settingsFrom(stored: Record<string, unknown>): Settings {
  return {
    ...displayFrom(stored),
    profile: oneOf(stored["profile"], ["reading", "search", "corpus"], DEFAULTS.profile),
    place: oneOf(stored["place"], ["page", "panel"], DEFAULTS.place),
  };
}

export async function loadSettings(): Promise<Settings> {
  return settingsFrom(await chrome.storage.local.get(Object.keys(DEFAULTS)));
}

export async function saveSettings(choice: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set(choice);
}

/** Calls when any page of the extension has saved a choice. */
export function onSettings(changed: (settings: Settings) => void): void {
  chrome.storage.local.onChanged.addListener(() => void loadSettings().then(changed));
}
