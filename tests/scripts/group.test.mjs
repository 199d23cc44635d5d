import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  aggregate,
  csv,
  examine,
  FEW,
  flagOf,
  hardest,
  percent,
  rows,
  shownName,
  sift,
} from "../../overrides/assets/js/lib/group.js";
import { known, LIMIT, questionsOf, write } from "../../overrides/assets/js/lib/result.js";
import { stepsOf } from "../../overrides/assets/js/lib/progress.js";
import { learner, outline } from "./outlines.mjs";

const course = outline();
const about = known(course);
const ids = questionsOf(course).map(([id]) => id);
const steps = stepsOf(course).map(({ id }) => id);
const check = (...property) => fc.assert(fc.property(...property), { numRuns: 500, seed: 20261122 });
const number = (index) => index.toString(16).padStart(32, "0");

// A person's result as it is read.
const person = fc
  .record({
    who: fc.nat(30),
    steps: fc.subarray(steps),
    answers: fc
      .subarray(ids)
      .chain((chosen) =>
        fc.tuple(
          ...chosen.map((question) =>
            fc.record({ question: fc.constant(question), first: fc.boolean(), last: fc.boolean() }),
          ),
        ),
      ),
    others: fc.nat(2),
    best: fc.option(fc.record({ score: fc.nat(12), of: fc.constant(12), passed: fc.boolean() })),
  })
  .map(({ who, ...result }) => ({
    name: `${who}.json`,
    result: {
      number: number(who),
      courseVersion: "1",
      attempts: result.best ? 1 : 0,
      done: result.steps.length + result.answers.length + result.others + (result.best ? 1 : 0),
      ...result,
    },
  }));
const trouble = fc.record({ name: fc.string(), trouble: fc.constantFrom("empty", "page", "record") });
const entries = fc.array(fc.oneof({ weight: 9, arbitrary: person }, { weight: 1, arbitrary: trouble }), {
  maxLength: 60,
});
const group = fc.array(person, { minLength: FEW, maxLength: 40 }).map((found) => found.map(({ result }) => result));

// As many people as asked, who did and answered everything; some were wrong at first.
const people = (count, wrong = 0, more = {}) =>
  Array.from({ length: count }, (_, index) => ({
    number: number(index),
    done: 1,
    steps,
    answers: ids.map((question) => ({ question, first: index >= wrong, last: true })),
    others: 0,
    attempts: 1,
    best: { score: 12 - (index % 4), of: 12, passed: true },
    ...more,
  }));

test("nothing is said of fewer than five people", () => {
  for (let count = 0; count < 5; count += 1) assert.equal(aggregate(people(count), course), null);
  assert.equal(aggregate(people(5), course).people, 5);
});

test("the figures of a group are those that one counts by hand", () => {
  check(group, (found) => {
    const told = aggregate(found, course);
    const all = found.length;
    const part = (count, of) =>
      of < 10
        ? { count: null, of: null, percent: Math.round((20 * count) / of) * 5 }
        : { count, of, percent: Math.round((100 * count) / of) };
    const tried = found.filter(({ best }) => best);
    assert.deepEqual(
      told.steps.map(({ id }) => id),
      steps.filter((id) => id !== "two/exam" || tried.length >= 5),
    );
    for (const step of told.steps) {
      const count = found.filter((each) => each.steps.includes(step.id)).length;
      assert.deepEqual(step, { id: step.id, ...part(count, all) });
    }
    const complete = found.filter((each) => course.required.every((id) => each.steps.includes(id))).length;
    assert.deepEqual(told.complete, part(complete, all));
    for (const id of ids) {
      const given = found.flatMap((each) => each.answers.filter(({ question }) => question === id));
      const shown = told.questions.find((question) => question.id === id);
      if (given.length < 5) assert.equal(shown, undefined);
      else {
        const right = (key) => part(given.filter((answer) => answer[key]).length, given.length);
        assert.deepEqual(shown, { id, first: right("first"), last: right("last") });
      }
    }
    assert.equal(told.few, ids.length - told.questions.length);
    if (tried.length < 5) assert.equal(told.assessment, null);
    else {
      assert.deepEqual(told.assessment.tried, part(tried.length, all));
      assert.deepEqual(told.assessment.passed, part(tried.filter(({ best }) => best.passed).length, tried.length));
      const scores = tried.map(({ best }) => best.score / best.of);
      assert.equal(told.assessment.low, percent(Math.min(...scores), tried.length));
      assert.equal(told.assessment.high, percent(Math.max(...scores), tried.length));
      const below = scores.filter((score) => percent(score, tried.length) < told.assessment.median).length;
      const above = scores.filter((score) => percent(score, tried.length) > told.assessment.median).length;
      assert.ok(below <= tried.length / 2 && above <= tried.length / 2);
    }
  });
});

