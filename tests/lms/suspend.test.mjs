// The record as an LMS keeps it: what comes back, and what never goes there.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { own, parse, SECTIONS } from "../../overrides/assets/js/lib/record.js";
import { lastPlan } from "../../overrides/assets/js/lib/review.js";
import { passed, wayLeft, whereIWas } from "../../overrides/assets/js/lib/progress.js";
import { isNewer, LIMIT, pack, unpack } from "../../overrides/assets/js/lms/suspend.js";
import { doAll, doneAll, learner, listOf, outlineOf } from "./courses.mjs";

const SAFE = /^[A-Za-z0-9_.-]*$/;

// What must come back of an answer, whatever else is lost.
const essence = ({ hash, given, right, missed, tries }) => ({ hash, given, right, missed, tries: Math.min(tries, 3) });

// Another visit: a store over what the text holds.
const later = (text, list) => learner(JSON.stringify(unpack(text, list)));

const inOrder = (store, section) =>
  store
    .all(section)
    .sort(([, one], [, other]) => (one.at < other.at ? -1 : 1))
    .map(([id]) => id);

test("a whole course answered, wrong and then right, comes back whole and fits", () => {
  const outline = outlineOf();
  const list = listOf(outline);
  const { store } = learner();
  doAll(store, outline);
  const { text, lost } = pack(store, list);
  assert.equal(lost, "");
  assert.ok(text.length <= LIMIT && LIMIT < 4096, `${text.length} characters`);
  assert.match(text, SAFE);
  console.log(`# whole course answered: ${text.length} characters`);
  const back = later(text, list).store;
  for (const [id, entry] of store.all("answers"))
    assert.deepEqual(essence(back.get("answers", id)), essence(entry), id);
  for (const section of ["pages", "answers"]) assert.deepEqual(inOrder(back, section), inOrder(store, section));
  for (const [id, { choice }] of store.all("choices")) assert.equal(back.get("choices", id).choice, choice, id);
  for (const [id] of store.all("plans")) assert.equal(back.get("plans", id).kept, true);
  for (const [id, entry] of store.all("attempts")) {
    const kept = back.get("attempts", id);
    assert.deepEqual({ ...kept, at: entry.at }, entry);
  }
  assert.deepEqual(lastPlan(back), lastPlan(store));
  assert.equal(back.setting("theme"), "dark");
  assert.deepEqual(whereIWas(outline, back), whereIWas(outline, store));
  assert.deepEqual(wayLeft(outline, back), wayLeft(outline, store));
  assert.equal(passed(back).score, passed(store).score);
});

test("nothing that was written, no name and no number goes to the LMS", () => {
  const outline = outlineOf();
  const { store } = learner();
  const list = listOf(outline);
  const before = pack(store, list).text;
  store.put("sheets", "a.b", { text: "secret" });
  store.put("plans", list.steps[0], { kept: false, text: "secret" });
  store.set("name", "Zoé");
  store.set("result", "0123456789abcdef0123456789abcdef");
  assert.equal(pack(store, list).text, before);
  doAll(store, outline);
  const back = later(pack(store, list).text, list).store;
  assert.deepEqual(back.all("sheets"), []);
  assert.deepEqual(
    back.all("settings").map(([name]) => name),
    ["theme"],
  );
  for (const [, plan] of back.all("plans")) assert.equal(plan.text, undefined);
});

test("what was packed is packed again as the same text", () => {
  const outline = outlineOf();
  const list = listOf(outline);
  const { store } = learner();
  doAll(store, outline);
  const { text } = pack(store, list);
  assert.equal(pack(later(text, list).store, list).text, text);
});

test("an update of the course keeps what is still asked, marks what was edited, forgets what is gone", () => {
  const outline = outlineOf();
  const { store } = learner();
  doAll(store, outline);
  const { text } = pack(store, listOf(outline));
  const next = outlineOf();
  const [first, second, third] = next.modules[0].steps;
  const kept = second.asks[1][0];
  const edited = first.asks[0][0];
  const gone = third.asks.shift()[0];
  first.asks[0][1] = "deadbeef";
  first.asks.unshift(["question-new", "cafe0123"]);
  next.modules[0].steps.reverse();
  const [dropped] = next.bank.splice(0, 1);
  next.bank[3].hash = "abad1dea";
  const list = listOf(next);
  const back = later(text, list).store;
  assert.equal(back.answer(kept, new Map(list.questions).get(kept)).changed, false);
  assert.equal(back.answer(edited, "deadbeef").changed, true);
  assert.equal(back.get("answers", gone), undefined);
  assert.equal(back.get("answers", "question-new"), undefined);
  const [[id, attempt]] = back.all("attempts");
  assert.equal(attempt.draw.length, 20);
  assert.ok(!attempt.draw.some(([question]) => question === dropped.id));
  assert.notEqual(new Map(attempt.draw).get(next.bank[3].id), "abad1dea");
  // And once more, through the new version.
  const again = later(pack(back, list).text, list).store;
  assert.deepEqual(again.get("attempts", id).draw, attempt.draw);
  assert.equal(again.answer(edited, "deadbeef").changed, true);
});

