import "naqi/reader";
import { createApp, h, ref } from "vue";
import { ARTICLE, SECOND } from "./article.js";

createApp({
  setup() {
    const text = ref(ARTICLE);
    const words = ref(0);
    return () =>
      h("div", [
        h("button", { id: "next", onClick: () => (text.value = SECOND) }, "التالي"),
        h("p", { id: "log" }, `${words.value} words`),
        h("naqi-reader", { src: text.value, onNaqiCleaned: ({ detail }) => (words.value = detail.document.statistics.words) }),
      ]);
  },
}).mount("#app");
