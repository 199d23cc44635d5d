// Pocket phrases: each can be copied, and all of them printed on a sheet for the pocket.
import { copy } from "./lib/copy.js";
import { define, make, printOnly } from "./lib/dom.js";
import { voice } from "./lib/live.js";

const BEGINNING = 5; // words of a phrase in the name of its button

define("pocket-phrases", (element, { words }) => {
  const said = make("p", { role: "status", class: "hidden" });
  const tell = voice(said);

  function offer(phrase) {
    const text = phrase.textContent.trim();
    const [beginning, more] = [text.split(/\s+/).slice(0, BEGINNING).join(" "), text.split(/\s+/).length > BEGINNING];
    const label = make("span", {}, words.phrases_copy);
    const name = make(
      "span",
      { class: "hidden" },
      " ",
      make("span", { lang: phrase.lang }, beginning + (more ? "…" : "")),
    );
    const button = make("button", { class: "plain copy", click: () => copyIt(phrase, text, label) }, label, name);
    const row = make("div", { class: "phrase-row" });
    phrase.replaceWith(row);
    row.append(phrase, button);
  }

  async function copyIt(phrase, text, label) {
    const done = words[`phrases_${await copy(text, phrase)}`];
    label.textContent = done;
    tell(done);
    setTimeout(() => (label.textContent = words.phrases_copy), 3000);
  }

  const all = element.querySelector(".situations");
  for (const phrase of element.querySelectorAll(".phrase")) offer(phrase);
  const print = make("button", { class: "plain", click: () => printOnly(all) }, words.phrases_print);
  element.prepend(make("p", { class: "tool-actions" }, print), said);
});