test("what does not fit is given up in order, the score and the pages last", () => {
  const sizes = [0, 60, 100, 150, 250, 400].map((lessons) => {
    const outline = outlineOf({ lessons: Math.max(lessons, 1), bank: 60 });
    const list = listOf(outline);
    const { store } = doneAll(outline);
    const { text, lost } = pack(store, list);
    assert.ok(text.length <= LIMIT, `${lessons} lessons: ${text.length} characters`);
    const back = later(text, list).store;
    assert.equal(passed(back).score, 14);
    const answers = back.all("answers");
    assert.ok(lost === "pages" || lost === "answers" || answers.length === store.all("answers").length, lost);
    for (const [id, { right }] of answers) assert.equal(right, store.get("answers", id).right);
    return lost;
  });
  assert.deepEqual(
    sizes,
    [...sizes].sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)),
  );
  assert.ok(new Set(sizes).size >= 3, sizes.join());
});
const ORDER = ["", "sheets", "reviews", "words", "choices", "attempts", "given", "answers", "pages"];

test("many attempts leave room for the answers", () => {
  const outline = outlineOf();
  const list = listOf(outline);
  const { store } = learner();
  doAll(store, outline, { tries: 40 });
  const { text, lost } = pack(store, list);
  assert.equal(lost, "sheets");
  const back = later(text, list).store;
  assert.equal(back.all("attempts").length, 40);
  assert.equal(back.all("answers").length, store.all("answers").length);
});

const id = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "~", "~AAAA", "~AA", "length", ""),
  fc.string({ maxLength: 12, unit: "binary" }),
);
const at = fc.oneof(
  fc
    .date({ min: new Date("2024-02-01"), max: new Date("2030-01-01"), noInvalidDate: true })
    .map((day) => day.toISOString()),
  fc.constantFrom("", "yesterday", "1970-01-01T00:00:00.000Z", "+275760-09-13T00:00:00.000Z"),
);
const indexes = fc.array(fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer()), { maxLength: 6 });
const given = fc.oneof(indexes, fc.constant(null), fc.string({ maxLength: 200, unit: "binary" }));
const answer = fc.record({ at, hash: id, given, right: fc.boolean(), tries: fc.integer(), missed: fc.boolean() });
const courseWith = (ids) => ({
  steps: ids.filter((_, n) => n % 3 === 0),
  questions: ids.filter((_, n) => n % 3 === 1).map((each) => [each, `${each}0`]),
  choices: ids.filter((_, n) => n % 3 === 2),
  language: "fr",
});

