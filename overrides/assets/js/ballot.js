// A question that a room votes on: its options with the cards that are raised, the bars, the reasons. Where it stands
// (a slide, a dialog) is vote.js's business.
import { fit } from "./ballot-fit.js";
import { countedOption, plainOption } from "./ballot-option.js";
import { countdown, ownKeys } from "./clock.js";
import { countField } from "./count-field.js";
import { copy, make } from "./lib/dom.js";
import { sure } from "./lib/sure.js";
import * as votes from "./lib/vote.js";
import { plural, say } from "./lib/words.js";

const SILENCE = 20; // seconds to choose alone
const PAIRS = 30; // seconds to talk with somebody who chose otherwise
const narrow = matchMedia("(max-width: 60rem)");
let made = 0;

// Return what a `<room-vote>` holds: `{ kind, stem, options: [{ text, reason, verdict, right }], explanation }`.
export function read(element) {
  return {
    kind: element.dataset.kind,
    stem: element.querySelector(".vote-stem"),
    options: [...element.querySelectorAll(".vote-options > li")].map((option) => ({
      text: option.querySelector(".vote-text"),
      reason: option.querySelector(".vote-reason > p"),
      verdict: option.querySelector(".verdict").textContent,
      right: "right" in option.dataset,
    })),
    explanation: element.querySelector(":scope > .vote-reason"),
  };
}

