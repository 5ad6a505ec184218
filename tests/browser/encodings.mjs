// Writes text in the encodings that the page must recognise; TextEncoder knows UTF-8 only.

export function utf16(text, bigEndian = false) {
  const bytes = Buffer.from(text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

const decoder = new TextDecoder("windows-1256");
const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));

export function windows1256(text) {
  return Buffer.from(Array.from(text, (character) => {
    const byte = table.get(character);
    if (byte === undefined) throw new Error(`Windows-1256 has no ${character}`);
    return byte;
  }));
}
