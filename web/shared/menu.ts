import { element, icon } from "../reader/src/dom.js";

let count = 0;

/** A button that opens a panel; Escape, a press outside or leaving it closes the panel. */
export function menu(label: string, paths: readonly string[], content: HTMLElement, showLabel = true): HTMLElement {
  const id = `menu-${++count}`;
  content.id = id;
  content.classList.add("menu-panel");
  content.hidden = true;
  const button = element(
    "button",
    {
      class: showLabel ? "button" : "button icon-only",
      attributes: { type: "button", "aria-expanded": "false", "aria-controls": id, "aria-label": showLabel ? null : label, title: showLabel ? null : label },
    },
    icon(...paths),
    showLabel && element("span", { class: "button-label", text: label }),
  );
  const box = element("div", { class: "menu" }, button, content);
  const set = (open: boolean): void => {
    content.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => set(content.hidden === true));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || content.hidden) return;
    set(false);
    button.focus();
    event.stopPropagation();
  });
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !box.contains(event.relatedTarget as Node)) set(false);
  });
  const outside = (event: Event): void => {
    if (!box.isConnected) document.removeEventListener("pointerdown", outside);
    else if (!box.contains(event.target as Node)) set(false);
  };
  document.addEventListener("pointerdown", outside);
  box.addEventListener("menu-close", () => {
    set(false);
    button.focus();
  });
  return box;
}

export function closeMenu(node: Element): void {
  node.closest(".menu")?.dispatchEvent(new Event("menu-close"));
}
