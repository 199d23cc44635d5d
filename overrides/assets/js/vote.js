// `<room-vote>`: a question that a room votes on, in a slide of a deck, or in a list, shown large on demand. Nothing is
// stored or sent.
import { ballot, read } from "./ballot.js";
import { received } from "./clock.js";
import { define, make } from "./lib/dom.js";
import { beginning } from "./lib/vote.js";

const narrow = matchMedia("(max-width: 60rem)");

define("room-vote", (element, { words }) => {
  const slide = element.closest("section.slide");
  if (slide) inSlide(element, slide, words);
  else inList(element, words);
});

function inSlide(element, slide, words) {
  const { element: shown, key, fit } = ballot(read(element), words, { controls: !received() });
  element.replaceChildren(shown);
  // The room that the title leaves, in the slide's own pixels: reveal.js scales the whole.
  function size() {
    shown.style.setProperty("--height", "0");
    if (element.clientHeight) fit(element.clientHeight);
  }
  shown.addEventListener("ballot:change", size);
  new ResizeObserver(size).observe(slide);
  document.addEventListener("keydown", (event) => {
    // Not by where the focus is: it stays for a moment on a slide that was left.
    const here = slide.classList.contains("present");
    const elsewhere = document.querySelector(".reveal.overview, .reveal.paused, dialog[open]");
    if (here && !elsewhere) key(event);
  });
}

function inList(element, words) {
  const question = read(element);
  const page = element.closest(".page") ?? document.body;
  if (page.querySelector("room-vote") === element) {
    const kept = make("p", { class: "quiet small vote-kept" }, words.vote_kept);
    (page.querySelector("h2") ?? element).before(kept);
  }
  // Under the title of a check, a question says from which lesson it is.
  const { lesson } = element.dataset;
  const summary = make(
    "summary",
    {},
    beginning(question.stem.textContent),
    lesson ? make("span", { class: "quiet small" }, lesson) : null,
  );
  const closed = make("details", { class: "vote-item" }, summary, ...element.childNodes);
  const large = make("button", { class: "plain vote-open", click: open }, words.vote_large);
  element.replaceChildren(closed, large);
  element.classList.add("listed");
  let dialog, shown;

  addEventListener("beforeprint", () => {
    if (closed.open || dialog?.open) return;
    closed.open = true;
    addEventListener("afterprint", () => (closed.open = false), { once: true });
  });

  // The title under which it stands.
  function heading() {
    const before = (title) => title.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    return [...page.querySelectorAll("h2")].filter(before).at(-1)?.textContent ?? "";
  }

  function build() {
    shown = ballot(question, words, { stacks: true });
    const label = shown.element.getAttribute("aria-labelledby");
    const title = make("p", { class: "vote-lesson" }, lesson ?? heading());
    const full = make("button", { class: "plain", click: fullScreen }, words.vote_full);
    full.hidden = !document.fullscreenEnabled;
    const close = make("button", { class: "plain", click: () => dialog.close() }, words.vote_close);
    const frame = make(
      "div",
      { class: "vote-frame" },
      make("div", { class: "vote-top" }, title, full, close),
      shown.element,
    );
    const accent = page.querySelector(".place")?.dataset.accent;
    dialog = make("dialog", { class: "vote-large", "aria-labelledby": label, "data-accent": accent }, frame);
    const room = () => frame.clientHeight - shown.element.offsetTop - parseFloat(getComputedStyle(frame).paddingBottom);
    const size = () => dialog.open && shown.fit(narrow.matches ? null : room());
    shown.element.addEventListener("ballot:change", size);
    new ResizeObserver(size).observe(frame);
    document.addEventListener("keydown", (event) => dialog.open && shown.key(event));
    dialog.addEventListener("close", () => {
      if (document.fullscreenElement) document.exitFullscreen();
      large.focus();
    });
    document.addEventListener("fullscreenchange", () => {
      full.textContent = words[document.fullscreenElement ? "vote_full_off" : "vote_full"];
    });
    function fullScreen() {
      if (document.fullscreenElement) document.exitFullscreen();
      else frame.requestFullscreen().catch(() => full.remove());
    }
    element.append(dialog);
  }

  function open() {
    if (!dialog) build();
    dialog.showModal();
    const about = dialog.querySelector(".ballot-about");
    if (narrow.matches) about.focus({ preventScroll: true });
    else if (shown.start.hidden) dialog.querySelector(".ballot-rows").focus();
    else shown.start.focus();
  }
}
