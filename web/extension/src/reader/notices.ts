import { element, isolated } from "../../../reader/src/dom.js";
import { languageName } from "../../../reader/src/words.js";
import type { UiLanguage } from "../../../reader/src/labels.js";
import { strings } from "../strings.js";
import type { Reading } from "./reading.js";

/** So many frames are named, the rest counted as "…". */
const MOST_NAMES = 4;

/** The names of frames as a reader knows them: what they call themselves, else where they are from. */
function frameNames(frames: readonly { url: string; title: string }[]): string[] {
  const names = frames.map(({ url, title }) => title.trim() || (URL.canParse(url) ? new URL(url).host : ""));
  return [...new Set(names)].filter((name) => name !== "");
}

/** What a reader should know of how the article came about, each with what can be done about it. */
export function buildNotices(reading: Reading, language: UiLanguage): HTMLElement[] {
  const words = strings[language];
  const { collected } = reading;
  if (!collected) return [];
  const notices: HTMLElement[] = [];
  const say = (kind: string, text: string, label?: string, act?: () => void): void => {
    notices.push(
      element(
        "div",
        { class: `notice ${kind}` },
        element("p", { text }),
        label && element("button", { class: "button small", text: label, attributes: { type: "button" }, on: { click: () => act?.() } }),
      ),
    );
  };
  const { tab, selected } = collected;
  if (reading.isOutdated && reading.isLinked) say("changed", words.changed, words.readAgain, () => void reading.read(tab));
  if (!reading.isLinked) say("gone", words.gone);
  if (selected && reading.isLinked) say("selected", words.selected, words.readWhole, () => void reading.read(tab, true));
  if (reading.leftIn) say("left", words.leftAlone(languageName(reading.leftIn, language)), words.cleanAnyway, () => void reading.cleanAnyway());
  return notices;
}

/** Which frames could not be read; on most pages they hold advertisements, so that it is said below the article. */
export function buildFrames({ collected }: Reading, language: UiLanguage): HTMLElement | null {
  const names = frameNames(collected?.unreadFrames ?? []);
  if (names.length === 0) return null;
  const line = element("p", { class: "frames", text: strings[language].unreadFrames });
  for (const [index, name] of names.slice(0, MOST_NAMES).entries()) {
    line.append(index === 0 ? " " : language === "ar" ? "، " : ", ", isolated(name));
  }
  if (names.length > MOST_NAMES) line.append("…");
  return line;
}
