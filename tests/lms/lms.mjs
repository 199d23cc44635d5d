// An LMS for tests, of either version: what was set, what was saved, each call that it got. It can answer with errors,
// throw, be slow, be gone, and be opened again with what it had saved. And a learner's session with it, on a clock of its own.

import { session } from "../../overrides/assets/js/lms/session.js";
import { memoryOf } from "../../overrides/assets/js/lms/memory.js";
import { open } from "../../overrides/assets/js/lib/store.js";
import { choicesOf, outlineOf, START } from "./courses.mjs";

const FIELDS = {
  1.2: "LMSInitialize LMSFinish LMSGetValue LMSSetValue LMSCommit LMSGetLastError".split(" "),
  2004: "Initialize Terminate GetValue SetValue Commit GetLastError".split(" "),
};

export class Lms {
  saved = new Map();
  values = new Map();
  calls = [];
  state = "closed"; // open, over
  error = "0";
  fails = null; // what a call answers: (name, element) → an error's code, or undefined; it may throw
  wait = () => {}; // called before each answer

  constructor(version, saved = {}) {
    this.version = version;
    this.saved = new Map(Object.entries(saved));
    const [start, end, get, set, save, error] = FIELDS[version];
    const answer =
      (name, act) =>
      (...given) => {
        this.calls.push([name, ...given]);
        this.wait(name);
        const code = this.fails?.(name, given[0], given[1]);
        this.error = code ?? "0";
        return code ? (name === "get" ? "" : "false") : act(...given);
      };
    this.api = {
      [start]: answer("start", () => {
        if (this.state === "over") return this.refuse(version === "1.2" ? "101" : "104");
        this.state = "open";
        this.values = new Map(this.saved);
        return "true";
      }),
      [end]: answer("end", () => {
        this.state = "over";
        this.saved = new Map(this.values);
        return "true";
      }),
      [get]: answer("get", (element) => {
        if (this.state !== "open") return this.refuse("301", "");
        if (element === "cmi.interactions._children") return "id,type";
        if (element === "cmi.interactions._count") return String(this.interactions.length);
        return this.values.get(element) ?? "";
      }),
      [set]: answer("set", (element, value) => {
        if (this.state !== "open" || typeof value !== "string") return this.refuse("301");
        this.values.set(element, value);
        return "true";
      }),
      [save]: answer("save", () => {
        this.saved = new Map(this.values);
        return "true";
      }),
      [error]: () => this.error,
    };
  }

  refuse(code, answer = "false") {
    this.error = code;
    return answer;
  }

  // What is set as interactions, each as { field: text }.
  get interactions() {
    const found = [];
    for (const [element, value] of this.values) {
      const [, n, field] = /^cmi\.interactions\.(\d+)\.(.*)$/.exec(element) ?? [];
      if (n) (found[n] ??= {})[field] = value;
    }
    return found;
  }

  count(name, element) {
    return this.calls.filter(([called, on]) => called === name && (!element || on === element)).length;
  }
}

// The windows of a launch are a learner's: `lms` is what find() finds, and may be changed. Its verbs go on in time.
export function launch(lms, { outline = outlineOf({ lessons: 3, bank: 8 }), clock = { now: START }, pages } = {}) {
  const memory = memoryOf(outline.id);
  const said = new Set();
  const heard = [];
  const timers = new Map();
  let ids = 0;
  const began = clock.now;
  const world = { lms, place: {}, shown: () => clock.now - began };
  const learning = session({
    find: () => world.lms && { api: world.lms.api, version: world.lms.version, place: world.place },
    course: {
      outline,
      choices: choicesOf(outline),
      pages: pages ?? outline.modules[0].steps.map(({ id }) => id),
      about: Object.fromEntries(outline.modules[0].steps[0].asks.map(([id]) => [id, ["", `Question ${id}?`, ""]])),
    },
    memory,
    tell(code, on) {
      if (on && !said.has(code)) heard.push(code);
      said[on ? "add" : "delete"](code);
    },
    now: () => clock.now,
    later(call, wait) {
      timers.set((ids += 1), { call, at: clock.now + wait });
      return ids;
    },
    never: (id) => timers.delete(id),
    shown: () => world.shown(),
  });
  const store = open(outline.id, () => memory.storage, {
    now: () => new Date((clock.now += 10)).toISOString(),
    listen: (changed) => (memory.came = changed), // as the shell tells a page
  });
  const steps = outline.modules[0].steps;
  return Object.assign(world, {
    outline,
    steps,
    learning,
    memory,
    store,
    said,
    heard,
    timers,
    clock,
    // Let time go by: what is due is done when it is due.
    async passes(milliseconds) {
      const until = clock.now + milliseconds;
      for (;;) {
        await null;
        const [id, next] = [...timers].sort(([, one], [, other]) => one.at - other.at)[0] ?? [];
        if (!next || next.at > until) break;
        timers.delete(id);
        clock.now = Math.max(clock.now, next.at);
        next.call();
      }
      clock.now = Math.max(clock.now, until);
    },
    async answers(n, right = true, given = [0]) {
      const [id, hash] = steps.flatMap(({ asks }) => asks)[n];
      store.keepAnswer(id, { hash, given, right });
      await null;
    },
    opens(page) {
      store.put("pages", page, {});
      learning.moved(page);
    },
    // An attempt as the page of the assessment makes it: drawn, filled, handed in, its questions answered.
    async attempts(score, of = 8) {
      const id = new Date(clock.now).toISOString();
      const draw = outline.bank.slice(0, of).map((each) => [each.id, each.hash]);
      store.put("attempts", id, { draw, given: {}, flagged: [] });
      await null;
      clock.now += 60_000;
      const given = Object.fromEntries(draw.slice(1).map(([question]) => [question, [1]]));
      const submitted = new Date(clock.now).toISOString();
      const passed = 100 * score >= outline.mastery * of;
      store.put("attempts", id, {
        draw,
        given,
        flagged: [],
        submitted,
        score,
        of,
        passed,
        version: "1.0.0",
        language: "fr",
      });
      draw.forEach(([question, hash], n) => {
        store.askAnew(question);
        store.keepAnswer(question, { hash, given: given[question] ?? [], right: n < score });
      });
      await null;
    },
    async finishes() {
      for (const step of steps) {
        store.put("pages", step.id, {});
        for (const [id, hash] of step.asks) store.keepAnswer(id, { hash, given: [0], right: true });
        if (step.kind === "case") store.put("choices", step.id, { choice: "well-ended" });
      }
      await null;
    },
  });
}
