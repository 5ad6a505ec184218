// Runs in a page, put there when its reader asks for the article. It collects and highlights; the engine is elsewhere.
// The page's own scripts cannot see it, and it asks nothing of the network.

import type { DocumentBlocks } from "naqi/dom";
import { PORT, type FromPage, type ToPage } from "../protocol.js";
import { collect } from "./collect.js";
import { clearHighlights, highlight } from "./highlight.js";
import { watch } from "./watch.js";

/** Blocks that cross in one message: none is too large, and progress can be shown. */
const BLOCKS_AT_ONCE = 500;

/** Answers one reading page. */
function serve(port: chrome.runtime.Port): void {
  let page: DocumentBlocks | null = null;
  let highlighted = false;
  let stopWatching = (): void => {};
  const say = (message: FromPage): void => port.postMessage(message);

  const answer = (message: ToPage): void => {
    if (message.type === "collect") {
      stopWatching();
      const collected = collect(message.whole);
      page = collected.page;
      say({ type: "page", info: collected.info });
      for (let at = 0; at < page.blocks.length; at += BLOCKS_AT_ONCE) {
        say({ type: "blocks", blocks: page.blocks.slice(at, at + BLOCKS_AT_ONCE) });
      }
    } else if (page && message.type === "watch") {
      stopWatching();
      stopWatching = watch(page, message.spans, () => say({ type: "changed" }));
    } else if (page && message.type === "highlight") {
      highlighted = message.spans.length > 0;
      say({ type: "highlighted", ...highlight(page, message.spans) });
    }
  };
  port.onMessage.addListener((message: ToPage) => {
    try {
      answer(message);
    } catch (error) {
      say({ type: "failed", message: String(error) });
    }
  });
  const end = (): void => {
    removeEventListener("pagehide", leave);
    stopWatching();
    if (highlighted) clearHighlights();
  };
  // A page that is left may live on in the browser's cache, and the port with it.
  const leave = (): void => {
    port.disconnect();
    end();
  };
  addEventListener("pagehide", leave);
  port.onDisconnect.addListener(end);
}

// The script is put into the page each time it is read; one of it is enough.
const here = globalThis as { naqiListens?: true };
if (!here.naqiListens) {
  here.naqiListens = true;
  chrome.runtime.onConnect.addListener((port) => port.name === PORT && serve(port));
}
