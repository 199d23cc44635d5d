// Whether what is written is kept, in words: true when they are read, and not only when the page was opened.
import { make } from "./dom.js";

// Return a line that says so; it says the other thing once something could not be kept.
export function keptLine({ store, words }, line = make("p", { class: "quiet small" })) {
  const say = () => (line.textContent = store.kept ? words.sheet_kept : words.sheet_lost);
  document.addEventListener("course:told", say);
  store.watch(say);
  say();
  return line;
}
