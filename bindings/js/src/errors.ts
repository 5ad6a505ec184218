export type ErrorCode =
  | "INVALID_OPTION"
  | "INPUT_TOO_LARGE"
  | "OUTPUT_TOO_LARGE"
  | "INVALID_ENCODING"
  | "IO"
  | "WASM_LOAD"
  | "DISPOSED"
  | "ABORTED"
  | "INTERNAL";

/** Everything that this package throws. `message` says what was wrong and what would be right. */
export class CleanError extends Error {
  override readonly name = "CleanError";
  readonly code: ErrorCode;
  /** Where or what exactly, if there is more to say than the message: plain data. */
  readonly detail?: unknown;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; detail?: unknown } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.code = code;
    if (options.detail !== undefined) this.detail = options.detail;
  }
}
