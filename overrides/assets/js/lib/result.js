// The anonymous result: the file that a learner may hand to a trainer. Its form, how it is made, how it is read.
//
//   format         "course-result"
//   version        1, that of the form
//   course         the course's id, and
//   courseVersion  its version
//   number         128 bits by chance as 32 hexadecimal digits: two files of one person count once, and it says nothing
//                  else of the person
//   steps          [id of a step that is finished…]
//   answers        [{ question, wording, first, last }…]: its id, the fingerprint of the wording that was answered,
//                  whether the first answer was right, and whether the last one was
//   assessment     { attempts, best }: how many were handed in, and the best of them as { score, of, passed } or null
//
// That is all of it: no name, no date, nothing that was written or chosen. All is in the outline's order, which does not
// tell when it was done. A file comes from anywhere and may hold anything: one that has more than this, or less, or
// something else, is not read, and nothing of its text reaches a page.

import { own } from "./record.js";
import { attempts, stateOf, stepsOf } from "./progress.js";

export const FORMAT = "course-result";
export const VERSION = 1;
export const LIMIT = 256_000; // bytes of a file; one of ours has some 15,000
const RECORD = "course-record"; // the format of a learner's whole progress (see store.js)

const NUMBER = /^[0-9a-f]{32}$/;
const LONG = 100; // characters of an id, a fingerprint or a version
const MANY = 5000; // steps, answers, attempts, or questions of an assessment

// Every question of a course as it is asked now, [id, fingerprint], those of the assessment last.
export const questionsOf = (outline) => [
  ...new Map([
    ...stepsOf(outline).flatMap((step) => step.asks),
    ...(outline.bank ?? []).map(({ id, hash }) => [id, hash]),
  ]),
];

