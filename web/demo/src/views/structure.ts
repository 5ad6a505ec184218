import { element, isolated, type Child } from "../../../reader/src/dom.js";
import type { ArticleModel, KeptChange, Selection } from "../../../reader/src/model.js";
import { counted, dateText, number, percent } from "../../../reader/src/numbers.js";
import type { CleanDocument, Span } from "../../../reader/src/types.js";
import { languageName } from "../../../reader/src/words.js";
import type { Article } from "../session.js";
import { strings } from "../strings.js";
import type { View, ViewContext } from "./view.js";

/** What was read out of the article; every value leads to its place in the text. */
export class StructureView implements View {
  readonly node = element("div", { class: "structure" });
  #model: ArticleModel | null = null;
  #places: { node: HTMLElement; span: Span }[] = [];
  #listeners = new AbortController();

  constructor(readonly context: ViewContext) {}

  show(article: Article): void {
    if (!article.model || article.model === this.#model) return;
    this.#listeners.abort();
    this.#listeners = new AbortController();
    this.#model = article.model;
    const { signal } = this.#listeners;
    article.model.addEventListener("select", (event) => this.#selected((event as CustomEvent<Selection | null>).detail), { signal });
    article.model.addEventListener("kept", (event) => this.#kept((event as CustomEvent<KeptChange>).detail), { signal });
    this.#build(article.model.document);
    this.#selected(article.model.selection);
  }

  reveal(): void {
    this.#selected(this.#model?.selection ?? null, true);
  }

  dispose(): void {
    this.#listeners.abort();
  }

  #kept(_change: KeptChange): void {
    for (const { node, span } of this.#places) {
      node.classList.toggle("removed", !(this.#model as ArticleModel).isKept(this.#model?.blockAt(span[0])?.id ?? -1));
    }
  }

  #build(document: CleanDocument): void {
    const { language } = this.context;
    const words = strings[language].structure;
    this.#places = [];
    const parts: HTMLElement[] = [this.#card(document)];

    if (document.quotes.length > 0) {
      const list = element("ol", { class: "quotes" });
      for (const quote of document.quotes) {
        const speaker = quote.speaker
          ? element(
              "p",
              { class: "speaker" },
              quote.speaker.span ? this.#place(quote.speaker.text, quote.speaker.span, document) : isolated(quote.speaker.text),
              quote.verb && element("span", { class: "verb" }, " ", isolated(quote.verb.text)),
              quote.speaker.inferred && element("span", { class: "badge", text: words.inferred }),
            )
          : element("p", { class: "speaker none", text: words.unnamed });
        list.append(element("li", {}, element("blockquote", {}, this.#place(quote.text, quote.span, document)), speaker));
      }
      parts.push(this.#section(words.quotes, document.quotes.length, list, "wide"));
    }
    if (document.dates.length > 0) {
      const list = element("ul", { class: "lines" });
      for (const date of document.dates) {
        const value = element("span", { class: "value" }, isolated(dateText(date.value, language)));
        if (date.calendar !== "gregory") value.append(` (${words.calendar[date.calendar] ?? date.calendar})`);
        list.append(element("li", {}, this.#place(date.text, date.span, document), value));
      }
      parts.push(this.#section(words.dates, document.dates.length, list));
    }
    if (document.keywords.length > 0) {
      const list = element("ul", { class: "tags" });
      for (const { text, span } of document.keywords) {
        list.append(element("li", {}, span ? this.#place(text, span, document) : isolated(text)));
      }
      parts.push(this.#section(words.keywords, document.keywords.length, list));
    }
    if (document.related.length > 0) {
      const list = element("ul", { class: "lines" });
      for (const related of document.related) {
        const notes = [words.kind[related.kind], related.media ? words.media[related.media] : ""].filter(Boolean);
        list.append(
          element("li", {}, this.#place(related.title, related.span, document), element("span", { class: "value", text: notes.join(" · ") })),
        );
      }
      parts.push(this.#section(words.related, document.related.length, list));
    }
    if (document.other_articles.length > 0) {
      const list = element("ul", { class: "lines" });
      for (const other of document.other_articles) {
        const first = document.blocks[other.blocks[0] ?? -1];
        const last = document.blocks[other.blocks[other.blocks.length - 1] ?? -1];
        const title = other.title?.text || words.untitled;
        const span = other.title?.span ?? (first && last ? ([first.span[0], last.span[1]] as Span) : null);
        list.append(
          element(
            "li",
            {},
            span ? this.#place(title, span, document) : isolated(title),
            element("span", { class: "value", text: counted(other.blocks.length, strings[language].pieces, language) }),
          ),
        );
      }
      parts.push(this.#section(words.others, document.other_articles.length, list));
    }
    this.node.replaceChildren(...parts);
  }

  #card(document: CleanDocument): HTMLElement {
    const { language } = this.context;
    const words = strings[language].structure;
    const list = element("dl");
    const add = (term: string, ...values: Child[]): void => {
      const shown = values.filter(Boolean);
      const value = element("dd", shown.length > 0 ? {} : { class: "none", text: words.none });
      shown.forEach((part, i) => value.append(...(i > 0 ? [language === "ar" ? "، " : ", "] : []), part as Node));
      list.append(element("div", {}, element("dt", { text: term }), value));
    };
    const place = (text: string | null | undefined, span: Span | null | undefined): Child =>
      text ? (span ? this.#place(text, span, document) : isolated(text)) : null;
    add(words.title, place(document.title?.text, document.title?.span));
    if (document.subtitle) add(words.subtitle, place(document.subtitle.text, document.subtitle.span));
    add(words.byline, ...document.bylines.map((byline) => place(byline.name || byline.text, byline.span)));
    add(words.dateline, ...document.datelines.filter((line) => line.place).map((line) => place(line.place, line.span)));
    const { published } = document;
    add(
      words.published,
      published &&
        element(
          "span",
          {},
          place(dateText(published.value, language), published.span),
          element("span", { class: "value", text: words.from[published.from] ?? published.from }),
        ),
    );
    add(words.source, place(document.source?.name, document.source?.span));
    const { code, confidence } = document.language;
    add(
      words.language,
      element(
        "span",
        {},
        `${languageName(code, language)} · ${words.directions[document.direction]}`,
        element("span", { class: "value", text: percent(confidence, language) }),
      ),
    );
    return element("section", { class: "card wide" }, element("h2", { text: words.card }), list);
  }

  #section(title: string, count: number, content: HTMLElement, extra = ""): HTMLElement {
    const heading = element("h2", { text: title }, element("span", { class: "count", text: number(count, this.context.language) }));
    return element("section", { class: `card ${extra}` }, heading, content);
  }

  /** A value as a button that selects its place in the other views. */
  #place(text: string, span: Span, document: CleanDocument): HTMLElement {
    const node = element(
      "button",
      { class: "place", attributes: { type: "button" }, on: { click: () => this.#model?.select(span, this) } },
      isolated(text, { attributes: { lang: document.language.code } }),
    );
    this.#places.push({ node, span });
    return node;
  }

  #selected(selection: Selection | null, force = false): void {
    let first: HTMLElement | null = null;
    for (const { node, span } of this.#places) {
      const here = selection !== null && span[0] < selection.span[1] && selection.span[0] < span[1];
      if (here) node.setAttribute("aria-current", "true");
      else node.removeAttribute("aria-current");
      if (here) first ??= node;
    }
    if (first && (force || selection?.origin !== this) && this.node.offsetParent !== null) first.scrollIntoView({ block: "center" });
  }
}
