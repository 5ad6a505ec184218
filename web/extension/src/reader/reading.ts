import { ArticleModel } from "../../../reader/src/model.js";
import type { CleanDocument, Span } from "../../../reader/src/types.js";
import type { WorkerCleaner } from "naqi/worker";
import type { Settings } from "../settings.js";
import { keep, kept } from "./kept.js";
import { PageLink, UnreadableError, type Collected, type Unreadable } from "./page-link.js";

export type State =
  | { name: "idle" | "reading" | "empty" | "pdf" | "stopped" | "shown" }
  | { name: "cleaning"; share: number }
  | { name: "unreadable"; why: Unreadable }
  | { name: "broken"; why: string };

/** Everything kept: a text in another language, as it stood in its page. */
function leftAlone(source: string, document: CleanDocument): CleanDocument {
  const model = new ArticleModel(source, document);
  model.setKept(document.blocks.map(({ id }) => id), true);
  return model.result();
}

function isForeign({ language }: CleanDocument): boolean {
  return language.code !== "ar" && language.code !== "und";
}

/**
 * One article on its way from a tab to its reader: read, cleaned, and then in touch with its page as long as that stands.
 * Event: `changed`, whenever anything below has.
 */
export class Reading extends EventTarget {
  state: State = { name: "idle" };
  collected: Collected | null = null;
  model: ArticleModel | null = null;
  /** The language that the article was left in as it stood; null for Arabic, or when it was cleaned all the same. */
  leftIn: string | null = null;
  /** The page no longer shows the article as it was read. */
  isOutdated = false;
  isHighlighted = false;
  #link: PageLink | null = null;
  #cleanAnyway = false;
  #turn = 0;
  #work: AbortController | null = null;

  constructor(
    readonly cleaner: () => Promise<WorkerCleaner>,
    readonly profile: () => Settings["profile"],
  ) {
    super();
  }

  /** The page can still be marked and shown. */
  get isLinked(): boolean {
    return this.#link?.gone === false;
  }

  async read(tab: number, whole = false): Promise<void> {
    const turn = this.#begin({ name: "reading" });
    const isFirst = turn === 1;
    this.#link?.close();
    this.#link = null;
    this.collected = this.model = null;
    this.isOutdated = this.isHighlighted = this.#cleanAnyway = false;
    const before = kept(tab);
    try {
      const link = await PageLink.open(tab);
      if (turn !== this.#turn) return link.close();
      this.#link = link;
      link.addEventListener("changed", () => this.#note(link, () => (this.isOutdated = true)));
      link.addEventListener("gone", () => this.#note(link, () => (this.isHighlighted = false)));
      const collected = await link.collect(whole);
      if (turn !== this.#turn) return;
      this.collected = collected;
    } catch (error) {
      if (turn !== this.#turn) return;
      // When this page was reloaded, that of the article may have gone in the meantime.
      if (before && isFirst) this.collected = before.collected;
      else return this.#set(error instanceof UnreadableError ? { name: "unreadable", why: error.why } : { name: "broken", why: String(error) });
    }
    if (this.collected.blocks.length === 0) return this.#set({ name: this.collected.contentType === "application/pdf" ? "pdf" : "empty" });
    await this.#clean(turn, before?.collected.source === this.collected.source ? before.turned : []);
  }

  /** Cleans what was read once more: with another profile, after a stop or a failure. */
  async cleanAgain(): Promise<void> {
    if (!this.collected || this.collected.blocks.length === 0) return;
    const turned = this.#turned();
    await this.#clean(this.#begin({ name: "cleaning", share: 0 }), turned);
  }

  /** Sets aside what surrounds an article in another language too. */
  async cleanAnyway(): Promise<void> {
    this.#cleanAnyway = true;
    this.model = null;
    await this.cleanAgain();
  }

  cancel(): void {
    this.#work?.abort();
  }

  /** Marks in the page what is set aside, or takes the marks away. */
  async highlight(on: boolean): Promise<{ shown: number; lost: number }> {
    const result = this.#link ? await this.#link.highlight(on ? this.#spans(false) : []) : { shown: 0, lost: 0 };
    this.isHighlighted = on && result.shown > 0;
    this.#changed();
    return result;
  }

  async reveal(): Promise<void> {
    await this.#link?.reveal();
  }

  async #clean(turn: number, turned: readonly number[]): Promise<void> {
    const collected = this.collected as Collected;
    const work = (this.#work = new AbortController());
    this.#set({ name: "cleaning", share: 0 });
    try {
      const cleaner = await this.cleaner();
      const options = { profile: this.profile() };
      const document = await cleaner.clean({ blocks: collected.blocks, meta: collected.meta }, options, {
        signal: work.signal,
        onProgress: (share) => turn === this.#turn && this.#set({ name: "cleaning", share }),
      });
      if (turn !== this.#turn) return;
      this.leftIn = isForeign(document) && !this.#cleanAnyway ? document.language.code : null;
      this.#show(new ArticleModel(collected.source, this.leftIn ? leftAlone(collected.source, document) : document), turned);
    } catch (error) {
      if (turn !== this.#turn) return;
      this.#set(work.signal.aborted ? { name: "stopped" } : { name: "broken", why: error instanceof Error ? error.message : String(error) });
    }
  }

  #show(model: ArticleModel, turned: readonly number[]): void {
    const { blocks } = model.document;
    for (const stands of [true, false]) model.setKept(turned.filter((id) => blocks[id]?.kept !== stands), stands);
    this.model = model;
    model.addEventListener("kept", () => this.#decided());
    this.#decided();
    this.#set({ name: "shown" });
  }

  /** What is kept was decided, by the engine or by the reader. */
  #decided(): void {
    keep({ collected: this.collected as Collected, turned: this.#turned() });
    if (!this.isOutdated) this.#link?.watch(this.#spans(true));
    if (this.isHighlighted) void this.highlight(true);
    this.#changed();
  }

  #turned(): number[] {
    const { model } = this;
    return model ? model.document.blocks.filter(({ id, kept }) => model.isKept(id) !== kept).map(({ id }) => id) : [];
  }

  #spans(kept: boolean): Span[] {
    const { model } = this;
    return model ? model.document.blocks.filter(({ id }) => model.isKept(id) === kept).map(({ span }) => span) : [];
  }

  #begin(state: State): number {
    this.#work?.abort();
    this.#set(state);
    return ++this.#turn;
  }

  #note(link: PageLink, change: () => void): void {
    if (link !== this.#link) return;
    change();
    this.#changed();
  }

  #set(state: State): void {
    this.state = state;
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event("changed"));
  }
}
