/**
 * `import "naqi/reader"` defines `<naqi-reader>`: give it a text (`src`), a document or element (`node`), or a
 * result of your own (`setArticle`). It loads the package's worker when it first has something to clean.
 */
import "./package-engine.js";
import "./define.js";

export { ArticleModel, type KeptChange, type Selection } from "./model.js";
export { NaqiReader, type ReaderAttributes, type ReaderEngine, type ReaderEventMap, type ReaderPage } from "./naqi-reader.js";
export { labelClass, labelMeaning, labelName, type LabelClass, type UiLanguage } from "./labels.js";
export { reasonText } from "./reasons.js";
