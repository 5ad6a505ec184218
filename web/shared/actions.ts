import { element } from "../reader/src/dom.js";
import type { ArticleModel } from "../reader/src/model.js";
import { iconButton } from "./buttons.js";
import type { Renderer } from "./engine.js";
import { copyArticle, exportLines, exportText, fileName, save, type ExportFormat } from "./exports.js";
import { ICONS } from "./icons.js";
import { closeMenu, menu } from "./menu.js";
import type { SharedStrings } from "./strings.js";

interface Outside {
  words: SharedStrings;
  renderer: Renderer;
  /** The article that is shown, with a name in case it has no title. */
  article(): { model: ArticleModel; name: string } | null;
  /** Every article of the visit, where there can be more than one. */
  all?(): { model: ArticleModel; name: string }[];
  announce(text: string): void;
}

/** What can be done with an article: undo, redo, copy, save, print. */
export class ArticleActions {
  readonly node = element("div", { class: "actions" });
  readonly #undo: HTMLButtonElement;
  readonly #redo: HTMLButtonElement;

  /** `more` are buttons of the page's own. */
  constructor(
    readonly outside: Outside,
    ...more: HTMLElement[]
  ) {
    const { words } = outside;
    const formats = element("div");
    for (const format of ["text", "markdown", "html", "json", ...(outside.all ? (["jsonl"] as const) : [])] as const) {
      const item = element("button", { class: "menu-item", text: words.formats[format], attributes: { type: "button", "data-format": format } });
      item.addEventListener("click", () => {
        closeMenu(item);
        void this.#save(format);
      });
      formats.append(item);
    }
    this.#undo = iconButton(words.undo, ICONS.undo, () => this.outside.article()?.model.undo(), false);
    this.#redo = iconButton(words.redo, ICONS.redo, () => this.outside.article()?.model.redo(), false);
    this.#undo.classList.add("flip-in-ltr");
    this.#redo.classList.add("flip-in-ltr");
    this.node.append(
      this.#undo,
      this.#redo,
      ...more,
      iconButton(words.copy, ICONS.copy, () => void this.#copy(), true),
      menu(words.save, ICONS.save, formats),
      iconButton(words.print, ICONS.print, () => window.print(), false),
    );
    this.update();
  }

  /** Brings the buttons in line with the article. */
  update(): void {
    const article = this.outside.article();
    this.node.toggleAttribute("inert", !article);
    this.#undo.disabled = !article?.model.canUndo;
    this.#redo.disabled = !article?.model.canRedo;
  }

  /** Undo and redo by the keys that everyone knows, wherever in the page the focus is. */
  pressed(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const model = this.outside.article()?.model;
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || target.closest("textarea, input, select, dialog")) return;
    const undoes = event.code === "KeyZ" && !event.shiftKey;
    if (!undoes && event.code !== "KeyZ" && event.code !== "KeyY") return;
    if (undoes ? model?.undo() : model?.redo()) event.preventDefault();
  }

  async #copy(): Promise<void> {
    const { words, renderer, announce } = this.outside;
    const article = this.outside.article();
    if (!article) return;
    try {
      await copyArticle(article.model, renderer);
      announce(words.copied);
    } catch {
      announce(words.copyFailed);
    }
  }

  async #save(format: ExportFormat): Promise<void> {
    const { words, renderer, announce } = this.outside;
    const article = this.outside.article();
    if (!article) return;
    try {
      const text = format === "jsonl" ? exportLines(this.outside.all?.() ?? []) : await exportText(article.model, article.name, format, renderer);
      const name = fileName(article.model.document, article.name, format);
      save(text, name, format);
      announce(words.saved(name));
    } catch (error) {
      announce(words.failed(error instanceof Error ? error.message : String(error)));
    }
  }
}