// Return `{ element, key, fit, start }` of a question: `key(event)` takes a key that was pressed, `fit(height)` sizes the
// text for the room that there is, `start` is the button that comes first. Without `controls` it only shows the question;
// with `stacks`, its parts stand one under the other in a narrow window.
export function ballot(question, words, { controls = true, stacks = false }) {
  const language = document.documentElement.lang;
  const multiple = question.kind === "multiple";
  const id = `ballot-${++made}`;
  let vote = votes.begin(question.options.length, multiple);
  const stacked = () => stacks && narrow.matches;
  let saying, laidOut;

  const stem = make("div", { class: "ballot-stem", id: `${id}-stem` }, ...copy(question.stem));
  const rows = question.options.map(option);
  const list = make(
    "ol",
    { class: "ballot-rows", tabindex: "-1", "aria-label": words.vote_options },
    ...rows.map((each) => each.item),
  );
  const why = make("div", { class: "ballot-why" });
  const about = make("div", { class: "ballot-about", tabindex: "-1" }, stem);
  const status = make("p", { class: "ballot-heard", role: "status" });

  const element = make("div", { class: "ballot", "data-step": "question" }, about, list);
  const size = (height) => fit({ ballot: element, about, list }, height);
  if (!controls) return { element, key: () => false, fit: size, start: null };

  // What is counted, beside the options.
  const totals = make("p", { class: "ballot-total" });
  const legend = make("p", { class: "ballot-legend" });
  const keys = make("p", { class: "ballot-hint" }, say(words.vote_keys, { n: question.options.length }));
  const notes = make("div", { class: "ballot-notes" }, totals, legend);
  if (multiple) {
    const typed = (people) => act({ ...vote, people: people || null });
    const field = countField(`${id}-people`, null, words, typed, () => tell(words.vote_number));
    const label = make("label", { for: `${id}-people` }, words.vote_people);
    notes.prepend(
      make("p", { class: "ballot-hint" }, words.vote_apart),
      make("p", { class: "ballot-people" }, label, field.input, field.wrong),
    );
  }
  notes.append(keys);
  about.append(notes);

  // The steps.
  const button = (text, click, name) => make("button", { class: name, click }, text);
  const count = button(words.vote_count, () => step(votes.count(vote), list), "ballot-next");
  const again = button(words.vote_again, () => step(votes.again(vote), list));
  const back = button(words.vote_back, () => step(votes.back(vote), list));
  const reasons = button(words.vote_reasons, explain, "ballot-next");
  const hide = button(words.vote_hide, () => step(votes.count(vote), reasons));
  const empty = () => step(votes.begin(question.options.length, multiple), count);
  const asked = { question: words.vote_over_sure, yes: words.vote_over_yes, no: words.vote_over_no };
  const [over, place] = sure(words.vote_over, asked, emptied);
  over.addEventListener("click", straight, { capture: true });

  const clock = make("div", { class: "ballot-clock" });
  const time = countdown(SILENCE, words, (state) => (clock.dataset.state = state));
  clock.append(
    button(words.vote_silence, () => time.restart(SILENCE)),
    button(words.vote_pairs, () => time.restart(PAIRS)),
    time.face,
    time.said,
  );

  const steps = make("div", { class: "ballot-steps" }, over, back, hide, again, reasons, count);
  const tools = make("div", { class: "ballot-tools" }, clock, steps, place);
  element.append(tools, status);
  element.setAttribute("role", "group");
  element.setAttribute("aria-labelledby", stem.id);
  ownKeys(element);
  element.addEventListener("keydown", ({ key, target }) => {
    // A remote control turns the page, even where a number was being typed.
    if (["PageUp", "PageDown"].includes(key) && target.matches("input")) target.blur();
  });
  element.addEventListener("keydown", stay, { capture: true });
  narrow.addEventListener("change", render);
  render();
  return { element, key, fit: size, start: count };

  // The reasons begin with that of a right option.
  function explain() {
    const first = question.options.findIndex((option) => option.right);
    time.reset();
    step(votes.reason(vote, first), rows[first].ask);
    show(first);
  }

  // Escape answers the question whether to start over; it leaves neither the dialog nor the slide.
  function stay(event) {
    if (event.key !== "Escape" || place.hidden) return;
    event.preventDefault();
    event.stopPropagation();
    place.querySelector("button:last-of-type").click();
  }

  // Start over asks nothing where nothing is lost.
  function straight(event) {
    if (votes.begun(vote)) return;
    event.stopImmediatePropagation();
    emptied();
  }
  function emptied() {
    if (multiple) element.querySelector(`#${id}-people`).value = "";
    time.reset();
    empty();
  }

  function option(each, index) {
    if (!controls) return plainOption(each, index);
    const letter = votes.LETTERS[index];
    const counts = {
      id,
      words,
      typed: (cards) => act(votes.set(vote, index, cards), index),
      refused: () => tell(say(words.vote_said, { letter, told: words.vote_number })),
      raised: (by) => act(votes.raise(vote, index, by), index),
      asked: () => show(index),
      counted: () => vote.rounds[vote.round][index],
    };
    const row = countedOption(each, index, counts);
    row.input.addEventListener("keydown", ({ key }) => {
      if (key === "Enter") (rows[index + 1]?.input ?? reasons).focus();
    });
    row.item.addEventListener("click", ({ target }) => {
      if (vote.step === "reasons" && !target.closest("button, a, input")) show(index);
    });
    return row;
  }

  function show(index) {
    vote = votes.reason(vote, index);
    render();
    tell(say(words.vote_said, { letter: rows[index].letter, told: question.options[index].reason.textContent }));
  }

  // Take a change in; what it makes of an option is said to those who do not see its bar.
  function act(changed, index) {
    vote = changed;
    render();
    if (index !== undefined) tell(say(words.vote_said, { letter: rows[index].letter, told: told(index) }));
  }
  function tell(text) {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = text), 400);
  }

  // Go to another step, with the focus where one goes on.
  function step(changed, focus) {
    vote = changed;
    for (const [index, each] of rows.entries()) each.put(vote.rounds[vote.round][index]);
    place.hidden = true;
    status.textContent = "";
    render();
    focus.focus({ preventScroll: true });
    if (stacked()) focus.scrollIntoView({ block: focus === list ? "start" : "nearest" });
  }

  function key(event) {
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return false;
    const meant = votes.keyed(event, question.options.length);
    if (!meant) return false;
    event.preventDefault();
    event.stopPropagation();
    if (vote.step === "reasons") show(meant.option);
    else {
      // The first card that is counted begins the count; the button that would have is gone.
      if (vote.step === "question" && element.contains(document.activeElement)) list.focus();
      act(votes.raise(vote.step === "question" ? votes.count(vote) : vote, meant.option, meant.by), meant.option);
    }
    return true;
  }

  // What an option has, in words, and what it had before.
  function told(index) {
    const { cards, percent, tooMany } = votes.results(vote)[index];
    const counted = plural(words, "vote_card", cards, language);
    const shared = percent === null ? counted : say(words.vote_share, { cards: counted, percent });
    const now = tooMany ? say(words.vote_too_many, { cards: counted }) : shared;
    if (vote.round === 0) return now;
    const before = votes.results(vote, 0)[index];
    return `${now} ${say(before.percent === null ? words.vote_before_cards : words.vote_before, before)}`;
  }

  function render() {
    const second = vote.round === 1;
    element.dataset.step = vote.step;
    element.dataset.round = vote.round;
    for (const [index, row] of rows.entries()) {
      row.draw({
        result: votes.results(vote)[index],
        earlier: second ? votes.results(vote, 0)[index] : null,
        text: told(index),
        shown: vote.shown === index,
        judged: vote.step === "reasons",
      });
    }
    totals.hidden = multiple;
    const sum = (round) => plural(words, "vote_card", votes.total(vote, round), language);
    totals.textContent = say(words.vote_total, { cards: sum(vote.round) });
    legend.textContent = say(words.vote_outline, { cards: sum(0) });
    legend.hidden = !second;
    keys.hidden = vote.step !== "count";
    reasonsOf(vote.shown);
    const at = (name) => vote.step === name;
    count.hidden = !at("question");
    again.hidden = !at("count") || second;
    back.hidden = !at("count") || !second;
    reasons.hidden = !at("count");
    hide.hidden = !at("reasons");
    over.hidden = at("question");
    clock.hidden = at("reasons");
    // Counting changes no text's place; a step does.
    const look = [vote.step, vote.round, vote.shown].join();
    if (look !== laidOut) element.dispatchEvent(new Event("ballot:change"));
    laidOut = look;
  }

  // The reason of one option stands in the place of the question; where there is no such place, under the option.
  function reasonsOf(index) {
    stem.hidden = index !== null && !stacked();
    why.hidden = index === null;
    if (index === null) return why.replaceChildren();
    const { right, verdict, reason } = question.options[index];
    const text = reason.cloneNode(true);
    text.querySelector(".verdict")?.remove();
    const head = make(
      "p",
      { class: "ballot-verdict" },
      make("b", { class: "ballot-letter" }, votes.LETTERS[index]),
      make("strong", { class: right ? "right" : "other" }, verdict),
    );
    const more = right && question.explanation ? copy(question.explanation).slice(1) : [];
    why.replaceChildren(head, text, ...more);
    if (stacked()) rows[index].item.append(why);
    else if (why.parentElement !== about) about.prepend(why);
  }
}
