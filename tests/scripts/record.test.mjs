import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  after,
  fresh,
  holds,
  isEntry,
  merge,
  own,
  parse,
  SECTIONS,
  time,
  VERSION,
} from "../../overrides/assets/js/lib/record.js";
import { COURSE, Device } from "./device.mjs";

const check = (...property) => fc.assert(fc.property(...property), { numRuns: 1000, seed: 20261122 });

// Few ids and dates, so that records meet; and ids that every object has.
const id = fc.constantFrom("two-words", "hand-signed", "__proto__", "constructor", "hasOwnProperty", "");
const at = fc.constantFrom(
  "2026-11-22T12:00:00.000Z",
  "2026-11-22T12:00:00.001Z",
  "2026-11-22T12:00:00Z",
  "+012026-11-22T12:00:00.000Z",
  "0999-01-01T00:00:00.000Z",
  "zzz",
  "2999",
  undefined,
  7,
);
const odd = fc.constantFrom(null, 0, 3, "x", [], [1], {}, true, { at: 1 });
const entry = fc.oneof(
  { weight: 6, arbitrary: fc.record({ at, text: fc.constantFrom("a", "b"), n: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ submitted: fc.constantFrom(null, "2026"), at }) },
  { weight: 2, arbitrary: odd },
);
const section = fc.dictionary(id, entry, { maxKeys: 4, noNullPrototype: true });
const plain = (value) => JSON.parse(JSON.stringify(value));
// A record as it is read from storage: with some of its sections, sections that nobody knows, and other odd keys.
const record = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...SECTIONS), section, { noNullPrototype: true }),
    fc.dictionary(fc.constantFrom("notes", "constructor", "__proto__", "extra"), fc.oneof(section, odd), {
      noNullPrototype: true,
    }),
  )
  .map(([known, unknown]) => ({ ...unknown, ...fresh(), ...known }))
  .map(plain);

const idsOf = (found) =>
  Object.entries(found).flatMap(([name, value]) =>
    typeof value === "object" && value && !Array.isArray(value)
      ? [name, ...Object.keys(value).map((key) => `${name} / ${key}`)]
      : [name],
  );

test("merging is the same whichever record comes first", () => {
  check(record, record, (one, other) => assert.deepEqual(merge(one, other), merge(other, one)));
});

test("merging three records is the same in whatever order", () => {
  check(record, record, record, (one, other, third) =>
    assert.deepEqual(merge(merge(one, other), third), merge(one, merge(other, third))),
  );
});

test("merging a record with itself, or with what it was merged from, changes nothing", () => {
  check(record, record, (one, other) => {
    assert.deepEqual(merge(one, plain(one)), one);
    const whole = merge(one, other);
    assert.deepEqual(merge(whole, one), whole);
    assert.deepEqual(merge(other, whole), whole);
    assert.deepEqual(merge(fresh(), one), one);
  });
});

test("merging never drops an id, invents none, and gives each an entry of one of the two", () => {
  check(record, record, (one, other) => {
    const whole = merge(one, other);
    assert.ok(idsOf(one).every((path) => idsOf(whole).includes(path) || !isSection(other, path)));
    for (const name of SECTIONS) {
      const ids = new Set([...Object.keys(one[name]), ...Object.keys(other[name])]);
      assert.deepEqual(new Set(Object.keys(whole[name])), ids);
      for (const key of ids) {
        const texts = [own(one[name], key), own(other[name], key)].map((value) => JSON.stringify(value));
        assert.ok(texts.includes(JSON.stringify(own(whole[name], key))));
      }
    }
  });
});

// Whether both sides hold a section where `path` is: of a section and a number only the section can stay.
const isSection = (other, path) => {
  const value = own(other, path.split(" / ")[0]);
  return value === undefined || (typeof value === "object" && value && !Array.isArray(value));
};

test("the entry with the later date is kept, in every section but a submitted attempt", () => {
  const dates = ["2026-11-22T12:00:00.000Z", "2026-11-22T12:00:00.001Z"];
  for (const name of SECTIONS) {
    const [older, newer] = dates.map((at, n) => ({ ...fresh(), [name]: { a: { at, n: 9 - n } } }));
    assert.equal(merge(older, newer)[name].a.n, 8);
    assert.equal(merge(newer, older)[name].a.n, 8);
  }
  const draft = { ...fresh(), attempts: { a: { at: dates[1], submitted: null } } };
  const done = { ...fresh(), attempts: { a: { at: dates[0], submitted: dates[0] } } };
  assert.equal(merge(draft, done).attempts.a.submitted, dates[0]);
  assert.equal(merge(done, draft).attempts.a.submitted, dates[0]);
});

