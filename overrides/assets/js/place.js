// Where the learner is: notes that a page was opened, ticks what is done in the menu and in lists of lessons, and offers
// the way on in the header and on the home page.

import { make } from "./lib/dom.js";
import { stateOf, stateOfModule, stepsOf, whereIWas } from "./lib/progress.js";
import { say } from "./lib/words.js";

export function place({ store, outline, page, base, tell }) {
  const steps = stepsOf(outline);
  const words = outline.words;
  const here = steps.find((step) => step.id === page);
  const way = whereIWas(outline, store);

  function mark() {
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

  // The way on, as it was before this page was opened: here it would lead to itself.
  function offer() {
    const on = document.querySelector("a.go-on");
    if (on && way && way !== here) {
      on.href = base + way.url;
      on.removeAttribute("aria-current");
      on.title = say(words.go_on_to, way);
      on.setAttribute("aria-label", on.title);
      on.querySelector(".long").textContent = words.go_on;
    }
    const start = document.querySelector(".go .button");
    if (start && way) {
      start.href = base + way.url;
      start.textContent = say(words.go_on_to, way);
    }
  }

  offer();
  if (page) {
    if (here) store.put("pages", page, {});
    document.addEventListener("course:change", mark);
    store.watch(mark);
    mark();
    if (!store.kept && store.trouble !== "blocked") tell();
  }
}
