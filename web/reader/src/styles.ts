/** The style sheet of the reading view. Everything a page may want to change is a custom property. */
export const css = `
:host {
  --_paper: var(--naqi-paper, light-dark(#fdfcf9, #171918));
  --_ink: var(--naqi-ink, light-dark(#1f1d1a, #e6e2d9));
  --_soft: var(--naqi-soft, light-dark(#625d54, #a8a296));
  --_line: var(--naqi-line, light-dark(#e3dfd5, #34373a));
  --_tint: var(--naqi-tint, light-dark(#f4f1e9, #202422));
  --_accent: var(--naqi-accent, light-dark(#0b6459, #7fcfc0));
  --_removed: var(--naqi-removed, light-dark(#94351f, #f0a28c));
  --_mark: var(--naqi-mark, light-dark(#fce7a4, #57481a));
  --_naskh: var(--naqi-font, Amiri, "Noto Naskh Arabic", "Scheherazade New", "Geeza Pro", "Traditional Arabic", "Times New Roman", serif);
  --_sans: var(--naqi-ui-font, "Noto Sans Arabic", "IBM Plex Sans Arabic", "SF Arabic", "Segoe UI", Dubai, Tahoma, "Noto Sans", system-ui, sans-serif);
  display: block;
  position: relative;
  color-scheme: light dark;
  color: var(--_ink);
  background: var(--_paper);
  font-family: var(--_naskh);
  font-size: var(--naqi-size, 1.3125rem);
  line-height: var(--naqi-line-height, 1.95);
  text-align: start;
}
:host([hidden]) { display: none; }
:host([theme="light"]) { color-scheme: light; }
:host([theme="dark"]) { color-scheme: dark; }
:host([font="sans"]) { --_naskh: var(--_sans); }
:host([font="sans"]) { font-size: calc(var(--naqi-size, 1.3125rem) * 0.88); }
* { box-sizing: border-box; }
.frame { position: relative; padding-block: 1em 2em; padding-inline: clamp(1rem, 5cqi, 3.25rem); }
:host { container-type: inline-size; }
article { max-inline-size: var(--naqi-measure, 66ch); margin-inline: auto; overflow-wrap: break-word; }
article:focus-visible, .block:focus-visible { outline: 2px solid var(--_accent); outline-offset: 0.3em; border-radius: 2px; }
.block:focus:not(:focus-visible), .title:focus:not(:focus-visible), .subtitle:focus:not(:focus-visible) { outline: none; }
.head { margin-block-end: 1.9em; }
.title { margin: 0; font-size: clamp(1.55em, 4.4cqi, 2.15em); line-height: 1.5; font-weight: 700; text-wrap: balance; }
.subtitle { margin: 0.35em 0 0; font-size: 1.12em; line-height: 1.7; color: var(--_soft); text-wrap: pretty; }
.meta { margin: 0.9em 0 0; font-family: var(--_sans); font-size: 0.875rem; line-height: 1.8; color: var(--_soft); }
.fact { unicode-bidi: isolate; }
.between { margin-inline: 0.55em; }
.head::after { content: ""; display: block; inline-size: 3.5em; block-size: 2px; margin-block-start: 1.4em; background: var(--_accent); }
.block { margin: 0 0 1.05em; text-wrap: pretty; scroll-margin-block: 8rem; }
.block[dir="ltr"] { line-height: 1.7; }
.verse { margin-block-end: 0.1em; }
.lead { font-size: 1.1em; line-height: 1.85; }
h2.block, h3.block, h4.block { margin-block: 1.7em 0.55em; line-height: 1.55; font-weight: 700; }
h2.block { font-size: 1.28em; }
h3.block { font-size: 1.12em; }
h4.block { font-size: 1em; }
.list { margin: 0 0 1.05em; padding-inline-start: 1.35em; }
.list .block { margin-block-end: 0.35em; }
.list ::marker { color: var(--_accent); }
blockquote.block { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid var(--_accent); }
blockquote p { margin: 0; }
.caption, .image_credit { font-family: var(--_sans); font-size: 0.9375rem; line-height: 1.8; color: var(--_soft); }
/* A page that was left as it was: its menus do not shout down the article. */
:is(.navigation, .share_social, .subscribe_promo, .copyright_legal, .related_link, .related_list, .keywords, .ad, .embedded_widget, .junk):not(.restored) { margin-block-end: 0.4em; font-family: var(--_sans); font-size: 0.9375rem; line-height: 1.8; color: var(--_soft); }
.restored { padding-inline-start: 1em; border-inline-start: 2px dashed var(--_removed); }
mark { background: var(--_mark); color: inherit; }
::highlight(naqi-selection) { background-color: var(--_mark); }
.gap { margin-block: 0.2em 1.2em; font-family: var(--_sans); font-size: 0.875rem; line-height: 1.7; }
.head + .gap, .slice > .gap:first-child { margin-block-start: 0; }
button { font: inherit; color: inherit; cursor: pointer; }
.toggle { display: flex; align-items: center; gap: 0.7em; inline-size: 100%; padding: 0.25em 0; border: 0; background: none; color: var(--_soft); text-align: start; min-block-size: 2rem; }
.toggle::before, .toggle::after { content: ""; flex: 0 0 1.6em; border-block-start: 1px dashed var(--_removed); opacity: 0.7; }
.toggle::after { flex: 1 1 1.6em; }
.toggle .count { color: var(--_removed); white-space: nowrap; }
.toggle .kinds { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.toggle:hover .count, .toggle:focus-visible .count { text-decoration: underline; text-underline-offset: 0.35em; }
.pieces { margin-block: 0.4em 1em; padding: 0.35em 1em 0.9em; background: var(--_tint); border-radius: 8px; }
.piece { display: grid; grid-template-columns: 1fr auto; gap: 0.1em 1em; align-items: start; padding-block: 0.8em; }
.piece + .piece { border-block-start: 1px solid var(--_line); }
.piece .label { color: var(--_removed); font-size: 0.8125rem; font-weight: 600; }
.removed-text { grid-column: 1; margin: 0; color: var(--_ink); text-decoration: line-through; text-decoration-color: var(--_removed); text-decoration-thickness: 1px; max-block-size: 13em; overflow: auto; }
.why { grid-column: 1; margin: 0; color: var(--_soft); font-size: 0.8125rem; }
.restore, .more, .tool { border: 1px solid var(--_line); border-radius: 999px; background: var(--_paper); padding: 0.2em 0.95em; font-size: 0.8125rem; min-block-size: 2rem; }
.piece .restore { grid-column: 2; grid-row: 1 / span 2; align-self: center; }
.restore.all { margin-block-start: 0.6em; }
.restore:hover, .more:hover, .tool:hover { border-color: var(--_accent); color: var(--_accent); }
button:focus-visible { outline: 2px solid var(--_accent); outline-offset: 2px; border-radius: 6px; }
.tool { position: absolute; inset-inline-start: clamp(0rem, 1.2cqi, 0.6rem); inset-block-start: 0; inline-size: 2rem; padding: 0; display: grid; place-items: center; color: var(--_soft); }
.tool[hidden] { display: none; }
.icon { inline-size: 1.1rem; block-size: 1.1rem; fill: none; stroke: currentColor; stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.foot { margin-block-start: 2.2em; padding-block-start: 1.1em; border-block-start: 1px solid var(--_line); font-family: var(--_sans); font-size: 0.9375rem; line-height: 1.8; }
.foot h2 { margin: 0 0 0.5em; font-size: 0.8125rem; font-weight: 600; color: var(--_soft); }
.keywords { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.45em; }
.keywords li { padding: 0.05em 0.85em; border: 1px solid var(--_line); border-radius: 999px; font-size: 0.875rem; }
.notice { margin: 0 0 1.4em; padding: 0.7em 1em; border-radius: 8px; background: var(--_tint); font-family: var(--_sans); font-size: 0.9375rem; line-height: 1.8; }
.message { margin-block: 3em; font-family: var(--_sans); font-size: 1rem; text-align: center; color: var(--_soft); }
.slice.lazy { content-visibility: auto; contain-intrinsic-block-size: auto 9000px; margin-inline: -1rem; padding-inline: 1rem; }
.status { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@container (inline-size < 40rem) {
  .tool { inset-inline: auto 0.4rem; transform: translateY(-85%); inline-size: 1.75rem; min-block-size: 1.75rem; }
}
@container (inline-size < 34rem) {
  .piece { grid-template-columns: 1fr; }
  .piece .restore { grid-column: 1; grid-row: auto; justify-self: start; margin-block-start: 0.4em; }
}
@media (prefers-reduced-motion: no-preference) {
  .restore, .more, .tool { transition: border-color 120ms, color 120ms; }
}
@media (forced-colors: active) {
  .head::after { background: CanvasText; }
  .toggle::before, .toggle::after, .piece, .pieces { border-color: CanvasText; }
  .pieces { border: 1px solid; }
  .restored { border-inline-start-color: Highlight; }
}
@media print {
  :host { background: none; color: #000; color-scheme: light; font-size: 12pt; line-height: 1.8; }
  .gap, .tool, .notice, .status { display: none; }
  .frame { padding: 0; }
  article { max-inline-size: none; }
  .slice.lazy { content-visibility: visible; }
  .block { orphans: 3; widows: 3; }
  h1, h2.block, h3.block, h4.block { break-after: avoid; }
  blockquote, .list .block { break-inside: avoid; }
  .keywords li { border: 0; padding: 0; }
}
`;

let sheet: CSSStyleSheet | undefined;

export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  return sheet;
}
