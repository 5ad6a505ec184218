import { element } from "../../../reader/src/dom.js";
import { labelName } from "../../../reader/src/labels.js";
import type { ArticleModel } from "../../../reader/src/model.js";
import { counted, number, percent, type Forms } from "../../../reader/src/numbers.js";
import type { Label } from "../../../reader/src/types.js";
import type { Article } from "../session.js";
import { strings } from "../strings.js";
import type { ViewContext } from "./view.js";

interface Actions {
  /** Opens the source view at the first removed block of a label. */
  goTo(id: number): void;
  useOther(): void;
}

/** Words, sentences, reading time, how much was set aside and why, and how the article came in. */
export function buildStatistics(article: Article, model: ArticleModel, context: ViewContext, actions: Actions): HTMLElement {
  const { language } = context;
  const words = strings[language];
  const document = model.result();
  const { statistics } = document;
  const figure = (value: number, forms: Forms, digits = 0): HTMLElement => {
    const rounded = digits === 0 ? Math.round(value) : value;
    return element(
      "li",
      {},
      element("span", { class: "figure", text: number(rounded, language, { maximumFractionDigits: digits }) }),
      element("span", { class: "unit", text: counted(rounded, forms, language) }),
    );
  };
  const minutes = statistics.reading_minutes;
  const figures = element(
    "ul",
    { class: "figures" },
    figure(statistics.words, words.words),
    figure(statistics.sentences, words.sentences),
    figure(statistics.paragraphs, words.paragraphs),
    figure(minutes < 10 ? minutes : Math.round(minutes), words.minutes, 1),
  );

  const total = statistics.kept_characters + statistics.removed_characters;
  const share = total > 0 ? statistics.removed_characters / total : 0;
  const bar = element("div", { class: "share-bar", attributes: { "aria-hidden": "true" } });
  bar.style.setProperty("--share", String(share));
  const shares = element(
    "p",
    { class: "shares" },
    element("span", { class: "kept", text: `${percent(1 - share, language)} ${words.kept}` }),
    element("span", { class: "removed", text: `${percent(share, language)} ${words.removedShare}` }),
  );

  const byLabel = new Map<Label, { pieces: number; characters: number; first: number }>();
  for (const block of document.blocks) {
    if (block.kept) continue;
    const entry = byLabel.get(block.label) ?? { pieces: 0, characters: 0, first: block.id };
    entry.pieces++;
    entry.characters += block.span[1] - block.span[0];
    byLabel.set(block.label, entry);
  }
  const removed = element("ul", { class: "removed-list" });
  for (const [label, entry] of [...byLabel].sort((a, b) => b[1].characters - a[1].characters)) {
    removed.append(
      element(
        "li",
        {},
        element(
          "button",
          { attributes: { type: "button" }, on: { click: () => actions.goTo(entry.first) } },
          element("span", { class: "name", text: labelName(label, language) }),
          element("span", { class: "amount", text: counted(entry.pieces, words.pieces, language) }),
          element("span", { class: "amount", text: percent(total > 0 ? entry.characters / total : 0, language) }),
        ),
      ),
    );
  }

  const { input } = article;
  const origin = element("p", { class: "origin" }, words.used[input.used]);
  if (input.encoding) origin.append(" · ", words.encoding(input.encoding.toUpperCase()));
  const { generator } = document;
  const both = input.text !== null && input.html !== null && (input.used === "html" || input.used === "text");
  return element(
    "div",
    { class: "statistics" },
    element("h2", { text: words.statistics }),
    figures,
    bar,
    shares,
    model.edited && element("p", { class: "edited", text: words.edited }),
    element("h3", { text: words.whatRemoved }),
    byLabel.size > 0 ? removed : element("p", { class: "hint", text: words.nothingRemoved }),
    origin,
    both &&
      element("button", {
        class: "button small",
        text: input.used === "html" ? words.useText : words.useHtml,
        attributes: { type: "button" },
        on: { click: actions.useOther },
      }),
    element("p", { class: "hint version", text: words.version(generator.version, generator.unicode) }),
  );
}
