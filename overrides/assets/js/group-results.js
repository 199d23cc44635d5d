// A group's results: a place for anonymous files, why some are left out, and what the others say together. Nothing leaves
// this page, and nothing is kept.
import { define, download, make, steady } from "./lib/dom.js";
import { aggregate, csv, examine, FEW, flagOf, hardest, MOST, rows, shownName, sift } from "./lib/group.js";
import { known } from "./lib/result.js";
import { stepsOf } from "./lib/progress.js";
import { plural, say } from "./lib/words.js";

const BREATH = 40; // milliseconds of reading after which the page gets its turn
const SHOWN = 15; // questions that stand in sight, of those with the hardest first
const SILENCE = 4000; // milliseconds between two words about how far the reading is

const pause = () => new Promise((resolve) => setTimeout(resolve));

define("group-results", (element, { outline, words, base }) => {
  const course = known(outline);
  const several = (key, count, more) => plural(words, key, count, outline.language, more);
  let entries = [];
  let waiting = [];
  let over = 0; // files beyond those that are opened
  let round = 0; // starting over ends the reading that is under way
  let reading = false;
  let found = null; // what is said of the group
  let sorted = "hardest";
  let saying;

  const input = make("input", {
    type: "file",
    multiple: true,
    accept: ".json,application/json",
    class: "hidden",
    tabindex: "-1",
    "aria-hidden": "true",
    change() {
      take([...input.files]);
      input.value = "";
    },
  });
  const choose = make("button", { type: "button", class: "button", click: () => input.click() }, words.group_choose);
  const again = make("button", { type: "button", hidden: true, click: startOver }, words.group_again);
  const bar = make("progress", { "aria-label": words.group_bar, hidden: true });
  const told = make("p", { role: "status", class: "group-told" });
  const zone = make(
    "div",
    { class: "group-zone" },
    make("p", {}, words.group_drop),
    make("p", {}, choose, input),
    make("p", { class: "quiet small" }, words.group_stay),
  );
  const left = make("details", { class: "group-left", hidden: true });
  const results = make("div");
  const showResults = steady(results, () => results.replaceChildren(...(found ? summary() : [])));

  element.replaceChildren(
    make("h2", {}, words.group_files),
    zone,
    bar,
    told,
    make("p", { class: "group-again" }, again),
    left,
    results,
  );

  // A file that is dropped beside the zone would be opened in the place of this page: the whole page is the zone.
  const hasFiles = (event) => event.dataTransfer?.types.includes("Files");
  const lift = () => zone.classList.remove("over");
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    zone.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) lift();
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    lift();
    const items = [...event.dataTransfer.items].filter(({ kind }) => kind === "file");
    const dropped = items.map((item) => {
      const entry = item.webkitGetAsEntry?.();
      return entry?.isDirectory ? { name: entry.name, folder: true } : item.getAsFile();
    });
    take(dropped.filter(Boolean));
  });

  function announce(text) {
    clearTimeout(saying);
    told.textContent = "";
    saying = setTimeout(() => (told.textContent = text), 100);
  }

  // Open more files, after those that are being opened.
  function take(files) {
    const room = Math.max(MOST - entries.length - waiting.length, 0);
    over += Math.max(files.length - room, 0);
    waiting.push(...files.slice(0, room));
    if (!reading) read();
  }

  // One file after the other; the page answers in between.
  async function read() {
    const mine = round;
    let [breath, spoke] = [performance.now(), performance.now()];
    reading = true;
    bar.hidden = again.hidden = false;
    for (let done = 0; done < waiting.length; done += 1) {
      const file = waiting[done];
      if (performance.now() - breath > BREATH) {
        const total = waiting.length;
        bar.max = total;
        bar.value = done;
        if (performance.now() - spoke > SILENCE) {
          announce(say(words.group_reading, { done, total }));
          spoke = performance.now();
        }
        await pause();
        breath = performance.now();
      }
      const entry = await examine(file, course);
      if (mine !== round) return;
      entries.push(entry);
    }
    waiting = [];
    reading = false;
    bar.hidden = true;
    bar.removeAttribute("value");
    show();
  }

  function startOver() {
    round += 1;
    [entries, waiting, over, reading, found] = [[], [], 0, false, null];
    bar.hidden = again.hidden = left.hidden = true;
    left.replaceChildren();
    showResults();
    announce(words.group_emptied);
    choose.focus();
  }

  function show() {
    const { people, left: out } = sift(entries);
    const missing = FEW - people.length;
    announce(
      [
        several("group_counted", people.length),
        missing > 0 ? several("group_missing", missing) : "",
        out.length ? `${several("group_left", out.length)}.` : "",
        over ? several("group_over", over, { most: MOST }) : "",
      ]
        .filter(Boolean)
        .join(" "),
    );
    found = aggregate(people, outline);
    showLeft(out, !found);
    showResults();
  }

  // The files that do not count, each with its reason.
  function showLeft(out, open) {
    left.hidden = !out.length;
    left.open = open || out.some(({ why }) => why === "record");
    left.replaceChildren(
      make("summary", {}, several("group_left", out.length)),
      make("ul", {}, ...out.map(({ name, why, other }) => excuse(name, why, other))),
    );
  }

  // A name anybody chose: its own direction, and never read as HTML.
  const named = (name) => make("bdi", {}, shownName(name) || words.group_nameless);

  function excuse(name, why, other) {
    const because = [` ${words[`group_why_${why}`]}`, ...(other === undefined ? [] : [" ", named(other), "."])];
    return make("li", { "data-why": why }, make("strong", {}, named(name)), make("br"), ...because);
  }

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
    const [some, all] = [count, of].map((number) => number.toLocaleString(`${outline.language}-CA`));
    return say(words.group_part, { count: some, of: all, percent });
  }
  const plain = (percent) => [say(words.group_percent, { percent }), { percent }];
  const list = (...items) => make("ul", { class: "group-rows" }, ...items);
  // Following a link would empty the page.
  const link = (url, text) => make("a", { href: base + url, target: "_blank", rel: "noopener" }, text);

  function summary() {
    const small = found.complete.count === null;
    return [
      make("h2", {}, words.group_title),
      make("p", { class: "so-far" }, several("group_people", found.people)),
      list(row(words.group_complete, figure(found.complete), found.complete)),
      small ? make("p", {}, words.group_small) : null,
      make("p", {}, words.group_limit),
      found.others ? make("p", {}, several("group_others", found.others)) : null,
      ...table(),
      make("h2", {}, words.group_steps),
      make("p", { class: "quiet small" }, words.group_links),
      ...steps(),
      make("h2", {}, words.group_exam),
      exam(found.assessment),
      make("h2", {}, words.group_questions),
      ...questions(found),
    ].filter(Boolean);
  }

  function steps() {
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

  function table() {
    const saved = make("p", { role: "status", class: "told" });
    const save = () => {
      const name = say(words.group_csv_name, outline);
      const titled = (id) => [about(id).beginning, about(id).lesson];
      download(name, csv(rows(found, outline, titled, words)), "text/csv;charset=utf-8");
      saved.textContent = "";
      setTimeout(() => (saved.textContent = say(words.group_csv_saved, { name })), 100);
    };
    return [
      make("p", { class: "group-table" }, make("button", { type: "button", click: save }, words.group_csv)),
      make("p", { class: "quiet small" }, words.group_csv_how),
      saved,
    ];
  }
});
