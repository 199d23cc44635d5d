// My progress: how far one is, the way on, what comes next; then the record as a file, and the anonymous result.
import { define, make, steady } from "./lib/dom.js";
import { attempts, passed, scoreOf, stateOf, stateOfModule, stepsOf, wayLeft, whereIWas } from "./lib/progress.js";
import { fileBox } from "./record-file.js";
import { resultBox } from "./result.js";
import { missed } from "./lib/review.js";
import { duration, plural, say } from "./lib/words.js";

define("course-progress", (element, course) => {
  const overview = make("div");
  const files = fileBox(course, show);
  function show() {
    overview.replaceChildren(...summary(course), ...modules(course), ...next(course));
  }
  element.replaceChildren(overview, files, resultBox(course));
  course.store.watch(steady(element, show));
  show();
});

// What is done of the required path, and one button to go on.
function summary({ store, outline, words, base }) {
  const { trouble } = store;
  const { finished, total, left, complete } = wayLeft(outline, store);
  const began = stepsOf(outline).some((step) => stateOf(step, store) !== "todo");
  const way = whereIWas(outline, store) ?? (began ? null : stepsOf(outline)[0]);
  const told = complete
    ? say(words.progress_complete, { total })
    : say(words.progress_way, { finished, total, left: duration(words, left) });
  const on = began ? outline.words.go_on_to : words.progress_begin;
  const go = way && make("a", { class: "button", href: base + way.url }, say(on, way));
  return [
    trouble ? make("p", { class: "trouble" }, outline.words[`notice_${trouble}`]) : null,
    began || trouble ? null : make("p", {}, words.progress_nothing),
    make("p", { class: "so-far" }, told),
    make("progress", { max: total, value: finished, "aria-label": words.progress_bar }),
    go && make("p", { class: "go" }, go),
  ].filter(Boolean);
}

// Every step of every module, with its state in a word and a shape.
function modules({ store, outline, words, base }) {
  return outline.modules.flatMap((module) => {
    const state = stateOfModule(module, store);
    const rows = module.steps.map((step) => {
      const now = stateOf(step, store);
      const facts = [duration(words, step.minutes), ...details(step, now, store, outline, words)];
      return make(
        "li",
        {},
        make("a", { href: base + step.url }, step.title),
        make("div", {}, sign(now, words), make("span", { class: "quiet small" }, ` · ${facts.join(" · ")}`)),
      );
    });
    return [
      make("h2", {}, module.title, " ", sign(state, words)),
      make("ol", { class: "journey", "data-module-id": module.id }, ...rows),
    ];
  });
}

function details(step, state, store, outline, words) {
  const found = [];
  if (step.kind === "assessment") {
    const best = passed(store);
    const last = attempts(store).at(-1)?.[1];
    if (best) found.push(say(words.progress_best, best));
    else if (last) found.push(say(words.progress_last, last));
  } else if (step.asks.length) {
    const score = scoreOf(step, store);
    if (score.of) found.push(say(words.progress_score, score));
    const changed = step.asks.filter(([id, hash]) => store.answer(id, hash)?.changed).length;
    if (changed) found.push(plural(words, "progress_changed", changed, outline.language));
  }
  if (!outline.required.includes(step.id)) found.push(words.progress_optional);
  return found;
}

function sign(state, words) {
  return make("span", { class: `state ${state}` }, words[`state_${state}`]);
}

// What comes next besides the lessons: mistakes, the assessment, the certificate.
function next({ store, outline, words, base }) {
  const asks = stepsOf(outline).flatMap((step) => step.asks);
  const wrong = missed([...asks, ...outline.bank.map(({ id, hash }) => [id, hash])], store).length;
  const assessment = stepsOf(outline).find((step) => step.kind === "assessment");
  const link = (url, text) => make("a", { href: base + url }, text);
  const review = link("progress/review.html", words.progress_to_review);
  const rows = [
    make("li", {}, review, wrong ? ` · ${plural(words, "progress_mistakes", wrong, outline.language)}` : ""),
    passed(store)
      ? make("li", {}, link("progress/certificate.html", words.progress_to_certificate))
      : assessment && make("li", {}, link(assessment.url, words.progress_to_assessment)),
  ];
  return [make("h2", {}, words.progress_next), make("ul", {}, ...rows.filter(Boolean))];
}
