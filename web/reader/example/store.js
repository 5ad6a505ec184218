// Articles in IndexedDB: a CleanDocument is plain data and is stored as it is.

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("naqi-feed", 1);
  request.onupgradeneeded = () => request.result.createObjectStore("articles", { keyPath: "id" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function inStore(mode, act) {
  const store = (await opened).transaction("articles", mode).objectStore("articles");
  return new Promise((resolve, reject) => {
    const request = act(store);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export const saveArticle = (article) => inStore("readwrite", (store) => store.put(article));
export const removeArticle = (id) => inStore("readwrite", (store) => store.delete(id));
/** The newest first. */
export const allArticles = async () => (await inStore("readonly", (store) => store.getAll())).sort((a, b) => b.added - a.added);
