import { DISPLAY, displayFrom, type Display } from "../../shared/display.js";

export interface Preferences extends Display {
  beside: boolean;
}

const KEY = "naqi";

/** What was chosen on an earlier visit; `?lang=` in the address decides over it. */
export function loadPreferences(): Preferences {
  let out: Preferences = { ...DISPLAY, beside: false };
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Record<string, unknown>;
    out = { ...displayFrom(stored), beside: stored["beside"] === true };
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
