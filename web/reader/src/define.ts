import { NaqiReader } from "./naqi-reader.js";

if (!customElements.get("naqi-reader")) customElements.define("naqi-reader", NaqiReader);

declare global {
  interface HTMLElementTagNameMap {
    "naqi-reader": NaqiReader;
  }
}
