// Serves pages from memory on 127.0.0.1, each under a policy that allows it next to nothing.

import { createServer } from "node:http";

/** No script, nothing from elsewhere. */
export const STRICT = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
/** The same, with frames. */
export const FRAMES = `${STRICT}; frame-src *`;

/**
 * @param {Record<string, string | { html: string, type?: string, policy?: string }>} pages path → page
 * @returns {Promise<{ url: string, other: string, close: () => void }>} `other` is the same server as another site
 */
export async function serve(pages) {
  const server = createServer((request, response) => {
    const found = pages[decodeURIComponent(new URL(request.url, "http://x").pathname)];
    const { html, type = "text/html; charset=utf-8", policy = STRICT } = typeof found === "object" ? found : { html: found };
    response.writeHead(html === undefined ? 404 : 200, { "content-type": type, "content-security-policy": policy });
    response.end(html ?? "");
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    other: `http://localhost:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
