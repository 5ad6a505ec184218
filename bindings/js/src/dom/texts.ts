import { firstChild, nextSibling, nodeType, parentNode } from "./nodes.js";

const TEXT = 3;
const CDATA = 4;

/** Longer texts are no titles and no names: they are not put together. In UTF-16 units. */
const MOST_UNITS = 1000;

/**
 * The `textContent` of some elements, each white space run as one space. Elements may stand inside one another: what is
 * shared is read once, and what is too long is left out, so that the work stays linear in the page.
 */
export function textsOf(elements: Iterable<Element>): ReadonlyMap<Element, string> {
  const wanted = new Map<Element, string | null>();
  for (const element of elements) wanted.set(element, null);
  for (const [element, text] of wanted) if (text === null) readInside(element, wanted);
  return wanted as Map<Element, string>;
}

/** Fills in the texts of `root` and of what is wanted inside it. */
function readInside(root: Element, wanted: Map<Element, string | null>): void {
  const pieces: string[] = [];
  let length = 0;
  let endsInSpace = false;
  const begins = new Map<Node, { piece: number; length: number }>();
  const enter = (node: Node): void => {
    if (wanted.has(node as Element)) begins.set(node, { piece: pieces.length, length });
  };
  const leave = (node: Node): void => {
    const begin = begins.get(node);
    if (begin) wanted.set(node as Element, length - begin.length > MOST_UNITS ? "" : pieces.slice(begin.piece).join("").trim());
  };
  const read = (data: string): void => {
    const text = data.replace(/\s+/g, " ");
    const piece = endsInSpace && text.startsWith(" ") ? text.slice(1) : text;
    if (piece === "") return;
    pieces.push(piece);
    length += piece.length;
    endsInSpace = piece.endsWith(" ");
  };
  let node: Node = root;
  enter(root);
  for (;;) {
    const type = nodeType(node);
    if (type === TEXT || type === CDATA) read((node as Text).data);
    let next: Node | null = firstChild(node);
    while (!next) {
      leave(node);
      if (node === root) return;
      next = nextSibling(node);
      if (!next) node = parentNode(node)!;
    }
    node = next;
    enter(node);
  }
}

/** Whether elements stand inside one that `isOuter` holds for; each element on the way up is asked once. */
export class Inside {
  readonly #isOuter: (element: Element) => boolean;
  readonly #known = new Map<Node, boolean>();

  constructor(isOuter: (element: Element) => boolean) {
    this.#isOuter = isOuter;
  }

  has(element: Element): boolean {
    const way: Node[] = [];
    let answer = false;
    for (let at: Node | null = parentNode(element); at && nodeType(at) === 1; at = parentNode(at)) {
      const known = this.#known.get(at);
      if (known !== undefined) {
        answer = known;
        break;
      }
      way.push(at);
      if (this.#isOuter(at as Element)) {
        answer = true;
        break;
      }
    }
    for (const node of way) this.#known.set(node, answer);
    return answer;
  }
}
