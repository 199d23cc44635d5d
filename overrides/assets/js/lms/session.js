// One launch of the package: the learner's record on one side, the LMS on the other. No page.
//
// The record is the course's own (lib/store.js), held in memory by the shell. A while after each change the LMS gets what
// differs from what it has, and is asked to save it; also when the window is hidden, and when it is left, which ends the
// session, once. Each call may take seconds, and the learner waits meanwhile: so there are few, and fewer to a slow LMS.
//
// An LMS may be missing, refuse, answer with errors, or go away. Then the learner goes on; what it has not saved is still
// what differs, and is tried again after a while, longer each time, and whenever there is a reason to. An LMS that comes
// late, or comes back as another one, is read first: what it has is merged with what was done here.
//
// In the modes of review and of browsing nothing is set. Without credit, progress is kept and no result is sent. An LMS
// that leaves the mode empty, or gives it another name, means the normal one. The session is always suspended and never
// ended as finished: whoever has finished comes back for the reasons and the certificate, and a 2004 LMS would begin a new
// attempt with nothing in it.
//
// An attempt at the assessment counts only if it was under way here before it was handed in, or if the LMS kept it: those
// that come handed in from a file may be somebody else's.

import { open as openStore } from "../lib/store.js";
import { merge, own, parse, time } from "../lib/record.js";
import { stepsOf } from "../lib/progress.js";
import { line, Trouble } from "./api.js";
import { elements, interaction, results, standing, timespan } from "./report.js";
import { isNewer, pack, unpack } from "./suspend.js";

const SOON = 1500; // milliseconds from a change to its commit
const SLOW = 2000; // for which a learner notices having to wait
const PATIENCE = [3000, 6000, 12_000, 24_000, 60_000]; // until the next try, after each that failed
const CALM = 60_000; // the longest between two commits
const MANY = 250; // interactions: what every LMS of 2004 must take
const ROOM = 60; // of these, kept for attempts at the assessment
const AGAIN = 3; // interactions a question and launch
const STUBBORN = 5; // failures of one element, others being taken, after which it is left out
const KNOWN = ["location", "status", "success", "measure", "raw"]; // what is read at the beginning

// A store that looks at a record and changes nothing.
const look = (id, text) => openStore(id, () => ({ getItem: () => text, setItem() {}, removeItem() {} }));

