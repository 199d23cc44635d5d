// The search button and its dialog. Search itself and the index load on the first use.

import { make } from "./lib/dom.js";
import { load } from "./lib/load.js";
import { say } from "./lib/words.js";

export function searchBox({ words, base }) {
  const host = document.querySelector("course-search");
  if (!host) return;
  const { index, script } = host.dataset;
  const button = host.querySelector("button");
  let dialog;
  let search;
  let opener;
  let announcement;

  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    if (event.key === "k" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      open();
    }
  });

  function open() {
    dialog ??= box();
    if (!dialog.open) {
      opener = document.activeElement;
      dialog.showModal();
    }
    dialog.querySelector("input").select();
    bring().then(answer, () => (dialog.querySelector("[role=status]").textContent = words.search_fails));
  }

  function box() {
    const field = make("input", {
      type: "search",
      autocomplete: "off",
      enterkeyhint: "search",
      "aria-label": words.search_label,
      input: answer,
    });
    const close = make("button", { "aria-label": words.search_close }, "×");
    const form = make("form", {}, field, close);
    const made = make(
      "dialog",
      { class: "search", "aria-label": words.search_label },
      form,
      make("p", { class: "quiet small", role: "status" }),
      make("ol"),
    );
    // Elsewhere Escape would first empty the field, and only then close.
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") made.close();
    });
    close.addEventListener("click", () => made.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      made.querySelector("ol a")?.click();
    });
    made.addEventListener("click", (event) => {
      const link = event.target.closest("ol a");
      if (link) opener = null;
      if (link || event.target === made) made.close();
      if (link) follow(link);
    });
    // Back to where the reader was, unless they followed a result.
    made.addEventListener("close", () => opener?.focus({ preventScroll: true }));
    host.append(made);
    return made;
  }

  // A result on this very page: the browser scrolls there, and takes the focus along if it can go there.
  function follow(link) {
    const here = link.hash && link.pathname === location.pathname;
    if (here) document.querySelector(link.hash)?.setAttribute("tabindex", "-1");
  }

  // Scripts and not fetch: a page opened from a folder may load the one and not the other.
  async function bring() {
    if (search) return;
    await load(index);
    await load(script);
    search = self.courseSearch;
  }

  function answer() {
    const query = dialog.querySelector("input").value.trim();
    const asked = query.length > 1 && search;
    const { total, best } = asked ? search(query) : { total: 0, best: [] };
    dialog.querySelector("ol").replaceChildren(...best.map(row));
    // Said once the reader pauses, and not at every letter.
    clearTimeout(announcement);
    const said = asked ? count(total, query) : "";
    announcement = setTimeout(() => (dialog.querySelector("[role=status]").textContent = said), 400);
  }

  function count(number, query) {
    if (!number) return say(words.search_empty, { query });
    return number === 1 ? words.search_one : say(words.search_many, { count: number });
  }

  function row({ u, t, h, excerpt: [head, hit, tail] }) {
    const title = make("b", {}, h ? `${t} · ${h}` : t);
    const text = make("span", {}, head, hit ? make("mark", {}, hit) : null, tail);
    return make("li", {}, make("a", { href: base + u }, title, text));
  }
}
