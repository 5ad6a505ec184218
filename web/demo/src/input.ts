import { decode, isBinary } from "./encoding.js";

/** How an article came in; the statistics say so. */
export type Used = "html" | "text" | "typed" | "sample" | "page" | "markdown" | "record";

/** An article as it came: text, HTML, or both of one paste. */
export interface Input {
  name: string;
  used: Used;
  text: string | null;
  html: string | null;
  encoding: string | null;
}

/** A file or a part of one that gives no article. */
export interface Refused {
  name: string;
  why: "type" | "binary" | "json" | "empty";
  line?: number;
}

export interface FileResult {
  inputs: Input[];
  refused: Refused[];
}

export const ACCEPT = ".txt,.html,.htm,.md,.markdown,.json,.jsonl,.ndjson,text/plain,text/html";

/** The input of a paste or drop: HTML when it brings structure that the plain text lacks. */
export function fromTransfer(data: DataTransfer): Input | null {
  const text = data.getData("text/plain");
  const html = data.getData("text/html");
  if (!text.trim() && !html.trim()) return null;
  const structured = html !== "" && hasStructure(html);
  return {
    name: nameOf(text),
    used: structured ? "html" : "text",
    text: text || null,
    html: html || null,
    encoding: null,
  };
}

export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** A paste from an editor that only wraps one line in a `<span>` is no page. */
function hasStructure(html: string): boolean {
  const body = parseInert(html).body;
  return body.querySelectorAll("p, h1, h2, h3, h4, h5, h6, li, br, div, td, blockquote").length > 1;
}

/** The beginning of a text as a name for it. */
export function nameOf(text: string): string {
  const line = text.split("\n").find((part) => part.trim() !== "") ?? "";
  const words = line.trim().replace(/\s+/g, " ");
  return words.length > 48 ? `${words.slice(0, 48).replace(/\s\S*$/, "")}…` : words;
}

export async function fromFile(file: File): Promise<FileResult> {
  const extension = /\.([a-z]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? "";
  const kind = KINDS.get(extension) ?? (file.type === "text/html" ? "html" : file.type === "text/plain" ? "text" : null);
  if (!kind) return { inputs: [], refused: [{ name: file.name, why: "type" }] };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { text, encoding } = await decode(bytes);
  if (isBinary(bytes, text)) return { inputs: [], refused: [{ name: file.name, why: "binary" }] };
  const base = { name: file.name, text: null, html: null, encoding };
  if (text.trim() === "") return { inputs: [], refused: [{ name: file.name, why: "empty" }] };
  switch (kind) {
    case "text":
      return { inputs: [{ ...base, used: "text", text }], refused: [] };
    case "html":
      return { inputs: [{ ...base, used: "page", html: text }], refused: [] };
    case "markdown": {
      const { marked } = await import("marked");
      return { inputs: [{ ...base, used: "markdown", html: await marked.parse(text, { async: true }) }], refused: [] };
    }
    case "json":
    case "jsonl":
      return records(file.name, text, kind === "jsonl", encoding);
  }
}

const KINDS: ReadonlyMap<string, "text" | "html" | "markdown" | "json" | "jsonl"> = new Map([
  ["txt", "text"],
  ["text", "text"],
  ["html", "html"],
  ["htm", "html"],
  ["md", "markdown"],
  ["markdown", "markdown"],
  ["json", "json"],
  ["jsonl", "jsonl"],
  ["ndjson", "jsonl"],
]);

const TEXT_FIELDS = ["text", "content", "body", "article", "raw", "source_text"];
const HTML_FIELDS = ["html", "content_html", "raw_html"];
const NAME_FIELDS = ["title", "headline", "name", "id", "url"];

function records(name: string, text: string, lines: boolean, encoding: string): FileResult {
  const result: FileResult = { inputs: [], refused: [] };
  const take = (value: unknown, label: string, line: number): void => {
    const input = record(value, label, encoding);
    if (input) result.inputs.push(input);
    else result.refused.push({ name: label, why: "empty", line });
  };
  if (!lines) {
    try {
      const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
      if (Array.isArray(value)) value.forEach((item, i) => take(item, `${name} #${i + 1}`, i + 1));
      else take(value, name, 1);
    } catch {
      result.refused.push({ name, why: "json", line: 1 });
    }
    return result;
  }
  text.replace(/^\uFEFF/, "").split("\n").forEach((line, i) => {
    if (line.trim() === "") return;
    try {
      take(JSON.parse(line), `${name} #${i + 1}`, i + 1);
    } catch {
      result.refused.push({ name, why: "json", line: i + 1 });
    }
  });
  return result;
}

/** A string, or an object with a field that is known to hold the text of an article. */
function record(value: unknown, label: string, encoding: string): Input | null {
  const base = { used: "record" as const, text: null, html: null, encoding };
  if (typeof value === "string") return value.trim() ? { ...base, name: label, text: value } : null;
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Record<string, unknown>;
  const find = (names: readonly string[]): string | null => {
    for (const name of names) {
      const field = fields[name];
      if (typeof field === "string" && field.trim()) return field;
    }
    return null;
  };
  const id = find(NAME_FIELDS);
  const name = id ? nameOf(id) : label;
  const text = find(TEXT_FIELDS);
  if (text) return { ...base, name, text };
  const html = find(HTML_FIELDS);
  return html ? { ...base, name, html } : null;
}
