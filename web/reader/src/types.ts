// The contract is the package's; nothing of it is needed at run time.
export type { Block, CleanDocument, Label, Reason, Sentence, Span, TextNode } from "naqi";