test("the order of files changes no figure", () => {
  const mixed = entries.chain((found) =>
    fc.tuple(fc.constant(found), fc.shuffledSubarray(found, { minLength: found.length })),
  );
  check(mixed, ([one, other]) => {
    const [before, after] = [one, other].map((found) => sift(found));
    assert.deepEqual(aggregate(before.people, course), aggregate(after.people, course));
    const sorted = ({ left }) => left.map(({ why }) => why).sort();
    assert.deepEqual(sorted(before), sorted(after));
  });
});

test("a person counts once, whatever is opened twice, and every file either counts or is named", () => {
  check(entries, (found) => {
    const once = sift(found);
    const sound = new Set(found.filter(({ result }) => result).map(({ result }) => result.number));
    assert.equal(once.people.length, sound.size);
    assert.equal(once.people.length + once.left.length, found.length);
    const twice = sift([...found, ...structuredClone(found)]);
    assert.deepEqual(aggregate(once.people, course), aggregate(twice.people, course));
    assert.equal(twice.left.length, once.left.length + found.length);
    for (const each of sound) {
      const most = Math.max(...found.filter(({ result }) => result?.number === each).map(({ result }) => result.done));
      assert.equal(once.people.find((result) => result.number === each).done, most);
    }
  });
});

test("of two files of one person the earlier is named with the one that counts, and a copy as a copy", () => {
  const [one, other] = people(2);
  const entry = (name, result) => ({ name, result });
  const more = { ...one, done: 9 };
  const found = sift([entry("a", one), entry("b", more), entry("c", structuredClone(more)), entry("d", other)]);
  assert.deepEqual(found.left, [
    { name: "a", why: "older", other: "b" },
    { name: "c", why: "duplicate", other: "b" },
  ]);
  assert.deepEqual(found.people, [more, other]);
});

test("too few who tried the assessment, or answered a question, are not told of", () => {
  const [some, rest] = [people(4), people(20).slice(4)].map((found) => structuredClone(found));
  for (const each of rest) Object.assign(each, { best: null, attempts: 0, answers: each.answers.slice(1) });
  const told = aggregate([...some, ...rest], course);
  assert.equal(told.assessment, null);
  assert.ok(!told.steps.some(({ id }) => id === "two/exam"));
  assert.equal(told.few, 1);
  assert.ok(!told.questions.some(({ id }) => id === ids[0]));
  const table = JSON.stringify(rows(told, course, () => ["", ""], words));
  assert.ok(!table.includes("median") && table.includes("few_tried"));
});

test("under ten, shares are in steps of five and no number is given; from ten on both are", () => {
  for (let count = 5; count < 10; count += 1) {
    const told = aggregate(people(count, 2), course);
    for (const part of [told.complete, ...told.steps, ...told.questions.flatMap(({ first, last }) => [first, last])]) {
      assert.deepEqual([part.count, part.of, part.percent % 5], [null, null, 0]);
    }
    assert.equal(told.assessment.median % 5 || told.assessment.low % 5, 0);
    const table = rows(told, course, () => ["", ""], words);
    assert.ok(table.slice(2).every((row) => row[3] === "" && row[4] === ""));
  }
  const { complete, questions } = aggregate(people(12, 5), course);
  assert.deepEqual(complete, { count: 12, of: 12, percent: 100 });
  assert.deepEqual(questions[0].first, { count: 7, of: 12, percent: 58 });
});