test("a record holds what was merged into it, and only that", () => {
  check(record, record, (one, other) => {
    const whole = merge(other, one);
    assert.equal(holds(one, whole), idsOf(whole).length === idsOf(one).length && same(one, whole));
    assert.ok(holds(whole, whole));
  });
});
const same = (one, other) => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (value) =>
  typeof value === "object" && value
    ? Object.entries(value)
        .map(([key, item]) => [key, sorted(item)])
        .sort()
    : value;

test("what was written is read as it was", () => {
  check(record, (one) => assert.deepEqual(parse(JSON.stringify(one)), { record: one }));
});

test("ids that every object has change no object", () => {
  check(record, record, (one, other) => {
    const whole = merge(one, other);
    for (const value of [whole, ...Object.values(whole)]) {
      if (typeof value === "object" && value && !Array.isArray(value)) {
        assert.equal(Object.getPrototypeOf(value), Object.prototype);
      }
    }
    assert.deepEqual(Object.keys(Object.prototype), []);
  });
});

test("nothing is nothing, and no text makes parsing throw", () => {
  assert.deepEqual([parse(null), parse(undefined)], [{}, {}]);
  check(
    fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((x) => JSON.stringify({ version: 2, answers: x })),
    ),
    (text) => {
      const found = parse(text);
      assert.equal(Object.keys(found).length, 1);
      if (found.record) assert.ok(SECTIONS.every((name) => typeof found.record[name] === "object"));
      else assert.ok(["damaged", "newer"].includes(found.trouble));
    },
  );
});

test("whatever JSON is stored, nothing throws and nothing of it is lost", () => {
  const value = fc.oneof(
    record,
    fc.jsonValue(),
    record.map((one) => ({ ...one, version: 3 })),
  );
  const broken = fc.tuple(record, fc.constantFrom(...SECTIONS), odd).map(([one, name, x]) => ({ ...one, [name]: x }));
  check(fc.oneof(value, broken), id, (stored, key) => {
    const text = JSON.stringify(stored);
    const device = new Device({ [COURSE]: text });
    const { store } = device.open();
    for (const name of SECTIONS) store.all(name);
    store.put("reviews", "2026-11-24", { sets: [[key]] });
    store.keepAnswer("its-own-id", { hash: "a", given: [0], right: true });
    assert.equal(store.answer("its-own-id", "a").tries, 1);
    store.import(store.export());
    assert.equal(typeof store.size.bytes, "number");
    if (!store.kept) return assert.equal(device.stored, text);
    const { reviews, answers, ...rest } = device.record;
    for (const [name, section] of Object.entries({ ...stored, reviews: undefined, answers: undefined })) {
      if (section !== undefined && name !== "version") assert.deepEqual(own(rest, name), section);
    }
    for (const [name, found] of Object.entries({ reviews, answers })) {
      for (const [key, entry] of Object.entries(own(stored, name) ?? {})) assert.deepEqual(own(found, key), entry);
    }
  });
});

test("only dates that every browser reads alike are dates", () => {
  for (const odd of [
    "2026",
    "2026-11-22",
    "22 Nov 2026",
    "2026-11-22T12:00:00-05:00",
    "",
    5,
    null,
    "2026-13-01T00:00:00Z",
  ]) {
    assert.equal(time(odd), -Infinity);
  }
  assert.equal(time("2026-11-22T12:00:00.001Z") - time("2026-11-22T12:00:00Z"), 1);
  assert.ok(time("+010000-01-01T00:00:00.000Z") > time("9999-12-31T23:59:59.999Z"));
});

test("a new date is now, or just after the one replaced where the clock was wrong", () => {
  const now = "2026-11-22T12:00:00.000Z";
  for (const [before, date] of [
    [undefined, now],
    ["zzz", now],
    ["2026-11-22T11:59:59.999Z", now],
    [now, "2026-11-22T12:00:00.001Z"],
    ["2027-01-01T00:00:00.000Z", "2027-01-01T00:00:00.001Z"],
    ["9999-12-31T23:59:59.999Z", "+010000-01-01T00:00:00.000Z"],
    ["+275760-09-13T00:00:00.000Z", "+275760-09-13T00:00:00.000Z"],
  ]) {
    assert.equal(after(before, now), date);
  }
  check(at, at, (before, other) => {
    const date = after(before, now);
    assert.ok(time(date) > time(before));
    assert.ok(time(date) >= time(now), other);
  });
});

const one = (entry) => isEntry("answers", { at: "x", hash: "a", right: true, given: [0], ...entry });

