/** A name as it may stand in a sentence of the interface: without controls of direction and the like. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, "");
}
