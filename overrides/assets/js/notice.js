// Says once, in plain words, that nothing is kept and why. Called after each change that should have been kept.
import { voice } from "./lib/live.js";

export function notice(store, words) {
  const box = document.querySelector(".notice");
  const told = `${document.documentElement.dataset.course}:told`;

  // Once a visit where the browser can remember that, else once a page.
  function first() {
    try {
      if (sessionStorage.getItem(told) === store.trouble) return false;
      sessionStorage.setItem(told, store.trouble);
    } catch {
      // then the page is the memory
    }
    return true;
  }

  box?.querySelector("button").addEventListener("click", () => (box.hidden = true));
  let said = "";
  return () => {
    document.dispatchEvent(new Event("course:told"));
    if (!box || store.kept || said === store.trouble) return;
    said = store.trouble;
    if (!first()) return;
    box.hidden = false;
    voice(box.querySelector("p"))(words[`notice_${said}`]);
  };
}
