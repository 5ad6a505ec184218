import type { ArticleModel } from "../reader/src/model.js";
import type { CleanDocument } from "../reader/src/types.js";
import type { Renderer, RenderFormat } from "./engine.js";
import { plain } from "./plain.js";

export type ExportFormat = "text" | "markdown" | "html" | "json" | "jsonl";

const FILES: Record<ExportFormat, [extension: string, type: string]> = {
  text: ["txt", "text/plain"],
  markdown: ["md", "text/markdown"],
  html: ["html", "text/html"],
  json: ["json", "application/json"],
  jsonl: ["jsonl", "application/x-ndjson"],
};

/** A file name in the script of the title; what no file system takes is left out. */
export function fileName(document: CleanDocument, fallback: string, format: ExportFormat): string {
  const title = document.title?.text || fallback;
  const name = title
    .normalize("NFC")
    .replace(/\.(txt|html?|md|markdown|jsonl?|ndjson)$/i, "")
    // Controls, bidi controls and the characters that Windows, macOS or Linux reserve.
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, "");
  return `${name || "naqi"}.${FILES[format][0]}`;
}

/** `name` is the title of the page where the article has none. */
export async function exportText(model: ArticleModel, name: string, format: Exclude<ExportFormat, "jsonl">, renderer: Renderer): Promise<string> {
  const document = model.result();
  if (format === "json") return `${JSON.stringify(document, null, 2)}\n`;
  const body = await renderer.render(document, format satisfies RenderFormat);
  return format === "html" ? htmlPage(document, name, body) : body;
}

export function exportLines(articles: readonly { name: string; model: ArticleModel }[]): string {
  return articles.map(({ name, model }) => `${JSON.stringify({ id: name, naqi: model.result() })}\n`).join("");
}

/** A page that needs nothing but itself. `body` is the core's HTML, which escapes all text. */
function htmlPage(document: CleanDocument, name: string, body: string): string {
  const { code } = document.language;
  const language = code === "und" ? "ar" : code;
  return `<!doctype html>
<html lang="${escape(language)}" dir="${document.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(document.title?.text || plain(name))}</title>
<style>
:root { color-scheme: light dark; }
body { max-inline-size: 66ch; margin: 3rem auto; padding-inline: 1.25rem; font: 1.3rem/1.9 Amiri, "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", serif; text-align: start; }
h1, h2, h3 { line-height: 1.5; }
blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid; }
@media print { body { margin: 0; max-inline-size: none; font-size: 12pt; } }
</style>
</head>
<body>
${body}
</body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export function save(text: string, name: string, format: ExportFormat): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${FILES[format][1]};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Puts the article on the clipboard as HTML and as text. */
export async function copyArticle(model: ArticleModel, renderer: Renderer): Promise<void> {
  const document = model.result();
  const blob = async (format: RenderFormat, type: string): Promise<Blob> => new Blob([await renderer.render(document, format)], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ "text/html": blob("html", "text/html"), "text/plain": blob("text", "text/plain") }),
  ]);
}
