// What a trainer sees of a group: many anonymous results as one, without a page. Nothing is said of fewer than five
// people: what is too small is left out here, so that neither the page nor the table that it saves can show it.

import { decode, isRecord, LIMIT, questionsOf, read } from "./result.js";
import { required, stepsOf } from "./progress.js";

export const FEW = 5; // people, or answers, of whom something is said
export const SMALL = 10; // under that, shares are rounded to 5 % and numbers are left out
export const MOST = 5000; // files that one page opens
const [HARD, EASY] = [40, 95]; // percent right at first, under and over which a question is worth a word

// Look into one file: `{ name, trouble }` or `{ name, result }` (see `read` in result.js). Further troubles: "folder",
// "large", and "unread" for one that is gone, or that this browser may not open.
export async function examine(file, known) {
  const { name, size } = file;
  if (file.folder) return { name, trouble: "folder" };
  const text = async (blob) => decode(new Uint8Array(await blob.arrayBuffer()));
  try {
    if (size > LIMIT) return { name, trouble: isRecord(await text(file.slice(0, 100))) ? "record" : "large" };
    return { name, ...read(await text(file), known) };
  } catch {
    return { name, trouble: "unread" };
  }
}

// What a result says, as one text: two that say the same are one.
const said = ({ done, courseVersion, steps, answers, others, attempts, best }) =>
  JSON.stringify([
    done,
    courseVersion,
    [...steps].sort(),
    answers
      .map(({ question, first, last }) => [question, first, last])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
    others,
    attempts,
    best && [best.score, best.of, best.passed],
  ]);

// Of two files of one person the one that counts: with more done; of equals always the same one.
function later(one, other) {
  const more = other.result.done - one.result.done;
  if (more) return more > 0 ? other : one;
  return said(other.result) > said(one.result) ? other : one;
}

// Part what was examined into `{ people, left }`: one result a person, and the files left out, in their order, as
// { name, why, other }. Besides a trouble, `why` may be "duplicate" or "older", `other` being the file that counts.
export function sift(entries) {
  const files = new Map();
  for (const entry of entries) {
    if (!entry.result) continue;
    const { number } = entry.result;
    if (files.has(number)) files.get(number).push(entry);
    else files.set(number, [entry]);
  }
  const counted = new Map([...files].map(([number, found]) => [number, found.reduce(later)]));
  const left = entries.flatMap((entry) => {
    if (!entry.result) return { name: entry.name, why: entry.trouble };
    const one = counted.get(entry.result.number);
    if (one === entry) return [];
    return { name: entry.name, why: said(one.result) === said(entry.result) ? "duplicate" : "older", other: one.name };
  });
  return { people: [...counted.values()].map(({ result }) => result), left };
}

// A whole percentage of a number of people, in steps of five of a small one.
export function percent(share, of) {
  const grain = of < SMALL ? 5 : 1;
  return grain * Math.round((100 * share) / grain);
}

// How many of how many. Of few, the share alone.
function part(count, of) {
  const small = of < SMALL;
  return { count: small ? null : count, of: small ? null : of, percent: percent(count / of, of) };
}

