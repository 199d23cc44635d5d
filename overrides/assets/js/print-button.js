// The button above a handout, and what to choose in the browser's own window.
import { define, make } from "./lib/dom.js";

define("print-button", (element, { words }) => {
  element.append(
    make("button", { type: "button", class: "button", click: () => window.print() }, words.print_page),
    make("span", { class: "quiet small" }, words.print_how),
  );
});
