// What every page runs. Each part finds its own elements and leaves a page without them alone.
import { open } from "./lib/store.js";
import { menu } from "./menu.js";
import { openForPrint } from "./print.js";
import { questions } from "./questions.js";
import { searchBox } from "./search-box.js";
import { theme } from "./theme.js";

const store = open(document.documentElement.dataset.course, () => window.localStorage);

questions(store);
searchBox();
theme(store);
openForPrint();
menu();

for (const link of document.querySelectorAll("a.switch")) {
  link.addEventListener("click", () => {
    store.language = link.hreflang;
    link.hash = location.hash;
  });
}