function median(sorted) {
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

// What is said of a group, or null of one that is too few. A part is { count, of, percent }, the first two null of few.
//   people      how many
//   complete    the part that finished the required path
//   steps       [{ id, ...part that finished it }…] in the course's order; the assessment where enough tried it
//   assessment  null where too few tried it, else { tried, passed: parts; median, low, high: percent of the best scores }
//   questions   [{ id, first, last: parts that were right }…] with answers enough, in the course's order
//   few         how many questions have too few answers
//   others      how many steps and answers this version of the course does not know
export function aggregate(people, outline) {
  if (people.length < FEW) return null;
  const of = people.length;
  const done = new Map(stepsOf(outline).map(({ id }) => [id, 0]));
  const asked = new Map(questionsOf(outline).map(([id]) => [id, { answers: 0, first: 0, last: 0 }]));
  const path = required(outline).map(({ id }) => id);
  const scores = [];
  let [complete, passed, others] = [0, 0, 0];
  for (const person of people) {
    for (const id of person.steps) done.set(id, done.get(id) + 1);
    for (const { question, first, last } of person.answers) {
      const found = asked.get(question);
      found.answers += 1;
      found.first += first;
      found.last += last;
    }
    const mine = new Set(person.steps);
    if (path.every((id) => mine.has(id))) complete += 1;
    if (person.best) {
      scores.push(person.best.score / person.best.of);
      passed += person.best.passed;
    }
    others += person.others;
  }
  const tried = scores.length;
  scores.sort((one, other) => one - other);
  const enough = [...asked].filter(([, { answers }]) => answers >= FEW);
  return {
    people: of,
    complete: part(complete, of),
    steps: stepsOf(outline)
      .filter(({ kind }) => kind !== "assessment" || tried >= FEW)
      .map(({ id }) => ({ id, ...part(done.get(id), of) })),
    assessment:
      tried < FEW
        ? null
        : {
            tried: part(tried, of),
            passed: part(passed, tried),
            median: percent(median(scores), tried),
            low: percent(scores[0], tried),
            high: percent(scores.at(-1), tried),
          },
    questions: enough.map(([id, { answers, first, last }]) => ({
      id,
      first: part(first, answers),
      last: part(last, answers),
    })),
    few: asked.size - enough.length,
    others,
  };
}

// The questions with the hardest first; of equals, as in the course.
export const hardest = (questions) => [...questions].sort((one, other) => one.first.percent - other.first.percent);

// What a question is worth a word for: "hard", "easy", or nothing. From what is shown, so that it says no more.
export const flagOf = ({ first }) => (first.percent < HARD ? "hard" : first.percent > EASY ? "easy" : "");

// The same as a table, for a spreadsheet: rows of texts and numbers, the names of the columns first. `about` maps a
// question to its [beginning, lesson's title].
export function rows(found, outline, about, words) {
  const row = (kind, item, lesson, { count = "", of = "", percent = "" } = {}, last = "", note = "") => {
    return [words[`group_csv_${kind}`], item, lesson, count ?? "", of ?? "", percent, last, note];
  };
  const head = ["subject", "item", "lesson", "count", "of", "share", "last", "note"];
  const steps = new Map(found.steps.map((step) => [step.id, step]));
  const exam = found.assessment;
  return [
    head.map((name) => words[`group_csv_${name}`]),
    row("group", words.group_csv_people, "", { count: found.people }),
    row("group", words.group_complete, "", found.complete),
    ...outline.modules.flatMap((module) =>
      module.steps
        .filter(({ id }) => steps.has(id))
        .map(({ id, title }) => row("step", title, module.title, steps.get(id))),
    ),
    ...(exam
      ? [
          row("exam", words.group_tried, "", exam.tried),
          row("exam", words.group_passed, "", exam.passed),
          row("exam", words.group_median, "", { percent: exam.median }),
          row("exam", words.group_low, "", { percent: exam.low }),
          row("exam", words.group_high, "", { percent: exam.high }),
        ]
      : [row("exam", words.group_few_tried, "")]),
    ...found.questions.map((question) => {
      const [beginning, lesson] = about(question.id);
      const flag = flagOf(question);
      return row("question", beginning, lesson, question.first, question.last.percent, flag && words[`group_${flag}`]);
    }),
  ];
}

// What a spreadsheet would take for a formula, after any blanks.
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/u;

// Rows as CSV (RFC 4180), with the mark by which Excel knows UTF-8. A text that would be a formula begins with an
// apostrophe; numbers are whole, so that no decimal comma parts them.
export function csv(table) {
  const cell = (value) => {
    if (typeof value === "number") return String(value);
    const text = FORMULA.test(value) ? `'${value}` : value;
    return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\ufeff${table.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

// A file's name as it can be shown: anybody chose it. No sign that is not seen or turns the text round; of a long one,
// the beginning and the end. Empty where nothing is left.
export function shownName(name, most = 60) {
  const signs = [...String(name).replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, "")];
  const text = signs.length > most ? [...signs.slice(0, most - 20), "…", ...signs.slice(-19)] : signs;
  return text.join("").trim();
}
