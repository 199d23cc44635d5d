// A trainer's deck. The page is a document of slides, each with its notes; this takes out what a shorter session does
// without, and lets reveal.js present the rest unless the address asks for the document.
import { address, asked, keeps, slideOf } from "./lib/deck.js";
import { make } from "./lib/dom.js";
import { voice } from "./lib/live.js";
import { allowPlain } from "./lib/markup.js";
import { openHere } from "./open.js";
import { say } from "./lib/words.js";
import { present } from "./deck-present.js";
import { speaker } from "./deck-speaker.js";
import { theme } from "./theme.js";

const root = document.documentElement;
const words = JSON.parse(document.querySelector("#page-words").textContent);
const { view } = root.dataset;
const { length, view: viewAsked, receiver } = asked(location.search);
const wanted = viewAsked === "speaker" ? "notes" : viewAsked;
const page = location.pathname.split("/").pop();
const store = openHere();
const told = document.querySelector(".deck-told");

// What votes and clocks ask of a page (see course.js); a deck has no outline, and no learner's progress to tell about.
self.course = {
  store,
  words,
  page: document.querySelector("#page-content").dataset.page,
  base: root.dataset.base,
  tell: () => {},
};

// reveal.js would take any of its settings from the address: it keeps what we know of.
const known = address(page, { length, view: viewAsked, receiver });
if (location.search !== new URL(known, location.href).search) history.replaceState(null, "", known + location.hash);

allowPlain();
shorten();
citations();
if (view === "notes" || view === "print") onPaper();
if (view !== "print") theme(store);
if (view === "speaker") {
  speaker({ page, length, slide: slideOf(location.hash), words, store });
} else if (!receiver) {
  menu();
}
if (view === "slides") {
  present({ words, say: voice(told), page, receiver, minutes: length, turned: links });
} else if (view !== "speaker") {
  read();
}

// Take out the slides that this session does without, and say of the others which they are.
function shorten() {
  const all = [...document.querySelectorAll("section.slide")];
  const kept = all.filter((slide) => keeps(slide.dataset.from, length));
  for (const slide of all) if (!kept.includes(slide)) slide.remove();
  kept.forEach((slide, index) => {
    slide.querySelector(".sheet").dataset.place = `${index + 1} / ${kept.length} · ${slide.dataset.minutes}\u00a0min`;
  });
}

// A slide has no room for the list of sources: there, and in the speaker view, a citation leads to their page.
function citations() {
  if (view === "notes") return;
  for (const link of document.querySelectorAll('section.slide a[href^="#fn-"]')) {
    const source = document.getElementById(link.hash.slice(1))?.querySelector('a[href*="sources.html"]');
    if (!source) continue;
    link.href = source.href;
    link.target = "_blank";
  }
}

// What a document says of a vote and of a clock: nobody counts cards there, and the reasons stand with the notes. The
// elements go before their scripts come.
function onPaper() {
  for (const vote of document.querySelectorAll("section.slide room-vote")) {
    const reasons = [...vote.querySelectorAll(".vote-options > li")].map((option) => {
      const reason = option.querySelector(".vote-reason");
      reason.remove();
      return make("li", {}, ...reason.querySelectorAll("p"));
    });
    for (const rest of vote.querySelectorAll(".vote-reason")) rest.remove();
    const list = make("ol", { type: "A" }, ...reasons);
    const note = make("div", { class: "note-reasons" }, make("p", { class: "kind" }, words.deck_reasons), list);
    vote.closest("section").querySelector(".notes").append(note);
    vote.replaceWith(make("div", { class: "vote" }, ...vote.childNodes));
  }
  for (const clock of document.querySelectorAll("section.slide room-timer")) {
    const minutes = say(words.deck_clock, clock.dataset);
    clock.replaceWith(make("p", { class: "clock" }, minutes));
  }
}

function menu() {
  for (const element of document.querySelectorAll(".deck-lengths, .deck-views li")) element.hidden = false;
  document.querySelector(".deck-views [data-view=slides]").parentElement.hidden =
    view === "slides" || wanted === "slides";
  document.querySelector(".deck-speaker").parentElement.hidden = view !== "slides";
  document.querySelector(".deck-paper").parentElement.hidden = view === "slides";
  document.querySelector(".theme").parentElement.hidden = view === "print";
  document.querySelector(".deck-small").hidden = view === wanted || wanted === "notes";
  document.querySelector(`.deck-views [data-view=${view}]`)?.setAttribute("aria-current", "page");
  document.querySelector(`[data-length="${length}"]`).setAttribute("aria-current", "page");
  document.querySelector(".deck-paper").addEventListener("click", () => window.print());
  const twin = document.querySelector("a.switch");
  twin?.addEventListener("click", () => store.set("language", twin.hreflang));
  links();
  addEventListener("hashchange", links);
}

// Each link of the menu leads to the same slide, and keeps what it does not choose itself.
function links() {
  const here = { length, view: wanted, slide: slideOf(location.hash) };
  for (const link of document.querySelectorAll(".deck-views [data-view], [data-length]")) {
    const chosen = link.dataset.view ? { view: link.dataset.view } : { length: Number(link.dataset.length) };
    link.href = address(page, { ...here, ...chosen });
  }
  const twin = document.querySelector("a.switch");
  if (twin) twin.href = address(twin.pathname, here);
}

// The document: where the address names a slide, begin there.
function read() {
  if (view === "print") {
    document.head.append(make("link", { rel: "stylesheet", href: document.body.dataset.paper }));
  }
  document.getElementById(slideOf(location.hash))?.scrollIntoView();
}
