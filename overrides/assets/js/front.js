// The front door: to the language chosen before, else the browser's, else stay on the first. `#choose` stays here.
import { choose } from "./lib/languages.js";
import { openHere } from "./open.js";

const links = [...document.querySelectorAll("a[hreflang]")];
const store = openHere();
if (location.hash !== "#choose") {
  const offered = links.map((link) => link.hreflang);
  const language = choose(offered, store.setting("language"), navigator.languages);
  location.replace(links[offered.indexOf(language)].href);
}
for (const link of links) link.addEventListener("click", () => store.set("language", link.hreflang));
