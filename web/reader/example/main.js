// A feed of saved articles that is read without a connection. What matters for an embedding: import the element, give it
// a text, keep what `naqi-cleaned` hands out, and show it again later with `setArticle`, without cleaning it anew.

import "naqi/reader";
import { allArticles, removeArticle, saveArticle } from "./store.js";

const reader = document.querySelector("#reader");
const feed = document.querySelector("#feed");
const box = document.querySelector("#text");
const status = document.querySelector("#status");
/** The article that is shown; null while a new one is being cleaned. */
let shown = null;

document.querySelector("#add").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!box.value.trim()) return box.focus();
  shown = null;
  reader.src = box.value;
  box.value = "";
});

reader.addEventListener("naqi-cleaned", async ({ detail }) => {
  if (shown) return;
  shown = { id: crypto.randomUUID(), added: Date.now(), source: detail.source, document: detail.document };
  await saveArticle(shown);
  status.textContent = "حُفظ المقال.";
  await showFeed();
});

// What the reader brought back or set aside is kept with the article.
reader.addEventListener("naqi-restored", async () => {
  shown = { ...shown, document: reader.model.result() };
  await saveArticle(shown);
});

reader.addEventListener("naqi-error", ({ detail }) => (status.textContent = detail.error.message));

function open(article) {
  shown = article;
  reader.setArticle(article.source, article.document);
  for (const button of feed.querySelectorAll(".open")) button.toggleAttribute("aria-current", button.dataset.id === article.id);
}

function entry(article) {
  const { title, statistics, blocks } = article.document;
  const name = title?.text ?? blocks.find(({ kept }) => kept)?.text ?? "بلا عنوان";
  const minutes = new Intl.NumberFormat("ar", { style: "unit", unit: "minute", unitDisplay: "long" }).format(Math.max(1, Math.round(statistics.reading_minutes)));
  const item = document.createElement("li");
  const link = document.createElement("button");
  link.className = "open";
  link.dataset.id = article.id;
  const heading = document.createElement("bdi");
  heading.textContent = name;
  const length = document.createElement("small");
  length.textContent = minutes;
  link.append(heading, length);
  link.addEventListener("click", () => open(article));
  const remove = document.createElement("button");
  remove.className = "remove";
  remove.textContent = "حذف";
  remove.setAttribute("aria-label", `حذف ${name}`);
  remove.addEventListener("click", async () => {
    await removeArticle(article.id);
    if (shown?.id === article.id) {
      shown = null;
      reader.model = null;
    }
    await showFeed();
  });
  item.append(link, remove);
  return item;
}

async function showFeed() {
  const articles = await allArticles();
  feed.replaceChildren(...articles.map(entry));
  document.querySelector("#empty").hidden = articles.length > 0;
  const current = articles.find(({ id }) => id === shown?.id);
  if (current) feed.querySelector(`[data-id="${current.id}"]`).setAttribute("aria-current", "");
  else if (!shown && articles[0]) open(articles[0]);
}

await showFeed();
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  await navigator.serviceWorker.register("./sw.js");
  await navigator.serviceWorker.ready;
  document.documentElement.dataset.offline = "ready";
}
