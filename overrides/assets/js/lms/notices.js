// What the shell has to say, below the course: a line each, until it is no longer so or the learner has read it.
import { make } from "../lib/dom.js";

// Return `tell(code, on)`; `words` has a text for each code. What is said again without having ended is not shown again.
export function notices(bar, words, back) {
  const region = bar.querySelector("[role=status]");
  const button = bar.querySelector("button");
  const lines = new Map(); // code → its line, shown or closed

  const look = () => (button.hidden = !region.childElementCount);
  button.addEventListener("click", () => {
    region.replaceChildren();
    look();
    back();
  });
  return (code, on) => {
    if (on === lines.has(code) || !words[code]) return;
    if (on) {
      lines.set(code, make("p", {}, words[code]));
      region.append(lines.get(code));
    } else {
      lines.get(code).remove();
      lines.delete(code);
    }
    look();
  };
}
