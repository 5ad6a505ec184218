// The sources of the projects: the same few lines, loaded by each tool in its own way.
import { ARTICLE } from "../js/support.js";

export const TEXT = ARTICLE;

/** What a web developer would write. Leaves { labels, worker, page, reader } or { error } in `result`. */
export const APP = `
import { load } from "naqi";
import { blocksFromDocument } from "naqi/dom";
import { load as loadWorker } from "naqi/worker";

const TEXT = ${JSON.stringify(TEXT)};
const labels = ({ blocks }) => blocks.map(({ label }) => label).join(" ");

async function run() {
  const cleaner = await load();
  const worker = await loadWorker();
  const controller = new AbortController();
  const long = worker
    .clean((TEXT + "\\n").repeat(3000), {}, { signal: controller.signal, onProgress: () => controller.abort() })
    .then(() => "finished", ({ code }) => code);
  const result = { labels: labels(cleaner.clean(TEXT)), worker: labels(await worker.clean(TEXT).catch(String)) };
  result.aborted = await long;
  result.page = labels(cleaner.clean(blocksFromDocument(document)));
  worker.dispose();
  return result;
}
run().then((result) => (globalThis.result = result), (error) => (globalThis.result = { error: String(error), cause: String(error.cause) }));
`;

export const page = (script) => `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>x</title></head>
<body><h1>افتتاح مكتبة عامة</h1><p>افتتحت البلدية مكتبة عامة جديدة في حي النخيل، وتضم نحو أربعين ألف كتاب.</p>
<script type="module" src="${script}"></script></body></html>`;

/** Runs in Node as it stands. */
export const NODE_APP = `
import { load } from "naqi";
import { load as loadInline } from "naqi/inline";
import { load as loadWorker } from "naqi/worker";
import { blocksFromDocument } from "naqi/dom";
import schema from "naqi/schema.json" with { type: "json" };
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const TEXT = ${JSON.stringify(TEXT)};
const one = JSON.stringify((await load()).clean(TEXT));
const two = JSON.stringify((await loadInline()).clean(TEXT));
const three = JSON.stringify(await (await loadWorker()).clean(TEXT));
console.log(JSON.stringify({
  same: one === two && two === three, blocks: JSON.parse(one).blocks.length, dom: typeof blocksFromDocument, schema: typeof schema,
  wasm: existsSync(fileURLToPath(import.meta.resolve("naqi/naqi.wasm"))),
}));
`;

export const TYPED_APP = `
import { CleanError, load, type Block, type CleanDocument, type Cleaner, type Label, type WasmSource } from "naqi";
import { blocksFromDocument, type DocumentBlocks } from "naqi/dom";
import { load as loadInline } from "naqi/inline";
import { load as loadWorker, type WorkerCleaner } from "naqi/worker";

export async function read(root: Document, wasm?: WasmSource): Promise<string> {
  const cleaner: Cleaner = await load(wasm === undefined ? {} : { wasm });
  const page: DocumentBlocks = blocksFromDocument(root);
  const document: CleanDocument = cleaner.clean(page, { profile: "search", words: true, foldAlef: true });
  const labels: Label[] = document.blocks.map((block: Block) => block.label);
  const ranges: Range[] = page.rangeOf(...(document.blocks[0]?.span ?? [0, 0]));
  const spans: Uint32Array = cleaner.segment("x", { unit: "word" }).spans;
  return cleaner.render(document, "markdown") + labels.length + ranges.length + spans.length;
}
export async function later(signal: AbortSignal): Promise<CleanDocument | null> {
  const worker: WorkerCleaner = await loadWorker({ worker: () => new Worker("x"), signal });
  try {
    return await worker.clean("x", { words: true }, { signal, onProgress: (done: number) => void done });
  } catch (error) {
    if (error instanceof CleanError && error.code === "ABORTED") return null;
    throw error;
  }
}
// @ts-expect-error an unknown option
export const wrong = loadInline().then((cleaner) => cleaner.clean("x", { profil: "search" }));
// @ts-expect-error a value that is none
export const none = loadInline().then((cleaner) => cleaner.render(cleaner.clean("x"), "pdf"));
`;

/** Compiles without the DOM library: Node, and workers of servers. */
export const SERVER_APP = `
import { load, type CleanDocument, type Origin, type SegmentUnit, type WasmSource } from "naqi";
import { load as loadInline } from "naqi/inline";
import { load as loadWorker } from "naqi/worker";
import wasm from "naqi/naqi.wasm";

const source: WasmSource = wasm;
const unit: SegmentUnit = "grapheme";
export async function read(text: string): Promise<[CleanDocument, Origin | undefined, Uint32Array]> {
  const cleaner = await load({ wasm: source });
  const document = cleaner.clean(text);
  const from: Origin | undefined = document.title?.from ?? document.bylines[0]?.from ?? document.source?.from;
  return [document, from, cleaner.segment(text, { unit }).spans];
}
export const bytes = loadInline({ wasm: new Uint8Array([0]) });
export const worker = loadWorker({ wasm: "./naqi.wasm" }).then((one) => one.clean("x", {}, { onProgress: (done) => done.toFixed() }));
// @ts-expect-error a number is no source
export const wrong = load({ wasm: 1 });
`;

export const READER_APP = `
import { NaqiReader, type ReaderEventMap } from "naqi/reader";

const reader: NaqiReader = document.createElement("naqi-reader");
reader.addEventListener("naqi-cleaned", ({ detail }) => void detail.document.statistics.words.toFixed());
reader.addEventListener("naqi-restored", function ({ detail }) { this.setAside(...detail.ids); });
reader.addEventListener("naqi-select", ({ detail: { span } }) => void span?.[0].toFixed());
reader.addEventListener("click", ({ clientX }) => void clientX.toFixed());
document.querySelector("naqi-reader")?.restore(1);
export type Events = keyof ReaderEventMap;
// @ts-expect-error words are numbers
reader.addEventListener("naqi-cleaned", ({ detail }) => void detail.document.statistics.words.trim());
`;

export const REACT_APP = `
import "naqi/reader";
import "naqi/reader/react";
import { useRef } from "react";
import type { NaqiReader } from "naqi/reader";

export function Reading({ text }: { text: string }) {
  const reader = useRef<NaqiReader>(null);
  return <naqi-reader ref={reader} src={text} ui="en" className="wide" onnaqi-cleaned={({ detail }) => void detail.document.title?.text} />;
}
// @ts-expect-error a value that is none
export const wrong = <naqi-reader ui="fr" />;
`;
