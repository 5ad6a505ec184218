/** naqi.wasm in base64; the build fills it in. */
export const WASM_BASE64: string = "";
