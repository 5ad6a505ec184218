import type { UiLanguage } from "../../reader/src/labels.js";

export interface Preferences {
  language: UiLanguage;
  theme: "auto" | "light" | "dark";
  font: "naskh" | "sans";
  /** Steps of the text size around the default. */
  size: number;
  removed: "marked" | "open" | "hidden";
  beside: boolean;
}

const KEY = "naqi";
const DEFAULTS: Preferences = { language: "ar", theme: "auto", font: "naskh", size: 0, removed: "marked", beside: false };

export const SIZES = [-3, 6] as const;

/** What was chosen on an earlier visit; `?lang=` in the address decides over it. */
export function loadPreferences(): Preferences {
  const out = { ...DEFAULTS };
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, unknown>;
    const pick = <K extends "language" | "theme" | "font" | "removed">(key: K, values: readonly Preferences[K][]): void => {
      const value = values.find((candidate) => candidate === stored[key]);
      if (value !== undefined) out[key] = value;
    };
    pick("language", ["ar", "en"]);
    pick("theme", ["auto", "light", "dark"]);
    pick("font", ["naskh", "sans"]);
    pick("removed", ["marked", "open", "hidden"]);
    if (typeof stored["beside"] === "boolean") out.beside = stored["beside"];
    if (typeof stored["size"] === "number") out.size = Math.max(SIZES[0], Math.min(SIZES[1], Math.trunc(stored["size"])));
  } catch {
    // No storage here (a private window, a file): the defaults serve.
  }
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked === "ar" || asked === "en") out.language = asked;
  return out;
}

export function savePreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(preferences));
  } catch {
    // As above.
  }
}
