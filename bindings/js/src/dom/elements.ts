// What the HTML standard says of elements (§15.3 Rendering), as far as the text of a page depends on it.

import { getAttribute, querySelector, querySelectorAll, textContent } from "./nodes.js";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Elements whose text no reader sees, or that are controls with a state instead of a text. */
export const SKIPPED = words(
  "script style template noscript head title meta link svg iframe object embed video audio canvas map select datalist " +
    "textarea input progress meter option optgroup frameset noframes",
);

/** Elements that stand on lines of their own. */
export const BLOCKS = words(
  "address article aside blockquote body button caption center col colgroup dd details dialog dir div dl dt fieldset " +
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p " +
    "plaintext pre search section summary table tbody td tfoot th thead tr ul xmp",
);

/** Those of them that stay apart even where a style lays them out in a line, as menus do. */
export const ALWAYS_BLOCKS = words("li dt dd td th tr p h1 h2 h3 h4 h5 h6 figcaption blockquote caption button pre");

/** Elements that say by themselves what their text is. */
export const TELLING = words("h1 h2 h3 h4 h5 h6 li dt dd td th tr figcaption caption pre summary button legend address time");

/** Elements whose name is a hint to what stands inside them. */
export const LANDMARKS = words(
  "article aside blockquote details dialog figcaption figure footer form header main menu nav search section table " +
    "button label address time cite strong b em",
);

export const PREFORMATTED = words("pre listing xmp plaintext");

/** Class names by which the common style sheets hide a text from the eye. */
export const SCREEN_READER_ONLY = words("sr-only visually-hidden screen-reader-text element-invisible");

export function headingLevel(tag: string, element: Element): number {
  if (tag.length === 2 && tag[0] === "h" && tag[1]! >= "1" && tag[1]! <= "6") return Number(tag[1]);
  if (getAttribute(element, "role") !== "heading") return 0;
  const level = Number(getAttribute(element, "aria-level"));
  return level >= 1 && level <= 6 ? Math.floor(level) : 2;
}

/** Whether a table holds data in rows and columns, and not the layout of the page. */
export function isDataTable(table: Element): boolean {
  const role = getAttribute(table, "role");
  if (role === "presentation" || role === "none") return false;
  if (querySelector(table, "table, form, article, section, h1, h2, h3, h4, ul, ol, iframe, p + p, br + br")) return false;
  const rows = querySelectorAll(table, "tr").length;
  const cells = querySelectorAll(table, "td, th").length;
  if (rows < 2 || cells < 2 * rows - 1) return false;
  return (textContent(table) ?? "").replace(/\s+/g, " ").length < 80 * cells;
}
