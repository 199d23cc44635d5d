import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import { dayAfter, dayOf, DAYS, missed, plan } from "../../overrides/assets/js/lib/review.js";
import { learner } from "./outlines.mjs";

const asked = (...ids) => ids.map((id) => [id, "h1"]);

test("the missed ones come first, longest ago first, then those longest unseen", () => {
  const me = learner().answers("old").answers("wrong2", false).answers("older-than", true).answers("wrong1", false);
  me.answers("new");
  const asks = asked("new", "older-than", "old", "wrong1", "wrong2");
  assert.deepEqual(missed(asks, me.store), ["wrong2", "wrong1"]);
  assert.deepEqual(plan(asks, me.store, 4), [
    ["wrong2", "wrong1", "old", "older-than"],
    ["wrong2", "wrong1", "new"],
    ["wrong2", "wrong1"],
  ]);
});

test("a question missed at first stays one to review though its second answer was right", () => {
  const me = learner().answers("a", false).answers("a", true).answers("b", true).answers("b", false);
  assert.deepEqual(missed(asked("a", "b", "c"), me.store), ["a", "b"]);
});

test("asked anew and right at first, a question is no longer missed", () => {
  const me = learner().answers("a", false);
  me.store.askAnew("a");
  assert.deepEqual(missed(asked("a"), me.store), ["a"]);
  me.answers("a", true);
  assert.deepEqual(missed(asked("a"), me.store), []);
});

test("a question edited since, or never answered, is never reviewed", () => {
  const me = learner().answers("a", false, "old").answers("b", true, "old").answers("c");
  assert.deepEqual(missed(asked("a", "b", "c", "d"), me.store), []);
  assert.deepEqual(plan(asked("a", "b", "c", "d"), me.store), [["c"], [], []]);
});

test("with nothing answered there is nothing to review", () => {
  assert.deepEqual(plan(asked("a", "b"), learner().store), [[], [], []]);
  assert.deepEqual(plan([], learner().store), [[], [], []]);
});

test("more missed than a set can hold take turns, and none is left out", () => {
  const me = learner();
  for (const id of ["a", "b", "c", "d", "e", "f", "g"]) me.answers(id, false);
  me.answers("right");
  const sets = plan(asked("right", "g", "f", "e", "d", "c", "b", "a"), me.store, 4);
  assert.deepEqual(sets, [
    ["a", "b", "c", "d"],
    ["e", "f", "g", "a"],
    ["b", "c", "d", "e"],
  ]);
});

test("sets are as large as asked, unique within a day, missed before others, and others on one day only", () => {
  const question = fc.record({
    id: fc.constantFrom(..."abcdefghijklmnopqrst", "__proto__", "constructor"),
    right: fc.boolean(),
    hash: fc.constantFrom("h1", "h1", "h1", "h2"),
  });
  const all = asked(..."abcdefghijklmnopqrst", "__proto__", "constructor");
  const property = fc.property(fc.array(question, { maxLength: 30 }), fc.integer({ min: 0, max: 9 }), (given, size) => {
    const me = learner();
    for (const { id, right, hash } of given) me.answers(id, right, hash);
    const wrong = missed(all, me.store);
    const known = all.filter(([id, hash]) => me.store.answer(id, hash)?.changed === false).map(([id]) => id);
    // A question may be asked in several steps.
    const sets = plan([...all, ...all], me.store, size);
    assert.equal(sets.length, DAYS.length);
    for (const set of sets) {
      assert.ok(set.length <= size);
      assert.equal(new Set(set).size, set.length);
      assert.ok(set.every((id) => known.includes(id)));
      const firsts = set.slice(0, Math.min(size, wrong.length));
      assert.ok(
        firsts.every((id) => wrong.includes(id)),
        "those missed first",
      );
      assert.equal(set.filter((id) => wrong.includes(id)).length, firsts.length);
    }
    const others = sets.flat().filter((id) => !wrong.includes(id));
    assert.equal(new Set(others).size, others.length, "the others once");
    const dates = others.map((id) => me.store.get("answers", id).at);
    assert.deepEqual(dates, [...dates].sort(), "longest unseen first");
    const room = DAYS.length * size;
    assert.ok(wrong.length > room || new Set(sets.flat()).size >= Math.min(wrong.length, room), "none left out");
    const places = sets.reduce((sum, set) => sum + size - set.length, 0);
    assert.ok(places === 0 || others.length === known.length - wrong.length, "no place left empty while some wait");
  });
  fc.assert(property, { numRuns: 500, seed: 20261122 });
});

test("a day later is a day of the calendar: over the ends of months and years, and in leap years", () => {
  for (const [day, number, later] of [
    ["2026-11-22", 2, "2026-11-24"],
    ["2026-11-29", 7, "2026-12-06"],
    ["2026-12-31", 2, "2027-01-02"],
    ["2028-02-27", 2, "2028-02-29"],
    ["2027-02-27", 2, "2027-03-01"],
    ["2028-01-31", 30, "2028-03-01"],
    ["2100-02-27", 2, "2100-03-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["2026-11-22", 0, "2026-11-22"],
    ["2026-03-01", -1, "2026-02-28"],
  ]) {
    assert.equal(dayAfter(day, number), later);
  }
});

const home = process.env.TZ;
after(() => {
  if (home === undefined) delete process.env.TZ;
  else process.env.TZ = home;
});

for (const [zone, offset] of [
  ["America/Toronto", 300],
  ["Pacific/Auckland", -780],
  ["Pacific/Kiritimati", -840],
  ["UTC", 0],
]) {
  test(`days are the learner's own, and daylight saving moves none, in ${zone}`, () => {
    process.env.TZ = zone;
    assert.equal(new Date(2026, 0, 15).getTimezoneOffset(), offset, "the time zone is in force");
    let day = "2026-01-01";
    for (let number = 0; number < 800; number += 1) {
      const [year, month, date] = day.split("-").map(Number);
      for (const hour of [0, 1, 2, 3, 12, 23]) {
        assert.equal(dayOf(new Date(year, month - 1, date, hour, 59, 59)), day);
      }
      assert.equal(dayOf(new Date(year, month - 1, date + 1)), dayAfter(day, 1), "the next day, and no other");
      for (const later of DAYS) assert.equal(dayOf(new Date(year, month - 1, date + later)), dayAfter(day, later));
      day = dayAfter(day, 1);
    }
    assert.equal(day, "2028-03-11");
    assert.equal(dayOf(new Date(-6e13)).length, 10, "a clock that is very wrong");
  });
}
