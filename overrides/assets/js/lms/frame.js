// The frame in which the shell shows the course: its title, its place, links that lead out of it, and paper.
import { make } from "../lib/dom.js";

// What stands in the frame, or null: another origin's page does not let us look.
export function inside(frame) {
  try {
    return frame.contentDocument;
  } catch {
    return null;
  }
}

// Print what the frame shows, and not the shell around it.
function printInside(frame, event) {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "p") return;
  event.preventDefault();
  frame.contentWindow.print();
}

// A page of elsewhere may refuse to be framed, and would leave no way back: it opens in a tab of its own.
function apart(link, words) {
  const leaves = /^https?:$/.test(link.protocol) && link.origin !== location.origin;
  if (!leaves || link.target === "_blank") return;
  link.target = "_blank";
  link.rel = "noopener";
  link.append(make("span", { class: "hidden" }, ` (${words.new_tab})`));
}

// Make a frame that shows `page` and then what its links lead to; `moved(document)` is called with each page that it
// shows, once its own scripts have run.
export function showIn(place, page, { title, words, moved }) {
  const frame = make("iframe", { title, src: page });
  const keys = (event) => printInside(frame, event);
  let first = true;
  frame.addEventListener("load", () => {
    const shown = inside(frame);
    if (!shown) return;
    if (first) frame.contentWindow.focus();
    first = false;
    document.title = shown.title || title;
    for (const link of shown.querySelectorAll("a[href]")) apart(link, words);
    shown.addEventListener(
      "click",
      (event) => {
        const link = event.target.closest?.("a[href]");
        if (link) apart(link, words); // a script may have put it there
      },
      true,
    );
    shown.addEventListener("keydown", keys);
    moved(shown);
  });
  addEventListener("keydown", keys);
  // The browser's own command prints the shell: then the frame is as high as what it holds.
  addEventListener("beforeprint", () => {
    const height = inside(frame)?.documentElement?.scrollHeight;
    if (height) frame.style.height = `${height}px`;
  });
  addEventListener("afterprint", () => (frame.style.height = ""));
  place.replaceChildren(frame);
  return frame;
}
