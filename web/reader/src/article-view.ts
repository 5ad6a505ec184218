import { BodyBuilder } from "./body.js";
import { element, nextTurn } from "./dom.js";
import { buildHead, buildKeywords } from "./head.js";
import type { UiLanguage } from "./labels.js";
import type { ArticleModel } from "./model.js";
import { TextIndex } from "./text-index.js";
import { languageName, readerWords } from "./words.js";

/** Blocks built in one go before the page may paint again. */
const SLICE = 60;
/** Beyond so many blocks the rest is built when the reader comes near it. */
const EAGER_BLOCKS = 5000;

export interface Look {
  ui: UiLanguage;
  removed: "hidden" | "marked" | "open";
  editable: boolean;
}

/** The DOM of one article, built a slice at a time so that the page stays responsive. */
export class ArticleView {
  readonly index: TextIndex;
  #builder: BodyBuilder;
  #built = 0;
  #stopped = false;
  #watcher: IntersectionObserver | null = null;

  constructor(
    readonly into: HTMLElement,
    readonly model: ArticleModel,
    readonly look: Look,
  ) {
    this.index = new TextIndex(model.source);
    this.#builder = new BodyBuilder(model, this.index, look.ui, look.removed, look.editable);
  }

  /** Ids below are built. */
  get built(): number {
    return this.#built;
  }

  /** Shows the beginning at once and goes on in later turns. */
  start(): void {
    const { language, direction, blocks } = this.model.document;
    const words = readerWords[this.look.ui];
    this.into.lang = language.code;
    this.into.dir = direction;
    this.into.setAttribute("aria-label", words.article);
    this.into.setAttribute("aria-description", words.keys);
    const notice = this.#notice();
    if (notice) this.into.append(notice);
    this.#renderHead();
    this.#slice();
    void this.#buildTo(Math.min(blocks.length, EAGER_BLOCKS)).then(() => this.#watchEnd());
  }

  stop(): void {
    this.#stopped = true;
    this.#watcher?.disconnect();
  }

  /** Builds on until block `id` is there; false when the view was stopped before. */
  async reach(id: number): Promise<boolean> {
    await this.#buildTo(id + 1);
    return !this.#stopped;
  }

  /** Builds all that is left, now: for printing. */
  finish(): void {
    while (this.#slice());
  }

  /** Builds anew what the blocks `ids` are part of. */
  refresh(ids: readonly number[]): void {
    this.#renderHead();
    for (const [first, last] of runs(ids)) {
      if (first < this.#built) this.#rebuild(first, Math.min(last, this.#built - 1));
    }
    this.index.prune();
  }

  /** A text that is not Arabic is shown as it is, and the reader is told. */
  #notice(): HTMLElement | null {
    const { language, blocks } = this.model.document;
    const { ui } = this.look;
    const attributes = { lang: ui, dir: ui === "ar" ? "rtl" : "ltr" };
    if (blocks.length > 0 && !blocks.some((block) => block.kept)) {
      return element("p", { class: "notice", part: "notice", text: readerWords[ui].nothingKept, attributes });
    }
    if (language.code === "ar" || language.code === "und") return null;
    const text = readerWords[ui].otherLanguage(languageName(language.code, ui));
    return element("p", { class: "notice", part: "notice language", text, attributes });
  }

  #renderHead(): void {
    const head = buildHead(this.model, this.index, this.look.ui);
    const old = this.into.querySelector("header");
    const notice = this.into.querySelector(":scope > .notice");
    if (old && head) old.replaceWith(head);
    else if (old) old.remove();
    else if (head && notice) notice.after(head);
    else if (head) this.into.prepend(head);
  }

  /** Builds the next blocks; false when all are there. */
  #slice(): boolean {
    const total = this.model.document.blocks.length;
    if (this.#built >= total) return false;
    const until = this.#builder.boundaryAfter(Math.min(total, this.#built + SLICE));
    const nodes = this.#builder.build(this.#built, until);
    this.into.append(element("div", { class: total > 400 ? "slice lazy" : "slice" }, ...nodes));
    this.#built = until;
    if (until < total) return true;
    const keywords = buildKeywords(this.model, this.index, this.look.ui);
    if (keywords) this.into.append(keywords);
    return false;
  }

  async #buildTo(limit: number): Promise<void> {
    while (!this.#stopped && this.#built < limit) {
      await nextTurn();
      if (this.#stopped || !this.#slice()) return;
    }
  }

  /** Goes on building when the end of what is there comes near. */
  #watchEnd(): void {
    const last = this.into.lastElementChild;
    if (this.#stopped || !last || this.#built >= this.model.document.blocks.length) return;
    this.#watcher?.disconnect();
    this.#watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#watcher?.disconnect();
        void this.#buildTo(this.#built + 500).then(() => this.#watchEnd());
      },
      { rootMargin: "4000px" },
    );
    this.#watcher.observe(last);
  }

  #rebuild(first: number, last: number): void {
    let [low, high] = this.#builder.neighbourhood(first, last);
    high = Math.min(high, this.#built);
    const old: HTMLElement[] = [];
    for (const node of this.into.querySelectorAll<HTMLElement>(".slice > [data-first]")) {
      const from = Number(node.dataset["first"]);
      const to = Number(node.dataset["last"]);
      if (to < low || high <= from) continue;
      low = Math.min(low, from);
      high = Math.max(high, to + 1);
      old.push(node);
    }
    const nodes = this.#builder.build(low, high);
    const anchor = old[0];
    if (anchor) {
      anchor.before(...nodes);
      for (const node of old) node.remove();
    } else {
      this.into.querySelector(".slice")?.prepend(...nodes);
    }
  }
}

/** Sorted ids as runs `[first, last]` of neighbours. */
function runs(ids: readonly number[]): [number, number][] {
  const out: [number, number][] = [];
  for (const id of [...ids].sort((a, b) => a - b)) {
    const last = out[out.length - 1];
    if (last && id <= last[1] + 1) last[1] = id;
    else out.push([id, id]);
  }
  return out;
}