test("any record, from whatever file, packs within the limit and comes back without harm", () => {
  const any = fc.record({
    ids: fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 8 }).filter((text) => text[0] !== "~"),
      { minLength: 3, maxLength: 60 },
    ),
    answers: fc.array(fc.tuple(fc.nat(), answer), { maxLength: 80 }),
    stray: fc.array(fc.tuple(id, answer), { maxLength: 5 }),
    attempts: fc.array(
      fc.record({
        id: at,
        at,
        draw: fc.array(fc.tuple(id, id), { maxLength: 20 }),
        given: fc.dictionary(id, indexes),
        flagged: fc.array(id),
        submitted: fc.option(at, { nil: undefined }),
        score: fc.integer(),
        of: fc.integer(),
        passed: fc.boolean(),
        version: fc.anything(),
      }),
      { maxLength: 5 },
    ),
    reviews: fc.array(
      fc.tuple(fc.constantFrom("2026-11-22", "9999-99-99", "2026-02-30", "1999-01-01"), fc.array(fc.array(id))),
    ),
    choices: fc.array(fc.tuple(fc.nat(), fc.oneof(fc.integer(), id))),
    theme: fc.oneof(fc.constantFrom("dark", "light"), fc.string()),
  });
  fc.assert(
    fc.property(any, ({ ids, answers, stray, attempts, reviews, choices, theme }) => {
      const course = courseWith(ids);
      const record = { version: 2, begun: "x", ...Object.fromEntries(SECTIONS.map((section) => [section, {}])) };
      const put = (section, key, entry) =>
        Object.defineProperty(record[section], key, {
          value: entry,
          enumerable: true,
          configurable: true,
          writable: true,
        });
      for (const [n, entry] of answers) {
        const [question] = course.questions[n % course.questions.length];
        put("answers", question, { ...entry, hash: n % 2 ? `${question}0` : entry.hash });
      }
      for (const [key, entry] of stray) put("answers", key, entry);
      for (const { id: key, ...entry } of attempts) put("attempts", key, entry);
      for (const [day, sets] of reviews) put("reviews", day, { at: "", sets });
      for (const [n, choice] of choices) put("choices", course.choices[n % course.choices.length], { at: "", choice });
      record.settings.theme = { at: "", value: theme };
      const { store } = learner(JSON.stringify(record));
      const { text } = pack(store, course);
      assert.ok(text.length <= LIMIT && SAFE.test(text));
      const found = unpack(text, course);
      assert.ok(parse(JSON.stringify(found)).record, "it is a record");
      const back = learner(JSON.stringify(found)).store;
      const wordings = new Map(course.questions);
      for (const [question, entry] of store.all("answers")) {
        if (!wordings.has(question) || entry.hash.startsWith("~")) continue;
        const kept = own(found.answers, question);
        assert.ok(kept, question);
        assert.equal(kept.right, entry.right);
        assert.equal(kept.missed, Boolean(entry.missed));
        assert.equal(kept.given === null, entry.given === null);
        if (entry.hash === wordings.get(question)) assert.equal(kept.hash, entry.hash);
        const chosen = Array.isArray(entry.given) && entry.given.every((n) => n >= 0 && n < 30);
        if (chosen)
          assert.deepEqual(
            kept.given,
            [...new Set(entry.given)].sort((one, other) => one - other),
          );
      }
      assert.equal(pack(back, course).text, text, "and packs again alike");
    }),
    { numRuns: 300 },
  );
});

test("a text that is cut off or spoilt gives what can be read, and never stops the course", () => {
  const outline = outlineOf({ lessons: 6 });
  const list = listOf(outline);
  const { store } = learner();
  doAll(store, outline);
  const { text } = pack(store, list);
  const answers = store.all("answers").length;
  let last = 0;
  for (let length = 0; length <= text.length; length += length > 60 ? 7 : 1) {
    const found = unpack(text.slice(0, length), list);
    const count = found ? Object.keys(found.answers).length : 0;
    assert.ok(count >= last, "a longer text holds no less");
    last = count;
  }
  assert.equal(Object.keys(unpack(text, list).answers).length, answers);
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 4, unit: "binary" }), (place, junk) => {
      const found = unpack(text.slice(0, place) + junk + text.slice(place + 1), list);
      if (found) assert.ok(parse(JSON.stringify(found)).record);
    }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: "binary" }), (junk) => {
      for (const each of [junk, `1A${junk}`, `1AT${junk}`, `1AA${junk}.R${junk}`]) unpack(each, list);
    }),
  );
  for (const none of [null, undefined, "", "{}", "viewed=1,2|lastviewedslide=3"])
    assert.equal(unpack(none, list), null);
});

test("what a newer version of the course has written is known as such", () => {
  assert.ok(isNewer("2AP--.") && isNewer("9b"));
  for (const none of ["", "1AP--.", "2", "2;1;3", '2{"a":1}', null]) assert.equal(isNewer(none), false, none);
});

test("what was done within a minute keeps its order", () => {
  const outline = outlineOf();
  const list = listOf(outline);
  const { store } = learner(null, { now: Date.parse("2026-11-22T12:00:00.000Z") }, 10);
  const mixed = list.questions.filter((_, n) => n % 2).reverse();
  for (const [each, hash] of mixed) store.keepAnswer(each, { hash, given: [0], right: true });
  for (const each of [...list.steps].reverse()) store.put("pages", each, {});
  const back = later(pack(store, list).text, list).store;
  assert.deepEqual(
    inOrder(back, "answers"),
    mixed.map(([each]) => each),
  );
  assert.deepEqual(whereIWas(outline, back), whereIWas(outline, store));
});

test("two ids of the course never share a hash", () => {
  const ids = Array.from({ length: 9000 }, (_, n) => `q${n}`);
  const course = { steps: [], questions: ids.map((each) => [each, "h"]), choices: [], language: "fr" };
  for (let from = 0; from < ids.length; from += 400) {
    const chosen = ids.slice(from, from + 400);
    const answers = chosen.map((each) => [each, { at: "2026-11-22T12:00:00.000Z", hash: "h", given: [], right: true }]);
    const { store } = learner(JSON.stringify({ version: 2, answers: Object.fromEntries(answers) }));
    const found = unpack(pack(store, course).text, course);
    assert.deepEqual(Object.keys(found.answers).sort(), chosen.sort());
  }
});
