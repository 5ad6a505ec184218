// The types of the platform, where it has them: the package is used without the DOM library of TypeScript too, in Node
// and in workers of servers. What the compilation that uses the package does not know is anything at all there.

type Instance<Name extends string> = typeof globalThis extends { [key in Name]: { prototype: infer Type } } ? Type : never;
type OrObject<Type> = [Type] extends [never] ? object : Type;

export type Address = OrObject<Instance<"URL">>;
export type FetchResponse = OrObject<Instance<"Response">>;
export type Signal = OrObject<Instance<"AbortSignal">>;
export type WebWorker = OrObject<Instance<"Worker">>;
export type CompiledModule = typeof globalThis extends { WebAssembly: { Module: { prototype: infer Type } } } ? Type : object;
/** Bytes, as `BufferSource` of the DOM library. */
export type Bytes = ArrayBuffer | ArrayBufferView<ArrayBuffer>;
