import { element, icon } from "../reader/src/dom.js";

/** A button with an icon; without its label shown, the label is its name and its tip. */
export function iconButton(label: string, paths: readonly string[], act: () => void, showLabel: boolean): HTMLButtonElement {
  return element(
    "button",
    {
      class: showLabel ? "button" : "button icon-only",
      attributes: { type: "button", "aria-label": showLabel ? null : label, title: showLabel ? null : label },
      on: { click: act },
    },
    icon(...paths),
    showLabel && element("span", { class: "button-label", text: label }),
  );
}

/** A button that turns the page to the other language of the interface. */
export function languageButton(language: "ar" | "en", name: string, turn: (other: "ar" | "en") => void): HTMLButtonElement {
  const other = language === "ar" ? "en" : "ar";
  return element("button", {
    class: "button quiet language",
    text: name,
    attributes: { type: "button", lang: other, dir: other === "ar" ? "rtl" : "ltr" },
    on: { click: () => turn(other) },
  });
}

/** For who moves by keys: past the bar, to what the page is for. */
export function skipLink(name: string, content: HTMLElement): HTMLElement {
  return element("a", {
    class: "skip",
    text: name,
    attributes: { href: `#${content.id}` },
    on: {
      click: (event) => {
        event.preventDefault();
        content.focus();
      },
    },
  });
}