test("entries are read only in the form that they must have", () => {
  assert.ok(one({}) && one({ given: "mot" }) && one({ given: null }) && one({ given: [] }) && one({ extra: 1 }));
  for (const wrong of [
    { at: 1 },
    { hash: 1 },
    { right: "yes" },
    { given: 3 },
    { given: ["x"] },
    { given: undefined },
  ]) {
    assert.ok(!one(wrong), JSON.stringify(wrong));
  }
  const attempt = { at: "x", draw: [["a", "h"]], given: { a: [1] }, flagged: ["a"] };
  assert.ok(isEntry("attempts", attempt));
  for (const wrong of [{ draw: [["a"]] }, { draw: ["ab"] }, { given: { a: 1 } }, { given: [] }, { flagged: [1] }]) {
    assert.ok(!isEntry("attempts", { ...attempt, ...wrong }), JSON.stringify(wrong));
  }
  for (const [name, right, wrong] of [
    ["choices", { choice: 0 }, { choice: 0.5 }],
    ["choices", { choice: "an-ending" }, { choice: null }],
    ["sheets", { text: "" }, { text: 1 }],
    ["plans", { kept: false }, { kept: "no" }],
    ["plans", { kept: true, text: "x" }, { kept: true, text: 1 }],
    ["reviews", { sets: [["a"], []] }, { sets: ["a"] }],
    ["settings", { value: "fr" }, { value: true }],
  ]) {
    assert.ok(isEntry(name, { at: "x", ...right }), `${name} ${JSON.stringify(right)}`);
    assert.ok(!isEntry(name, { at: "x", ...wrong }), `${name} ${JSON.stringify(wrong)}`);
    assert.ok(!isEntry(name, right), "without a date it is none");
  }
  for (const name of SECTIONS) for (const odd of [null, undefined, 3, "x", []]) assert.ok(!isEntry(name, odd));
});

test("version 1 becomes this version with nothing lost", () => {
  const answers = {
    first: { hash: "a", given: [1], right: true, tries: 1, at: "2026-01-01T00:00:00.000Z" },
    retried: { hash: "a", given: [1], right: true, tries: 3, at: "2026-01-01T00:00:00.000Z" },
    wrong: { hash: "a", given: [0], right: false, tries: 1, at: "2026-01-01T00:00:00.000Z" },
    undated: { hash: "a", given: "mot", right: true, tries: 1 },
    dated: { hash: "a", given: "mot", right: true, tries: 1, at: 1234 },
    extra: { hash: "a", given: [1], right: true, tries: 1, at: "2026-01-01T00:00:00.000Z", extra: [1] },
    odd: { hash: "a" },
    number: 3,
    none: null,
    list: [1],
    text: "x",
    constructor: { hash: "a", given: [1], right: true, tries: 1, at: "2026-01-01T00:00:00.000Z" },
  };
  const old = { version: 1, answers, language: "en", theme: "dark", extra: { x: { y: 1 } }, none: null };
  const { record } = parse(JSON.stringify(old).replace('"first"', '"__proto__"'));
  const long = "1970-01-01T00:00:00.000Z";
  assert.equal(record.version, VERSION);
  assert.deepEqual(Object.keys(record.answers).sort(), ["__proto__", ...Object.keys(answers).slice(1)].sort());
  assert.deepEqual(own(record.answers, "__proto__"), { ...answers.first, missed: false });
  assert.deepEqual(record.answers.retried, { ...answers.retried, missed: true });
  assert.deepEqual(record.answers.wrong, { ...answers.wrong, missed: true });
  assert.deepEqual(record.answers.undated, { ...answers.undated, at: long, missed: false });
  assert.deepEqual(record.answers.dated, { ...answers.dated, at: long, missed: false });
  assert.deepEqual(record.answers.extra, { ...answers.extra, missed: false });
  for (const odd of ["odd", "number", "none", "list", "text"]) assert.deepEqual(record.answers[odd], answers[odd]);
  assert.deepEqual(record.settings, { language: { at: long, value: "en" }, theme: { at: long, value: "dark" } });
  assert.deepEqual([record.extra, record.none], [old.extra, null]);
  assert.deepEqual([record.language, record.theme], [undefined, undefined]);
});

test("version 1 with odd settings, or without answers, keeps those, too", () => {
  const odd = parse('{"version":1,"answers":{},"language":5,"theme":null,"settings":{"name":{"value":"x"}}}').record;
  assert.deepEqual([odd.language, odd.theme, odd.settings], [5, null, { name: { value: "x" } }]);
  assert.deepEqual(parse('{"version":1,"language":"fr"}').record.settings.language.value, "fr");
  for (const settings of ["[]", "3", "null"]) {
    assert.deepEqual(parse(`{"version":1,"answers":{},"settings":${settings}}`), { trouble: "damaged" });
  }
  check(fc.dictionary(id, fc.jsonValue(), { noNullPrototype: true }), (answers) => {
    const { record } = parse(JSON.stringify({ version: 1, answers }));
    for (const [key, entry] of Object.entries(plain(answers))) assert.deepEqual(own(record.answers, key), entry);
  });
});
