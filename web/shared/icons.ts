/** Paths of 24 × 24 stroke icons. */
export const ICONS = {
  close: ["M6 6l12 12M18 6L6 18"],
  restore: ["M9 14L4 9l5-5", "M4 9h10a6 6 0 0 1 0 12h-3"],
  undo: ["M9 14L4 9l5-5", "M4 9h10a6 6 0 0 1 0 12h-3"],
  redo: ["M15 14l5-5-5-5", "M20 9H10a6 6 0 0 0 0 12h3"],
  copy: ["M9 9h11v11H9z", "M5 15H4V4h11v1"],
  save: ["M12 4v11", "M7 11l5 5 5-5", "M5 20h14"],
  print: ["M7 9V4h10v5", "M7 17H4V9h16v8h-3", "M7 14h10v6H7z"],
  add: ["M12 5v14M5 12h14"],
  open: ["M4 19V6h6l2 2h8v11z"],
  display: ["M4 18l4.5-12L13 18", "M5.5 14h6", "M15 18l2.5-7 2.5 7", "M16 15.500h3"],
  beside: ["M4 5h16v14H4z", "M12 5v14"],
  highlight: ["M9 15l-3 3H3l3.5-3.500", "M7 14L16 4l4 4L10 17z", "M12 20h8"],
  settings: ["M4 7h8M18 7h2M4 17h2M12 17h8", "M15 4.500v5M9 14.500v5"],
  keys: ["M3 7h18v10H3z", "M7 11h.01M11 11h.01M15 11h.01M8 14h8"],
} as const;
