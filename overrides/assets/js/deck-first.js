// How a deck is looked at must be known before the first paint: its notes are not for the room.
import "./first.js";

const root = document.documentElement.dataset;
const asked = new URLSearchParams(location.search);
const view = asked.get("view");
const wide = !matchMedia("(max-width: 37.5em)").matches;

// The speaker view says what the window that opened it shows; without that one there is nothing to say.
const open = asked.has("receiver") || (wide && view !== "speaker");
root.view = view === "print" || (view === "speaker" && opener) ? view : view !== "notes" && open ? "slides" : "notes";
if (asked.has("receiver")) root.receiver = "";
if (view === "print") root.theme = "light";
addEventListener("error", ({ target }) => target.localName === "script" && delete root.view, true);
