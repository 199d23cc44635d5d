// The learner's record: its form, what was written before it, and how two become one. No page, no storage.
//
// Record, version 2: sections of entries, each entry under an id and with `at`, the ISO date of its last change.
//   version   2
//   begun     the ISO date of its beginning and a number by chance: tells it from one that was erased
//   pages     { page id: { at } }                                             opened last at that date
//   answers   { question id: { at, hash, given, right, tries, missed } }      `hash`: which wording was asked;
//             `given`: [option index…], the word typed, or null while it is asked anew; `missed`: the first of its
//             `tries` was wrong
//   choices   { scenario, scene or case id: { at, choice } }                  the option's number, or an ending's id
//   sheets    { field id: { at, text } }                                      what was written in a worksheet
//   plans     { lesson id: { at, kept, text } }                               if-then plans, `text` in one's own words
//   attempts  { ISO date of the draw: { at, draw: [[question id, hash]…], given: { question id: [index…] },
//               flagged: [question id…], submitted, score, of, passed, version, language } }
//   reviews   { ISO day: { at, sets: [[question id…]…] } }                    planned on that day
//   settings  { language | theme | name | result | speaker: { at, value } }   `result`: the number of result.js; `speaker`:
//             how the speaker view is laid out
//
// Entries are replaced and never taken out, so that of two records the newer entry is always the one that is meant.
// What a later version may have added, in an entry, beside the entries or beside the sections, is carried along. Ids
// come from files too: they may be "constructor" or "__proto__", so nothing here reads or sets a property by a mere
// `record[id]`.

export const VERSION = 2;
export const LARGEST = 5_000_000; // bytes of a file that is opened: what a browser keeps for a whole site
export const SECTIONS = ["pages", "answers", "choices", "sheets", "plans", "attempts", "reviews", "settings"];

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value) => typeof value === "string";
const isIndexes = (value) => Array.isArray(value) && value.every(Number.isInteger);
const isTexts = (value) => Array.isArray(value) && value.every(isText);

// What an object holds under a key that anybody may have chosen, or undefined.
export const own = (object, key) => (isObject(object) && Object.hasOwn(object, key) ? object[key] : undefined);

// What an entry must be, to be read. One that is not is left where it is: it may be a newer version's.
const FORMS = {
  pages: () => true,
  answers: (entry) =>
    isText(entry.hash) &&
    typeof entry.right === "boolean" &&
    (entry.given === null || isText(entry.given) || isIndexes(entry.given)),
  choices: (entry) => isText(entry.choice) || Number.isInteger(entry.choice),
  sheets: (entry) => isText(entry.text),
  plans: (entry) => typeof entry.kept === "boolean" && (entry.text === undefined || isText(entry.text)),
  attempts: (entry) =>
    Array.isArray(entry.draw) &&
    entry.draw.every((drawn) => isTexts(drawn) && drawn.length === 2) &&
    isObject(entry.given) &&
    Object.values(entry.given).every(isIndexes) &&
    isTexts(entry.flagged) &&
    (!entry.submitted ||
      (time(entry.submitted) > 0 && Number.isInteger(entry.score) && Number.isInteger(entry.of) && entry.of > 0)),
  reviews: (entry) => Array.isArray(entry.sets) && entry.sets.every(isTexts),
  settings: (entry) => isText(entry.value),
};

export const fresh = () => ({ version: VERSION, ...Object.fromEntries(SECTIONS.map((section) => [section, {}])) });

// Whether an entry of a section can be read.
export function isEntry(section, entry) {
  return isObject(entry) && isText(entry.at) && FORMS[section](entry);
}

// What a stored text holds: `{ record }`, `{}` for nothing, or `{ trouble: "damaged" | "newer" }` for one that is not
// ours to touch.
export function parse(text) {
  if (text === null || text === undefined) return {};
  let found;
  try {
    found = JSON.parse(text);
    // What is nested too deep to be written back cannot be kept.
    JSON.stringify(found);
  } catch {
    return { trouble: "damaged" };
  }
  if (!isObject(found) || !Number.isInteger(found.version)) return { trouble: "damaged" };
  if (found.version > VERSION) return { trouble: "newer" };
  return migrate(found);
}

