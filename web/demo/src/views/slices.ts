import { element, nextTurn } from "../../../reader/src/dom.js";

/** Rows built in one turn of the page. */
const SLICE = 80;
/** So many rows are built at once; the rest when the reader comes near. */
const EAGER = 4000;

/** A long list of rows, built a slice at a time so that the page stays responsive. */
export class Slices {
  #built = 0;
  #turn = 0;
  #total = 0;
  #row: (index: number) => Node = () => document.createTextNode("");
  #watcher: IntersectionObserver | null = null;

  constructor(readonly into: HTMLElement) {}

  get built(): number {
    return this.#built;
  }

  fill(total: number, row: (index: number) => Node): void {
    this.stop();
    this.into.replaceChildren();
    this.#built = 0;
    this.#total = total;
    this.#row = row;
    this.#slice();
    void this.#on(++this.#turn, Math.min(total, EAGER));
  }

  /** Builds on until row `index` is there. */
  async reach(index: number): Promise<void> {
    const turn = this.#turn;
    while (turn === this.#turn && this.#built <= index && this.#built < this.#total) {
      this.#slice();
      await nextTurn();
    }
  }

  stop(): void {
    this.#turn++;
    this.#watcher?.disconnect();
    this.#watcher = null;
  }

  #slice(): void {
    const until = Math.min(this.#total, this.#built + SLICE);
    const slice = element("div", { class: this.#total > 400 ? "slice lazy" : "slice", attributes: { role: "presentation" } });
    for (let i = this.#built; i < until; i++) slice.append(this.#row(i));
    this.into.append(slice);
    this.#built = until;
  }

  async #on(turn: number, limit: number): Promise<void> {
    while (turn === this.#turn && this.#built < limit) {
      await nextTurn();
      if (turn !== this.#turn) return;
      if (this.#built < limit) this.#slice();
    }
    const last = this.into.lastElementChild;
    if (turn !== this.#turn || this.#built >= this.#total || !last) return;
    this.#watcher?.disconnect();
    this.#watcher = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        this.#watcher?.disconnect();
        void this.#on(turn, Math.min(this.#total, this.#built + 800));
      },
      { rootMargin: "3000px" },
    );
    this.#watcher.observe(last);
  }
}
