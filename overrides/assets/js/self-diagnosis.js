// The self-diagnosis: twelve statements, answered before the course and again some weeks after, and the two side by side.
import { define, make, makeSvg, printOnly } from "./lib/dom.js";
import { keptLine } from "./lib/kept.js";
import { voice } from "./lib/live.js";
import { dayOf } from "./lib/review.js";
import { inWords, say } from "./lib/words.js";
import { ANSWERS, answered, compare, complete, level, MOMENTS, suggest } from "./lib/diagnosis.js";
import { sure } from "./lib/sure.js";

// Four steps, a ring for the first time and a dot for the second; the words beside it say the same.
function track(before, after) {
  const x = (step) => 16 + 44 * step;
  const ticks = [0, 1, 2, 3].map((step) => `M${x(step)} 11v10`).join("");
  const moved = before !== null && after !== null && before !== after;
  return makeSvg(
    "svg",
    { viewBox: "0 0 164 32", class: "track", "aria-hidden": "true" },
    makeSvg("path", { class: "steps-of", d: `M16 16H148${ticks}` }),
    moved ? makeSvg("path", { class: "way-of", d: `M${x(before)} 16H${x(after)}` }) : null,
    before === null ? null : makeSvg("circle", { class: "ring", cx: x(before), cy: 16, r: 10 }),
    after === null ? null : makeSvg("circle", { class: "dot", cx: x(after), cy: 16, r: 5.5 }),
  );
}

