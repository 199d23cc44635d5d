// The button above a handout; what it says stands in the page (see scripts/course/handouts.py).
import { define } from "./lib/dom.js";

define("print-button", (element) => {
  element.querySelector("button").addEventListener("click", () => window.print());
});
