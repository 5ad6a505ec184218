import { element } from "../reader/src/dom.js";
import type { UiLanguage } from "../reader/src/labels.js";
import { percent } from "../reader/src/numbers.js";
import type { SharedStrings } from "./strings.js";

/** How far long work is, and a way to stop it. */
export class Progress {
  readonly node = element("div", { class: "progress", attributes: { hidden: true } });

  constructor(
    readonly language: UiLanguage,
    readonly words: SharedStrings,
    readonly cancel: () => void,
  ) {}

  /** A share from 0 to 1; 0 while nobody knows. */
  show(share: number): void {
    const { words } = this;
    const bar = element("progress", { attributes: { max: 1, "aria-label": words.working } });
    if (share > 0) bar.value = share;
    const text = share > 0 ? words.workingOn(percent(share, this.language)) : words.working;
    this.node.replaceChildren(
      bar,
      element("span", { text }),
      element("button", { class: "button small", text: words.cancel, attributes: { type: "button" }, on: { click: this.cancel } }),
    );
    this.node.hidden = false;
  }

  hide(): void {
    this.node.hidden = true;
  }
}
