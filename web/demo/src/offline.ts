/** Installs the service worker that keeps the page's own files, where there can be one. */
export async function installOffline(ready: () => void): Promise<void> {
  if (!import.meta.env.PROD || import.meta.env.MODE === "single" || !("serviceWorker" in navigator)) return;
  if (location.protocol !== "https:" && location.hostname !== "localhost" && location.hostname !== "127.0.0.1") return;
  try {
    await navigator.serviceWorker.register("./sw.js");
    await navigator.serviceWorker.ready;
    ready();
  } catch {
    // The page works without it; it only does not survive a cut connection.
  }
}
