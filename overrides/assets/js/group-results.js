// A group's results: a place for anonymous files, why some are left out, and what the others say together. Nothing leaves
// this page, and nothing is kept.
import { groupSummary } from "./group-summary.js";
import { define, make, steady } from "./lib/dom.js";
import { aggregate, examine, FEW, MOST, shownName, sift } from "./lib/group.js";
import { voice } from "./lib/live.js";
import { known } from "./lib/result.js";
import { inFigures, plural, say } from "./lib/words.js";

const BREATH = 40; // milliseconds of reading after which the page gets its turn
const SILENCE = 4000; // milliseconds between two words about how far the reading is

const pause = () => new Promise((resolve) => setTimeout(resolve));

define("group-results", (element, page) => {
  const { outline, words } = page;
  const summary = groupSummary(page);
  const course = known(outline);
  const several = (key, count, more) => plural(words, key, count, outline.language, more);
  let entries = [];
  let waiting = [];
  let over = 0; // files beyond those that are opened
  let round = 0; // starting over ends the reading that is under way
  let reading = false;
  let found = null; // what is said of the group

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
  const choose = make("button", { class: "button", click: () => input.click() }, words.group_choose);
  const again = make("button", { hidden: true, click: startOver }, words.group_again);
  const bar = make("progress", { "aria-label": words.group_bar, hidden: true });
  const told = make("p", { role: "status", class: "group-told" });
  const announce = voice(told);
  const zone = make(
    "div",
    { class: "group-zone" },
    make("p", {}, words.group_drop),
    make("p", {}, choose, input),
    make("p", { class: "quiet small" }, words.group_stay),
  );
  const left = make("details", { class: "group-left", hidden: true });
  const results = make("div");
  const showResults = steady(results, () => results.replaceChildren(...(found ? summary(found) : [])));

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
        over ? several("group_over", over, { most: inFigures(MOST, outline.language) }) : "",
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
});
