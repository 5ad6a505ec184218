// Keeps the page's own files, the wasm among them, so that it opens with the network cut. The build fills in the
// version (a hash of all files) and the list. A new version waits until no page of the old one is open any more: a page
// that is open goes on to find the files that it was built with.
const CACHE = "naqi-__VERSION__";
const FILES = ["__FILES__"];
/** Where the page itself stands; other pages beside it are themselves. */
const START = new URL("./", self.location.href);

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "reload" })))),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("naqi-") && name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(
    caches.open(CACHE).then(async (cache) => {
      const asked = new URL(request.url);
      const isPage = request.mode === "navigate" && [START.pathname, `${START.pathname}index.html`].includes(asked.pathname);
      return (await cache.match(isPage ? "./" : request, { ignoreSearch: request.mode === "navigate" })) ?? fetch(request);
    }),
  );
});
