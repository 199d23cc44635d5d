// The learner's record as the short text that an LMS keeps (suspend_data), and back. No page, no API.
//
// Kept: the answers to questions as they are asked now (what was chosen or typed, whether it is right, whether the first
// try was, up to three tries, the minute and the order), the pages opened and their order, what was chosen in scenarios
// and the case, which plans were kept, the attempts at the assessment, the last plan of reviews, the theme.
// Never kept, because it is nobody's business at work: what was written in worksheets, notes and plans, the name on the
// certificate, and the number of the anonymous result, which would then be anonymous no more.
//
// After an update of the course: every question, page, scenario and ending goes by a short hash of its id, so that it is
// found wherever it stands now. A question that was edited comes back as answered in an older wording; what was taken out
// of the course is forgotten. A question of an attempt that is gone keeps its place there, under no name.
//
// Form: printable ASCII that no LMS changes (A-Z a-z 0-9 - _ .), "1", a salt, then parts: a letter, what it holds, a full
// stop. A reader passes over parts that it does not know, and over what is cut off. Numbers are in digits of 5 bits, the
// last one without the sixth bit. Times are minutes, each counted from the one before. The salt is the first with which no
// two ids of the course have the same hash.

import { fresh, isEntry, own, time } from "../lib/record.js";
import { lastPlan, dayAfter } from "../lib/review.js";

export const LIMIT = 4000; // characters: SCORM 1.2 grants 4,096, the first editions of 2004 4,000
const FORM = "1";
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const EPOCH = Date.parse("2024-01-01T00:00:00.000Z");
const MINUTE = 60_000;
const LAST = 1e9; // minutes from EPOCH: some 1,900 years
const [KEY, MARK, MOMENT] = [4, 2, 7]; // digits
const OPTIONS = 30; // a question's options that can be told apart
const WORD = 60; // bytes of a typed answer
const GONE = "~"; // begins the id of a question that is gone, and the hash of one that was edited

// What is given up, in this order, where a record does not fit; each step does what the ones before it do.
const CUTS = ["sheets", "reviews", "words", "choices", "attempts", "given", "answers", "pages"];

// ---- Numbers, hashes and texts as digits

function fixed(number, width) {
  let text = "";
  for (let rest = number, n = 0; n < width; n += 1, rest = Math.floor(rest / 64)) text = DIGITS[rest % 64] + text;
  return text;
}

function digits(number) {
  let text = "";
  let rest = number;
  for (; rest >= 32; rest = Math.floor(rest / 32)) text += DIGITS[32 + (rest % 32)];
  return text + DIGITS[rest];
}

