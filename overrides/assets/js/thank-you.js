// The thank-you card: written as the worksheet above it is filled in, printed, copied. What it still lacks is asked beside
// it and holds nothing up.
import { copy } from "./lib/copy.js";
import { define, make, makeSvg, printOnly } from "./lib/dom.js";
import { voice } from "./lib/live.js";
import { check, compose, textOf } from "./lib/note.js";
import { sure } from "./lib/sure.js";

const CIRCLES =
  "M20 13m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0M13 25m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0M27 25m-8 0a8 8 0 1 0 16 0a8 8 0 1 0-16 0";

// The course's three circles, where a postcard has its stamp.
const stamp = () =>
  makeSvg("svg", { viewBox: "0 0 40 38", class: "stamp", "aria-hidden": "true" }, makeSvg("path", { d: CIRCLES }));

define("thank-you-note", (element, { words }) => {
  const areas = [...element.querySelectorAll("course-sheet textarea")];
  const fields = () => Object.fromEntries(areas.map((area) => [area.name, area.value]));
  const written = make("div", { class: "note-text" });
  const card = make("div", { class: "note-card" }, stamp(), written);
  const list = make("ul", { class: "note-check" });
  const heard = make("p", { role: "status", class: "hidden" });
  const said = make("p", { role: "status", class: "tool-said" });
  const tell = voice(said);
  let [asked, waiting] = ["", 0];

  function draw() {
    const made = compose(fields(), words.note_thanks);
    const line = (kind, text) => (text ? make("p", { class: kind, dir: "auto" }, text) : null);
    const body = [...made.sentences, made.thanks].filter(Boolean).join(" ");
    const empty = !made.greeting && !body && !made.from;
    written.replaceChildren(
      ...[
        line("greeting", made.greeting),
        line("body", body),
        line("from", made.from),
        empty ? make("p", { class: "note-empty quiet" }, words.note_empty) : null,
      ].filter(Boolean),
    );
    card.classList.toggle("empty", empty);
    review();
    return made;
  }

  // What the card says already, and a question for what it does not.
  function review() {
    const found = Object.entries(check(fields()));
    const say = ([what, state]) => {
      if (state === "there") return words[`note_${what}_there`];
      return (state === "vague" ? `${words.note_vague} ` : "") + words[`note_${what}_ask`];
    };
    list.replaceChildren(...found.map((each) => make("li", { class: each[1] }, say(each))));
    const left = found.filter(([, state]) => state !== "there").map(say);
    if (!left.length) list.append(make("li", { class: "done" }, words.note_done));
    return left.length ? `${words.note_left} ${left.join(" ")}` : words.note_done;
  }

  // Heard once the writing pauses, and only when it has changed: not at each letter.
  function listen() {
    draw();
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const now = review();
      if (now !== asked) heard.textContent = asked = now;
    }, 1500);
  }

  async function copyText() {
    const text = textOf(draw());
    if (!text) tell(words.note_nothing);
    else tell(words[(await copy(text, written)) === "copied" ? "note_copied" : "note_selected"]);
  }

  function empty() {
    for (const area of areas) {
      area.value = "";
      area.dispatchEvent(new Event("input", { bubbles: true }));
      area.dispatchEvent(new Event("change", { bubbles: true }));
    }
    areas[0].focus();
    tell(words.note_cleared);
  }

  const ask = { question: words.note_sure, yes: words.note_yes, no: words.note_no };
  const [again, asking] = sure(words.note_again, ask, empty);
  const actions = make(
    "p",
    { class: "tool-actions" },
    make("button", { class: "button", click: () => printOnly(card) }, words.note_print),
    make("button", { class: "plain", click: copyText }, words.note_copy),
    again,
  );
  const beside = make("div", { class: "note-beside" }, card, make("div", {}, make("h3", {}, words.note_check), list));
  element.append(make("h2", {}, words.note_card), beside, heard, actions, said, asking);
  element.addEventListener("input", listen);
  element.addEventListener("course:sheet", draw);
  asked = review();
  draw();
});
