import { element } from "../../../reader/src/dom.js";
import "../../../reader/src/define.js";
import { languageButton } from "../../../shared/buttons.js";
import { choice, displayControls } from "../../../shared/controls.js";
import { dressPage, dressReader } from "../../../shared/display.js";
import { lazyCleaner } from "../../../shared/engine.js";
import { loadSettings, onSettings, saveSettings, type Settings } from "../settings.js";
import { shortcuts } from "../shortcuts.js";
import { strings } from "../strings.js";
import { SAMPLE } from "./sample.js";

const cleaner = lazyCleaner();
const keys = await shortcuts();
const bar = element("header", { class: "bar" });
const content = element("main", { attributes: { id: "content" } });
const preview = document.createElement("naqi-reader");
preview.engine = { clean: async (text, options) => (await cleaner()).clean(text as string, options) };
let settings = await loadSettings();

function section(id: string, title: string, ...nodes: Node[]): HTMLElement {
  return element("section", { attributes: { "aria-labelledby": id } }, element("h2", { text: title, attributes: { id } }), ...nodes);
}

function pairs(list: (readonly [name: Node, text: string])[]): HTMLElement {
  const pair = ([name, text]: readonly [Node, string]): HTMLElement => element("div", {}, element("dt", {}, name), element("dd", { text }));
  return element("dl", {}, ...list.map(pair));
}

/** Everything that speaks the language of the interface. */
function build(): void {
  const { language, profile, place } = settings;
  const words = strings[language];
  const change = (choice: Partial<Settings>): void => void saveSettings(choice);
  const hint = element("p", { class: "hint", text: words.profileHints[profile], attributes: { role: "status" } });
  const ltr = (tag: "kbd" | "code", text: string): HTMLElement => element(tag, { text, attributes: { dir: "ltr" } });
  const granted = chrome.runtime.getManifest().permissions ?? [];
  document.title = `${words.settings} · ${words.name}`;
  bar.replaceChildren(
    element("span", { class: "wordmark", text: "نقيّ", attributes: { lang: "ar" } }),
    element("h1", { text: words.settings }),
    element("span", { class: "spacer" }),
    languageButton(language, words.otherLanguage, (other) => change({ language: other })),
  );
  content.replaceChildren(
    element(
      "div",
      { class: "choices" },
      section(
        "cleaning",
        words.cleaning,
        choice("profile", words.profile, words.profiles, profile, (value) => change({ profile: value })),
        hint,
        choice("place", words.place, words.places, place, (value) => change({ place: value })),
      ),
      section(
        "appearance",
        words.appearance,
        choice("language", words.interfaceLanguage, words.languages, language, (value) => change({ language: value })),
        ...displayControls(() => settings, words, change),
      ),
      section(
        "keys",
        words.keys,
        pairs((["_execute_action", "panel"] as const).map((name) => [keys[name] ? ltr("kbd", keys[name]) : element("span", { text: words.noKeys }), words.commands[name]])),
        element("p", { class: "hint", text: words.keysHint }),
      ),
      section(
        "permissions",
        words.permissions,
        pairs(words.permissionList.filter(([name]) => granted.includes(name as never)).map(([name, why]) => [ltr("code", name), why])),
        element("p", { class: "hint", text: words.privacy }),
      ),
    ),
    element("aside", { attributes: { "aria-labelledby": "preview" } }, element("h2", { text: words.preview, attributes: { id: "preview" } }), preview),
  );
}

function dress(): void {
  dressPage(settings);
  dressReader(preview, settings);
}

function showSample(): void {
  preview.options = { profile: settings.profile };
  preview.src = SAMPLE;
}

dress();
build();
showSample();
document.body.append(bar, content);

onSettings((now) => {
  const before = settings;
  settings = now;
  dress();
  const focused = document.activeElement;
  // What is being pressed stays where it is; what was chosen elsewhere must show.
  if (now.language !== before.language || !content.contains(focused)) {
    build();
    if (focused?.matches(".language")) bar.querySelector<HTMLElement>(".language")?.focus();
    else if (focused?.id) document.getElementById(focused.id)?.focus();
  }
  if (now.profile === before.profile) return;
  const hint = content.querySelector("#cleaning ~ .hint");
  if (hint) hint.textContent = strings[now.language].profileHints[now.profile];
  showSample();
});