function hash(text) {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

const keyOf = (id, salt) => (id.startsWith(GONE) ? id.slice(1) : fixed(hash(salt + id) % 64 ** KEY, KEY));
const markOf = (wording) => (wording.startsWith(GONE) ? wording.slice(1) : fixed(hash(wording) % 64 ** MARK, MARK));
const isKey = (text, width) => text.length === width && [...text].every((digit) => DIGITS.includes(digit));
const isNamed = (id, width) => !id.startsWith(GONE) || isKey(id.slice(1), width);

function bytesOf(word) {
  let text = "";
  let size = 0;
  for (const character of word) {
    const bytes = new TextEncoder().encode(character);
    if (size + bytes.length > WORD) break;
    size += bytes.length;
    text += [...bytes].map((byte) => fixed(byte, 2)).join("");
  }
  return digits(size) + text;
}

// Reads digits one after the other; past the end, or at a character that is none, it throws.
class Reader {
  at = 0;
  constructor(text) {
    this.text = text;
  }
  get more() {
    return this.at < this.text.length;
  }
  digit() {
    const found = DIGITS.indexOf(this.text[this.at] ?? " ");
    if (found < 0) throw new RangeError("cut off");
    this.at += 1;
    return found;
  }
  fixed(width) {
    let number = 0;
    for (let n = 0; n < width; n += 1) number = number * 64 + this.digit();
    return number;
  }
  number() {
    let number = 0;
    for (let worth = 1; worth < 2 ** 50; worth *= 32) {
      const found = this.digit();
      number += (found % 32) * worth;
      if (found < 32) return number;
    }
    throw new RangeError("too long");
  }
  key(width = KEY) {
    return fixed(this.fixed(width), width);
  }
  word() {
    const bytes = Array.from({ length: Math.min(this.number(), WORD) }, () => this.fixed(2) % 256);
    return new TextDecoder().decode(new Uint8Array(bytes));
  }
}

// ---- What the course has

// `course`: { steps: [page id…], questions: [[id, hash]…], choices: [id of a scenario, scene or ending…], language }.
const listsOf = ({ steps, questions, choices }) => [steps, questions.map(([id]) => id), choices];

const areApart = (ids, salt) => new Set(ids.map((id) => keyOf(id, salt))).size === new Set(ids).size;

function saltFor(course) {
  return [...DIGITS].find((salt) => listsOf(course).every((ids) => areApart(ids, salt))) ?? DIGITS[0];
}

const naming = (ids, salt) => new Map(ids.map((id) => [keyOf(id, salt), id]));

// ---- Writing

const minutesOf = (at) => Math.min(Math.max(Math.floor((time(at) - EPOCH) / MINUTE), 0), LAST);
const byTime = ([, one], [, other]) => time(one.at) - time(other.at) || 0;

// Entries in the order of their time, each as `write(id, entry)` says after the minutes since the one before.
function inOrder(entries, write) {
  let before = 0;
  return [...entries].sort(byTime).map(([id, entry]) => {
    const now = minutesOf(entry.at);
    const since = digits(now - before);
    before = now;
    return since + write(id, entry);
  });
}

function maskOf(given) {
  const chosen = new Set(given.filter((index) => index >= 0 && index < OPTIONS));
  return [...chosen].reduce((sum, index) => sum + 2 ** index, 0);
}

// [state, what follows]: 0 asked anew, 1 chosen, 2 not kept, 3 typed
function givenOf(given, cut) {
  if (given === null) return [0, ""];
  if (typeof given === "string") return cut("words") ? [2, ""] : [3, bytesOf(given)];
  return cut("given") ? [2, ""] : [1, digits(maskOf(given))];
}

function answer(id, entry, salt, cut) {
  const [state, given] = givenOf(entry.given, cut);
  const tries = Math.min(Math.max(Number.isInteger(entry.tries) ? entry.tries : 1, 0), 3);
  const flags = Number(entry.right) + 2 * Number(Boolean(entry.missed)) + 4 * state + 16 * tries;
  return keyOf(id, salt) + markOf(entry.hash) + DIGITS[flags] + given;
}

const isMoment = (at) => {
  const since = time(at) - EPOCH;
  return since >= 0 && since < 64 ** MOMENT && new Date(time(at)).toISOString() === at;
};
const momentOf = (at) => fixed(time(at) - EPOCH, MOMENT);

function isAttempt([id, { draw, submitted, score, of }]) {
  const right = !submitted || (isMoment(submitted) && score >= 0 && score <= of && of < 1e6);
  return isMoment(id) && right && draw.every(([question, wording]) => isNamed(question, KEY) && isNamed(wording, MARK));
}

function attempt([id, { draw, given, flagged, submitted, score, of, passed, version }], salt, whole) {
  const head = momentOf(id) + DIGITS[submitted ? 1 + 2 * Number(Boolean(passed)) : 0];
  const end = submitted
    ? momentOf(submitted) + digits(score) + digits(of) + bytesOf(typeof version === "string" ? version : "")
    : "";
  const drawn = draw.map(([question, wording]) => {
    const mask = maskOf(own(given, question) ?? []);
    const more = submitted ? mask : 2 * mask + Number(flagged.includes(question));
    return keyOf(question, salt) + markOf(wording) + digits(more);
  });
  return `T${head}${end}${whole ? drawn.join("") : ""}.`;
}

// The best attempt that was handed in, the first of equals.
const bestOf = (handedIn) =>
  handedIn.reduce(
    (best, each) => (best && best[1].score * each[1].of >= each[1].score * best[1].of ? best : each),
    null,
  );

function attempts(entries, salt, cut) {
  const sorted = entries.filter(isAttempt).sort(([one], [other]) => time(one) - time(other));
  const best = bestOf(sorted.filter(([, { submitted }]) => submitted));
  const kept = sorted.filter((each) => !cut("attempts") || each === best || each === sorted.at(-1));
  return kept.map((each) => attempt(each, salt, !cut("sheets") || each === sorted.at(-1))).join("");
}

function reviews(store, questions, salt) {
  const [day, sets] = lastPlan(store) ?? [];
  const since = day ? (Date.parse(`${day}T00:00:00.000Z`) - EPOCH) / (24 * 60 * MINUTE) : -1;
  if (since < 0 || since > LAST) return "";
  const named = sets.map((ids) => ids.filter((id) => questions.has(id)).slice(0, 20));
  return `R${digits(since)}${named.map((ids) => digits(ids.length) + ids.map((id) => keyOf(id, salt)).join("")).join("")}.`;
}

function write(store, course, salt, stage, most) {
  const cut = (what) => CUTS.indexOf(what) < stage;
  const [steps, questions, choices] = listsOf(course).map((ids) => new Set(ids));
  const known = (section, ids) => store.all(section).filter(([id]) => ids.has(id));
  const last = (list) => (list.length > most ? list.slice(list.length - most) : list);

  const answers = known("answers", questions).filter(([, { hash: wording }]) => isNamed(wording, MARK));
  const asked = inOrder(cut("answers") ? last(answers.sort(byTime)) : answers, (id, entry) =>
    answer(id, entry, salt, cut),
  );
  const pages = known("pages", steps);
  const opened = inOrder(cut("pages") ? last(pages.sort(byTime)) : pages, (id) => keyOf(id, salt));
  const chosen = known("choices", new Set([...choices, ...steps])).map(([id, { choice }]) => {
    if (Number.isInteger(choice)) return choice >= 0 && choice < 1000 ? `${keyOf(id, salt)}${digits(2 * choice)}` : "";
    return choices.has(choice) ? `${keyOf(id, salt)}${digits(1)}${keyOf(choice, salt)}` : "";
  });
  const plans = known("plans", steps).filter(([, { kept }]) => kept);
  const theme = own({ dark: "D", light: "L" }, store.setting("theme"));

  return [
    FORM + salt,
    theme ? `S${theme}.` : "",
    opened.length ? `P${opened.join("")}.` : "",
    attempts(store.all("attempts"), salt, cut),
    asked.length ? `A${asked.join("")}.` : "",
    cut("choices") || !chosen.join("") ? "" : `C${chosen.join("")}.`,
    cut("choices") || !plans.length ? "" : `K${plans.map(([id]) => keyOf(id, salt)).join("")}.`,
    cut("reviews") ? "" : reviews(store, questions, salt),
  ].join("");
}

// The record behind `store` as `{ text, lost }`: never longer than LIMIT; `lost` says what was given up ("" for nothing,
// else one of CUTS, the last).
export function pack(store, course) {
  const salt = saltFor(course);
  for (let stage = 0; stage <= CUTS.indexOf("answers"); stage += 1) {
    const text = write(store, course, salt, stage, Infinity);
    if (text.length <= LIMIT) return { text, lost: CUTS[stage - 1] ?? "" };
  }
  for (const [stage, lost] of [CUTS.indexOf("answers"), CUTS.indexOf("pages")].map((n) => [n + 1, CUTS[n]])) {
    for (let most = 512; most >= 0; most = most ? Math.floor(most * 0.8) : -1) {
      const text = write(store, course, salt, stage, most);
      if (text.length <= LIMIT) return { text, lost };
    }
  }
  return { text: FORM + salt, lost: CUTS.at(-1) };
}

// ---- Reading

const dateOf = (milliseconds) => new Date(EPOCH + milliseconds).toISOString();

// Each part reads what it can: an entry that is cut off ends it.
function each(reader, take) {
  try {
    while (reader.more) take();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

// Times in order: minutes, and a millisecond for each that came before.
function clock(reader) {
  let minutes = 0;
  let count = 0;
  return () => {
    minutes = Math.min(minutes + reader.number(), LAST);
    count += 1;
    return dateOf(minutes * MINUTE + count);
  };
}

const indexesOf = (mask) => Array.from({ length: OPTIONS }, (_, n) => n).filter((n) => Math.floor(mask / 2 ** n) % 2);

const PARTS = {
  S(reader, { put }) {
    const theme = own({ D: "dark", L: "light" }, reader.text);
    if (theme) put("settings", "theme", { value: theme });
  },
  P(reader, { put, steps }) {
    const next = clock(reader);
    each(reader, () => {
      const at = next();
      put("pages", steps.get(reader.key()), { at });
    });
  },
  A(reader, { put, questions, wordings }) {
    const next = clock(reader);
    each(reader, () => {
      const at = next();
      const id = questions.get(reader.key());
      const mark = reader.key(MARK);
      const flags = reader.digit();
      const state = Math.floor(flags / 4) % 4;
      const given = state === 0 ? null : state === 1 ? indexesOf(reader.number()) : state === 2 ? [] : reader.word();
      const missed = Math.floor(flags / 2) % 2 === 1;
      const wording = wordings(id, mark);
      put("answers", id, { at, hash: wording, given, right: flags % 2 === 1, tries: Math.floor(flags / 16), missed });
    });
  },
  C(reader, { put, choices, steps }) {
    each(reader, () => {
      const key = reader.key();
      const number = reader.number();
      const choice = number % 2 ? choices.get(reader.key()) : number / 2;
      if (choice !== undefined) put("choices", choices.get(key) ?? steps.get(key), { choice });
    });
  },
  K(reader, { put, steps }) {
    each(reader, () => put("plans", steps.get(reader.key()), { kept: true }));
  },
  T(reader, { put, questions, wordings, language }) {
    const id = dateOf(reader.fixed(MOMENT));
    const state = reader.digit();
    const handedIn = state % 2 === 1;
    const found = { at: id, draw: [], given: {}, flagged: [] };
    if (handedIn) {
      const submitted = dateOf(reader.fixed(MOMENT));
      const [score, of, version] = [reader.number(), reader.number(), reader.word()];
      Object.assign(found, { at: submitted, submitted, score, of, passed: state > 1, version, language });
      if (score > of) return;
    }
    each(reader, () => {
      const key = reader.key();
      const question = questions.get(key) ?? GONE + key;
      const wording = wordings(question, reader.key(MARK));
      const more = reader.number();
      const chosen = indexesOf(handedIn ? more : Math.floor(more / 2));
      found.draw.push([question, wording]);
      if (chosen.length) found.given[question] = chosen;
      if (!handedIn && more % 2) found.flagged.push(question);
    });
    put("attempts", id, found);
  },
  R(reader, { put, questions }) {
    const day = dayAfter("2024-01-01", Math.min(reader.number(), LAST / 1440));
    const sets = Array.from({ length: 3 }, () =>
      Array.from({ length: Math.min(reader.number(), 20) }, () => questions.get(reader.key())).filter(Boolean),
    );
    put("reviews", day, { sets });
  },
};

// The record that a text holds, or null where it is none of ours. It may be cut off, or spoilt: what can be read is.
export function unpack(text, course) {
  if (typeof text !== "string" || text[0] !== FORM || !DIGITS.includes(text[1] ?? " ")) return null;
  const record = { ...fresh(), begun: "" };
  const salt = text[1];
  const [steps, questions, choices] = listsOf(course).map((ids) => naming(ids, salt));
  const hashes = new Map(course.questions);
  const late = []; // entries whose own time is not kept: as late as the last that is
  const context = {
    steps,
    questions,
    choices,
    language: course.language,
    // The hash of a question's wording: the one asked now, or one that is none.
    wordings: (id, mark) => (hashes.has(id) && markOf(hashes.get(id)) === mark ? hashes.get(id) : GONE + mark),
    put(section, id, entry) {
      if (id === undefined) return;
      const dated = { at: "", ...entry };
      if (!dated.at) late.push(dated);
      if (isEntry(section, dated)) record[section][id] = dated;
    },
  };
  for (const part of text.slice(2).split(".")) {
    try {
      PARTS[part[0]]?.(new Reader(part.slice(1)), context);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const dates = ["pages", "answers", "attempts"].flatMap((section) => Object.values(record[section]));
  const last = dates.reduce((found, { at }) => (time(at) > time(found) ? at : found), dateOf(0));
  for (const entry of late) entry.at = last;
  return record;
}

// Whether a text was written by a newer version of the course: it is left as it is then.
export const isNewer = (text) => /^[2-9][\w-]/.test(text ?? "") && /^[\w.-]+$/.test(text);
