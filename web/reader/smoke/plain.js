import "naqi/reader";
import { ARTICLE } from "./article.js";

const reader = document.querySelector("naqi-reader");
const log = document.querySelector("#log");
reader.addEventListener("naqi-cleaned", ({ detail }) => (log.textContent = `${detail.document.statistics.words} words`));
reader.addEventListener("naqi-restored", ({ detail }) => (log.textContent = `${detail.kept ? "back" : "aside"}: ${detail.ids}`));
reader.addEventListener("naqi-error", ({ detail }) => (log.textContent = `error: ${detail.error.message}`));
reader.src = ARTICLE;
