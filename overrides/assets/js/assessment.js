// The final assessment: a draw from the bank, an answer sheet that is kept as it fills, one handing-in, and the reasons.
// The page holds the whole bank as self-checks; that is what a reader without JavaScript gets, and what paper gets while no
// attempt is shown. A question that the address names (#q-…) is asked alone, unless it is in the attempt under way.
import { define, make } from "./lib/dom.js";
import { say } from "./lib/words.js";
import { EACH, draw, grade, mend } from "./lib/draw.js";
import { lastDrawn, underWay } from "./lib/progress.js";
import { after } from "./lib/record.js";
import { readBank } from "./exam-bank.js";
import { result } from "./exam-result.js";
import { answerSheet } from "./exam-sheet.js";
import { startPanel } from "./exam-start.js";

define("course-assessment", (element, course) => {
  const { store, outline, words, tell } = course;
  const bank = make("div", { class: "exam-bank" }, ...element.childNodes);
  const exam = readBank(bank, course);
  const stage = make("div", { class: "exam-stage" });
  const legal = bank.querySelector(".legal"); // some questions are about the law, whatever is shown
  element.append(stage, ...(legal ? [legal] : []));
  let shown; // which attempt is shown, and whether handed in
  let under; // the attempt under way that is shown: { id, draw, view }
  let renewed; // what says that its questions are not all those that were drawn, until it is said

  const known = ({ draw }) =>
    draw.every(([id, hash]) => exam.bank.some((each) => each.id === id && each.hash === hash));
  const drafts = (but) =>
    store.all("attempts").flatMap(([id, attempt]) => (id === but ? [] : [attempt.draw.map(([question]) => question)]));

  function changed() {
    tell();
    document.dispatchEvent(new Event("course:change"));
  }

  function put(state, ...parts) {
    element.dataset.state = state;
    stage.replaceChildren(...parts);
    // Paper gets the bank; beside another copy of its questions, ids would stand twice.
    if (state === "start") stage.after(bank);
    else bank.remove();
  }

  const stateOf = (id, attempt) => `${id} ${attempt?.submitted ?? ""}`;

  // Show where the learner is: nothing drawn yet, an attempt under way, or the last result.
  function show() {
    const [id, attempt] = lastDrawn(store) ?? [];
    shown = stateOf(id, attempt);
    under = undefined;
    if (!attempt) {
      put("start", bank.querySelector("p").cloneNode(true), startPanel(exam, course, begin));
      return undefined;
    }
    if (attempt.submitted) {
      const view = result(exam, course, attempt, begin);
      put("result", ...view.parts);
      return view;
    }
    const keep = (change) => {
      store.put("attempts", id, (before = attempt) => (before.submitted ? before : { ...before, ...change(before) }));
      tell();
      return store.get("attempts", id);
    };
    const view = answerSheet(exam, course, attempt, { keep, handIn: () => handIn(id, attempt) });
    under = { id, draw: JSON.stringify(attempt.draw), view };
    put("under-way", ...(renewed ? [renewed(view, attempt)] : []), ...view.parts);
    renewed = undefined;
    return view;
  }

  function begin() {
    const [before] = lastDrawn(store) ?? [];
    const id = after(before, new Date().toISOString());
    const drawn = draw(exam.bank, outline.required, EACH, drafts());
    store.put("attempts", id, { draw: drawn, given: {}, flagged: [] });
    changed();
    leaveQuestion();
    show();
    focus("#exam-sheet");
  }

  // Replace, in the attempt under way, what is no longer asked as it was drawn. Returns whether anything was.
  function renew() {
    const [id, attempt] = underWay(store) ?? [];
    const mended = attempt && mend(attempt, exam.bank, outline.required, EACH, drafts(id));
    if (!mended) return false;
    const { replaced, ...rest } = mended;
    store.put("attempts", id, (before) => ({ ...before, ...rest }));
    changed();
    renewed = (view, { draw: drawn }) => {
      const links = replaced.flatMap((question, index) => [index ? ", " : " ", view.link(question)]);
      const said = make("p", { role: "status" }, words.exam_updated);
      if (links.length) said.append(` ${words.exam_replaced}`, ...links, ".");
      if (drawn.length < attempt.draw.length) said.append(` ${say(words.exam_shrunk, { of: drawn.length })}`);
      said.append(` ${words.exam_rest}`);
      return make("div", { class: "block exam-updated", tabindex: "-1" }, said);
    };
    return true;
  }

  function handIn(id, shown) {
    if (renew()) {
      // Another tab had an older course, or this one has.
      show();
      focus(".exam-updated");
      return;
    }
    const attempt = store.get("attempts", id) ?? shown;
    const { score, of, percent, right } = grade(attempt, exam.rights);
    store.put("attempts", id, {
      ...attempt,
      submitted: new Date().toISOString(),
      score,
      of,
      passed: percent >= outline.mastery,
      version: outline.version,
      language: outline.language,
    });
    for (const [question, hash] of attempt.draw) {
      const given = attempt.given[question] ?? []; // left empty, it is missed like another
      store.askAnew(question); // an assessment asks as if for the first time
      store.keepAnswer(question, { hash, given, right: right.includes(question) });
    }
    changed();
    leaveQuestion();
    show().announce();
  }

  // Ask one question of the bank outside any attempt.
  function askAlone(id) {
    const question = exam.copy(id);
    const back = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      leaveQuestion();
      show();
      focus("h2");
    };
    under = undefined;
    put(
      "alone",
      make("h2", { id: "exam-alone", tabindex: "-1" }, words.exam_alone),
      make("p", {}, words.exam_alone_how, underWay(store) ? ` ${words.exam_alone_waits}` : ""),
      question,
      make(
        "p",
        { class: "exam-do" },
        make("a", { class: "button", href: location.pathname, click: back }, words.exam_back),
      ),
    );
    course.ask(question);
    // Answering takes a question out of the address; here it is what the page shows.
    question.addEventListener("submit", () => history.replaceState(null, "", `#q-${id}`));
    settle(() => focus("#exam-alone"));
  }

  // A result, or a new draw, is not about the question that the address names.
  function leaveQuestion() {
    if (location.hash.startsWith("#q-")) history.replaceState(null, "", location.pathname + location.search);
  }

  function focus(selector) {
    const target = stage.querySelector(selector);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: "start", behavior: "instant" });
  }

  // Move the focus; once more when a page that is still loading has gone where its address says, which takes it away.
  function settle(move) {
    move();
    if (document.readyState === "complete") return;
    const again = () => document.activeElement === document.body && move();
    addEventListener("load", () => setTimeout(again), { once: true });
  }

  // Show the question that the address names, in the attempt under way or alone; else where the learner is.
  function follow() {
    const [, id] = /^#q-(.+)$/.exec(location.hash) ?? [];
    const [, attempt] = underWay(store) ?? [];
    if (id && attempt?.draw.some(([drawn]) => drawn === id)) {
      if (!under) show();
      settle(() => under?.view.goTo(id));
    } else if (id && exam.has(id)) {
      askAlone(id);
    } else if (id) {
      show();
      stage.prepend(make("p", { class: "block", role: "status" }, words.exam_gone));
    } else if (!element.dataset.state || (element.dataset.state === "alone" && !location.hash)) {
      show();
    }
  }

  // Another tab has written. Where it has a newer course than this one, this one goes on as it is.
  function takeIn() {
    if (element.dataset.state === "alone") return;
    const [id, attempt] = lastDrawn(store) ?? [];
    const same = stateOf(id, attempt) === shown;
    if (same && (!under || JSON.stringify(attempt.draw) === under.draw)) {
      under?.view.show(attempt);
    } else if (!attempt || attempt.submitted || known(attempt)) {
      const writing = Boolean(under);
      if (under && !same) leaveQuestion();
      const shownNow = show();
      if (writing) shownNow?.announce?.(); // what one was writing on has gone
    }
  }

  renew();
  follow();
  if (stage.querySelector(".exam-updated") && !location.hash) settle(() => focus(".exam-updated"));
  addEventListener("hashchange", follow);
  store.watch(takeIn);
});
