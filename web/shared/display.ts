import type { UiLanguage } from "../reader/src/labels.js";

/** How a page is shown, as its reader chose it. */
export interface Display {
  language: UiLanguage;
  theme: "auto" | "light" | "dark";
  font: "naskh" | "sans";
  /** Steps of the text size around the default. */
  size: number;
  removed: "marked" | "open" | "hidden";
}

export const DISPLAY: Display = { language: "ar", theme: "auto", font: "naskh", size: 0, removed: "marked" };

export const SIZES = [-3, 6] as const;

/** `wanted` if it is one of `values`. */
export function oneOf<T>(wanted: unknown, values: readonly T[], fallback: T): T {
  return values.find((value) => value === wanted) ?? fallback;
}

/** What was stored earlier, by this version or another: a value that is none is the default. */
export function displayFrom(stored: Record<string, unknown>): Display {
  const size = stored["size"];
  return {
    language: oneOf(stored["language"], ["ar", "en"], DISPLAY.language),
    theme: oneOf(stored["theme"], ["auto", "light", "dark"], DISPLAY.theme),
    font: oneOf(stored["font"], ["naskh", "sans"], DISPLAY.font),
    size: typeof size === "number" ? sizeWithin(size) : DISPLAY.size,
    removed: oneOf(stored["removed"], ["marked", "open", "hidden"], DISPLAY.removed),
  };
}

export function sizeWithin(size: number): number {
  return Math.max(SIZES[0], Math.min(SIZES[1], Math.trunc(size)));
}

/** Turns the page to its language and theme. */
export function dressPage({ language, theme }: Display): void {
  const root = document.documentElement;
  root.lang = language;
  root.dir = language === "ar" ? "rtl" : "ltr";
  if (theme === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = theme;
}

/** Hands the choices to a `<naqi-reader>`. */
export function dressReader(reader: HTMLElement, { language, theme, font, size, removed }: Display): void {
  // Setting an attribute anew would have the article built anew.
  const set = (name: string, value: string | null): void => {
    if (value === reader.getAttribute(name)) return;
    if (value === null) reader.removeAttribute(name);
    else reader.setAttribute(name, value);
  };
  set("ui", language);
  set("theme", theme === "auto" ? null : theme);
  set("font", font === "sans" ? "sans" : null);
  set("removed", removed === "marked" ? null : removed);
  reader.style.setProperty("--naqi-size", `${1.3125 + size * 0.125}rem`);
}