define("self-diagnosis", (element, { store, outline, words, tell }) => {
  const titles = [...element.querySelectorAll(".circles > p")].map((title) => title.textContent);
  const groups = [...element.querySelectorAll(".statements")];
  const statements = groups.flatMap((group, circle) =>
    [...group.children].map((item) => ({
      id: item.dataset.statement,
      circle,
      url: item.dataset.url,
      lesson: item.dataset.lesson,
      text: item.textContent,
    })),
  );
  const keyOf = (moment, id) => `self-diagnosis.${moment}.${id}`;
  const kept = (moment, id) => store.get("sheets", keyOf(moment, id))?.text ?? "";
  const keep = (moment, id, text) => store.put("sheets", keyOf(moment, id), { text });
  const answersOf = (moment) => Object.fromEntries(statements.map(({ id }) => [id, kept(moment, id)]));
  const dateOf = (moment) => inWords(kept(moment, "date"), outline.language);
  const answer = (code) => words[`diagnosis_${code}`];
  const heard = (code) => answer(code).toLocaleLowerCase();

  const form = make("details", { class: "diagnosis-form" });
  const result = make("div");
  const said = make("p", { role: "status", class: "tool-said" });
  const count = make("p", { class: "quiet" });
  const announce = voice(said);
  let shown = "";

  // The moment that is being answered: the second one once it has begun.
  const now = () => (kept("after", "date") ? "after" : "before");

  function choose(id, code) {
    const moment = now();
    const was = complete(statements, answersOf(moment));
    keep(moment, id, code);
    if (!was) keep(moment, "date", dayOf(new Date()));
    tell();
    show();
    if (!was && complete(statements, answersOf(moment))) announce(words.diagnosis_done);
  }

  // One statement and its five answers.
  function group(statement) {
    const name = `diagnosis-${statement.id}`;
    const pills = ANSWERS.map((code) => {
      const radio = make("input", { type: "radio", name, value: code, change: () => choose(statement.id, code) });
      return make("label", { class: "pill" }, radio, answer(code));
    });
    return make("fieldset", {}, make("legend", {}, statement.text), make("div", { class: "pills" }, ...pills));
  }

  // The form of a moment. It is built anew when another moment begins; else its answers alone are set.
  function ask(moment) {
    if (shown !== moment) {
      shown = moment;
      form.replaceChildren(
        make("summary", {}, make("h2", {}, words[`diagnosis_${moment}`])),
        make("p", {}, words.diagnosis_scale),
        ...titles.flatMap((title, circle) => [
          make("h3", {}, title),
          ...statements.filter((statement) => statement.circle === circle).map(group),
        ]),
      );
      form.open = !complete(statements, answersOf(moment));
    }
    const answers = answersOf(moment);
    for (const radio of form.querySelectorAll("input")) {
      radio.checked = answers[radio.name.slice("diagnosis-".length)] === radio.value;
    }
    const left = { count: answered(statements, answers), total: statements.length };
    count.textContent = left.count < left.total ? say(words.diagnosis_count, left) : "";
  }

  // One moment, or the two side by side.
  function chart(before, after) {
    const sentence = (row) => {
      if (!after) return `${answer(row.before)}.`;
      return say(words.diagnosis_both, { before: heard(row.before), after: heard(row.after) });
    };
    const sum = (circle) => {
      if (!circle.of) return words.diagnosis_sum_none;
      return say(words[after ? "diagnosis_sum_both" : "diagnosis_sum"], circle);
    };
    const section = make(
      "section",
      { class: "chart", "aria-labelledby": "diagnosis-chart" },
      make("h2", { id: "diagnosis-chart" }, words[after ? "diagnosis_chart_both" : "diagnosis_chart"]),
      make(
        "p",
        {},
        say(words[after ? "diagnosis_dates" : "diagnosis_date"], { before: dateOf("before"), after: dateOf("after") }),
      ),
      make("p", { class: "small" }, words.diagnosis_how),
      ...compare(statements, before, after).flatMap((circle) => [
        make("h3", {}, titles[circle.circle]),
        make(
          "ul",
          { class: "tracks" },
          ...circle.rows.map((row) =>
            make(
              "li",
              {},
              make("span", { class: "what" }, row.text),
              make(
                "span",
                { class: "mark-of" },
                track(level(row.before), after ? level(row.after) : null),
                make("span", { class: "small" }, ` ${sentence(row)}`),
              ),
            ),
          ),
        ),
        make("p", { class: "sum" }, sum(circle)),
      ]),
      after ? make("p", { class: "small" }, words.diagnosis_honest) : null,
    );
    const print = make("button", { class: "plain", click: () => printOnly(section) }, words.diagnosis_print);
    return [section, make("p", { class: "tool-actions" }, print)];
  }

  function lessons(answers) {
    const found = suggest(statements, answers);
    if (!found.length) return [];
    const textOf = (id) => statements.find((statement) => statement.id === id).text;
    const items = found.map(({ lesson, url, statements: ids }) =>
      make("li", {}, make("a", { href: url }, lesson), make("span", { class: "quiet small" }, textOf(ids[0]))),
    );
    return [
      make("h2", {}, words.diagnosis_lessons),
      make("p", {}, words.diagnosis_why),
      make("ul", { class: "suggested" }, ...items),
    ];
  }

  // What comes after the statements: nothing until twelve are answered, so that nothing leans on the rest.
  function tellResult() {
    const [before, after] = MOMENTS.map(answersOf);
    const moment = now();
    const parts = [];
    if (moment === "after" && complete(statements, after)) parts.push(...chart(before, after), ...lessons(after));
    else if (moment === "after") {
      parts.push(make("p", {}, say(words.diagnosis_waiting, { before: dateOf("before") })));
      const back = make("button", { class: "plain", click: () => begin("") }, words.diagnosis_back);
      if (!answered(statements, after)) parts.push(make("p", {}, back));
    } else if (complete(statements, before)) {
      parts.push(...chart(before), ...lessons(before));
      const go = make("button", { class: "button", click: () => begin(dayOf(new Date())) }, words.diagnosis_begin);
      parts.push(make("h2", {}, words.diagnosis_later), make("p", {}, words.diagnosis_later_how), make("p", {}, go));
    }
    if (answered(statements, before)) parts.push(make("div", { class: "start-over" }, again, asking));
    result.replaceChildren(...parts);
  }

  function show() {
    ask(now());
    tellResult();
  }

  // Begin the second time, or go back from it; the focus goes where the answers begin.
  function begin(day) {
    keep("after", "date", day);
    tell();
    show();
    form.querySelector("summary").focus();
  }

  function empty() {
    for (const moment of MOMENTS) {
      for (const id of [...statements.map((statement) => statement.id), "date"])
        if (kept(moment, id)) keep(moment, id, "");
    }
    tell();
    shown = "";
    show();
    form.querySelector("summary").focus();
    announce(words.diagnosis_emptied);
  }

  const question = { question: words.diagnosis_sure, yes: words.diagnosis_yes, no: words.diagnosis_no };
  const [again, asking] = sure(words.diagnosis_again, question, empty);
  element.replaceChildren(form, count, said, keptLine({ store, words }), result);
  store.watch(show);
  show();
});
