// `import "naqi/reader/react"` tells TypeScript of `<naqi-reader>` in React's JSX. There is nothing of it at run time.
import type { HTMLAttributes, Key, Ref } from "react";
import type { NaqiReader, ReaderAttributes } from "./index.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "naqi-reader": ReaderAttributes & Omit<HTMLAttributes<NaqiReader>, keyof ReaderAttributes> & { class?: string; key?: Key | null; ref?: Ref<NaqiReader> };
    }
  }
}
