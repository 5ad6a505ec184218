// The npm package's part of equal_bytes.py: records of SOURCE in, the JSON of their Documents into TARGET.
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { once } from "node:events";
import { load } from "../../bindings/js/dist/index.js";

const [source, target] = process.argv.slice(2);
const naqi = await load();
const out = createWriteStream(target);
for await (const line of createInterface({ input: createReadStream(source, "utf8"), crlfDelay: Infinity })) {
  if (!out.write(`${JSON.stringify(naqi.clean(JSON.parse(line).text))}\n`)) await once(out, "drain");
}
out.end();
