// The slides, presented by reveal.js: its words put in the page's language, its keys kept from the controls of a slide,
// and its page made a document again for the time of a printing.
import Reveal from "reveal.js";
import { heard, receiverOf } from "./lib/between.js";
import { address, revealTakes } from "./lib/deck.js";

const WRITES = "input, select, textarea, [contenteditable]";
const PRESSES = "button, summary, a[href], [tabindex]";
const ROOM = "room-vote, room-timer";

// `turned` is called when another slide is shown, `say(text)` tells the reader; `receiver` is "now" or "next" in a frame of
// the speaker view, else empty; `page` is the name of this page.
export function present({ words, say, page, receiver, minutes, turned }) {
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
    controls: receiver !== "next",
    progress: !receiver,
    controlsLayout: "edges",
    controlsBackArrows: "visible",
    controlsTutorial: false,
    hash: true,
    help: false,
    jumpToSlide: false,
    overview: !receiver,
    scrollActivationWidth: null,
    view: null,
    keyboard: receiver ? true : { 83: () => speaker() },
    keyboardCondition: (event) => takes(event),
    postMessage: false, // it would obey any page that sends a message
  });

  function takes({ key }) {
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
    if (receiver) return obey();
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

  // The speaker view, a window of its own, asks where we are, and may turn the slides.
  const opener = document.querySelector(".deck-speaker");
  let view = null;

  function speaker() {
    menu.hidePopover();
    if (view && !view.closed) return view.focus();
    const slide = reveal.getCurrentSlide().id;
    view = window.open(
      address(page, { length: minutes, view: "speaker", slide }),
      "deck-speaker",
      "width=1200,height=760",
    );
    say(view ? "" : words.deck_blocked);
  }

  const tell = () => view && send(view, { ...here(), theme: root.dataset.theme ?? "", length: minutes });
  for (const event of ["slidechanged", "paused", "resumed"]) reveal.on(event, tell);
  new MutationObserver(tell).observe(root, { attributeFilter: ["data-theme"] });

  addEventListener("message", (event) => {
    // After this page was loaded again it has lost hold of the view; but a window still says which one opened it.
    const { source } = event;
    const message = heard(event, source === view || source?.opener === window ? source : null, location);
    if (!message) return;
    view = source;
    if (message.deck === "here") tell();
    else if (message.deck === "at") go(message.slide);
    else move(message.to);
  });
  opener.addEventListener("click", speaker);

  function move(to) {
    if (to === "next") reveal.next();
    else if (to === "previous") reveal.prev();
    else if (to === "pause") reveal.togglePause();
    else reveal.slide(to === "first" ? 0 : reveal.getTotalSlides() - 1);
  }

  function here() {
    return { deck: "at", slide: reveal.getCurrentSlide().id, paused: reveal.isPaused() };
  }

  function send(other, message) {
    other.postMessage(message, receiverOf(location));
  }

  function go(slide) {
    const index = reveal.getSlides().findIndex(({ id }) => id === slide);
    if (index >= 0) reveal.slide(index);
  }

  // A frame of the speaker view shows what it is told, and tells what was turned in itself.
  function obey() {
    let { slide: wanted } = here();
    addEventListener("message", (event) => {
      const message = heard(event, window.parent, location);
      if (message?.deck !== "at") return;
      wanted = message.slide;
      go(wanted);
      reveal.togglePause(message.paused);
    });
    reveal.on("slidechanged", () => {
      if (here().slide === wanted) return;
      wanted = here().slide;
      send(window.parent, here());
    });
    send(window.parent, { deck: "here" });
  }
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
