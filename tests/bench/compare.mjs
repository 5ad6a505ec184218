// Peers on the same texts in one run, in node and in a browser. No imports: a page loads it too.

/** The article as often as needed, cut behind a word at about `units` UTF-16 units. */
export function textOf(article, units) {
  const text = article.repeat(Math.ceil(units / article.length));
  return text.slice(0, text.lastIndexOf(" ", units) + 1);
}

/** Words or sentences with Intl.Segmenter as flat start and end offsets, which is what the others give. */
export function withIntl(unit) {
  const segmenter = new Intl.Segmenter("ar", { granularity: unit });
  return (text) => {
    const spans = [];
    for (const { segment, index, isWordLike } of segmenter.segment(text)) {
      if (unit === "sentence" || isWordLike) spans.push(index, index + segment.length);
    }
    return spans;
  };
}

const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];

/**
 * Median speed of each peer in million UTF-16 units a second. The rounds of all peers are interleaved, so that what else
 * the machine does falls on all of them; a peer that takes long does fewer.
 */
export function measure(peers, text, rounds = 9, patience = 3000, warmUp = 500) {
  const times = peers.map(() => []);
  // Enough calls for a clock that a browser keeps coarse, and before them enough for the engine to optimise.
  const repeats = Math.max(5, Math.round(400000 / text.length));
  const spent = peers.map(() => 0);
  let kept = 0;
  const sample = (i, calls, limit) => {
    const begin = performance.now();
    let done = 0;
    let took = 0;
    for (; done < calls && took < limit; done++) {
      kept += peers[i].run(text).length;
      took = performance.now() - begin;
    }
    spent[i] += took;
    return took / done;
  };
  peers.forEach((_, i) => {
    const time = sample(i, Infinity, warmUp);
    if (spent[i] > patience) times[i].push(time);
  });
  for (let round = 0; round < rounds; round++) {
    peers.forEach((_, i) => {
      if (spent[i] < patience) times[i].push(sample(i, repeats, patience));
    });
  }
  if (kept === 0) throw new Error("no segments");
  return peers.map(({ name }, i) => ({ name, speed: text.length / median(times[i]) / 1000 }));
}

/** A Markdown table: a row for each peer and unit, a column for each size; in brackets how often Naqi is as fast. */
export function table(article, groups, sizes) {
  const lines = [`| | ${sizes.map((size) => `${size / 1000}k units`).join(" | ")} |`, `|---|${"---|".repeat(sizes.length)}`];
  for (const peers of groups) {
    const columns = sizes.map((size) => measure(peers, textOf(article, size)));
    peers.forEach(({ name }, i) => {
      const cells = columns.map((column) => `${column[i].speed.toFixed(1)} MU/s${i ? ` (×${(column[0].speed / column[i].speed).toFixed(1)})` : ""}`);
      lines.push(`| ${name} | ${cells.join(" | ")} |`);
    });
  }
  return lines.join("\n");
}
