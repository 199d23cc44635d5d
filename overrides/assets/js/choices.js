// Remembers what one chose in a scenario, which way one took through a case and how it ended.
import { make } from "./lib/dom.js";

export function choices({ store, outline, page, tell }) {
  const words = outline.words;

  function keep(id, choice) {
    if (store.get("choices", id)?.choice === choice) return;
    store.put("choices", id, { choice });
    tell();
    document.dispatchEvent(new Event("course:change"));
  }

  for (const scenario of document.querySelectorAll(".scenario[id]")) {
    const options = [...scenario.querySelectorAll(":scope > .choice")];
    const id = scenario.id.slice(2);
    const { choice } = store.get("choices", id) ?? {};
    const before = Number.isInteger(choice) ? options[choice] : undefined; // a text may be "length"
    if (before) {
      const note = make("span", { class: "chosen-before small" }, words.chosen_before);
      before.querySelector("summary").append(" ", note);
    }
    // The first one opened is the choice; the others are read afterwards, to compare.
    let chosen = false;
    options.forEach((option, number) =>
      option.addEventListener("toggle", () => {
        if (!option.open || chosen || document.documentElement.dataset.printing) return;
        chosen = true;
        keep(id, number);
      }),
    );
  }

  const scenes = document.querySelectorAll(".scene[id]");
  if (!scenes.length) return;
  const { ends } = outline.modules.flatMap((module) => module.steps).find((step) => step.id === page) ?? {};
  function walked() {
    const at = location.hash.slice(1);
    const [, scene, number] = /^(.*)-(\d+)$/.exec(at) ?? [];
    if (ends?.includes(at)) keep(page, at);
    else if (scene && document.getElementById(scene)?.matches(".scene")) keep(scene, Number(number) - 1);
  }
  addEventListener("hashchange", walked);
  walked();
}
