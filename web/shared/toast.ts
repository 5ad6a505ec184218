import { element } from "../reader/src/dom.js";

/** How long a passing message stands, in milliseconds. */
const STANDS = 6000;

/** What the page says in passing, to the eye and to those who listen. */
export class Toast {
  readonly node = element("div", { class: "toast", attributes: { role: "status", "aria-live": "polite" } });
  #timer = 0;

  readonly announce = (text: string): void => {
    this.node.textContent = text;
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this.node.textContent = ""), STANDS);
  };
}
