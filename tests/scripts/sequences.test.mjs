// Whatever a learner, two devices, three tabs each, wrong clocks and a failing storage do, in whatever order: every
// newest entry is kept, nothing else is lost, and nothing that was erased comes back. `SEED=… RUNS=…` try others, or
// more.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import { scoreOf } from "../../overrides/assets/js/lib/progress.js";
import { isEntry, SECTIONS } from "../../overrides/assets/js/lib/record.js";
import { COURSE, Device, START } from "./device.mjs";

const SEED = Number(process.env.SEED ?? 20261122);
const RUNS = Number(process.env.RUNS ?? 2000);
const STEPS = 60;
const HOUR = 3600_000;
const TICK = 5000; // 60 of them stay within an hour and clocks jump by hours, so no two steps have one date
const IDS = ["three-circles", "hand-signed", "two-words", "constructor", "__proto__", "hasOwnProperty"];
const STRANGERS = { "another-course": '{"version":2}', "course:told": "full" };

const counts = { sequences: 0, steps: 0, writes: 0, unsaved: 0, files: 0, refused: 0, erased: 0, raced: 0, lost: 0 };
after(() =>
  console.log(
    `# ${Object.entries(counts)
      .map((pair) => pair.reverse().join(" "))
      .join(", ")}`,
  ),
);

// What is in a record, as a map from "section / id" to the entry; what stands beside the sections is there, too.
function flat(record) {
  if (record?.version === 1) return flat(BEFORE["version 1"][1]);
  const found = new Map();
  for (const [section, value] of Object.entries(record ?? {})) {
    if (section === "version" || section === "begun") continue;
    if (typeof value !== "object" || value === null) found.set(section, value);
    else for (const [id, entry] of Object.entries(value)) found.set(`${section} / ${id}`, entry);
  }
  return found;
}

// Which of two entries of one id must win: a submitted attempt, else the later date. Of equals, either.
function rank(entry) {
  const date = typeof entry?.at === "string" ? Date.parse(entry.at) : NaN;
  return [entry?.submitted ? 1 : 0, Number.isNaN(date) ? -Infinity : date];
}
function compare(one, other) {
  const [first, second] = [rank(one), rank(other)];
  return first[0] - second[0] || (first[1] === second[1] ? 0 : first[1] - second[1]);
}

// Everything that was written on a device and is still owed: a list of { path, entry, tab, kept }, `kept` once it was
// stored. Nothing here knows how the store works.
class Ledger {
  items = [];

  add(path, entry, tab) {
    this.items.push({ path, entry, tab, kept: false });
  }

  // Note what is stored now; what was, must still be, or something newer.
  look(stored, where) {
    for (const item of this.items) {
      const there = stored.has(item.path) && compare(stored.get(item.path), item.entry) >= 0;
      assert.ok(there || !item.kept, `${where}: ${item.path} was kept and is gone`);
      item.kept = there;
    }
  }

  // A tab left its page: what only it knew is gone, as it said it would be.
  left(tab) {
    this.items = this.items.filter((item) => item.kept || item.tab !== tab);
  }

  // The newest entries of each path: a map to a list of equals.
  get newest() {
    const found = new Map();
    for (const { path, entry } of this.items) {
      const best = found.get(path);
      const order = best ? compare(entry, best[0]) : 1;
      if (order > 0) found.set(path, [entry]);
      else if (order === 0) best.push(entry);
    }
    return found;
  }
}

const answer = (n) => ({ at: new Date(START - n * HOUR).toISOString(), hash: "w0", given: [n], right: true, tries: 1 });
const BEFORE = {
  nothing: [null, {}],
  "version 1": [
    {
      version: 1,
      language: "en",
      extra: 1,
      answers: { "two-words": { ...answer(1), tries: 2 }, odd: 3, "hand-signed": answer(2) },
    },
    {
      extra: 1,
      answers: {
        "two-words": { ...answer(1), tries: 2, missed: true },
        odd: 3,
        "hand-signed": { ...answer(2), missed: false },
      },
      settings: { language: { at: "1970-01-01T00:00:00.000Z", value: "en" } },
    },
  ],
};
const odd = {
  answers: { "two-words": 3, constructor: [], "hand-signed": { ...answer(3), missed: false, extra: { a: 1 } } },
  sheets: { "a.b": { text: "no date" }, "three-circles": { text: "a bad date", at: "zzz" } },
  pages: { "x/y": { at: "2031-01-01T00:00:00.000Z" } },
  notes: { a: { at: answer(1).at, n: 1 }, b: 2 },
  extra: "kept",
};
BEFORE["version 2"] = [{ version: 2, ...odd }, odd];

