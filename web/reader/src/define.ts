import { NaqiReader } from "./naqi-reader.js";

// Where a page is rendered on a server there are no elements to define.
if (typeof customElements !== "undefined" && !customElements.get("naqi-reader")) customElements.define("naqi-reader", NaqiReader);

declare global {
  interface HTMLElementTagNameMap {
    "naqi-reader": NaqiReader;
  }
}
