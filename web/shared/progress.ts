import { element } from "../reader/src/dom.js";
import type { UiLanguage } from "../reader/src/labels.js";
import { percent } from "../reader/src/numbers.js";
import type { SharedStrings } from "./strings.js";

/** How far long work is, and a way to stop it. */
export class Progress {
  readonly node: HTMLElement;
  readonly #bar: HTMLProgressElement;
  readonly #text = element("span");

  constructor(
    readonly language: UiLanguage,
    readonly words: SharedStrings,
    cancel: () => void,
  ) {
    this.#bar = element("progress", { attributes: { max: 1, "aria-label": words.working } });
    this.node = element(
      "div",
      { class: "progress", attributes: { hidden: true } },
      this.#bar,
      this.#text,
      element("button", { class: "button small", text: words.cancel, attributes: { type: "button" }, on: { click: cancel } }),
    );
  }

  /** A share from 0 to 1; 0 while nobody knows. */
  show(share: number): void {
    if (share > 0) this.#bar.value = share;
    else this.#bar.removeAttribute("value");
    this.#text.textContent = share > 0 ? this.words.workingOn(percent(share, this.language)) : this.words.working;
    this.node.hidden = false;
  }

  hide(): void {
    this.node.hidden = true;
  }
}
