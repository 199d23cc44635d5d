// An option of a ballot: its letter and text, the cards counted, its bars; then its verdict and the way to its reason.
import { countField } from "./count-field.js";
import { copy, make } from "./lib/dom.js";
import { LETTERS } from "./lib/vote.js";
import { say } from "./lib/words.js";

const letterOf = (letter) => make("b", { class: "ballot-letter" }, letter);
const textOf = (option) => make("div", { class: "ballot-text" }, ...copy(option.text));

// Return an option as it is read, with nothing to count.
export function plainOption(option, index) {
  return { item: make("li", {}, letterOf(LETTERS[index]), textOf(option)) };
}

// Return `{ item, letter, input, ask, put, draw }` of an option: `put(cards)` writes a number in its field, `draw` shows
// where the vote stands. `typed(cards)`, `refused()` and `raised(by)` tell what is counted; `asked()`, that its reason is
// wanted; `counted()` returns its cards.
export function countedOption(option, index, { id, words, typed, refused, raised, asked, counted }) {
  const letter = LETTERS[index];
  const named = (text) => say(text, { letter });
  const field = countField(`${id}-${letter}`, named(words.vote_cards), words, typed, refused);
  const { input, put } = field;
  put(0);
  input.addEventListener("blur", () => input.matches(":invalid") || put(counted()));

  function stepper(sign, label, by) {
    return make("button", { class: "ballot-step", "aria-label": named(label), click: () => raised(by) }, sign);
  }
  const [less, more] = [stepper("−", words.vote_less, -1), stepper("+", words.vote_more, 1)];
  const verdict = make("strong", { class: option.right ? "right" : "other" }, option.verdict);
  const why = make("span", {}, named(words.vote_reason));
  const ask = make("button", { class: "ballot-ask", click: asked }, verdict, " ", why);
  const [now, before] = [make("i", { class: "now" }), make("i", { class: "before" })];
  const told = make("p", { class: "ballot-told" });
  const item = make(
    "li",
    {},
    letterOf(letter),
    textOf(option),
    make("div", { class: "ballot-counter" }, less, input, more),
    ask,
    make(
      "div",
      { class: "ballot-line" },
      make("div", { class: "ballot-bars", "aria-hidden": "true" }, now, before),
      told,
      field.wrong,
    ),
  );

  // Show its bars (`bar`, and `earlier` of the first vote where there is a second), what they say in words, and whether
  // its reason is `shown` and its verdict known (`judged`).
  let cards = 0;
  function draw({ result, earlier, text, shown, judged }) {
    if (cards !== result.cards) put((cards = result.cards));
    now.style.setProperty("--share", result.bar);
    before.style.setProperty("--share", earlier?.bar ?? 0);
    before.hidden = !earlier;
    before.style.visibility = earlier?.bar ? "" : "hidden"; // of nothing, not even an edge
    told.textContent = text;
    item.classList.toggle("shown", shown);
    item.classList.toggle("right", judged && option.right);
    ask.setAttribute("aria-pressed", String(shown));
  }
  return { item, letter, input, ask, put, draw };
}
