import { element, icon } from "../../reader/src/dom.js";
import type { UiLanguage } from "../../reader/src/labels.js";
import { ICONS } from "../../shared/icons.js";
import { nameOf, type Input } from "./input.js";
import { SAMPLES } from "./samples.js";
import { strings } from "./strings.js";

interface Actions {
  take(inputs: Input[]): void;
  openFiles(): void;
  announce(text: string): void;
}

/** The first page: a box to paste into, and examples. */
export function buildStart(language: UiLanguage, draft: string, actions: Actions): HTMLElement {
  const words = strings[language];
  const box = element("textarea", {
    attributes: {
      id: "paste",
      rows: 7,
      placeholder: words.placeholder,
      "aria-label": words.pasteLabel,
      spellcheck: "false",
      autocomplete: "off",
    },
  });
  box.value = draft;
  // An empty box has no text to take a direction from: the placeholder goes the way of the page.
  const turn = (): void => (box.value ? void (box.dir = "auto") : box.removeAttribute("dir"));
  turn();
  box.addEventListener("input", turn);
  const clean = (): void => {
    if (!box.value.trim()) {
      actions.announce(words.cleanEmpty);
      box.focus();
      return;
    }
    actions.take([{ name: nameOf(box.value), used: "typed", text: box.value, html: null, encoding: null }]);
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) clean();
  });
  const samples = element("ul", { class: "samples" });
  for (const sample of SAMPLES) {
    samples.append(
      element(
        "li",
        {},
        element(
          "button",
          { attributes: { type: "button", "data-sample": sample.id }, on: { click: () => actions.take([sample.input(language)]) } },
          element("span", { class: "sample-name", text: sample.name[language] }),
          element("span", { class: "sample-what", text: sample.shows[language] }),
        ),
      ),
    );
  }
  return element(
    "section",
    { class: "start" },
    element("h1", { text: words.tagline }),
    element("p", { class: "intro", text: words.intro }),
    element(
      "div",
      { class: "paste-card" },
      box,
      element(
        "div",
        { class: "paste-actions" },
        element("button", { class: "button primary", text: words.clean, attributes: { type: "button", id: "clean" }, on: { click: clean } }),
        element(
          "button",
          { class: "button", attributes: { type: "button" }, on: { click: () => actions.openFiles() } },
          icon(...ICONS.open),
          element("span", { text: words.openFiles }),
        ),
        element("span", { class: "hint", text: words.dropHint }),
      ),
    ),
    element("h2", { text: words.samples }),
    samples,
  );
}
