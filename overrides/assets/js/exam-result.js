// What an attempt that was handed in is worth, and why, question by question; then what comes next.
import { make } from "./lib/dom.js";
import { inWords, say } from "./lib/words.js";
import { voice } from "./lib/live.js";
import { optionsOf } from "./lib/options.js";
import { needed, toReread, verdicts } from "./lib/draw.js";
import { stepsOf } from "./lib/progress.js";
import { byTheme } from "./exam-bank.js";
import { icon } from "./exam-icons.js";
import { startPanel } from "./exam-start.js";

const SIGNS = { right: "answered", missed: "again", empty: "empty" };

// One question with its verdict in words, the reasons of the chosen and of the right options open. Nothing is asked any
// more: signs stand where the boxes were.
function explained(exam, { outline, words }, { id, verdict, met, total }, given, i, n) {
  const named = `${say(words.exam_question, { i, n })}${outline.words.colon}`;
  const title = make("span", { class: "exam-verdict" }, named);
  const told = make("span", { class: "exam-verdict" }, words[`exam_is_${verdict}`]);
  if (verdict === "changed") {
    const heading = make("h3", { class: "kind" }, title, " ", told);
    return make("div", { class: "question" }, heading, make("p", {}, words.exam_changed_how));
  }
  const question = exam.copy(id, i, n);
  question.classList.add(verdict === "right" ? "right" : "again");
  question.querySelector("h3").replaceChildren(icon(SIGNS[verdict]), title, " ", told);
  if (question.dataset.kind === "multiple" && verdict === "missed") {
    const partly = make("p", { class: "small" }, say(words.exam_partly, { count: met, n: total }));
    question.querySelector("fieldset").before(partly);
  }
  for (const [index, option] of optionsOf(question).entries()) {
    const control = option.querySelector("input");
    const label = option.querySelector("label");
    const reason = option.querySelector(".reason");
    const chosen = given.includes(index);
    reason.open = chosen || "right" in control.dataset;
    option.classList.toggle("shown", reason.open);
    control.remove();
    const text = make("div", { class: "exam-option", id: label.id }, ...label.childNodes);
    label.replaceWith(icon(chosen ? "picked" : "empty"), text);
    if (chosen) reason.before(make("p", { class: "small exam-yours" }, words.exam_yours));
  }
  const more = question.querySelector(".explanation");
  if (more) more.open = true;
  return question;
}

// Show a submitted attempt; `begin()` draws anew. Returns `{ parts, announce() }`.
export function result(exam, course, attempt, begin) {
  const { store, outline, words, base } = course;
  const { score, of, draw, given } = attempt;
  const found = verdicts(attempt, exam.bank, exam.rights);
  const need = needed(of, outline.mastery);
  const told = attempt.passed
    ? say(words.exam_passed, { needed: need, of })
    : say(words.exam_missed, { needed: need, of, count: Math.max(need - score, 0) });
  const status = make("p", { role: "status" }, told);
  const heading = make("h2", { id: "exam-result", tabindex: "-1" }, say(words.exam_score, { score, of }));
  const certificate = make("a", { class: "button", href: `${base}progress/certificate.html` }, words.exam_certificate);
  const on = make("a", { href: "#exam-next" }, words.exam_next);
  const panel = make(
    "section",
    { class: "block exam-result", "aria-labelledby": "exam-result" },
    heading,
    status,
    attempt.passed && !store.kept ? make("p", {}, words.exam_no_certificate) : null,
    make("p", { class: "exam-do" }, attempt.passed && store.kept ? certificate : null, on),
    make(
      "p",
      { class: "quiet small" },
      say(words.exam_when, { date: inWords(attempt.submitted, outline.language), version: attempt.version }),
    ),
  );

  const questions = found.map((each, index) => [
    each.id,
    explained(exam, course, each, given[each.id] ?? [], index + 1, draw.length),
  ]);
  const right = new Set(found.filter(({ verdict }) => verdict === "right").map(({ id }) => id));
  const sections = byTheme(questions, exam, (title, ids) =>
    say(words.exam_theme, { title, score: ids.filter((id) => right.has(id)).length, of: ids.length }),
  );

  let filter = null;
  if (right.size && right.size < found.length) {
    const shown = make("span", { role: "status" });
    const box = make("input", { type: "checkbox", id: "exam-filter", change: sift });
    filter = make("p", { class: "exam-filter" }, box, make("label", { for: "exam-filter" }, words.exam_filter), shown);
    function sift() {
      for (const [id, question] of questions) question.hidden = box.checked && right.has(id);
      for (const section of sections) section.hidden = !section.querySelector(".question:not([hidden])");
      const count = box.checked ? found.length - right.size : found.length;
      shown.textContent = say(words.exam_shown, { count, of: found.length });
    }
  }

  const steps = stepsOf(outline);
  const lessons = toReread(found, exam.bank).map((id) => steps.find((step) => step.id === id));
  const reread = make(
    "ul",
    {},
    ...lessons.filter(Boolean).map(({ url, title }) => make("li", {}, make("a", { href: base + url }, title))),
  );
  const next = make(
    "section",
    { class: "exam-next", "aria-labelledby": "exam-next" },
    make("h2", { id: "exam-next", tabindex: "-1" }, words.exam_next),
    ...(reread.childElementCount ? [make("h3", {}, words.exam_reread), reread] : []),
    startPanel(exam, course, begin, true),
  );

  return {
    parts: [panel, ...(filter ? [filter] : []), ...sections, next],
    announce() {
      heading.focus({ preventScroll: true });
      panel.scrollIntoView({ block: "start", behavior: "instant" });
      voice(status)(told);
    },
  };
}
