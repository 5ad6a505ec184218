// Emscripten's minimal runtime calls WebAssembly.instantiate and cannot be handed an instance, nor does it tell
// of a failure. Inside the glue this name stands before the global one.
var WebAssembly = { instantiate: (wasm, imports) => Module["instantiate"](imports) };
