// What an LMS is told of a learner, in the words of either version of SCORM. No page, no API.
//
// Completion (2004): completed once every step of the required path is finished, the assessment being one where it stands
// on the path. Success: passed once an attempt at the assessment has passed; failed while attempts were handed in and none
// has, if the assessment is required; else unknown. Score: the best attempt in percent, rounded down. SCORM 1.2 has one
// status for both: passed before all; failed while the required assessment is; completed where the path is finished and
// asks for no assessment; else incomplete.
//
// Nothing is ever taken back: neither a status nor the score gets worse than the LMS has it, not even after an update of
// the course or when the learner erases everything.
//
// An attempt that was handed in elsewhere and came in a file does not count here (see session.js). Each question that is
// answered in a lesson or a check is an interaction, and each question of an attempt once it is handed in: what was
// chosen or typed, and whether it is right. Scenarios, plans, worksheets and names are not sent.

import { attempts, passed, required, wayLeft } from "../lib/progress.js";

const ELEMENTS = {
  1.2: {
    mode: "cmi.core.lesson_mode",
    credit: "cmi.core.credit",
    location: "cmi.core.lesson_location",
    status: "cmi.core.lesson_status",
    raw: "cmi.core.score.raw",
    min: "cmi.core.score.min",
    max: "cmi.core.score.max",
    suspend: "cmi.suspend_data",
    exit: "cmi.core.exit",
    session: "cmi.core.session_time",
  },
  2004: {
    mode: "cmi.mode",
    credit: "cmi.credit",
    location: "cmi.location",
    status: "cmi.completion_status",
    success: "cmi.success_status",
    measure: "cmi.progress_measure",
    raw: "cmi.score.raw",
    min: "cmi.score.min",
    max: "cmi.score.max",
    scaled: "cmi.score.scaled",
    suspend: "cmi.suspend_data",
    exit: "cmi.exit",
    session: "cmi.session_time",
  },
};
// What each version calls the same: key → element's name.
export const elements = (version) => ELEMENTS[version];

const STATUSES = ["incomplete", "failed", "completed", "passed"]; // from the least; what else there is, is less
const higher = (one, other) => (STATUSES.indexOf(one) > STATUSES.indexOf(other) ? one : other);
const number = (text) => (text === "" || Number.isNaN(Number(text)) ? -Infinity : Number(text));

// How a learner stands: { complete, success, score: { of one, percent } or null, measure: 0 to 1 }.
export function standing(store, outline) {
  const { finished, total, complete } = wayLeft(outline, store);
  const tried = attempts(store).map(([, { score, of }]) => ({
    share: score / of,
    percent: Math.floor((100 * score) / of),
  }));
  const score = tried.reduce((best, each) => (best && best.share >= each.share ? best : each), null);
  const asked = required(outline).some(({ kind }) => kind === "assessment");
  const success = passed(store) ? "passed" : tried.length && asked ? "failed" : "unknown";
  // Rounded down, so that nothing looks done before it is.
  return { complete, success, score, measure: complete ? 1 : Math.floor((100 * finished) / total) / 100 };
}

// The elements to set, as Map(element → text), for a learner who stands so; `before(element)` is what the LMS has there.
export function results(version, { complete, success, score, measure }, before) {
  const names = ELEMENTS[version];
  const found = new Map();
  const best = (name, text) => found.set(name, higher(text, before(name)));
  const done = complete ? "completed" : "incomplete";
  if (version === "1.2")
    best(names.status, success === "passed" ? success : complete ? done : success === "failed" ? success : done);
  else {
    best(names.status, done);
    if (success !== "unknown") best(names.success, success);
    if (measure > number(before(names.measure))) found.set(names.measure, String(measure));
  }
  if (score && score.percent > number(before(names.raw))) {
    found.set(names.min, "0").set(names.max, "100").set(names.raw, String(score.percent));
    if (names.scaled) found.set(names.scaled, String(Math.floor(1e4 * score.share) / 1e4));
  }
  return found;
}

const two = (value) => String(value).padStart(2, "0");

// How long a session has lasted, as a version writes it.
export function timespan(version, milliseconds) {
  const whole = Math.max(Math.floor(milliseconds / 10), 0); // hundredths of a second
  const [hours, minutes] = [Math.floor(whole / 360_000), Math.floor(whole / 6000) % 60];
  const [seconds, rest] = [Math.floor(whole / 100) % 60, two(whole % 100)];
  if (version !== "1.2") return `PT${hours}H${minutes}M${seconds}.${rest}S`;
  return `${String(Math.min(hours, 9999)).padStart(4, "0")}:${two(minutes)}:${two(seconds)}.${rest}`;
}

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const letter = (index) => LETTERS[index] ?? String(index - LETTERS.length);
const cut = (text, most) => [...text].slice(0, most).join("");
// What both versions take for signs of their own.
const plain = (text) => text.replace(/[\s{}[\]]+/g, " ").trim();

// What an LMS is told of one answer: [field, text] pairs in the order in which they are set. `given` are the indexes of
// the options chosen, or the word typed; `at` a Date; `about` the question's first words.
export function interaction(version, { id, given, right, at, about, language }) {
  const typed = typeof given === "string";
  const type = ["type", typed ? "fill-in" : "choice"];
  const letters = typed ? [] : given.map(letter);
  if (version === "1.2") {
    const time = [at.getHours(), at.getMinutes(), at.getSeconds()].map(two).join(":");
    const response = typed ? cut(plain(given), 255) : letters.join(",");
    return [
      ["id", id.replace(/\W/g, "_").slice(0, 255)],
      ["time", time],
      type,
      ...(response ? [["student_response", response]] : []),
      ["result", right ? "correct" : "wrong"],
    ];
  }
  const lang = `{lang=${language}}`;
  const response = typed ? lang + cut(plain(given), 250 - lang.length) : letters.join("[,]");
  return [
    ["id", id],
    type,
    ["timestamp", at.toISOString().replace(/\.\d+Z$/, ".0Z")],
    ...(about ? [["description", lang + cut(about, 250 - lang.length)]] : []),
    ...(response ? [["learner_response", response]] : []),
    ["result", right ? "correct" : "incorrect"],
  ];
}
