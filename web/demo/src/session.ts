import { ArticleModel } from "../../reader/src/model.js";
import type { Engine, Page } from "./engine.js";
import { nameOf, parseInert, type Input } from "./input.js";

export interface Article {
  id: number;
  input: Input;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  progress: number;
  error: string | null;
  model: ArticleModel | null;
  /** What was handed to the engine: the text, or the blocks of a page. */
  page: Page | null;
}

/** What an article is called: by its title, else by how it begins, else, while it is not known yet, as it came in. */
export function titleOf({ model, input }: Article): string {
  if (!model) return input.name;
  const { title, blocks } = model.document;
  const isOwnName = input.used === "page" || input.used === "markdown" || input.used === "record" || input.encoding !== null;
  if (title?.text) return title.text;
  if (isOwnName) return input.name;
  const first = blocks.find(({ kept, text, label }) => kept && text && !METADATA.has(label));
  return first ? nameOf(first.text) : input.name;
}

const METADATA: ReadonlySet<string> = new Set(["byline", "dateline", "source_line", "image_credit"]);

/**
 * The articles of this visit, cleaned one after the other.
 * Events: `changed` (detail: Article), `list`, `shown`.
 */
export class Session extends EventTarget {
  readonly articles: Article[] = [];
  #shown: Article | null = null;
  #running: { article: Article; abort: AbortController } | null = null;
  #next = 1;

  constructor(readonly engine: Engine) {
    super();
  }

  get shown(): Article | null {
    return this.#shown;
  }

  show(article: Article | null): void {
    this.#shown = article;
    this.dispatchEvent(new Event("shown"));
  }

  /** Takes articles in and shows the first of them. */
  add(inputs: readonly Input[]): void {
    const added = inputs.map((input): Article => {
      return { id: this.#next++, input, state: "waiting", progress: 0, error: null, model: null, page: null };
    });
    if (added.length === 0) return;
    this.articles.push(...added);
    this.dispatchEvent(new Event("list"));
    this.show(added[0] ?? null);
    void this.#work();
  }

  /** Cleans an article again, from the other form of the same paste. */
  again(article: Article, used: Input["used"]): void {
    article.input = { ...article.input, used };
    article.model = null;
    this.#set(article, "waiting");
    void this.#work();
  }

  cancel(): void {
    this.#running?.abort.abort();
  }

  async #work(): Promise<void> {
    if (this.#running) return;
    for (;;) {
      const waiting = (article: Article): boolean => article.state === "waiting";
      const article = this.#shown && waiting(this.#shown) ? this.#shown : this.articles.find(waiting);
      if (!article) return;
      const abort = new AbortController();
      this.#running = { article, abort };
      article.progress = 0;
      this.#set(article, "running");
      try {
        await this.#clean(article, abort.signal);
        this.#set(article, "done");
      } catch (error) {
        article.error = error instanceof Error ? error.message : String(error);
        this.#set(article, abort.signal.aborted ? "cancelled" : "failed");
      } finally {
        this.#running = null;
      }
    }
  }

  async #clean(article: Article, signal: AbortSignal): Promise<void> {
    const { used, text, html } = article.input;
    const asPage = html !== null && (text === null || used === "html");
    article.page = asPage ? await this.engine.page(parseInert(html)) : null;
    const document = await this.engine.clean(article.page ?? text ?? "", {
      signal,
      onProgress: (share) => {
        article.progress = share;
        this.#changed(article);
      },
    });
    article.model = new ArticleModel(article.page?.source ?? text ?? "", document);
    article.model.addEventListener("kept", () => this.#changed(article));
  }

  #set(article: Article, state: Article["state"]): void {
    article.state = state;
    this.#changed(article);
  }

  #changed(article: Article): void {
    this.dispatchEvent(new CustomEvent("changed", { detail: article }));
  }
}
