// A field for a number of cards or of people: what is no whole number within bounds is refused in words.
import { make } from "./lib/dom.js";
import { MOST, parse } from "./lib/vote.js";

// Return `{ input, wrong, put }`: the field, the place for what is wrong with it, and a function that writes a number in,
// unless it stands there already. `typed(number)` is called with a right one, `refused()` with a wrong one.
export function countField(id, label, words, typed, refused) {
  const wrong = make("span", { class: "ballot-wrong", id: `${id}-wrong`, hidden: true }, words.vote_number);
  const input = make("input", {
    id,
    type: "number",
    min: "0",
    max: MOST,
    step: "1",
    inputmode: "numeric",
    autocomplete: "off",
    "aria-label": label,
    "aria-describedby": wrong.id,
  });
  function judge(right) {
    input.setAttribute("aria-invalid", String(!right));
    wrong.hidden = right;
  }
  // A browser gives no text for what is no number at all.
  const read = () => (input.validity.badInput ? null : parse(input.value));
  input.addEventListener("input", () => {
    const number = read();
    judge(number !== null);
    if (number === null) refused();
    else typed(number);
  });
  function put(number) {
    if (read() !== number || input.value === "") input.value = number;
    judge(true);
  }
  return { input, wrong, put };
}
