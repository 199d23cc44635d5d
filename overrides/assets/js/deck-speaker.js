// The speaker view: the slide that is shown, the next one, the notes, and the time. It is the deck's own page, opened by
// the one that the room sees, so that it has the slides and their notes already: the two only say where they are.
import { heard, receiverOf } from "./lib/between.js";
import { address } from "./lib/deck.js";
import { make } from "./lib/dom.js";
import { before, clock, pace } from "./lib/pace.js";

const BEAT = 1000; // milliseconds between two questions to the room's window
const LOST = 5000; // milliseconds of silence after which it does not answer
const LAYOUTS = ["default", "wide", "tall", "only"];
const KEYS = {
  ...Object.fromEntries(["ArrowRight", "PageDown", " ", "n"].map((key) => [key, "next"])),
  ...Object.fromEntries(["ArrowLeft", "PageUp", "p"].map((key) => [key, "previous"])),
  ...{ Home: "first", End: "last", b: "pause", ".": "pause" },
};

// `page` is the name of the deck's page, `length` the minutes of the session, `slide` the id of the one to begin with.
export function speaker({ page, length, slide: first, words, store }) {
  const language = document.documentElement.lang;
  const slides = [...document.querySelectorAll("section.slide")];
  const timings = slides.map(({ dataset }) => Number(dataset.timing));
  const notes = new Map(slides.map((each) => [each.id, each.querySelector(".notes")]));
  const room = window.opener;
  const hour = new Intl.DateTimeFormat(`${language}-CA`, { hour: "numeric", minute: "2-digit" });
  let now = Math.max(
    0,
    slides.findIndex(({ id }) => id === first),
  );
  let paused = false;
  let start = Date.now();
  let answered = Date.now();

  const frame = (receiver, title, more = {}) => {
    const src = address(page, { length, receiver, slide: slides[receiver === "next" ? nextOf(now) : now].id });
    return make("iframe", { src, title, ...more });
  };
  const nextOf = (index) => Math.min(index + 1, slides.length - 1);
  const shown = frame("now", words.deck_speaker_now);
  const coming = frame("next", words.deck_speaker_next, { inert: true });
  const told = make("p", { class: "speaker-lost", role: "status" });
  const heading = (text) => make("h2", {}, text);
  const hourNow = make("span", { class: "clock-value" });
  const gone = make("span", { class: "gone" });
  const left = make("span", { class: "pacing" });
  const state = make("b", { class: "pacing-state" });
  const said = make("div", { class: "value" });
  const option = (value) => make("option", { value }, words[`deck_speaker_${value}`]);
  const layout = make("select", { id: "speaker-layout", change: () => arrange(layout.value, true) });
  layout.append(...LAYOUTS.map(option));

  const view = make(
    "main",
    { class: "speaker" },
    make("h1", { class: "hidden" }, words.deck_speaker_title),
    make("div", { id: "current-slide" }, shown),
    make("div", { id: "upcoming-slide" }, make("p", {}, words.deck_speaker_next), coming),
    make(
      "div",
      { class: "speaker-controls" },
      told,
      make("section", {}, heading(words.deck_speaker_time), make("p", { class: "speaker-row" }, gone, hourNow)),
      make(
        "section",
        {},
        heading(words.deck_speaker_pace),
        make("p", {}, left, " ", state),
        make(
          "p",
          { class: "speaker-row" },
          make("button", { click: reset }, words.deck_speaker_reset),
          make("label", { for: layout.id }, words.deck_speaker_layout, " ", layout),
        ),
      ),
      make("section", { class: "speaker-controls-notes" }, heading(words.deck_speaker_notes), said),
    ),
  );
  document.body.replaceChildren(view);
  document.title = `${words.deck_speaker_title} — ${document.title}`;
  arrange(store.setting("speaker"));
  show();
  tick();
  setInterval(tick, BEAT);

  function arrange(name, keep = false) {
    layout.value = view.dataset.layout = LAYOUTS.includes(name) ? name : LAYOUTS[0];
    if (keep) store.set("speaker", layout.value);
  }

  // Back to the start of this slide.
  function reset() {
    start = Date.now() - 1000 * before(timings, now);
    time();
  }

  function time() {
    const seconds = (Date.now() - start) / 1000;
    const { left: rest, state: how } = pace(timings, now, seconds);
    gone.textContent = clock(seconds);
    left.textContent = clock(rest);
    left.parentElement.dataset.state = how;
    state.textContent = words[`deck_speaker_${how}`];
    hourNow.textContent = hour.format(Date.now());
  }

  function tick() {
    time();
    const lost = Date.now() - answered > LOST ? words.deck_speaker_lost : "";
    if (told.textContent !== lost) told.textContent = lost;
    send(room, { deck: "here" });
  }

  function send(other, message) {
    other?.postMessage(message, receiverOf(location));
  }

  function show() {
    said.replaceChildren(...notes.get(slides[now].id).cloneNode(true).childNodes);
    said.parentElement.scrollTop = 0;
    for (const each of [shown, coming]) place(each);
    time();
  }

  function place(each) {
    const index = each === coming ? nextOf(now) : now;
    send(each.contentWindow, { deck: "at", slide: slides[index].id, paused: paused && each === shown });
  }

  addEventListener("message", (event) => {
    const fromRoom = heard(event, room, location);
    if (fromRoom?.deck === "at") return follow(fromRoom);
    const from = [shown, coming].find(({ contentWindow }) => heard(event, contentWindow, location));
    if (!from) return;
    const message = heard(event, from.contentWindow, location);
    if (message.deck === "here") place(from);
    // A slide turned in the frame itself, by its arrows or by a key.
    else if (from === shown) send(room, message);
  });

  function follow({ slide, theme, length: asked, paused: black }) {
    const index = slides.findIndex(({ id }) => id === slide);
    if (asked !== length) {
      if (asked) location.replace(address(page, { length: asked, view: "speaker", slide }));
      return;
    }
    if (index < 0) return; // another deck
    answered = Date.now();
    const root = document.documentElement.dataset;
    if (theme) root.theme = theme;
    else delete root.theme;
    if (index === now && black === paused) return;
    [now, paused] = [index, black];
    show();
  }

  document.addEventListener("keydown", (event) => {
    const to = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!to || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, button, a")) return;
    event.preventDefault();
    send(room, { deck: "move", to });
  });
}