const LONG_AGO = "1970-01-01T00:00:00.000Z";

// Version 1 had `answers` without `missed`, and `language` and `theme` beside them, without dates.
const BEFORE = {
  1: ({ answers = {}, ...rest }) => {
    if (!isObject(answers)) return null;
    const migrated = Object.entries(answers).map(([id, entry]) => {
      const dated = isObject(entry) && { ...entry, at: isText(entry.at) ? entry.at : LONG_AGO };
      if (!isEntry("answers", dated)) return [id, entry];
      return [id, { missed: !entry.right || entry.tries > 1, ...dated }];
    });
    const settings = {};
    for (const name of ["language", "theme"]) {
      if (!isText(rest[name])) continue;
      settings[name] = { at: LONG_AGO, value: rest[name] };
      delete rest[name];
    }
    const { settings: odd = {} } = rest;
    return {
      ...rest,
      version: 2,
      answers: Object.fromEntries(migrated),
      settings: isObject(odd) ? { ...settings, ...odd } : odd,
    };
  },
};

function migrate(found) {
  let record = found;
  while (record && record.version < VERSION) record = own(BEFORE, record.version)?.(record) ?? null;
  if (!record || SECTIONS.some((section) => Object.hasOwn(record, section) && !isObject(record[section]))) {
    return { trouble: "damaged" };
  }
  return { record: { ...fresh(), ...record } };
}

const ISO = /^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

// The milliseconds of an ISO date, or -Infinity for what is none: every browser must order two entries alike, and each
// reads other dates in its own way.
export function time(at) {
  const milliseconds = isText(at) && ISO.test(at) ? Date.parse(at) : NaN;
  return Number.isNaN(milliseconds) ? -Infinity : milliseconds;
}

// Of two entries the newer; of two of one date always the same one, whichever comes first. But an attempt that was
// submitted stays so, whatever another device did with its draft.
function newer(one, other, section) {
  if (one === undefined || other === undefined) return one === undefined ? other : one;
  if (section === "attempts") {
    const [is, was] = [one, other].map((attempt) => Boolean(own(attempt, "submitted")));
    if (is !== was) return is ? one : other;
  }
  const [since, before] = [time(own(one, "at")), time(own(other, "at"))];
  if (since !== before) return since > before ? one : other;
  return JSON.stringify(one) > JSON.stringify(other) ? one : other;
}

// One section of two. What is none (a number that a later version keeps beside them) is compared as a whole.
function union(one, other, section) {
  if (isObject(one) && isObject(other)) return unite(one, other, (mine, its) => newer(mine, its, section));
  if (isObject(one) || isObject(other)) return isObject(one) ? one : other;
  return newer(one, other);
}

const unite = (one, other, choose) =>
  Object.fromEntries(
    [...new Set([...Object.keys(other), ...Object.keys(one)])].map((key) => [
      key,
      choose(own(one, key), own(other, key), key),
    ]),
  );

// One record of two: every entry of both, the newer where both have one. Whichever comes first, however often, and in
// whatever order several are merged, the outcome is the same.
export const merge = (one, other) => unite(one, other, union);

// Whether a record holds all that is in `whole`, merged from it and another.
export function holds(record, whole) {
  return Object.entries(whole).every(([section, value]) => {
    const found = own(record, section);
    if (!isObject(value) || !isObject(found)) return found === value;
    return Object.entries(value).every(([id, entry]) => own(found, id) === entry);
  });
}

const LAST = 8.64e15; // the last millisecond that a Date knows

// A date for a new entry: now, or just after `at`, that of the one which it replaces, where a clock was wrong.
export function after(at, now) {
  return time(now) > time(at) ? now : new Date(Math.min(time(at) + 1, LAST)).toISOString();
}
