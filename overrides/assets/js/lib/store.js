// The one memory of the learner: one record for the whole course, the same in every language, kept in this browser
// under the course's id (many courses may share one origin). Everything that remembers anything goes through here.
//
// Several tabs write the same record, and a browser may show one what another wrote a moment late. So a tab never puts
// its view in the place of another's: it merges what it finds with what it holds, and writes again what it finds
// missing. Only a record that was erased is not merged: it is gone, or another was begun since (`begun`).
//
// Storage may be absent, blocked or full, and what it holds may be damaged or written by a newer version: the course
// then goes on in memory, `trouble` says why, and what was stored is left as it is. It is written as soon as that can
// be done.

import { after, fresh, holds, isEntry, merge, own, parse, SECTIONS, time } from "./record.js";

export { VERSION } from "./record.js";

const FORMAT = "course-record";
const MEANWHILE = 2000; // milliseconds for which one tab may not see what another has written or erased

// Entries are handed out and taken in as copies, so that nobody changes one without saying so.
const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

const begunOf = (record) => (typeof record.begun === "string" ? record.begun : "");

const withEntry = (record, section, key, entry) => ({ ...record, [section]: { ...record[section], [key]: entry } });

const near = (one, other) => Math.abs(time(one) - time(other)) < MEANWHILE;

// Whether two records were begun as one: by one tab, or by two of which neither saw the other's.
const together = (one, other) => one === other || near(one.split(" ")[0], other.split(" ")[0]);

