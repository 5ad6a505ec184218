// Packs a folder: the same files give the same bytes, whenever and wherever.

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { zipSync } from "fflate";

/** The first moment that a zip file can name. */
const EPOCH = new Date(1980, 0, 1);

export function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => relative(folder, path).replaceAll("\\", "/"))
    .sort();
}

export function pack(folder) {
  const entries = filesIn(folder).map((name) => [name, [readFileSync(join(folder, name)), { mtime: EPOCH, level: 9 }]]);
  return zipSync(Object.fromEntries(entries));
}
