/** The encodings that Arabic files come in: UTF-8, UTF-16 and Windows-1256, told apart by their bytes. */

export interface Decoded {
  text: string;
  /** The name of the encoding as the Encoding Standard spells it. */
  encoding: string;
}

/** Bytes decoded between two turns of the page. */
const STEP = 1 << 20;
/** Bytes looked at for a guess. */
const SAMPLE = 1 << 16;

/**
 * Decodes a file: a byte order mark decides, then the share of zero and Arabic high bytes (UTF-16
 * without a mark), then whether all of it is valid UTF-8, then a declared charset, else Windows-1256.
 */
export async function decode(bytes: Uint8Array): Promise<Decoded> {
  const marked = byMark(bytes) ?? byShape(bytes);
  if (marked) return { text: await run(bytes, marked, false), encoding: marked };
  try {
    return { text: await run(bytes, "utf-8", true), encoding: "utf-8" };
  } catch {
    const label = declared(bytes) ?? "windows-1256";
    return { text: await run(bytes, label, false), encoding: label };
  }
}

async function run(bytes: Uint8Array, label: string, fatal: boolean): Promise<string> {
  const decoder = new TextDecoder(label, { fatal });
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += STEP) {
    parts.push(decoder.decode(bytes.subarray(at, at + STEP), { stream: true }));
    if (at > 0) await new Promise((resolve) => setTimeout(resolve, 0));
  }
  parts.push(decoder.decode());
  return parts.join("");
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  return null;
}

/** In UTF-16 text every other byte is 0x00 (ASCII) or 0x06 (Arabic) far more often than chance. */
function byShape(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length, SAMPLE) >> 1;
  if (pairs < 4 || bytes.length % 2 !== 0) return null;
  let little = 0;
  let big = 0;
  for (let i = 0; i < pairs; i++) {
    const first = bytes[2 * i];
    const second = bytes[2 * i + 1];
    if (second === 0x00 || second === 0x06) little++;
    if (first === 0x00 || first === 0x06) big++;
  }
  if (little > 0.7 * pairs && little > big) return "utf-16le";
  if (big > 0.7 * pairs && big > little) return "utf-16be";
  return null;
}

/** The charset that an HTML file declares, if the browser knows it and it can be true. */
function declared(bytes: Uint8Array): string | null {
  const start = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096));
  const label = /charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1];
  if (!label) return null;
  try {
    const name = new TextDecoder(label).encoding;
    return name.startsWith("utf-") ? null : name;
  } catch {
    return null;
  }
}

/** How files begin that are no text whatever their name says: PDF, archives and Office files, pictures, sound, programs. */
const SIGNATURES = [
  "%PDF-", "PK\x03\x04", "PK\x05\x06", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "\xfd7zXZ", "\x28\xb5\x2f\xfd", "\xd0\xcf\x11\xe0", "{\\rtf", "\x89PNG",
  "GIF8", "\xff\xd8\xff", "OggS", "\x7fELF", "MZ\x90", "\0asm", "SQLite format 3",
];
/** In text control characters but tab, line and page ends stand for damage: one in so many is too much. */
const ONE_CONTROL_IN = 100;

/** Whether a file holds something else than text: it would be read as a heap of odd letters. */
export function isBinary(bytes: Uint8Array, text: string): boolean {
  const begin = String.fromCharCode(...bytes.subarray(0, 16));
  if (SIGNATURES.some((signature) => begin.startsWith(signature))) return true;
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/g)?.length ?? 0;
  return controls * ONE_CONTROL_IN > sample.length;
}