// Open a session:
//   find()    looks for the API (see api.js)
//   course    { outline, pages: [id…], choices: [id…], about: { question id: [page, first words, …] } }
//   memory    the shell's storage (see memory.js), whose `changed` this listens to
//   tell(code, on)  what to say to the learner (see notices.js), or no more
//   now() in milliseconds, later(call, milliseconds), never(what later returned), shown() milliseconds of the session
export function session({ find, course, memory, tell, now, later, never, shown }) {
  const { outline, pages, about = {} } = course;
  const steps = stepsOf(outline);
  const asks = new Map(steps.flatMap((step) => step.asks));
  const list = {
    steps: steps.map(({ id }) => id),
    questions: [...asks, ...outline.bank.map(({ id, hash }) => [id, hash])],
    choices: course.choices,
    language: outline.language,
  };

  let lms = null; // the line to the API, once a session there has begun
  let met = false; // there was one
  let had = new Map(); // element → what the LMS has saved
  let count = 0; // interactions that the LMS has
  let takes = true; // whether it takes any
  let silent = false; // nothing is to be set
  let credited = true;
  let frozen = false; // suspend_data is a newer version's, and is left as it is
  let place = ""; // the page shown
  let before = memory.text; // the record when answers were last looked for
  let queue = []; // answers that are not saved as interactions
  const told = new Map(); // question → how many interactions of this launch
  const ours = new Set(); // attempts that count
  const since = now();
  let unsaved = false; // something was set since the last commit
  const failed = new Map(); // element → how often it failed while others were taken
  let waiting = null;
  let failures = 0;
  let took = 0; // milliseconds of the last flush
  let over = false;

  // ---- The record

  function change() {
    // At once, because drawing and handing in may follow each other closely.
    for (const [id, attempt] of Object.entries(parse(memory.text).record?.attempts ?? {})) {
      if (!own(attempt, "submitted")) ours.add(id);
    }
    queueMicrotask(settle);
    schedule(SOON);
  }

  // The record as far as it counts.
  function counted() {
    const { record } = parse(memory.text);
    if (!record) return look(outline.id, null);
    const attempts = Object.entries(record.attempts).filter(([id]) => ours.has(id));
    tell("elsewhere", attempts.length < Object.keys(record.attempts).length);
    return look(outline.id, JSON.stringify({ ...record, attempts: Object.fromEntries(attempts) }));
  }

  // Look for answers that were given since the last time. Called when all that belongs together is stored.
  function settle() {
    if (memory.text === before) return;
    const [old, store] = [look(outline.id, before), counted()];
    before = memory.text;
    const wrote =
      store.all("sheets").length || store.setting("name") || store.all("plans").some(([, { text }]) => text);
    if (wrote) tell("private", true);
    for (const [id, attempt] of store.all("attempts")) {
      if (!attempt.submitted || old.get("attempts", id)?.submitted) continue;
      for (const [question] of attempt.draw) {
        const given = own(attempt.given, question) ?? [];
        const right = store.get("answers", question)?.right === true;
        send({ id: question, given, right, at: new Date(attempt.submitted) }, MANY);
      }
    }
    for (const [id, entry] of store.all("answers")) {
      const known = old.get("answers", id);
      if (!asks.has(id) || entry.given === null || time(entry.at) < since) continue;
      if (known && known.at === entry.at) continue;
      const often = (told.get(id) ?? 0) + 1;
      if (often > AGAIN) continue;
      told.set(id, often);
      send({ id, given: entry.given, right: entry.right, at: new Date(entry.at) }, MANY - ROOM);
    }
  }

  function send(answer, most) {
    if (count + queue.length < most) queue.push(answer);
  }

  // ---- The LMS

  // Begin, or begin again. Returns whether the LMS is there and what it has was read.
  function connect() {
    const found = find();
    if (!found) throw new Trouble("absent");
    const next = line(found);
    next.start();
    const names = elements(next.version);
    const read = (key) => (names[key] ? next.get(names[key]) : "");
    const mode = read("mode");
    const suspend = read("suspend");
    had = new Map(KNOWN.filter((key) => names[key]).map((key) => [names[key], read(key)])).set(names.suspend, suspend);
    silent = mode === "review" || mode === "browse";
    credited = read("credit") !== "no-credit";
    frozen = isNewer(suspend);
    count = interactionsOf(next);
    takes = count >= 0;
    failed.clear();
    lms = next;
    met = true;
    tell("absent", false);
    tell(mode, silent);
    tell("uncredited", !credited && !silent);
    tell("newer", frozen);
    take(unpack(suspend, list));
    return had.get(names.location);
  }

  // How many interactions the LMS has, or -1 where it takes none.
  function interactionsOf(next) {
    try {
      return next.has("cmi.interactions._children") ? Number(next.get("cmi.interactions._count")) || 0 : -1;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return -1;
    }
  }

  // Take in what the LMS has kept.
  function take(kept) {
    if (!kept) return;
    for (const id of Object.keys(kept.attempts)) ours.add(id);
    const { record } = parse(memory.text);
    const begun = record?.begun ?? `${new Date(now()).toISOString()} lms`;
    memory.put(JSON.stringify({ ...(record ? merge(record, kept) : kept), begun }));
    before = memory.text; // these answers were told then
  }

  // What the LMS should have, as Map(element → text).
  function wanted() {
    const names = elements(lms.version);
    const store = counted();
    const found = new Map([[names.exit, "suspend"]]);
    if (place) found.set(names.location, place);
    if (!frozen) {
      const { text, lost } = pack(store, list);
      tell("full", lost !== "" && lost !== "sheets");
      found.set(names.suspend, text);
    }
    if (!credited) return found;
    const asked = (element) => had.get(element) ?? "";
    return new Map([...found, ...results(lms.version, standing(store, outline), asked)]);
  }

  // Set one element: "taken", "refused" for good, or "failed" for now.
  function set(element, value) {
    try {
      const taken = lms.set(element, value);
      unsaved ||= taken;
      return taken ? "taken" : "refused";
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      return "failed";
    }
  }

  // Set the answers that wait. Returns "taken" or "failed"; an LMS that refuses their ids takes none.
  function setAnswers() {
    if (!takes || !credited) queue = [];
    for (const [index, answer] of queue.entries()) {
      const words = { about: about[answer.id]?.[1], language: outline.language };
      for (const [field, text] of interaction(lms.version, { ...answer, ...words })) {
        const outcome = set(`cmi.interactions.${count + index}.${field}`, text);
        if (outcome === "failed") return outcome;
        if (outcome === "refused" && field === "id") {
          takes = false;
          queue = [];
          return "taken";
        }
      }
    }
    return "taken";
  }

  // Bring the LMS to what it should have. `leaving`: the learner may not come back.
  function flush(leaving = "") {
    stop();
    if (over) return;
    settle();
    const from = now();
    try {
      if (lms?.gone) lms = null;
      if (!lms) connect();
      if (!silent) update(leaving);
      tell("back", failures > 0);
      tell("trouble", false);
      failures = 0;
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      failures += 1;
      tell("back", false);
      tell(met ? "trouble" : "absent", true);
      const found = find();
      if (found && found.api !== lms?.api) lms = null; // another one has come in its place
      schedule(PATIENCE[Math.min(failures, PATIENCE.length) - 1]);
    }
    took = now() - from;
    tell("slow", took >= SLOW && failures === 0);
  }

  function update(leaving) {
    const names = elements(lms.version);
    const news = [...wanted()].filter(([element, value]) => had.get(element) !== value && !isHopeless(element));
    const outcomes = new Map();
    for (const [element, value] of news) {
      outcomes.set(element, set(element, value));
      // An LMS in trouble that does not take the first thing is not asked for the rest: each call may take seconds.
      if (failures && outcomes.size === 1 && outcomes.get(element) === "failed") throw new Trouble(element);
    }
    if (!isHopeless("interactions")) outcomes.set("interactions", setAnswers());
    if (leaving && (news.length || queue.length || leaving === "end")) {
      set(names.session, timespan(lms.version, shown()));
    }
    if (unsaved) lms.save();
    unsaved = false;
    for (const [element, value] of news) if (outcomes.get(element) !== "failed") had.set(element, value);
    const failing = [...outcomes.keys()].filter((element) => outcomes.get(element) === "failed");
    if (!failing.includes("interactions")) {
      count += queue.length;
      queue = [];
    }
    if (!failing.length) return;
    if (outcomes.get(names.exit) === "taken") for (const each of failing) failed.set(each, (failed.get(each) ?? 0) + 1);
    had.delete(names.exit); // next time it tells whether the LMS takes anything
    if (!failing.every(isHopeless)) throw new Trouble(failing[0]);
  }

  // What fails again and again where others are taken will not be taken.
  const isHopeless = (element) => failed.get(element) >= STUBBORN;

  // ---- When

  function stop() {
    if (waiting !== null) never(waiting);
    waiting = null;
  }

  function schedule(wait) {
    if (waiting !== null || over) return;
    // To a slow LMS, seldom.
    const rest = took >= SLOW ? Math.min(10 * took, CALM) : 0;
    waiting = later(() => flush(), Math.max(wait, rest));
  }

  memory.changed = change;

  return {
    // Begin. Returns the page to show, "" for the first one.
    begin() {
      try {
        const page = connect();
        schedule(SOON);
        return pages.includes(page) ? page : "";
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        failures = 1;
        tell("absent", true);
        schedule(PATIENCE[0]);
        return "";
      }
    },
    // Another page is shown.
    moved(page) {
      if (!pages.includes(page) || page === place) return;
      place = page;
      schedule(SOON);
    },
    settle,
    // The window is hidden: it may be closed without another word.
    hidden: () => flush("hidden"),
    // There is a reason to think that the LMS answers again.
    retry: () => failures && flush(),
    // The window is left.
    end() {
      if (over) return;
      flush("end");
      stop();
      over = true;
      try {
        lms?.end();
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
      }
    },
    // The window is back as it was left.
    reopen() {
      if (!over) return;
      over = false;
      lms = null;
      flush();
    },
    // Whether what is done now is recorded.
    get records() {
      return lms !== null && !silent;
    },
  };
}