// Open the record of the course `id` in `storage` (a function that returns a Storage, or throws on reaching for one).
// `now` returns the ISO date. `listen(changed)` calls back when another tab has written.
export function open(id, storage, { now = () => new Date().toISOString(), listen = () => {} } = {}) {
  let memory = fresh();
  let seen = null; // the text last found or left in the storage
  let begun = null; // that of the record which is stored, as far as it was ever seen
  let unsaved = false; // memory holds what is not stored
  let blind = null; // a record of what was put while the stored one could not be seen
  let erased = null; // which record was erased here, and when
  let blocked = false;
  let full = false;
  let unreadable = ""; // why what is stored cannot be read
  const watchers = [];

  // What was stored is gone; what was put since it was last seen may have come after.
  function forget() {
    unsaved = blind !== null;
    memory = blind ?? fresh();
    begun = null;
  }

  // Take in what another tab, or another day, has written.
  function read() {
    let text;
    try {
      text = storage().getItem(id) ?? null;
      blocked = false;
    } catch {
      blocked = true;
      return;
    }
    if (text !== seen) {
      const { record, trouble = "" } = parse(text);
      unreadable = trouble;
      seen = text;
      if (text === null) forget();
      else if (record) take(record);
    }
    if (!unreadable) blind = null;
  }

  function take(record) {
    // A tab that was just writing has put back what was erased here.
    if (erased?.begun === begunOf(record) && near(erased.at, now())) {
      if (begun === null) remove();
      else unsaved = true;
      return;
    }
    if (begun !== null && !together(begun, begunOf(record))) forget();
    const whole = merge(memory, record);
    unsaved = !holds(record, whole);
    memory = whole;
    begun = begunOf(memory);
  }

  function remove() {
    try {
      storage().removeItem(id);
      blocked = full = false;
      unreadable = "";
    } catch {
      blocked = true;
    }
    seen = null;
  }

  function write() {
    unsaved = true;
    if (blocked || unreadable) return;
    const record = begun === null ? { ...memory, begun: `${now()} ${Math.random()}` } : memory;
    try {
      const text = JSON.stringify(record);
      storage().setItem(id, text);
      // Some browsers pretend to keep what they drop at once.
      blocked = storage().getItem(id) === null;
      full = false;
      if (blocked) return;
      seen = text;
    } catch (error) {
      if (error?.name === "SecurityError") blocked = true;
      else full = true;
      return;
    }
    memory = record;
    begun = begunOf(record);
    unsaved = false;
  }

  // As `read`, and write what could not be written before, or what another tab has overwritten.
  function sync() {
    read();
    if (unsaved) write();
  }

  function get(section, key) {
    const entry = own(memory[section], key);
    return isEntry(section, entry) ? copy(entry) : undefined;
  }

  // The date that a new entry comes after: the one it replaces; of pages any, as their order says where one was.
  function before(section, key) {
    const dates = section === "pages" ? Object.values(memory.pages) : [own(memory[section], key)];
    return dates.map((entry) => own(entry, "at")).reduce((last, at) => (time(at) > time(last) ? at : last), undefined);
  }

  // Replace an entry: by a new one, or by what a function makes of the old one (nothing: leave it).
  function put(section, key, entry) {
    read();
    const put = typeof entry === "function" ? entry(get(section, key)) : entry;
    if (put) {
      const dated = { ...copy(put), at: after(before(section, key), now()) };
      memory = withEntry(memory, section, key, dated);
      if (blocked || unreadable) blind = withEntry(blind ?? fresh(), section, key, dated);
    }
    if (put || unsaved) write();
  }

  // Why nothing is kept: "" (all is), "blocked", "full", "damaged" or "newer".
  const trouble = () => (blocked ? "blocked" : unreadable || (full && unsaved ? "full" : ""));

  read();
  listen(() => {
    sync();
    for (const watcher of watchers) watcher();
  });

  return {
    get trouble() {
      return trouble();
    },
    get kept() {
      return trouble() === "";
    },
    get,
    put,
    // The entries of a section that can be read, as [id, entry] pairs.
    all(section) {
      return Object.keys(memory[section])
        .map((key) => [key, get(section, key)])
        .filter(([, entry]) => entry);
    },
    // The answer given to a question, or undefined; one given to an older wording says so and credits nothing.
    answer(question, hash) {
      const answer = get("answers", question);
      return answer && { ...answer, changed: answer.hash !== hash };
    },
    keepAnswer(question, { hash, given, right }) {
      put("answers", question, (before) => {
        const again = before?.hash === hash && before.given !== null;
        return {
          hash,
          given,
          right,
          tries: again ? (Number.isInteger(before.tries) ? before.tries : 0) + 1 : 1,
          missed: again ? Boolean(before.missed) : !right,
        };
      });
    },
    // Ask a question anew: it stays answered, and its next answer counts as a first one.
    askAnew(question) {
      put("answers", question, (before) => before && { ...before, given: null });
    },
    setting(name) {
      return get("settings", name)?.value;
    },
    set(name, value) {
      put("settings", name, { value });
    },
    // The record as a file's text; where it is damaged, what is stored as it is.
    export() {
      sync();
      if (trouble() === "damaged") return seen;
      const record = trouble() === "newer" ? JSON.parse(seen) : { ...memory, begun: undefined };
      return JSON.stringify({ format: FORMAT, course: id, at: now(), record }, null, 1);
    },
    // Merge a file's text into the record, newer entries winning. Returns "" or why it was not done: "unreadable" (no
    // record), "other" (another course's) or "newer" (a newer version's); nothing has changed then.
    import(text) {
      let file, found;
      try {
        file = JSON.parse(text);
        found = parse(JSON.stringify(file.record));
      } catch {
        return "unreadable";
      }
      if (file.format !== FORMAT) return "unreadable";
      if (file.course !== id) return "other";
      if (!found.record) return found.trouble === "newer" ? "newer" : "unreadable";
      read();
      const record = { ...found.record, begun: undefined };
      const whole = merge(record, memory);
      unsaved ||= !holds(memory, whole);
      memory = whole;
      if (blocked || unreadable) blind = merge(blind ?? fresh(), record);
      if (unsaved) write();
      return "";
    },
    // Begin anew, in every tab. The only way in which anything is ever taken out. Returns `trouble`: what is stored
    // stays where it cannot be reached.
    erase() {
      read();
      erased = begun === null ? null : { begun, at: now() };
      remove();
      blind = null;
      forget();
      return trouble();
    },
    // Call back when another tab has written.
    watch(watcher) {
      watchers.push(watcher);
    },
    // How many entries each section has, and the bytes of it all.
    get size() {
      const counts = Object.fromEntries(SECTIONS.map((section) => [section, Object.keys(memory[section]).length]));
      return { ...counts, bytes: new TextEncoder().encode(JSON.stringify(memory)).length };
    },
  };
}