// What a step writes in a section; `n` is different each time.
const ENTRIES = {
  pages: () => ({}),
  choices: (n) => ({ choice: n }),
  sheets: (n) => ({ text: `text ${n} é😀` }),
  plans: (n) => ({ kept: n % 2 === 0, text: `plan ${n}` }),
  attempts: (n) => (before) => ({
    draw: [["two-words", "w0"]],
    given: { "two-words": [n] },
    flagged: [],
    submitted: before?.submitted ?? (n % 5 === 0 ? new Date(START).toISOString() : null),
    score: n,
    of: 12,
  }),
  reviews: (n) => ({ sets: [["two-words", `q${n}`], []] }),
  settings: (n) => ({ value: `value ${n}` }),
};

class World {
  files = [];
  wordings = new Map();
  serial = 0;

  constructor(before, hears) {
    this.devices = [0, 1].map((number) => {
      const [record, expected] = number ? BEFORE.nothing : BEFORE[before];
      const device = new Device({ ...STRANGERS, ...(record ? { [COURSE]: JSON.stringify(record) } : {}) });
      device.ledger = new Ledger();
      for (const [path, entry] of flat(expected)) device.ledger.add(path, entry, null);
      device.clock += number * 3 * HOUR;
      for (const hear of hears) device.open({ hears: hear });
      return device;
    });
  }

  // The trouble that a device is in.
  trouble(device) {
    return device.blocked ? "blocked" : (device.spoilt?.trouble ?? (device.full ? "full" : ""));
  }

  // Note that a tab may have written without seeing what is stored.
  unseeing(device, tab) {
    if (device.blocked || device.spoilt) tab.blind = true;
  }

  wording(id) {
    return `w${this.wordings.get(id) ?? 0}`;
  }

  // Put an entry, and owe it.
  put(device, tab, section, id, write, expected) {
    const now = Date.parse(device.now());
    const path = `${section} / ${id}`;
    const readable = !device.blocked && !device.spoilt;
    const replaced = readable ? flat(device.stored && device.record).get(path) : tab.store.get(section, id);
    write();
    this.unseeing(device, tab);
    const entry = tab.store.get(section, id);
    const { at, ...rest } = entry;
    for (const [key, value] of Object.entries(expected)) assert.deepEqual(rest[key], value, `${path} ${key}`);
    assert.ok(Date.parse(at) >= now, "an entry is not older than now");
    assert.ok(replaced === undefined || rank(entry)[1] > rank(replaced)[1], "an entry is newer than what it replaces");
    assert.equal(tab.store.trouble, this.trouble(device));
    device.ledger.add(path, entry, tab);
    counts.writes += 1;
    if (!tab.store.kept) counts.unsaved += 1;
  }

  write(device, tab, { id, section, right }) {
    const n = (this.serial += 1);
    if (section === "answers") {
      const given = { hash: this.wording(id), given: [n], right };
      this.put(device, tab, section, id, () => tab.store.keepAnswer(id, given), given);
    } else {
      const entry = ENTRIES[section](n);
      const expected = typeof entry === "function" ? { given: entry().given } : entry;
      this.put(device, tab, section, id, () => tab.store.put(section, id, entry), expected);
    }
  }

  // Take a file in, and owe what is in it.
  take(device, tab, file) {
    assert.equal(tab.store.import(file), "");
    for (const [path, entry] of flat(JSON.parse(file).record)) device.ledger.add(path, entry, tab);
    counts.files += 1;
  }

  snapshot(device, tab) {
    return [device.stored, tab.store.trouble, ...SECTIONS.map((section) => tab.store.all(section))];
  }

