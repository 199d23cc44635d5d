// An attempt under way: the questions that were drawn, without anything that gives an answer away, the answer sheet that
// says which are answered, empty or flagged, and handing in.
import { make } from "./lib/dom.js";
import { say } from "./lib/words.js";
import { sheet } from "./lib/draw.js";
import { chosenIn, controlsOf } from "./lib/options.js";
import { byTheme } from "./exam-bank.js";
import { icon } from "./exam-icons.js";

const GIVES_AWAY = "details.reason, .from";

// Bring a question's heading to the top of the window and the focus to it.
function goTo(question) {
  question.querySelector("h3").focus({ preventScroll: true });
  question.scrollIntoView({ block: "start", behavior: "instant" });
}

// Show `attempt`. `keep(change)` stores what `change(attempt)` returns and returns the attempt as it is then; `handIn()`
// hands in. Returns `{ parts, show(attempt), goTo(id) }`.
export function answerSheet(exam, { outline, words }, attempt, { keep, handIn }) {
  const { colon } = outline.words;
  let now = attempt;
  let asked = false; // whether to hand in with empty questions
  const of = now.draw.length;
  const ids = now.draw.map(([id]) => id);
  const questions = new Map(ids.map((id, index) => [id, exam.copy(id, index + 1, of)]));
  const flags = new Map();
  const cells = new Map();

  function link(id, ...content) {
    const follow = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      history.replaceState(null, "", `#q-${id}`); // a reload, or the other language, comes back here
      goTo(questions.get(id));
    };
    return make("a", { href: `#q-${id}`, click: follow }, ...content);
  }

  const named = (id) => `${words.exam_cell} ${ids.indexOf(id) + 1}`;

  for (const [id, question] of questions) {
    for (const giving of question.querySelectorAll(GIVES_AWAY)) giving.remove();
    for (const control of question.querySelectorAll("input")) delete control.dataset.right;
    const number = ids.indexOf(id) + 1;
    const name = make("span", { class: "hidden" }, ` ${say(words.exam_flag_of, { i: number })}`);
    const toggle = () => {
      now = keep((before) => {
        const others = before.flagged.filter((each) => each !== id);
        return { flagged: others.length < before.flagged.length ? others : [...others, id] };
      });
      tick();
    };
    flags.set(id, make("button", { class: "quiet exam-flag", click: toggle }, icon("flag"), words.exam_flag, name));
    question.querySelector("form").append(make("p", { class: "actions" }, flags.get(id)));
    question.addEventListener("input", () => {
      now = keep((before) => ({ given: { ...before.given, [id]: chosenIn(question) } }));
      tick();
    });
    cells.set(id, make("span", { class: "hidden" }));
  }

  const rows = ids.map((id, index) => {
    const number = make("b", { "aria-hidden": "true" }, String(index + 1));
    const signs = make("span", { class: "exam-signs" }, icon("answered"), icon("empty"), icon("flag"));
    return make("li", {}, link(id, number, cells.get(id), signs));
  });
  const counts = [make("p", { class: "exam-count" }), make("span", {})];
  const legend = make(
    "p",
    { class: "quiet small exam-legend", "aria-hidden": "true" },
    ...[
      ["answered", words.exam_answered],
      ["empty", words.exam_empty],
      ["flag", words.exam_flagged],
    ].map(([name, word]) => make("span", {}, icon(name), word)),
  );
  const nav = make(
    "nav",
    { class: "block exam-sheet", "aria-labelledby": "exam-sheet" },
    make("h2", { id: "exam-sheet", tabindex: "-1" }, words.exam_sheet),
    make("p", {}, words.exam_sheet_how),
    make("ol", { class: "exam-cells" }, ...rows),
    counts[0],
    legend,
  );

  const said = make("div", { class: "exam-asks", role: "status" });
  const button = make("button", { class: "button", click: press });
  const back = make("a", { href: "#exam-sheet" }, words.exam_to_sheet);
  const end = make(
    "section",
    { class: "block exam-hand-in", "aria-labelledby": "exam-hand-in" },
    make("h2", { id: "exam-hand-in" }, words.exam_hand_in_title),
    make("p", {}, counts[1], " ", back),
    said,
    make("p", { class: "exam-do" }, button),
  );

  // Hand in, but ask once where questions are empty. The second press of a double click is no answer to that.
  function press(event) {
    if (event.detail > 1) return;
    if (asked || !empties().length) {
      handIn();
      return;
    }
    asked = true;
    ask();
  }

  const empties = () => sheet(now).filter(({ answered }) => !answered);

  // Name the empty questions, as long as there are any.
  let waiting;
  function ask() {
    const empty = asked ? empties() : [];
    button.textContent = words[empty.length ? "exam_hand_in_anyway" : "exam_hand_in"];
    const which = empty.map(({ id }) => id).join(" ");
    if (said.dataset.which === which) return;
    said.dataset.which = which;
    said.replaceChildren();
    clearTimeout(waiting);
    if (!empty.length) return;
    const links = empty.map(({ id }) => link(id, named(id)));
    // A live region speaks when its text changes some time after it was emptied.
    waiting = setTimeout(() => {
      const list = make("ul", {}, ...links.map((each) => make("li", {}, each)));
      said.append(make("p", {}, make("b", {}, words.exam_empties)), list, make("p", {}, words.exam_empties_how));
      if (document.activeElement === button) button.scrollIntoView({ block: "nearest" });
    }, 150);
  }

  // Say the state of each question, in its cell and on its flag.
  function tick() {
    const states = sheet(now);
    for (const { id, answered, flagged } of states) {
      const state = [words[answered ? "exam_answered" : "exam_empty"], ...(flagged ? [words.exam_flagged] : [])];
      cells.get(id).textContent = `${named(id)}${colon} ${state.join(", ")}`;
      const cell = cells.get(id).parentElement;
      cell.classList.toggle("answered", answered);
      cell.classList.toggle("flagged", flagged);
      flags.get(id).setAttribute("aria-pressed", String(flagged));
      questions.get(id).classList.toggle("flagged", flagged);
    }
    const answered = states.filter((state) => state.answered).length;
    const flagged = states.filter((state) => state.flagged).length;
    const text = [
      say(words.exam_count, { answered, of }),
      ...(flagged ? [say(words.exam_count_flagged, { count: flagged })] : []),
    ];
    for (const count of counts) count.textContent = `${text.join(", ")}.`;
    ask();
  }

  // Take in an attempt as it was kept, by this tab before or by another one now.
  function show(attempt) {
    now = attempt;
    for (const [id, question] of questions) {
      const given = now.given[id] ?? [];
      controlsOf(question).forEach((control, index) => (control.checked = given.includes(index)));
    }
    tick();
  }

  show(attempt);
  return {
    parts: [nav, ...byTheme([...questions], exam), end],
    show,
    link: (id) => link(id, named(id)),
    goTo: (id) => goTo(questions.get(id)),
  };
}
