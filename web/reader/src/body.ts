import { element } from "./dom.js";
import { isAtHead, markBlock } from "./head.js";
import { labelName, type UiLanguage } from "./labels.js";
import type { ArticleModel } from "./model.js";
import { counted } from "./numbers.js";
import { reasonText } from "./reasons.js";
import type { TextIndex } from "./text-index.js";
import type { Block } from "./types.js";
import { readerWords } from "./words.js";

/** How many removed pieces an opened gap lists before it asks. */
const GAP_PAGE = 100;

/** A line of verse is at most so long, in UTF-16 units. */
const VERSE_UNITS = 60;

/** Builds the body of the article: kept blocks as what they are, removed runs as gaps. */
export class BodyBuilder {
  constructor(
    readonly model: ArticleModel,
    readonly index: TextIndex,
    readonly language: UiLanguage,
    /** Whether gaps are shown, and whether open. */
    readonly removed: "hidden" | "marked" | "open",
    readonly editable: boolean,
  ) {}

  /** The first id after `id` at which nothing is going on that must stay in one piece. */
  boundaryAfter(id: number): number {
    const { blocks } = this.model.document;
    let next = id;
    const limit = id + 2000;
    while (next < blocks.length && next < limit && this.#continues(blocks[next] as Block)) next++;
    return next;
  }

  /** The range of ids around `id` that is rebuilt when it changes: its gap, list and neighbours. */
  neighbourhood(first: number, last: number): [number, number] {
    const { blocks } = this.model.document;
    let low = Math.max(0, first - 1);
    while (low > 0 && this.#continues(blocks[low] as Block)) low--;
    let high = last + 1;
    while (high < blocks.length && this.#continues(blocks[high] as Block)) high++;
    return [low, high];
  }

  #continues(block: Block): boolean {
    return !this.model.isKept(block.id) || block.label === "list_item" || isAtHead(this.model, block.id);
  }

  /** The top-level nodes for the blocks `[from, to)`; each carries the ids it shows. */
  build(from: number, to: number): HTMLElement[] {
    const nodes: HTMLElement[] = [];
    let gap: Block[] = [];
    let list: { node: HTMLElement; ids: [number, number] } | null = null;
    const closeGap = (): void => {
      if (gap.length > 0 && this.removed !== "hidden") nodes.push(this.#gap(gap));
      gap = [];
    };
    for (let id = from; id < to; id++) {
      const block = this.model.document.blocks[id];
      if (!block) break;
      if (!this.model.isKept(id)) {
        list = null;
        gap.push(block);
        continue;
      }
      if (isAtHead(this.model, id)) continue;
      closeGap();
      if (block.label === "list_item") {
        if (!list) {
          list = { node: element("ul", { class: "list", part: "list", attributes: { dir: block.direction } }), ids: [id, id] };
          nodes.push(list.node);
        }
        list.ids[1] = id;
        list.node.append(this.#kept(block, "li"));
        own(list.node, list.ids[0], id);
      } else {
        list = null;
        nodes.push(own(this.#kept(block, tagOf(block)), id, id));
      }
    }
    closeGap();
    return nodes;
  }

  #kept(block: Block, tag: keyof HTMLElementTagNameMap): HTMLElement {
    const restored = !block.kept;
    const node = element(tag, {
      class: `block ${block.label}${restored ? " restored" : ""}${this.#isVerse(block) ? " verse" : ""}`,
      part: `block ${PARTS[block.label] ?? "paragraph"}`,
      attributes: { lang: block.language, dir: block.direction, "data-level": block.level },
    });
    if (tag === "blockquote") {
      const inner = element("p");
      this.#text(inner, block);
      node.append(inner);
    } else {
      this.#text(node, block);
    }
    markBlock(node, block.id);
    return node;
  }

  /** Short lines that follow each other without a blank one are set tight: verse, tables of results. */
  #isVerse(block: Block): boolean {
    const { source, document } = this.model;
    const next = document.blocks[block.id + 1];
    const isShort = ({ label, text }: Block): boolean => label === "body" && text.length <= VERSE_UNITS && !text.endsWith(".");
    if (!next || !isShort(block) || next.label !== "body" || next.text.length > VERSE_UNITS || !this.model.isKept(next.id)) return false;
    return /^[^\S\n]*\n[^\S\n]*$/.test(source.slice(block.span[1], next.span[0]));
  }

  /** One text node a sentence: a selection then finds its place in the source. */
  #text(into: HTMLElement, block: Block): void {
    let at = 0;
    for (const sentence of block.sentences) {
      const found = sentence.text ? block.text.indexOf(sentence.text, at) : -1;
      if (found < 0) continue;
      if (found > at) into.append(block.text.slice(at, found));
      into.append(this.index.text(sentence.text, sentence.span));
      at = found + sentence.text.length;
    }
    if (at === 0) into.append(this.index.text(block.text, block.span));
    else if (at < block.text.length) into.append(block.text.slice(at));
  }

  #gap(blocks: readonly Block[]): HTMLElement {
    const words = readerWords[this.language];
    const names = [...new Set(blocks.map((block) => labelName(block.label, this.language)))];
    // The words of the interface run their own way inside an article of another direction.
    const interface_ = { lang: this.language, dir: this.language === "ar" ? "rtl" : "ltr" };
    const panel = element("div", { class: "pieces", attributes: { hidden: true, ...interface_ } });
    const toggle = element(
      "button",
      { class: "toggle", part: "removed-toggle", attributes: { type: "button", "aria-expanded": "false" } },
      element("span", { class: "count", text: counted(blocks.length, words.removedHere, this.language), attributes: interface_ }),
      element("span", { class: "kinds", text: names.slice(0, 4).join(this.language === "ar" ? "، " : ", "), attributes: interface_ }),
    );
    const open = (): void => {
      const expanded = toggle.getAttribute("aria-expanded") === "true";
      toggle.setAttribute("aria-expanded", String(!expanded));
      panel.hidden = expanded;
      if (!expanded && panel.childElementCount === 0) this.#fill(panel, blocks, 0);
    };
    toggle.addEventListener("click", open);
    const gap = element("div", { class: "gap", part: "removed" }, toggle, panel);
    if (this.removed === "open") open();
    return own(gap, (blocks[0] as Block).id, (blocks[blocks.length - 1] as Block).id);
  }

  #fill(panel: HTMLElement, blocks: readonly Block[], from: number): void {
    const words = readerWords[this.language];
    const until = Math.min(blocks.length, from + GAP_PAGE);
    if (from === 0 && this.editable && blocks.length > 1) {
      panel.append(
        element("button", {
          class: "restore all",
          part: "button restore-all",
          text: words.restoreAll,
          attributes: { type: "button", "data-restore": blocks.map((block) => block.id).join(" ") },
        }),
      );
    }
    for (const block of blocks.slice(from, until)) panel.append(this.#piece(block));
    if (until < blocks.length) {
      const more = element("button", {
        class: "more",
        part: "button",
        text: counted(blocks.length - until, words.more, this.language),
        attributes: { type: "button" },
        on: {
          click: () => {
            more.remove();
            this.#fill(panel, blocks, until);
          },
        },
      });
      panel.append(more);
    }
  }

  #piece(block: Block): HTMLElement {
    const words = readerWords[this.language];
    const text = element("p", {
      class: "removed-text",
      attributes: { lang: block.language, dir: block.direction },
    });
    this.#text(text, block);
    const reasons = block.reasons.filter((reason) => reason.weight > 0).slice(0, 3);
    const why = reasons.map((reason) => reasonText(reason.rule, this.language)).join(this.language === "ar" ? "؛ " : "; ");
    return element(
      "div",
      { class: "piece", part: "removed-piece", attributes: { "data-piece": block.id } },
      element("span", { class: "label", part: "label", text: labelName(block.label, this.language) }),
      text,
      element("p", { class: "why", part: "reasons", text: `${words.why} ${why || words.noReasons}` }),
      this.editable &&
        element("button", {
          class: "restore",
          part: "button restore",
          text: words.restore,
          attributes: { type: "button", "data-restore": block.id },
        }),
    );
  }
}

const PARTS: Partial<Record<Block["label"], string>> = {
  heading: "heading",
  title: "heading",
  list_item: "item",
  quote_block: "quote",
  caption: "caption",
  image_credit: "caption",
  lead: "paragraph lead",
};

function tagOf(block: Block): "p" | "h2" | "h3" | "h4" | "blockquote" {
  if (block.label === "quote_block") return "blockquote";
  if (block.label === "title") return "h2";
  if (block.label !== "heading") return "p";
  return (block.level ?? 2) <= 2 ? "h2" : block.level === 3 ? "h3" : "h4";
}

function own(node: HTMLElement, first: number, last: number): HTMLElement {
  node.dataset["first"] = String(first);
  node.dataset["last"] = String(last);
  return node;
}
