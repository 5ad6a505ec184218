// What callers hand in is read here: plain data, or an error that says where it is not.

import { CleanError } from "./errors.js";

/** What a value is, for a message. Nothing of the value is called. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "undefined":
      return "undefined";
    case "bigint":
      return "a BigInt";
    case "number":
      return Number.isFinite(value) ? "a number" : String(value);
    case "object": {
      const tag = Object.prototype.toString.call(value).slice(8, -1);
      return isPlain(value) || tag === "Object" ? "an object" : `a ${tag}`;
    }
    default:
      return `a ${typeof value}`;
  }
}

/** Made by a literal or by JSON, of this realm or another: no Map, no Date, no instance of a class. */
export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

export function wrong(path: string, wanted: string, value?: unknown): CleanError {
  const found = value === undefined ? "" : `, not ${kindOf(value)}`;
  return new CleanError("INVALID_OPTION", `${path} must be ${wanted}${found}`, { detail: { path } });
}

/** How many letters may be wrong in a name for it to be meant. */
const slips = (name: string): number => (name.length <= 5 ? 1 : name.length <= 9 ? 2 : 3);

/** Insertions, deletions, changes and exchanges of neighbours from one name to the other (optimal string alignment). */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const change = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min(change, row[j]! + 1, next[j - 1]! + 1);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length]!;
}

const folded = (name: string): string => name.replace(/[_-]/g, "").toLowerCase();

/** The name that was meant, if one is near enough. Case, `_` and `-` do not count. */
export function nearest(name: string, names: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = slips(name) + 1;
  // A name far longer than all others cannot be near one.
  if (name.length > 64) return undefined;
  for (const candidate of names) {
    const found = distance(folded(name), folded(candidate));
    if (found < least) {
      least = found;
      best = candidate;
    }
  }
  return best;
}

/** A caller's name as a message shows it: not without end, and nothing in it that cannot be seen. */
export function shown(name: string): string {
  const begin = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  return begin.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`);
}

/** Errors: `INVALID_OPTION` for a key that is none of `names`. `place` is the path of the object, "" for the outermost. */
export function checkKeys(value: object, names: readonly string[], place: string): void {
  for (const key of Object.keys(value)) {
    if (names.includes(key)) continue;
    const meant = nearest(key, names);
    const hint = meant === undefined ? `valid are ${names.join(", ")}` : `did you mean ${meant}?`;
    const path = place === "" ? key : `${place}.${key}`;
    throw new CleanError("INVALID_OPTION", `unknown key ${place === "" ? "" : `${place}.`}${shown(key)}: ${hint}`, { detail: { path } });
  }
}

/** The first value inside `root` for which `isUnfit` says what is wrong with it. Cycles are always wrong. */
function findUnfit(root: object, name: string, isUnfit: (value: unknown) => string | null): { path: string; reason: string } | null {
  const above = new Set<object>();
  const open: { value: object; path: string; keys: string[] }[] = [];
  const enter = (value: object, path: string) => {
    above.add(value);
    open.push({ value, path, keys: Object.keys(value).reverse() });
  };
  enter(root, name);
  while (open.length > 0) {
    const { value: holder, path: place, keys } = open.at(-1)!;
    const key = keys.pop();
    if (key === undefined) {
      above.delete(holder);
      open.pop();
      continue;
    }
    const path = Array.isArray(holder) ? `${place}[${key}]` : `${place}.${key}`;
    const value = (holder as Record<string, unknown>)[key];
    const reason = isUnfit(value);
    if (reason !== null) return { path, reason };
    if (typeof value !== "object" || value === null) continue;
    if (above.has(value)) return { path, reason: "contains itself" };
    enter(value, path);
  }
  return null;
}

function unfitError(found: { path: string; reason: string }, cause: unknown): CleanError {
  return new CleanError("INVALID_OPTION", `${found.path} ${found.reason}: only plain data can be given`, { cause, detail: { path: found.path } });
}

/**
 * `JSON.stringify` of what a caller gave. Errors: `INVALID_OPTION` with the path of what JSON cannot hold;
 * `INPUT_TOO_LARGE`; and as it is whatever the caller's own getters and methods throw.
 */
export function toJson(value: object, name: string): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch (cause) {
    const found = findUnfit(value, name, (inner) => (typeof inner === "bigint" ? "is a BigInt" : null));
    if (found) throw unfitError(found, cause);
    if (!(cause instanceof RangeError)) throw cause;
    throw new CleanError("INPUT_TOO_LARGE", `${name} is too large, or nested too deeply, to be handed over`, { cause });
  }
}

/** The error for a value that could not be sent to a worker; what the caller's own getters throw stays what it is. */
export function unsendable(value: unknown, name: string, cause: unknown): unknown {
  const reasonOf = (inner: unknown) => (typeof inner === "function" || typeof inner === "symbol" ? `is ${kindOf(inner)}` : null);
  try {
    const found = typeof value === "object" && value !== null ? findUnfit(value, name, reasonOf) : null;
    if (found) return unfitError(found, cause);
  } catch (theirs) {
    return theirs;
  }
  return new CleanError("INVALID_OPTION", `${name} holds what cannot be sent to a worker`, { cause });
}