  steps = {
    write: (device, tab, step) => this.write(device, tab, step),
    // Another tab writes after this one has looked and before it writes: the browser loses the other's writing.
    race: (device, tab, step) => {
      const other = device.tabs[(device.tabs.indexOf(tab) + 1) % device.tabs.length];
      device.meanwhile = () => this.write(device, other, { ...step, id: IDS[step.number % IDS.length] });
      this.write(device, tab, step);
      device.meanwhile = null;
      counts.raced += 1;
    },
    anew: (device, tab, { id }) => {
      tab.store.askAnew(id);
      const entry = tab.store.get("answers", id);
      if (entry?.given === null) device.ledger.add(`answers / ${id}`, entry, tab);
    },
    edit: (_device, _tab, { id }) => this.wordings.set(id, (this.wordings.get(id) ?? 0) + 1),
    export: (device, tab) => {
      const file = tab.store.export();
      if (tab.store.trouble === "damaged") return assert.equal(file, device.stored);
      if (tab.store.trouble === "newer") return assert.equal(tab.store.import(file), "newer");
      const before = this.snapshot(device, tab);
      this.take(device, tab, file);
      assert.deepEqual(this.snapshot(device, tab).slice(1), before.slice(1), "import(export()) changes nothing");
      if (!device.spoilt) assert.deepEqual(flat(JSON.parse(device.stored)), flat(JSON.parse(before[0])));
      this.files.push(file);
    },
    import: (device, tab, { number }) => {
      if (this.files.length) this.take(device, tab, this.files[number % this.files.length]);
    },
    carry: (device, tab, { number }) => {
      const from = this.devices[1 - this.devices.indexOf(device)];
      this.take(device, tab, from.tabs[number % 3].store.export());
    },
    refuse: (device, tab, { number }) => {
      const file = JSON.parse(this.files[0] ?? JSON.stringify({ format: "course-record", course: COURSE, record: {} }));
      const [text, reason] = [
        ["{", "unreadable"],
        [JSON.stringify({ ...file, course: "another-course" }), "other"],
        [JSON.stringify({ ...file, record: { version: 9 } }), "newer"],
        [JSON.stringify({ ...file, record: { ...file.record, sheets: [] } }), "unreadable"],
      ][number % 4];
      const before = this.snapshot(device, tab);
      assert.equal(tab.store.import(text), reason);
      assert.deepEqual(this.snapshot(device, tab), before, "an import that is refused changes nothing");
      counts.refused += 1;
    },
    reload: (device, tab) => {
      device.ledger.left(tab);
      device.load(tab);
    },
    look: (_device, tab) => tab.changed(),
    clock: (device, _tab, { number }) => (device.clock += ((number % 25) - 12) * HOUR),
    full: (device) => (device.full = !device.full),
    block: (device) => (device.blocked = !device.blocked),
    // Something else writes into our place, and later puts back what was there.
    spoil: (device, _tab, { number }) => {
      if (device.spoilt) return this.mend(device);
      if (device.stored === null) return;
      const text = ["{", '{"version":3}', '{"version":2,"answers":[]}'][number % 3];
      device.spoilt = { text, before: device.stored, trouble: number % 3 === 1 ? "newer" : "damaged" };
      device.items.set(COURSE, text);
    },
    erase: (device, tab) => {
      if (device.blocked || device.spoilt || device.stored === null) return;
      // A tab that has never seen the record cannot know that one was erased, nor what it wrote before that, unseeing.
      for (const other of device.tabs) if (!other.knows || other.blind) other.changed();
      assert.equal(tab.store.erase(), "");
      assert.equal(device.stored, null);
      device.ledger.items = [];
      counts.erased += 1;
    },
  };

  mend(device) {
    if (!device.spoilt) return;
    assert.equal(device.stored, device.spoilt.text, "what cannot be read is left as it is");
    device.items.set(COURSE, device.spoilt.before);
    device.spoilt = null;
  }

  step(step) {
    const device = this.devices[step.device];
    const tab = device.tabs[step.tab];
    this.steps[step.kind](device, tab, step);
    this.unseeing(device, tab);
    if (step.deliver) device.deliver();
    for (const each of this.devices) {
      each.clock += TICK;
      if (!each.spoilt) each.ledger.look(flat(each.stored && each.record), step.kind);
    }
    this.credits(device, tab, step.id);
    counts.steps += 1;
  }

  // An answer to an older wording says so, and nothing is credited to a wording that was not answered.
  credits(device, tab, id) {
    const hash = this.wording(id);
    const found = tab.store.answer(id, hash);
    const entry = tab.store.get("answers", id);
    assert.deepEqual(found, entry && { ...entry, changed: entry.hash !== hash });
    const asked = entry?.hash === hash;
    const score = scoreOf({ asks: [[id, hash]] }, tab.store);
    assert.deepEqual(score, { right: asked && !entry.missed ? 1 : 0, of: asked ? 1 : 0 });
  }

  // Let everything work again, every tab look twice, and compare with what is owed.
  end() {
    for (const device of this.devices) {
      this.mend(device);
      device.blocked = device.full = false;
      for (const tab of [...device.tabs, ...device.tabs]) tab.changed();
      for (const tab of device.tabs) assert.equal(tab.store.trouble, "");
      const stored = flat(device.stored && device.record);
      const owed = device.ledger.newest;
      counts.lost += [...owed.keys()].filter((path) => !stored.has(path)).length;
      assert.deepEqual([...stored.keys()].sort(), [...owed.keys()].sort());
      for (const [path, entries] of owed) assertOneOf(stored.get(path), entries, path);
      for (const section of SECTIONS) {
        const entries = [...stored].map(([path, entry]) => [...path.split(" / "), entry]);
        const readable = entries.filter(([part, , entry]) => part === section && isEntry(section, entry));
        const expected = new Map(readable.map(([, id, entry]) => [id, entry]));
        for (const tab of device.tabs) assert.deepEqual(new Map(tab.store.all(section)), expected);
      }
      for (const [key, value] of Object.entries(STRANGERS)) assert.equal(device.items.get(key), value);
    }
    counts.sequences += 1;
  }
}

