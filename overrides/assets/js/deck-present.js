// The slides, presented by reveal.js: its words put in the page's language, its keys kept from the controls of a slide,
// and its page made a document again for the time of a printing.
import Reveal from "reveal.js";
import { revealTakes } from "./lib/deck.js";
import { make } from "./lib/dom.js";

const WRITES = "input, select, textarea, [contenteditable]";
const PRESSES = "button, summary, a[href], [tabindex]";
const ROOM = "room-vote, room-timer";

// `turned` is called when another slide is shown, `say(text)` tells the reader; `receiver` is a frame of the speaker view.
export function present({ words, say, receiver, minutes, turned }) {
  const root = document.documentElement;
  const deck = document.querySelector(".deck");
  const menu = document.querySelector(".deck-menu");
  const button = document.querySelector(".deck-open");
  const sources = document.querySelector(".slides > .footnote");
  if (sources) deck.after(sources);
  deck.classList.add("reveal");

  const reveal = new Reveal(deck, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    display: "flex",
    transition: "none",
    backgroundTransition: "none",
    controlsLayout: "edges",
    controlsBackArrows: "visible",
    controlsTutorial: false,
    hash: true,
    help: false,
    jumpToSlide: false,
    overview: !receiver,
    scrollActivationWidth: null,
    view: null,
    totalTime: 60 * minutes, // what the speaker view's pacing goes by; each slide has its own share
    keyboard: receiver || { 83: () => speaker() },
    keyboardCondition: (event) => takes(event),
  });

  // A key pressed in the speaker view comes as a number alone.
  function takes({ key }) {
    if (!key) return true;
    if (menu.matches(":popover-open")) return false;
    const focused = document.activeElement;
    const control = focused.matches(WRITES) ? "writes" : focused.matches(PRESSES) ? "presses" : "";
    const taken = revealTakes(key, { control, busy: Boolean(focused.closest(ROOM)) });
    if (taken && control === "writes") focused.blur(); // reveal.js leaves every key to a field
    return taken;
  }

  reveal.on("slidechanged", () => setTimeout(turned, 1100)); // reveal.js writes the address a second later at most

  reveal.initialize().then(() => {
    root.dataset.ready = "";
    inOurWords(deck, words);
    if (receiver) return;
    onPaper(root, deck);
    turned();
  });

  if (receiver) return;

  button.hidden = false;
  menu.popover = "auto";
  document.querySelector(".deck-keys").hidden = false;
  menu.addEventListener("toggle", ({ newState }) => {
    if (newState === "closed" && document.activeElement === button) button.blur();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "?" && !document.activeElement.matches(WRITES)) menu.togglePopover();
  });

  // The speaker view comes with a script of its own, when it is first asked for.
  const opener = document.querySelector(".deck-speaker");
  let view = null;
  let loading = null;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      document.head.append(make("script", { src: opener.dataset.script, load: resolve, error: reject }));
    }).then(() => self.deckSpeaker(reveal, words));
    return loading;
  }

  async function speaker() {
    menu.hidePopover();
    if (view && !view.closed) return view.focus();
    view = window.open("about:blank", "deck-speaker", "width=1200,height=760"); // now: it may open only on a key or a click
    if (!view) return say(words.deck_blocked);
    say("");
    (await load()).open(view);
  }

  // After this page was reloaded, the speaker view that it had opened still asks for it.
  addEventListener("message", ({ data, source }) => {
    if (loading || typeof data !== "string" || !data.includes('"heartbeat"')) return;
    view = source;
    load().then((loaded) => loaded.follow(view));
  });
  opener.addEventListener("click", speaker);
}

// reveal.js speaks English, and makes the page an application, where a screen reader could not read it line by line.
function inOurWords(deck, words) {
  deck.removeAttribute("role");
  for (const [name, label] of [
    [".navigate-left", words.deck_previous],
    [".navigate-right", words.deck_next],
  ]) {
    const button = deck.querySelector(name);
    button?.setAttribute("aria-label", label);
    button?.setAttribute("title", label);
  }
  for (const unused of deck.querySelectorAll(".navigate-up, .navigate-down, .speaker-notes")) unused.remove();
  const resume = deck.querySelector(".resume-button");
  if (resume) resume.textContent = words.deck_resume;
}

// On paper the presentation is what it was before: a document, all slides with their notes.
function onPaper(root, deck) {
  let shown = null;
  addEventListener("beforeprint", () => {
    shown = [...deck.querySelectorAll("section.slide")].map((slide) => [
      slide,
      slide.hidden,
      slide.getAttribute("aria-hidden"),
    ]);
    for (const [slide] of shown) {
      slide.hidden = false;
      slide.removeAttribute("aria-hidden");
    }
    deck.classList.remove("reveal");
    root.dataset.view = "notes";
  });
  addEventListener("afterprint", () => {
    if (!shown) return;
    for (const [slide, hidden, ariaHidden] of shown) {
      slide.hidden = hidden;
      if (ariaHidden) slide.setAttribute("aria-hidden", ariaHidden);
    }
    shown = null;
    deck.classList.add("reveal");
    root.dataset.view = "slides";
  });
}
