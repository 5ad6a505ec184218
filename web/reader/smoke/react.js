import "naqi/reader";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { ARTICLE, SECOND } from "./article.js";

function Reading() {
  const [text, setText] = useState(ARTICLE);
  const [words, setWords] = useState(0);
  return createElement(
    "div",
    null,
    createElement("button", { id: "next", onClick: () => setText(SECOND) }, "التالي"),
    createElement("p", { id: "log" }, `${words} words`),
    createElement("naqi-reader", { src: text, "onnaqi-cleaned": ({ detail }) => setWords(detail.document.statistics.words) }),
  );
}

createRoot(document.querySelector("#app")).render(createElement(Reading));