function assertOneOf(found, entries, path) {
  const texts = entries.map((entry) => JSON.stringify(sorted(entry)));
  assert.ok(texts.includes(JSON.stringify(sorted(found))), `${path}: ${JSON.stringify(found)} is none of ${texts}`);
}

const sorted = (entry) =>
  typeof entry === "object" && entry && !Array.isArray(entry) ? Object.entries(entry).sort() : entry;

// A step, of which writing is the most frequent.
const KINDS = { write: 12, race: 2, anew: 1, edit: 2, export: 2, import: 2, refuse: 1, reload: 2, look: 2, clock: 2 };
const FAULTS = { full: 2, block: 1, spoil: 1, erase: 1 };
const weighted = (weights) => fc.constantFrom(...Object.entries(weights).flatMap(([kind, n]) => Array(n).fill(kind)));
const stepOf = (weights) =>
  fc.record({
    kind: weighted(weights),
    device: fc.constantFrom(0, 0, 1),
    tab: fc.nat(2),
    id: fc.constantFrom(...IDS),
    section: fc.constantFrom("answers", "answers", "answers", ...Object.keys(ENTRIES)),
    right: fc.boolean(),
    number: fc.nat(999),
    deliver: fc.constantFrom(true, true, false),
  });
const sequence = (weights) => fc.array(stepOf(weights), { maxLength: STEPS, size: "max" });
const hears = fc.constantFrom([true, true, true], [true, false, true], [false, false, false]);

function play(before, hearing, steps) {
  const world = new World(before, hearing);
  for (const step of steps) world.step(step);
  world.end();
}

const check = (runs, ...property) => fc.assert(fc.property(...property), { numRuns: Math.ceil(runs), seed: SEED });

test("no sequence of steps, tabs, devices, files, clocks and faults loses anything", () => {
  check(RUNS, fc.constantFrom(...Object.keys(BEFORE)), hears, sequence({ ...KINDS, ...FAULTS }), play);
});

test("no sequence without faults leaves anything unsaved at any step", () => {
  const kinds = { ...KINDS, race: 0 };
  check(RUNS / 8, fc.constantFrom(...Object.keys(BEFORE)), hears, sequence(kinds), (before, hearing, steps) => {
    const world = new World(before, hearing);
    for (const step of steps) {
      world.step(step);
      for (const { ledger, tabs } of world.devices) {
        assert.ok(ledger.items.every((item) => item.kept || item.tab === null));
        for (const tab of tabs) assert.equal(tab.store.trouble, "");
      }
    }
    world.end();
  });
});

// A plain map is the whole model here: what was written last under an id is what must be found there.
function follow(hearing, steps) {
  const world = new World("nothing", hearing);
  const model = new Map();
  let here = 0;
  for (const step of steps) {
    if (step.kind === "carry") here = 1 - here;
    world.step({ ...step, device: here });
    if (step.kind === "write") model.set(`${step.section} / ${step.id}`, world.serial);
    if (step.kind === "erase") {
      model.clear();
      world.files = [];
    }
    const tab = world.devices[here].tabs[step.tab];
    tab.changed();
    for (const [path, serial] of model) {
      const [section, id] = path.split(" / ");
      const entry = JSON.stringify(tab.store.get(section, id));
      assert.ok(entry.includes(section === "pages" ? "at" : serial), `${path} holds ${entry} and not ${serial}`);
    }
  }
  world.end();
}

test("on one device the last one to write is right, whatever the clock and the number of tabs", () => {
  const kinds = { write: 12, edit: 2, export: 2, import: 2, refuse: 1, reload: 2, look: 2, clock: 3, erase: 1 };
  check(RUNS / 8, hears, sequence(kinds), follow);
});

test("a file carried from device to device brings the last change along, whatever their clocks say", () => {
  const kinds = { write: 8, edit: 1, carry: 3, reload: 1, look: 1, clock: 3 };
  check(RUNS / 8, hears, sequence(kinds), follow);
});

test("enough sequences and steps ran, and they met every kind of trouble", () => {
  assert.ok(counts.sequences >= RUNS, `${counts.sequences} sequences`);
  assert.ok(counts.steps >= 20 * RUNS, `${counts.steps} steps`);
  for (const what of ["unsaved", "files", "refused", "erased", "raced"]) assert.ok(counts[what] > RUNS / 10, what);
  assert.equal(counts.lost, 0);
});
