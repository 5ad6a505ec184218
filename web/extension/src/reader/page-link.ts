import type { InputBlock } from "naqi/dom";
import type { Span } from "../../../reader/src/types.js";
import { HIGHLIGHT, PORT, type FromPage, type PageInfo, type ToPage } from "../protocol.js";

/** A page as it was read: what is handed to the engine, and where it is from. */
export interface Collected extends Omit<PageInfo, "blocks"> {
  tab: number;
  source: string;
  blocks: InputBlock[];
}

/** Why a page cannot be read. */
export type Unreadable = "closed" | "forbidden" | "file";

export class UnreadableError extends Error {
  constructor(readonly why: Unreadable, options?: ErrorOptions) {
    super(`the page cannot be read: ${why}`, options);
  }
}

/** Struck through too: colour alone would not tell everyone. Ground and letters together, whatever the colours of the page. */
const STYLE = `::highlight(${HIGHLIGHT}) { background-color: #ffd7c9; color: #5c1a0a; text-decoration: line-through 2px #b3371a; }
@media (forced-colors: active) { ::highlight(${HIGHLIGHT}) { background-color: Mark; color: MarkText; text-decoration-color: MarkText; } }`;

/**
 * The live connection to the page of a tab.
 * Events: `changed`, the article stands there no longer as it was read; `gone`, the page was closed or left.
 */
export class PageLink extends EventTarget {
  readonly #port: chrome.runtime.Port;
  #hear: ((message: FromPage) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;
  #styled = false;
  gone = false;

  /** Puts the script into the page and connects to it. Errors: UnreadableError. */
  static async open(tab: number): Promise<PageLink> {
    try {
      const [done] = await chrome.scripting.executeScript({ target: { tabId: tab }, files: ["content.js"] });
      // Where no script may run Firefox reports no error, but no document either.
      if (!done) throw new Error("no script runs there");
      return new PageLink(tab, chrome.tabs.connect(tab, { name: PORT, frameId: 0 }));
    } catch (cause) {
      throw new UnreadableError(await whyUnreadable(tab), { cause });
    }
  }

  private constructor(
    readonly tab: number,
    port: chrome.runtime.Port,
  ) {
    super();
    this.#port = port;
    port.onMessage.addListener((message: FromPage) => {
      if (message.type === "changed") this.dispatchEvent(new Event("changed"));
      else if (message.type === "failed") this.#fail?.(new Error(message.message));
      else this.#hear?.(message);
    });
    port.onDisconnect.addListener(() => {
      this.gone = true;
      this.#fail?.(new UnreadableError("closed"));
      this.dispatchEvent(new Event("gone"));
    });
  }

  /** Reads the page, or what is selected in it unless `whole`. */
  async collect(whole: boolean): Promise<Collected> {
    const blocks: InputBlock[] = [];
    let info: PageInfo | null = null;
    const about = await this.#ask<PageInfo>({ type: "collect", whole }, (message, done) => {
      if (message.type === "page") info = message.info;
      else if (message.type === "blocks") blocks.push(...message.blocks);
      if (info && blocks.length >= info.blocks) done(info);
    });
    return { ...about, tab: this.tab, blocks, source: blocks.map(({ text }) => text).join("\n") };
  }

  watch(spans: Span[]): void {
    this.#say({ type: "watch", spans });
  }

  /** Highlights spans of the source in the page; none takes the highlights away. */
  async highlight(spans: Span[]): Promise<{ shown: number; lost: number }> {
    if (!this.#styled) {
      this.#styled = true;
      await chrome.scripting.insertCSS({ target: { tabId: this.tab, allFrames: true }, css: STYLE });
    }
    return this.#ask({ type: "highlight", spans }, (message, done) => message.type === "highlighted" && done(message));
  }

  /** Brings the tab of the page to the front. */
  async reveal(): Promise<void> {
    await chrome.tabs.update(this.tab, { active: true });
  }

  close(): void {
    this.gone = true;
    this.#port.disconnect();
  }

  #say(message: ToPage): void {
    if (!this.gone) this.#port.postMessage(message);
  }

  #ask<T>(message: ToPage, hear: (message: FromPage, done: (value: T) => void) => void): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.gone) {
        reject(new UnreadableError("closed"));
        return;
      }
      this.#hear = (answer) => hear(answer, resolve);
      this.#fail = reject;
      this.#say(message);
    });
  }
}

/** The browser refuses in words of its own; what can be known of the tab tells more. */
async function whyUnreadable(tab: number): Promise<Unreadable> {
  try {
    const { url } = await chrome.tabs.get(tab);
    return url?.startsWith("file:") ? "file" : "forbidden";
  } catch {
    return "closed";
  }
}
