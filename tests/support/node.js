// Emscripten 3.1 takes any `fetch` for a browser's and asks it for the module by file name; node has had one since 18.
delete globalThis.fetch;
