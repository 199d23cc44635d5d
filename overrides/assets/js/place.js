// Where the learner is: notes that a page was opened, ticks what is done in the menu and in lists of lessons, and offers
// the way on in the header and on the home page.

import { make } from "./lib/dom.js";
import { lacking } from "./lib/outline.js";
import { stateOf, stateOfModule, stepsOf, whereIWas } from "./lib/progress.js";
import { say } from "./lib/words.js";

export function place({ store, outline, page, base, tell, know }) {
  const words = outline.words;
  const here = stepsOf(outline).find((step) => step.id === page);
  // As it was before this page was opened: the way on would lead to itself.
  const opened = store.all("pages");

  function mark() {
    const steps = stepsOf(outline);
    for (const link of document.querySelectorAll("[data-step]")) {
      const step = steps.find((each) => each.id === link.dataset.step);
      if (step) tick(link, stateOf(step, store));
    }
    for (const link of document.querySelectorAll("[data-module]")) {
      const module = outline.modules.find((each) => each.id === link.dataset.module);
      if (module) tick(link, stateOfModule(module, store));
    }
  }

  // A shape for those who see, a word for those who hear; nothing for what is still to do.
  function tick(link, state) {
    link.querySelector(".state")?.remove();
    if (state === "todo") return;
    const word = make("span", { class: "hidden" }, ` (${words[`state_${state}`]})`);
    link.append(make("span", { class: `state ${state}` }, word));
  }

  // The way on, in the header and on the home page.
  function offer() {
    const way = whereIWas(outline, store, opened);
    const on = document.querySelector("a.go-on");
    if (on && way && way !== here) {
      on.href = base + way.url;
      on.removeAttribute("aria-current");
      on.title = say(words.go_on_to, way);
      on.setAttribute("aria-label", on.title);
      on.querySelector(".long").textContent = words.go_on;
    }
    const start = document.querySelector("[data-start]");
    if (start && way) {
      start.href = base + way.url;
      start.textContent = say(words.go_on_to, way);
    }
  }

  // Most often all is here, and nothing waits. Without a file that cannot be had the rest is still right.
  async function complete(file) {
    await know(file);
    mark();
    const next = lacking(outline, store, opened);
    return next ? complete(next) : offer();
  }

  const file = lacking(outline, store, opened);
  if (!file) offer();
  if (page) {
    if (here) store.put("pages", page, {});
    document.addEventListener("course:change", mark);
    store.watch(mark);
    mark();
    if (file) complete(file).catch(() => {});
    if (!store.kept && store.trouble !== "blocked") tell();
  }
}
