import { NaqiReader, type ReaderAttributes } from "./naqi-reader.js";

// Where a page is rendered on a server there are no elements to define.
if (typeof customElements !== "undefined" && !customElements.get("naqi-reader")) customElements.define("naqi-reader", NaqiReader);

declare global {
  interface HTMLElementTagNameMap {
    "naqi-reader": NaqiReader;
  }
  // Preact, Solid and others that take JSX's names from here; React has its own: naqi/reader/react.
  namespace JSX {
    interface IntrinsicElements {
      "naqi-reader": ReaderAttributes & { class?: string; id?: string; style?: string | object; ref?: unknown; key?: unknown };
    }
  }
}
