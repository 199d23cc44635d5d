// The front door: to the language chosen before, else the browser's, else stay on the first. `#choose` stays here.
import { open } from "./lib/store.js";
import { choose } from "./lib/languages.js";

const links = [...document.querySelectorAll("a[hreflang]")];
const store = open(document.documentElement.dataset.course, () => window.localStorage);
if (location.hash !== "#choose") {
  const offered = links.map((link) => link.hreflang);
  const language = choose(offered, store.language, navigator.languages);
  location.replace(links[offered.indexOf(language)].href);
}
for (const link of links) link.addEventListener("click", () => (store.language = link.hreflang));
