import type { UiLanguage } from "../../../reader/src/labels.js";
import type { Article } from "../session.js";

/** One way to look at an article. Shown lazily: `show` is called when its panel comes to the front. */
export interface View {
  readonly node: HTMLElement;
  show(article: Article): void;
  /** Brings the shared selection into view. */
  reveal(): void;
  dispose(): void;
}

export interface ViewContext {
  language: UiLanguage;
  announce(text: string): void;
}
