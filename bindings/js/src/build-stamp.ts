/** The stamp that the build puts into this file and into naqi.wasm. */
export const BUILD: string = "unbuilt";
/** The name of the custom section of naqi.wasm that holds it. */
export const STAMP_SECTION = "naqi.build";
