// What changed: marks what is new since the learner's certificate, or since the version that is written on it.
import { define, make } from "./lib/dom.js";
import { passed } from "./lib/progress.js";
import { plural, say } from "./lib/words.js";
import { compare } from "./lib/versions.js";

define("course-changes", (element, { store, outline, words }) => {
  const sections = [...element.querySelectorAll("[data-version]")];
  if (!sections.length) return; // nothing has changed for anybody, and the page says so
  const told = make("p", { role: "status" });
  const own = passed(store)?.version ?? "";
  const field = make("input", {
    type: "text",
    id: "changes-version",
    inputmode: "decimal",
    value: own,
    placeholder: "0.4.0",
    size: "8",
  });

  function show() {
    const since = field.value.trim();
    const known = /^\d+\.\d+\.\d+$/.test(since);
    const fresh = sections.filter((section) => known && compare(section.dataset.version, since) > 0);
    for (const section of sections) section.hidden = known && !fresh.includes(section); // it is no news
    const items = new Set(fresh.flatMap((section) => [...section.querySelectorAll("a")].map((link) => link.href))).size;
    if (!known) told.textContent = "";
    else {
      const news = items ? plural(words, "changes_new", items, outline.language) : words.changes_same;
      told.textContent = `${since === own ? say(words.changes_yours, { version: since }) : ""} ${news}`.trim();
    }
  }
  field.addEventListener("input", show);
  const label = make("label", { for: "changes-version" }, words.changes_pick);
  element.prepend(make("p", { class: "field" }, label, field), told);
  show();
});
