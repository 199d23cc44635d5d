// What a deck's address says, and the addresses that say it again: `?length=` minutes of the session, `?view=`, and the
// slide after `#/`; `?receiver=now` and `?receiver=next` are the frames of the speaker view.

export const LENGTHS = [30, 60, 90];
const LONGEST = LENGTHS.at(-1);
const VIEWS = ["slides", "notes", "print", "speaker"];

// Return `{ length, view, receiver }` as an address asks for them: what it does not say, or says wrongly, is the whole deck, shown.
export function asked(search) {
  const given = new URLSearchParams(search);
  const length = Number(given.get("length"));
  const view = given.get("view");
  return {
    length: LENGTHS.includes(length) ? length : LONGEST,
    view: VIEWS.includes(view) ? view : "slides",
    receiver: given.has("receiver") ? (given.get("receiver") === "next" ? "next" : "now") : "",
  };
}

// Return the address of `page` with a length, a view and a slide; the usual ones go without saying.
export function address(page, { length = LONGEST, view = "slides", receiver = "", slide = "" } = {}) {
  const said = new URLSearchParams();
  if (length !== LONGEST) said.set("length", length);
  if (view !== "slides") said.set("view", view);
  if (receiver) said.set("receiver", receiver);
  const query = said.toString();
  return `${page}${query && "?"}${query}${slide && "#/"}${slide}`;
}

// Whether a session of `length` minutes keeps a slide whose shortest session is `from` minutes.
export const keeps = (from, length) => Number(from) <= length;

// Return the id of the slide that a hash names, as reveal.js writes it: `#/card-in-drawer`.
export const slideOf = (hash) => hash.replace(/^#\/?/, "").split("/")[0];

// Whether reveal.js may have a key while `focused` has the focus: a control keeps the keys that it lives by. The keys of a
// remote control turn the page wherever the focus is.
const TURNS = ["PageUp", "PageDown"];
const ARROWS = ["ArrowLeft", "ArrowRight"];
const PRESSES = [" ", "Enter"];
const LETTER = /^[a-z]$/i;

export function revealTakes(key, { control = "", busy = false } = {}) {
  if (TURNS.includes(key)) return true;
  if (control === "writes") return false;
  if (control === "presses") return busy ? ARROWS.includes(key) || LETTER.test(key) : !PRESSES.includes(key);
  return true;
}
