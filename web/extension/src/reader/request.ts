// Which tab a page of the extension is to read: a reader page has it in its address, the panel of a window is told
// through the storage of the session, for it may be open already.

interface PanelRequest {
  tab: number;
  asked: number;
}

export const panelKey = (windowId: number): string => `panel:${windowId}`;

/** Calls `read` with the tab of every request, now and later. */
export async function onRequest(read: (tab: number) => void): Promise<void> {
  const inAddress = new URLSearchParams(location.search).get("tab");
  if (inAddress !== null) {
    read(Number(inAddress));
    return;
  }
  const { id } = await chrome.windows.getCurrent();
  const key = panelKey(id ?? chrome.windows.WINDOW_ID_NONE);
  chrome.storage.session.onChanged.addListener((changes) => {
    const request = changes[key]?.newValue as PanelRequest | undefined;
    if (request) read(request.tab);
  });
  const request = (await chrome.storage.session.get(key))[key] as PanelRequest | undefined;
  // The panel may be opened again long after it was asked for something.
  if (request && (await chrome.tabs.get(request.tab).catch(() => null))) read(request.tab);
}
