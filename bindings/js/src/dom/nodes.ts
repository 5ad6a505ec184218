// What the adapter asks of a page's nodes, read through the getters of their prototypes.
//
// A page can put things of its own before them: `<img name=body>` is what `document.body` gives then, and
// `<input name=nextSibling>` is the `nextSibling` of its form ([LegacyOverrideBuiltIns], Web IDL §3.9.3). What stands in
// the prototypes no markup can reach. There are as many prototypes as windows and document models, so what was found is
// kept for each.

interface Accessor {
  get?(): unknown;
  value?: unknown;
}

/** The nearest definition of `name` above a node itself, or null: linkedom keeps some properties in the nodes. */
function definitionOf(prototype: object | null, name: string): Accessor | null {
  for (let at = prototype; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found as Accessor;
  }
  return null;
}

function definitions(name: string): (node: object) => Accessor | null {
  const known = new WeakMap<object, { definition: Accessor | null }>();
  return (node) => {
    const prototype = Object.getPrototypeOf(node) as object;
    let found = known.get(prototype);
    if (!found) known.set(prototype, (found = { definition: definitionOf(prototype, name) }));
    return found.definition;
  };
}

function getter<Holder extends object, Name extends keyof Holder & string>(name: Name): (node: Holder) => Holder[Name] {
  const definitionOf = definitions(name);
  return (node) => {
    const definition = definitionOf(node);
    return definition?.get ? (Reflect.apply(definition.get, node, []) as Holder[Name]) : node[name];
  };
}

type Method = (...parameters: never[]) => unknown;
type Methods<Holder> = { [Name in keyof Holder]: Holder[Name] extends Method ? Name : never }[keyof Holder] & string;
type Parameters_<Held> = Held extends (...parameters: infer Given) => unknown ? Given : never;
type Result<Held> = Held extends (...parameters: never[]) => infer Given ? Given : never;

function method<Holder extends object, Name extends Methods<Holder>>(name: Name) {
  const definitionOf = definitions(name);
  return (node: Holder, ...parameters: Parameters_<Holder[Name]>): Result<Holder[Name]> => {
    const own = definitionOf(node)?.value ?? node[name];
    return Reflect.apply(own as (...parameters: unknown[]) => unknown, node, parameters) as Result<Holder[Name]>;
  };
}

export const nodeType = getter<Node, "nodeType">("nodeType");
export const firstChild = getter<Node, "firstChild">("firstChild");
export const nextSibling = getter<Node, "nextSibling">("nextSibling");
export const parentNode = getter<Node, "parentNode">("parentNode");
export const childNodes = getter<Node, "childNodes">("childNodes");
export const textContent = getter<Node, "textContent">("textContent");
export const ownerDocument = getter<Node, "ownerDocument">("ownerDocument");
export const contains = method<Node, "contains">("contains");
export const isConnected = getter<Node, "isConnected">("isConnected");

export const localName = getter<Element, "localName">("localName");
export const shadowRoot = getter<Element, "shadowRoot">("shadowRoot");
export const getAttribute = method<Element, "getAttribute">("getAttribute");
export const hasAttribute = method<Element, "hasAttribute">("hasAttribute");
export const getBoundingClientRect = method<Element, "getBoundingClientRect">("getBoundingClientRect");
export const contentDocument = getter<HTMLIFrameElement, "contentDocument">("contentDocument");
export const frameAddress = getter<HTMLIFrameElement, "src">("src");
export const hostOf = getter<ShadowRoot, "host">("host");

export const bodyOf = getter<Document, "body">("body");
export const documentElement = getter<Document, "documentElement">("documentElement");
export const defaultView = getter<Document, "defaultView">("defaultView");
export const addressOf = getter<Document, "URL">("URL");
export const titleOf = getter<Document, "title">("title");
export const contentTypeOf = getter<Document, "contentType">("contentType");
export const getSelection = method<Document, "getSelection">("getSelection");
export const createRange = method<Document, "createRange">("createRange");

const makeElement = method<Document, "createElement">("createElement");
export const createElement = (document: Document, name: string): Element => makeElement(document, name);

const queryAll = method<ParentNode, "querySelectorAll">("querySelectorAll");
export const querySelectorAll = (root: ParentNode, selectors: string): NodeListOf<Element> => queryAll(root, selectors);
const queryFirst = method<ParentNode, "querySelector">("querySelector");
export const querySelector = (root: ParentNode, selectors: string): Element | null => queryFirst(root, selectors);

const checkVisibility = definitions("checkVisibility");
/** Whether the document model lays elements out, as browsers do. */
export const hasLayout = (element: Element): boolean => typeof checkVisibility(element)?.value === "function";

const assignedNodes = definitions("assignedNodes");
/** What is shown in the place of a slot; nothing where the document model knows no slots. */
export function slotted(slot: Element): Node[] {
  const own = assignedNodes(slot)?.value;
  return typeof own === "function" ? (Reflect.apply(own, slot, [{ flatten: true }]) as Node[]) : [];
}
