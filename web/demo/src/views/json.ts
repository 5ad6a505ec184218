import { element } from "../../../reader/src/dom.js";
import type { ArticleModel, Selection } from "../../../reader/src/model.js";
import { counted } from "../../../reader/src/numbers.js";
import type { Article } from "../session.js";
import { strings } from "../strings.js";
import type { View, ViewContext } from "./view.js";

/** Entries of an object or array shown before one asks for more. */
const PAGE = 100;
const ARABIC = /\p{Script=Arabic}/u;

/** The Document as a foldable tree. A node is built when it is opened. */
export class JsonView implements View {
  readonly node = element("div", { class: "json-view" });
  #tree = element("div", { class: "tree", attributes: { dir: "ltr", lang: "en" } });
  #model: ArticleModel | null = null;
  #listeners = new AbortController();
  #stale = false;

  constructor(readonly context: ViewContext) {
    const words = strings[context.language];
    const button = (text: string, act: () => void): HTMLElement =>
      element("button", { class: "button small", text, attributes: { type: "button" }, on: { click: act } });
    this.node.append(
      element(
        "div",
        { class: "view-bar" },
        button(words.json.expand, () => this.#openAll(true)),
        button(words.json.collapse, () => this.#openAll(false)),
        button(words.json.copy, () => void this.#copy()),
      ),
      this.#tree,
    );
  }

  show(article: Article): void {
    if (!article.model) return;
    if (article.model !== this.#model) {
      this.#listeners.abort();
      this.#listeners = new AbortController();
      const { signal } = this.#listeners;
      this.#model = article.model;
      article.model.addEventListener("kept", () => this.#changed(), { signal });
      article.model.addEventListener("select", (event) => this.#selected((event as CustomEvent<Selection | null>).detail), { signal });
      this.#stale = true;
    }
    if (this.#stale) this.#build();
  }

  reveal(): void {
    this.#selected(this.#model?.selection ?? null, true);
  }

  dispose(): void {
    this.#listeners.abort();
  }

  #changed(): void {
    this.#stale = true;
    if (this.node.offsetParent !== null) {
      this.#build();
      this.reveal();
    }
  }

  #build(): void {
    this.#stale = false;
    const root = this.#entry(null, (this.#model as ArticleModel).result());
    this.#tree.replaceChildren(root);
    if (root instanceof HTMLDetailsElement) root.open = true;
  }

  #entry(key: string | number | null, value: unknown): HTMLElement {
    const name = key === null ? null : element("span", { class: typeof key === "number" ? "index" : "key", text: String(key) });
    if (value === null || typeof value !== "object") {
      const line = element("div", { class: "leaf" });
      if (name) line.append(name, ": ");
      line.append(leaf(value));
      return line;
    }
    const { language } = this.context;
    const words = strings[language].json;
    const array = Array.isArray(value);
    const entries: [string | number, unknown][] = array ? value.map((item, i) => [i, item]) : Object.entries(value);
    if (array && entries.length <= 2 && entries.every(([, item]) => typeof item === "number")) {
      const line = element("div", { class: "leaf" });
      if (name) line.append(name, ": ");
      line.append(element("span", { class: "number", text: JSON.stringify(value).replaceAll(",", ", ") }));
      return line;
    }
    const summary = element("summary");
    if (name) summary.append(name, ": ");
    summary.append(
      element("span", { class: "shape", text: array ? "[…]" : "{…}" }),
      " ",
      element("span", { class: "size", text: counted(entries.length, array ? words.items : words.keys, language), attributes: { lang: language } }),
    );
    const label = !array && "label" in value && typeof value.label === "string" ? value.label : null;
    if (label) summary.append(" ", element("span", { class: "hint-label", text: label }));
    const children = element("div", { class: "children" });
    const node = element("details", { attributes: { "data-key": key } }, summary, children);
    node.addEventListener("toggle", () => {
      if (node.open && children.childElementCount === 0) this.#more(children, entries, 0);
    });
    return node;
  }

  #more(into: HTMLElement, entries: readonly [string | number, unknown][], from: number, until = from + PAGE): void {
    for (const [key, value] of entries.slice(from, until)) into.append(this.#entry(key, value));
    if (entries.length <= until) return;
    const { language } = this.context;
    const button = element("button", {
      class: "button small more",
      text: counted(entries.length - until, strings[language].json.more, language),
      attributes: { type: "button", "data-from": until, lang: language, dir: "auto" },
    });
    button.addEventListener("click", (event) => {
      button.remove();
      // A press of the mouse has a small detail of its own (the count of presses).
      this.#more(into, entries, until, Math.max(until + PAGE, event.detail));
    });
    into.append(button);
  }

  /** Opens or folds what can be opened without building tens of thousands of nodes. */
  #openAll(open: boolean): void {
    let budget = 400;
    const visit = (node: Element): void => {
      for (const details of node.querySelectorAll<HTMLDetailsElement>(":scope > details, :scope > .children > details")) {
        if (open && budget-- <= 0) return;
        const root = details.parentElement === this.#tree;
        details.open = open || root;
        const children = details.querySelector<HTMLElement>(":scope > .children");
        if (open && children && children.childElementCount === 0) details.dispatchEvent(new Event("toggle"));
        visit(details);
      }
    };
    visit(this.#tree);
  }

  async #copy(): Promise<void> {
    const words = strings[this.context.language];
    try {
      await navigator.clipboard.writeText(JSON.stringify(this.#model?.result(), null, 2));
      this.context.announce(words.copied);
    } catch {
      this.context.announce(words.copyFailed);
    }
  }

  #selected(selection: Selection | null, force = false): void {
    this.#tree.querySelector("[aria-current]")?.removeAttribute("aria-current");
    if (!selection || this.node.offsetParent === null) return;
    const id = this.#model?.blockAt(selection.span[0])?.id;
    if (id === undefined) return;
    const root = this.#tree.firstElementChild;
    const list = root && openChild(root, "blocks");
    const block = list && openChild(list, String(id));
    if (!block) return;
    block.setAttribute("aria-current", "true");
    if (force || selection.origin !== this) block.scrollIntoView({ block: "center" });
  }
}

function openChild(parent: Element, key: string): HTMLDetailsElement | null {
  const children = parent.querySelector<HTMLElement>(":scope > .children");
  if (!children || !(parent instanceof HTMLDetailsElement)) return null;
  parent.open = true;
  if (children.childElementCount === 0) parent.dispatchEvent(new Event("toggle"));
  const find = (): HTMLDetailsElement | null => children.querySelector(`:scope > details[data-key="${CSS.escape(key)}"]`);
  if (!find()) children.querySelector(":scope > .more")?.dispatchEvent(new CustomEvent("click", { detail: Number(key) + 1 }));
  const child = find();
  if (child) {
    child.open = true;
    child.dispatchEvent(new Event("toggle"));
  }
  return child;
}

function leaf(value: unknown): HTMLElement {
  if (typeof value === "string") return element("span", { class: "string" }, '"', element("bdi", { text: value, class: ARABIC.test(value) ? "arabic" : "" }), '"');
  return element("span", { class: typeof value === "number" ? "number" : "word", text: String(value) });
}
