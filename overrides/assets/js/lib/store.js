// The one memory of the learner: one versioned record for the whole course, the same in every language, kept in this
// browser under the course's id. Everything that remembers anything goes through here.
//
// Record, version 1:
//   version   1
//   answers   { question id: { hash, given: [option index…] or text, right, tries, at: ISO date } }
//   language  the language chosen last, theme the theme chosen (absent: as the system)
//
// Storage may be absent, blocked or full, and what it holds may be damaged or written by a newer version: the course then
// goes on in memory, `kept` is false, and what was stored is left as it is.

export const VERSION = 1;

const fresh = () => ({ version: VERSION, answers: {} });

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

// What is no answer is not read, and not thrown away either: it may be a newer version's.
function isAnswer(value) {
  const given = value?.given;
  const wellGiven = typeof given === "string" || (Array.isArray(given) && given.every(Number.isInteger));
  return isObject(value) && typeof value.hash === "string" && typeof value.right === "boolean" && wellGiven;
}

// The record that a stored text holds, `undefined` for none, `null` for one that is not ours to touch.
export function parse(text) {
  if (text === null || text === undefined) return undefined;
  try {
    const record = JSON.parse(text);
    return isObject(record) && record.version === VERSION && isObject(record.answers) ? record : null;
  } catch {
    return null;
  }
}

// Open the record of the course `id` in `storage` (a Storage, or a function that may throw on reaching for one).
export function open(id, storage) {
  let box = null;
  let memory = fresh();
  try {
    box = typeof storage === "function" ? storage() : storage;
    const found = parse(box.getItem(id));
    if (found === null) box = null;
    else memory = found ?? memory;
  } catch {
    box = null;
  }

  // Another tab may have written since: read, change, write, so that neither loses what the other kept.
  function change(edit) {
    if (box) {
      try {
        const found = parse(box.getItem(id));
        if (found === null) box = null;
        else memory = found ?? memory;
      } catch {
        box = null;
      }
    }
    edit(memory);
    if (!box) return;
    try {
      box.setItem(id, JSON.stringify(memory));
    } catch {
      box = null;
    }
  }

  return {
    get kept() {
      return box !== null;
    },
    // The answer given to a question, or undefined; one given to an older wording says so and credits nothing.
    answer(question, hash) {
      const answer = memory.answers[question];
      return isAnswer(answer) ? { ...answer, changed: answer.hash !== hash } : undefined;
    },
    keepAnswer(question, { hash, given, right, at = new Date().toISOString() }) {
      change((record) => {
        const before = record.answers[question];
        const tries = before?.hash === hash ? (before.tries || 0) + 1 : 1;
        record.answers[question] = { hash, given, right, tries, at };
      });
    },
    dropAnswer(question) {
      change((record) => delete record.answers[question]);
    },
    get language() {
      return memory.language;
    },
    set language(value) {
      change((record) => (record.language = value));
    },
    get theme() {
      return memory.theme;
    },
    set theme(value) {
      change((record) => (record.theme = value));
    },
  };
}
