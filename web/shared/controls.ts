import { element } from "../reader/src/dom.js";
import { sizeWithin, type Display } from "./display.js";
import type { SharedStrings } from "./strings.js";

/** A choice of one, as a group of radio buttons. */
export function choice<T extends string>(
  name: string,
  title: string,
  names: Record<T, string>,
  chosen: T,
  choose: (value: T) => void,
): HTMLElement {
  const group = element("fieldset", { class: "choice" }, element("legend", { text: title }));
  for (const [value, text] of Object.entries(names) as [T, string][]) {
    const input = element("input", { attributes: { type: "radio", name, value, id: `${name}-${value}` } });
    input.checked = value === chosen;
    input.addEventListener("change", () => choose(value));
    group.append(element("span", {}, input, element("label", { text, attributes: { for: `${name}-${value}` } })));
  }
  return group;
}

/** Theme, typeface, size, and what is shown of the removed. `display` is read when something is pressed. */
export function displayControls(
  display: () => Display,
  words: SharedStrings,
  change: (choice: Partial<Display>) => void,
): HTMLElement[] {
  const { theme, font, removed } = display();
  const step = (by: number, label: string, text: string): HTMLElement =>
    element("button", {
      class: "button small",
      text,
      attributes: { type: "button", "aria-label": label, title: label },
      on: { click: () => change({ size: sizeWithin(display().size + by) }) },
    });
  return [
    choice("theme", words.theme, words.themes, theme, (value) => change({ theme: value })),
    choice("font", words.font, words.fonts, font, (value) => change({ font: value })),
    choice("removed", words.removedPieces, words.removedModes, removed, (value) => change({ removed: value })),
    element("fieldset", { class: "choice size" }, element("legend", { text: words.size }), step(-1, words.smaller, "−"), step(1, words.larger, "+")),
  ];
}
