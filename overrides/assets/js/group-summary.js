// What a group's results say together: bars, and the same in words.
import { download, make } from "./lib/dom.js";
import { csv, flagOf, hardest, rows } from "./lib/group.js";
import { voice } from "./lib/live.js";
import { stepsOf } from "./lib/progress.js";
import { inFigures, plural, say } from "./lib/words.js";

const SHOWN = 15; // questions that stand in sight, of those with the hardest first

// Return `summary(found)`, which returns the parts that say what `aggregate` of lib/group.js found.
export function groupSummary({ outline, words, base }) {
  const several = (key, count) => plural(words, key, count, outline.language);
  let sorted = "hardest"; // in which order the questions were last asked for

  // A name; a bar, and the same in words.
  function row(name, said, { percent }, more = []) {
    const filled = make("i");
    filled.style.width = `${percent}%`;
    return make(
      "li",
      {},
      make("div", { class: "group-name" }, ...[name].flat()),
      make(
        "div",
        { class: "group-figure" },
        make("span", { class: "group-bar", "aria-hidden": "true" }, filled),
        make("span", { class: "group-said" }, said),
        ...more,
      ),
    );
  }
  function figure({ count, of, percent }) {
    if (count === null) return say(words.group_percent, { percent });
    const [some, all] = [count, of].map((number) => inFigures(number, outline.language));
    return say(words.group_part, { count: some, of: all, percent });
  }
  const plain = (percent) => [say(words.group_percent, { percent }), { percent }];
  const list = (...items) => make("ul", { class: "group-rows" }, ...items);
  // Following a link would empty the page.
  const link = (url, text) => make("a", { href: base + url, target: "_blank", rel: "noopener" }, text);

  function steps(found) {
    const parts = new Map(found.steps.map((step) => [step.id, step]));
    const shown = ({ id }) => parts.has(id);
    return outline.modules.flatMap((module) => [
      make("h3", {}, module.title),
      list(
        ...module.steps.filter(shown).map(({ id, url, title }) => {
          const part = parts.get(id);
          return row(link(url, title), figure(part), part);
        }),
      ),
    ]);
  }

  function exam(assessment) {
    if (!assessment) return make("p", {}, words.group_few_tried);
    const { tried, passed, median, low, high } = assessment;
    return list(
      row(words.group_tried, figure(tried), tried),
      row(words.group_passed, figure(passed), passed),
      row(words.group_median, ...plain(median)),
      row(words.group_low, ...plain(low)),
      row(words.group_high, ...plain(high)),
    );
  }

  // Where a question is answered: its first words, and the step whose passage answers it.
  const places = new Map(stepsOf(outline).map((step) => [step.url, step]));
  function about(id) {
    const [, beginning, passage] = self.courseQuestions[id];
    return { beginning, passage, lesson: places.get(passage.split("#")[0])?.title ?? "" };
  }

  function questions({ questions: asked, few }) {
    const place = make("div");
    const option = (value) => make("option", { value }, words[`group_${value}`]);
    const order = make("select", { id: "group-order", change: sort }, option("hardest"), option("by_lesson"));
    order.value = sorted;
    const one = (question) => {
      const { beginning, passage, lesson: title } = about(question.id);
      const { first, last } = question;
      const flag = flagOf(question);
      return row([make("p", {}, beginning), link(passage, title)], figure(first), first, [
        make("span", { class: "group-last" }, say(words.group_last, last)),
        flag ? make("span", { class: `group-flag ${flag}` }, words[`group_${flag}`]) : null,
      ]);
    };
    // The hardest are what one talks about; the others are not in the way.
    const inOrder = (all) => [
      list(...all.slice(0, SHOWN).map(one)),
      all.length > SHOWN
        ? make(
            "details",
            { class: "group-rest" },
            make("summary", {}, several("group_rest", all.length - SHOWN)),
            list(...all.slice(SHOWN).map(one)),
          )
        : "",
    ];
    function sort() {
      sorted = order.value;
      if (sorted === "hardest") {
        place.replaceChildren(...inOrder(hardest(asked)));
        return;
      }
      const lessons = new Map(stepsOf(outline).map(({ title }) => [title, []]));
      for (const question of asked) lessons.get(about(question.id).lesson)?.push(question);
      place.replaceChildren(
        ...[...lessons]
          .filter(([, those]) => those.length)
          .flatMap(([title, those]) => [make("h3", {}, title), list(...those.map(one))]),
      );
    }
    sort();
    return [
      make("p", {}, words.group_first),
      few ? make("p", {}, several("group_few", few)) : null,
      asked.length
        ? make("p", { class: "group-order" }, make("label", { for: order.id }, words.group_order), " ", order)
        : null,
      place,
    ];
  }

  function table(found) {
    const saved = make("p", { role: "status", class: "told" });
    const tell = voice(saved);
    const save = () => {
      const name = say(words.group_csv_name, outline);
      const titled = (id) => [about(id).beginning, about(id).lesson];
      download(name, csv(rows(found, outline, titled, words)), "text/csv;charset=utf-8");
      tell(say(words.group_csv_saved, { name }));
    };
    return [
      make("p", { class: "group-table" }, make("button", { click: save }, words.group_csv)),
      make("p", { class: "quiet small" }, words.group_csv_how),
      saved,
    ];
  }

  return (found) => {
    const small = found.complete.count === null;
    return [
      make("h2", {}, words.group_title),
      make("p", { class: "so-far" }, several("group_people", found.people)),
      list(row(words.group_complete, figure(found.complete), found.complete)),
      small ? make("p", {}, words.group_small) : null,
      make("p", {}, words.group_limit),
      found.others ? make("p", {}, several("group_others", found.others)) : null,
      ...table(found),
      make("h2", {}, words.group_steps),
      make("p", { class: "quiet small" }, words.group_links),
      ...steps(found),
      make("h2", {}, words.group_exam),
      exam(found.assessment),
      make("h2", {}, words.group_questions),
      ...questions(found),
    ].filter(Boolean);
  };
}
