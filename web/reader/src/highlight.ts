/**
 * Highlights without touching the text: the CSS Custom Highlight API. Where it is missing, whole
 * text nodes are wrapped in `<mark>`; a node is never split, so no letter loses its neighbour.
 */
export class Highlighter {
  readonly #name: string;
  #ranges: Range[] = [];
  #marks: HTMLElement[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  show(ranges: Range[]): void {
    this.clear();
    const registry = globalThis.CSS?.highlights as HighlightRegistry | undefined;
    if (registry && typeof Highlight === "function") {
      let highlight = registry.get(this.#name);
      if (!highlight) registry.set(this.#name, (highlight = new Highlight()));
      for (const range of ranges) highlight.add(range);
      this.#ranges = ranges;
      return;
    }
    for (const node of new Set(ranges.map((range) => range.startContainer))) {
      const mark = document.createElement("mark");
      node.parentNode?.replaceChild(mark, node);
      mark.appendChild(node);
      this.#marks.push(mark);
    }
  }

  clear(): void {
    const highlight = globalThis.CSS?.highlights?.get(this.#name);
    for (const range of this.#ranges) highlight?.delete(range);
    this.#ranges = [];
    for (const mark of this.#marks) mark.replaceWith(...mark.childNodes);
    this.#marks = [];
  }
}