test("the hardest come first, equals as in the course, and words go with shares under 40 % and over 95 %", () => {
  const question = (id, share) => ({ id, first: { percent: share }, last: { percent: 100 } });
  const found = [question("a", 96), question("b", 40), question("c", 39), question("d", 95), question("e", 39)];
  assert.deepEqual(
    hardest(found).map((each) => each.id + flagOf(each)),
    ["chard", "ehard", "b", "d", "aeasy"],
  );
  assert.equal(found[0].id, "a");
});

const words = new Proxy({}, { get: (_, key) => key });

// CSV as RFC 4180 has it.
function parse(text) {
  assert.equal(text[0], "\ufeff");
  const table = [];
  const cells = text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n)/gy);
  let row = [];
  let length = 1;
  for (const [all, quoted, bare, end] of cells) {
    row.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    length += all.length;
    if (end === ",") continue;
    table.push(row);
    row = [];
  }
  assert.equal(length, text.length, "what follows is no CSV");
  return table;
}

test("a table that is saved is read back as it was, and no cell is a formula", () => {
  const nasty = fc.constantFrom(
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1",
    "＝1",
    "\u200b=1",
    'a"b',
    "a,b\r\nc",
    "'",
  );
  const cell = fc.oneof(fc.string({ unit: "grapheme" }), nasty, fc.nat(100));
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
  check(table, (given) => {
    const found = parse(csv(given));
    assert.equal(found.length, given.length);
    given.forEach((row, line) =>
      row.forEach((value, column) => {
        const read = found[line][column];
        assert.ok(read === String(value) || read === `'${value}`);
        assert.doesNotMatch(read, /^[\s\u200b]*[=+\-@\uff0b\uff0d\uff1d\uff20]|^[\t\r\n]/);
      }),
    );
  });
});

test("the table has a row for the group, each step, the assessment and each question, of one width", () => {
  const told = aggregate(people(12, 5), course);
  const table = rows(told, course, (id) => [`question ${id}`, "lesson"], words);
  assert.equal(table.length, 1 + 2 + steps.length + 5 + ids.length);
  assert.ok(table.every((row) => row.length === table[0].length));
  assert.deepEqual(table.at(-1).slice(1, 7), [`question ${ids.at(-1)}`, "lesson", 7, 12, 58, 100]);
});

test("a file's name is shown without what turns or hides text, and never long", () => {
  check(fc.string({ unit: "binary", maxLength: 300 }), (name) => {
    const shown = shownName(name);
    assert.ok([...shown].length <= 60);
    assert.doesNotMatch(shown, /[\p{Cc}\p{Cf}\u2028\u2029]/u);
    assert.ok(shown.isWellFormed());
  });
  assert.equal(shownName("photo\u202egpj.exe"), "photogpj.exe");
  assert.equal(shownName("<img src=x onerror=alert(1)>.json"), "<img src=x onerror=alert(1)>.json");
  const long = shownName(`${"a".repeat(500)}-end.json`);
  assert.ok(long.endsWith("-end.json") && long.includes("…"));
});

test("whatever a file is, looking into it gives a name and a reason, or a result", async () => {
  const good = write(learner().finishes(stepsOf(course)[0]).store, course, number(7));
  const look = async (file) => {
    const { name, trouble, result } = await examine(file, about);
    assert.equal(name, file.name);
    return trouble ?? Object.keys(result).length > 0;
  };
  const big = (start) => new File([start, "x".repeat(LIMIT)], "big.json");
  assert.equal(await look(new File([good], "a.json")), true);
  assert.equal(await look(new File([], "a.json")), "empty");
  assert.equal(await look(new File([new Uint8Array([0xff, 0xd8, 0xff])], "a.json")), "binary");
  assert.equal(await look(big("{")), "large");
  assert.equal(await look(big(new Uint8Array([0xc3, 0x28]))), "large");
  assert.equal(await look(big(learner().store.export())), "record");
  assert.equal(await look({ name: "folder", folder: true }), "folder");
  const gone = { name: "gone", size: 3, arrayBuffer: () => Promise.reject(new DOMException("gone", "NotFoundError")) };
  assert.equal(await look(gone), "unread");
});
