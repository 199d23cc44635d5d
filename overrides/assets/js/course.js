// What every page runs. Each part finds its own elements and leaves a page without them alone. Scripts of custom elements
// come after this one and find the memory, the outline and the way to ask a question in `self.course`.
import { choices } from "./choices.js";
import { ask, questions } from "./questions.js";
import { load } from "./lib/load.js";
import { menu } from "./menu.js";
import { notice } from "./notice.js";
import { take } from "./lib/outline.js";
import { openForPrint } from "./print.js";
import { place } from "./place.js";
import { prefetch } from "./prefetch.js";
import { searchBox } from "./search-box.js";
import { openHere } from "./open.js";
import { shell } from "./lib/storage.js";
import { theme } from "./theme.js";

const store = openHere();
const outline = self.courseSteps ? take(self.courseOutline, self.courseSteps) : self.courseOutline;
const own = JSON.parse(document.querySelector("#page-words")?.textContent ?? "{}");
const words = { ...outline.words, ...own, ...shell()?.words }; // in an LMS, some things are said otherwise
const page = document.querySelector("#page-content")?.dataset.page;
const base = document.documentElement.dataset.base;
// Bring more of the outline: a module's steps, or all there is.
async function know(address = outline.whole) {
  await load(base + address);
  take(outline, self.courseSteps);
}

const tell = notice(store, outline.words);

self.course = {
  store,
  outline,
  words,
  page,
  base,
  tell,
  know,
  ask: (element) => ask(element, self.course),
};

searchBox(self.course);
theme(store);
openForPrint();
menu();
place(self.course);
questions(self.course);
choices(self.course);
prefetch();

for (const link of document.querySelectorAll("a.switch")) {
  link.addEventListener("click", () => {
    store.set("language", link.hreflang);
    link.hash = location.hash;
  });
}