// The number that stands for a learner, made at the first result and kept with the record: erased when it is. A record
// may come from a file, so a number that is none of ours is replaced.
export function numberOf(store, random = (bytes) => crypto.getRandomValues(bytes)) {
  const kept = store.setting("result");
  if (kept && NUMBER.test(kept)) return kept;
  const number = [...random(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  store.set("result", number);
  return number;
}

// The better of two attempts: one that passed, then the higher share, then the longer one.
function better(one, other) {
  if (!one) return other;
  const gained =
    Number(other.passed) - Number(one.passed) || other.score * one.of - one.score * other.of || other.of - one.of;
  return gained > 0 ? other : one;
}

// What the file says of a learner, all but the number.
export function resultOf(store, outline) {
  const tried = attempts(store)
    .map(([, { score, of, passed }]) => ({ score, of, passed: Boolean(passed) }))
    .filter(isScore);
  return {
    steps: stepsOf(outline)
      .filter((step) => stateOf(step, store) === "finished")
      .map(({ id }) => id),
    answers: questionsOf(outline).flatMap(([question, wording]) => {
      const answer = store.answer(question, wording);
      return answer && !answer.changed ? [{ question, wording, first: !answer.missed, last: answer.right }] : [];
    }),
    assessment: { attempts: Math.min(tried.length, MANY), best: tried.reduce(better, null) },
  };
}

// The file's text.
export function write(store, outline, number) {
  const head = { format: FORMAT, version: VERSION, course: outline.id, courseVersion: outline.version, number };
  return `${JSON.stringify({ ...head, ...resultOf(store, outline) }, null, 1)}\n`;
}

// What a reader needs to know of its course.
export const known = (outline) => ({
  course: outline.id,
  steps: new Set(stepsOf(outline).map(({ id }) => id)),
  wordings: new Map(questionsOf(outline)),
});

// The text of a file's bytes, or null where they are none. Other programs may have saved it as UTF-16, or marked its
// beginning.
export function decode(bytes) {
  const [first, second] = bytes;
  const form =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(form, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

const isCount = (value, most) => Number.isInteger(value) && value >= 0 && value <= most;
const isShort = (value) => typeof value === "string" && value.length > 0 && value.length <= LONG;
const isFlag = (value) => typeof value === "boolean";
const isList = (value, isItem) => Array.isArray(value) && value.length <= MANY && value.every(isItem);

// Whether a value is an object with these keys and no others.
function hasOnly(value, ...keys) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const found = Object.keys(value);
  return found.length === keys.length && keys.every((key) => Object.hasOwn(value, key));
}

const isScore = ({ score, of, passed }) => isCount(of, MANY) && of > 0 && isCount(score, of) && isFlag(passed);

const isAnswer = (value) =>
  hasOnly(value, "question", "wording", "first", "last") &&
  isShort(value.question) &&
  isShort(value.wording) &&
  isFlag(value.first) &&
  isFlag(value.last);

const once = (values) => new Set(values).size === values.length;

// What each part must be.
const PARTS = {
  courseVersion: isShort,
  number: (value) => typeof value === "string" && NUMBER.test(value),
  steps: (value) => isList(value, isShort) && once(value),
  answers: (value) => isList(value, isAnswer) && once(value.map(({ question }) => question)),
  assessment: (value) =>
    hasOnly(value, "attempts", "best") &&
    isCount(value.attempts, MANY) &&
    (value.best === null
      ? value.attempts === 0
      : value.attempts > 0 && hasOnly(value.best, "score", "of", "passed") && isScore(value.best)),
};

// Read a file's text (null: it has none) for the course that `known` tells of. Returns `{ trouble }`, why it is left out:
// "empty", "binary", "page" (of the web), "damaged", "foreign" (another program's), "record" (somebody's whole progress),
// "course" (another one), "newer", "extra" (it holds more than a result does), or the part that is not as it must be; or
// `{ result }`:
//   number, courseVersion
//   done     how much the person had done, to tell which of two files is the later one
//   steps    [id…] of the course's
//   answers  [{ question, first, last }…] to questions as they are asked now
//   others   how many steps and answers this version of the course does not know
//   best, attempts
export function read(text, { course, steps, wordings }) {
  if (text === null) return { trouble: "binary" };
  if (!text.trim()) return { trouble: "empty" };
  let file;
  try {
    file = JSON.parse(text);
  } catch {
    return { trouble: unread(text) };
  }
  const format = own(file, "format");
  if (format === RECORD || isBare(file)) return { trouble: "record" };
  if (format !== FORMAT) return { trouble: "foreign" };
  if (own(file, "course") !== course) return { trouble: "course" };
  const version = own(file, "version");
  if (Number.isInteger(version) && version > VERSION) return { trouble: "newer" };
  if (version !== VERSION) return { trouble: "foreign" };
  const wrong = Object.keys(PARTS).find((part) => !PARTS[part](own(file, part)));
  if (wrong) return { trouble: wrong };
  if (!hasOnly(file, "format", "version", "course", ...Object.keys(PARTS))) return { trouble: "extra" };
  const mine = file.steps.filter((id) => steps.has(id));
  const now = file.answers.filter(({ question, wording }) => wordings.get(question) === wording);
  return {
    result: {
      number: file.number,
      courseVersion: file.courseVersion,
      done: file.steps.length + file.answers.length + file.assessment.attempts,
      steps: mine,
      answers: now.map(({ question, first, last }) => ({ question, first, last })),
      others: file.steps.length - mine.length + file.answers.length - now.length,
      attempts: file.assessment.attempts,
      best: file.assessment.best,
    },
  };
}

// A record as the browser keeps it, which a damaged one is saved as (see store.js).
const isBare = (file) => own(file, "format") === undefined && own(file, "answers") !== undefined && "sheets" in file;

// What a text is that cannot be parsed. A progress file that is cut off is one still.
function unread(text) {
  if (isRecord(text)) return "record";
  return /^\s*</.test(text) ? "page" : /^\s*[[{]/.test(text) ? "damaged" : "foreign";
}

// Whether a text begins as somebody's whole progress does, whatever follows: enough for a file that is not read.
export const isRecord = (text) => (text ?? "").slice(0, 1000).includes(`"${RECORD}"`);
