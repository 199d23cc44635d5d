import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  decode,
  FORMAT,
  isRecord,
  known,
  LIMIT,
  numberOf,
  questionsOf,
  read,
  resultOf,
  VERSION,
  write,
} from "../../overrides/assets/js/lib/result.js";
import { stepsOf } from "../../overrides/assets/js/lib/progress.js";
import { learner, outline } from "./outlines.mjs";

const course = { ...outline(), bank: [{ id: "z1", hash: "h1", theme: "one", lesson: "one/first" }] };
const [first, second] = stepsOf(course);
const about = known(course);
const NUMBER = "0123456789abcdef0123456789abcdef";
const check = (...property) => fc.assert(fc.property(...property), { numRuns: 1000, seed: 20261122 });

const worked = () => learner().finishes(first).opens(second.id).answers("b1", false).answers("b1", true);
const text = (verbs = worked()) => write(verbs.store, course, NUMBER);
const file = () => JSON.parse(text(worked().sits("a", { score: 9, of: 12, passed: false })));
const trouble = (value) => read(typeof value === "string" ? value : JSON.stringify(value), about).trouble;

test("a result says what is finished, what was right at first and at last, and the best score", () => {
  const { store } = worked()
    .opens("two/third")
    .answers("z1", true)
    .sits("a", { score: 9, of: 12, passed: false })
    .sits("b", { score: 10, of: 12, passed: true })
    .sits("c", { score: 11, of: 12, passed: true })
    .sits("d", { submitted: null });
  const { result } = read(write(store, course, NUMBER), about);
  assert.deepEqual(result.steps, ["one/first", "one/second", "two/exam"]);
  assert.deepEqual(result.answers, [
    { question: "a1", first: true, last: true },
    { question: "a2", first: true, last: true },
    { question: "b1", first: false, last: true },
    { question: "z1", first: true, last: true },
  ]);
  assert.deepEqual([result.attempts, result.best], [3, { score: 11, of: 12, passed: true }]);
  assert.equal(result.others, 0);
});

test("of two attempts one that passed is the better, then the higher share", () => {
  const best = (...scores) => {
    const verbs = learner();
    scores.forEach(([score, of, passed], index) => verbs.sits(`${index}`, { score, of, passed }));
    const { score, of } = resultOf(verbs.store, course).assessment.best;
    return [score, of];
  };
  assert.deepEqual(best([11, 12, false], [9, 12, true]), [9, 12]);
  assert.deepEqual(best([9, 12, true], [8, 9, true]), [8, 9]);
  assert.deepEqual(best([8, 9, true], [9, 12, true]), [8, 9]);
  assert.deepEqual(best([6, 6, true], [12, 12, true], [6, 6, true]), [12, 12]);
});

test("nothing that tells who or when is in the file, whatever the record holds", () => {
  const secret = "Marie-Ève Tremblay 2026";
  const verbs = worked().sits("2026-11-22T12:00:00.000Z", { score: 9, of: 12, name: secret, passed: true });
  const { store } = verbs;
  store.set("name", secret);
  store.set("language", "fr");
  store.put("sheets", "thank-you.who", { text: secret });
  store.put("plans", first.id, { kept: true, text: secret });
  store.put("choices", "two/case", { choice: secret });
  store.put("choices", "some-scenario", { choice: 2 });
  store.put("reviews", "2026-11-22", { sets: [[secret]] });
  store.put("pages", secret, {});
  store.keepAnswer(secret, { hash: secret, given: secret, right: true });
  store.keepAnswer("d1", { hash: "h1", given: secret, right: true });
  const written = text(verbs);
  for (const part of ["Marie", "Tremblay", "2026", "T12", "given", "scenario", "choice", '"at"', "fr"]) {
    assert.ok(!written.includes(part), part);
  }
  assert.deepEqual(Object.keys(JSON.parse(written)), [
    ...["format", "version", "course", "courseVersion", "number", "steps", "answers", "assessment"],
  ]);
});

test("the order in which things were done cannot be read from the file", () => {
  const one = learner().answers("a1").answers("b1").answers("a2");
  const other = learner().answers("a2").answers("a1").answers("b1");
  assert.equal(text(one), text(other));
});

test("an answer to another wording, a question that is not the course's and an impossible attempt are no part of it", () => {
  const verbs = learner()
    .answers("a1", true, "h0")
    .answers("constructor")
    .answers("__proto__")
    .sits("a", { score: 13, of: 12, passed: true })
    .sits("b", { score: -1, of: 12 });
  const found = resultOf(verbs.store, course);
  assert.deepEqual(found.answers, []);
  assert.deepEqual(found.assessment, { attempts: 0, best: null });
  assert.equal(trouble(text(verbs)), undefined);
});

test("the number is made once, kept with the record, taken to another device and gone when all is erased", () => {
  const { store } = worked();
  const number = numberOf(store);
  assert.match(number, /^[0-9a-f]{32}$/);
  assert.equal(numberOf(store), number);
  const other = learner();
  other.store.import(store.export());
  assert.equal(numberOf(other.store), number);
  store.erase();
  assert.equal(store.setting("result"), undefined);
  assert.notEqual(numberOf(store), number);
});

test("a number that is none of ours is replaced, and every bit of a new one is by chance", () => {
  const { store } = worked();
  store.set("result", "Marie-Ève");
  assert.equal(
    numberOf(store, (bytes) => bytes.fill(10)),
    "0a".repeat(16),
  );
  const seen = new Set(Array.from({ length: 200 }, () => numberOf(learner().store)));
  assert.equal(seen.size, 200);
  for (let digit = 0; digit < 32; digit += 1) {
    assert.ok(new Set([...seen].map((number) => number[digit])).size > 8, `digit ${digit} hardly changes`);
  }
});

test("every way in which a file can be wrong has its name", () => {
  const good = file();
  const change = (more) => ({ ...good, ...more });
  const [answer] = good.answers;
  const best = { score: 9, of: 12, passed: false };
  const exam = (more, attempts = 1) => change({ assessment: { attempts, best: { ...best, ...more } } });
  const cases = [
    ["empty", ["", " \n", "\ufeff"]],
    ["page", ["<!doctype html><title>x", "  <html>"]],
    ["damaged", [text().slice(0, -20), "[1,", "{"]],
    ["foreign", ["hello", "null", "3", '"x"', "[]", {}, { format: "h5p" }, change({ version: "1" })]],
    ["foreign", [change({ version: 0 }), change({ version: 1.5 }), change({ version: null })]],
    ["record", [{ format: "course-record", course: "course", record: {} }, worked().device.stored]],
    ["record", [worked().store.export().slice(0, 300)]],
    ["course", [change({ course: "another" }), change({ course: ["course"] }), change({ course: undefined })]],
    ["newer", [change({ version: VERSION + 1 }), { format: FORMAT, course: "course", version: 99 }]],
    ["courseVersion", [change({ courseVersion: 4 }), change({ courseVersion: "9".repeat(200) })]],
    ["number", [change({ number: undefined }), change({ number: "Marie" }), change({ number: 12 })]],
    ["number", [change({ number: NUMBER.toUpperCase() }), change({ number: `${NUMBER}0` })]],
    ["steps", [change({ steps: "all" }), change({ steps: [3] }), change({ steps: ["a", "a"] })]],
    [
      "steps",
      [change({ steps: Array.from({ length: 5001 }, (_, n) => `${n}`) }), change({ steps: ["x".repeat(101)] })],
    ],
    ["steps", [change({ steps: { length: 3 } }), change({ steps: null })]],
    ["answers", [change({ answers: {} }), change({ answers: [[]] }), change({ answers: [answer, answer] })]],
    ["answers", [change({ answers: [{ ...answer, first: 1 }] }), change({ answers: [{ ...answer, given: [2] }] })]],
    ["answers", [change({ answers: [{ ...answer, wording: null }] }), change({ answers: [null] })]],
    ["assessment", [change({ assessment: null }), change({ assessment: [] }), exam({ score: 13 }), exam({ of: 0 })]],
    ["assessment", [exam({ score: -1 }), exam({ score: 8.5 }), exam({ of: 1e9 }), exam({ passed: "yes" })]],
    [
      "assessment",
      [exam({}, 0), exam({}, -3), exam({ name: "x" }), change({ assessment: { attempts: 2, best: null } })],
    ],
    ["assessment", [JSON.stringify(exam({})).replace('"score":9', '"score":1e999')]],
    ["extra", [change({ name: "Marie-Ève" }), change({ at: "2026-11-22" })]],
    ["extra", [JSON.stringify(good).replace("{", '{"__proto__":{"steps":[]},'), change({ constructor: {} })]],
  ];
  assert.equal(trouble(good), undefined);
  for (const [name, files] of cases) {
    for (const each of files) assert.equal(trouble(each), name, JSON.stringify(each).slice(0, 200));
  }
  assert.equal(read(null, about).trouble, "binary");
});

test("what is nested too deep, or holds names that every object has, changes nothing and stops nothing", () => {
  assert.ok(["damaged", "foreign"].includes(trouble("[".repeat(200_000) + "]".repeat(200_000))));
  const good = file();
  assert.equal(
    trouble(
      JSON.stringify({ ...good, steps: 0 }).replace('"steps":0', `"steps":${"[".repeat(5000)}${"]".repeat(5000)}`),
    ),
    "steps",
  );
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
  const answers = names.map((question) => ({ question, wording: "h1", first: true, last: true }));
  const { result } = read(JSON.stringify({ ...good, steps: names, answers }), about);
  assert.deepEqual([result.steps, result.answers, result.others], [[], [], 8]);
  assert.deepEqual(Object.keys(Object.prototype), []);
});

test("steps and answers that this version of the course does not know are counted and left out", () => {
  const good = file();
  const steps = [...good.steps, "one/gone"];
  const answers = [...good.answers.slice(1), { ...good.answers[0], wording: "h0" }];
  const { result } = read(JSON.stringify({ ...good, steps, answers, courseVersion: "0.9" }), about);
  assert.equal(result.others, 2);
  assert.deepEqual(result.steps, good.steps);
  assert.equal(result.answers.length, good.answers.length - 1);
  assert.equal(result.done, steps.length + answers.length + 1);
});

test("no text makes reading throw, and what it returns holds nothing but the course's own ids", () => {
  const ids = new Set([...about.steps, ...about.wordings.keys()]);
  const odd = fc.oneof(fc.jsonValue(), fc.constantFrom(null, -1, 1e9, "x", [], {}));
  const near = fc
    .record({ key: fc.constantFrom(...Object.keys(file()), "__proto__"), value: odd })
    .map(({ key, value }) => JSON.stringify(Object.fromEntries([...Object.entries(file()), [key, value]])));
  const cut = fc.nat(2000).map((length) => text().slice(0, length));
  check(fc.oneof(fc.string({ unit: "binary" }), fc.json(), near, cut, fc.constant(null)), (any) => {
    const found = read(any, about);
    assert.equal(Object.keys(found).length, 1);
    if (!found.result) return assert.equal(typeof found.trouble, "string");
    for (const id of [...found.result.steps, ...found.result.answers.map(({ question }) => question)]) {
      assert.ok(ids.has(id));
    }
  });
});

test("no bytes make decoding throw; marks and UTF-16 of other programs are read", () => {
  check(fc.uint8Array({ maxLength: 200 }), (bytes) => {
    const found = decode(bytes);
    assert.ok(found === null || !found.includes("\0"));
    read(found, about);
  });
  const utf16 = (mark, swap) => {
    const bytes = Buffer.concat([Buffer.from(mark), Buffer.from(text(), "utf16le")]);
    return swap ? Buffer.concat([Buffer.from(mark), bytes.subarray(2).swap16()]) : bytes;
  };
  const forms = [Buffer.from(text()), Buffer.from(`\ufeff${text()}`), utf16([0xff, 0xfe]), utf16([0xfe, 0xff], true)];
  for (const bytes of forms) assert.equal(read(decode(bytes), about).result?.number, NUMBER);
  for (const bytes of [[0x89, 0x50, 0x4e, 0x47], [0xff], [0xc3, 0x28], [0x7b, 0, 0x7d]]) {
    assert.equal(decode(new Uint8Array(bytes)), null);
  }
});

test("a whole progress is known by its beginning, and a result is far smaller than what is refused", () => {
  const { store } = worked();
  assert.ok(isRecord(store.export().slice(0, 100)) && !isRecord(text()) && !isRecord(null));
  assert.equal(questionsOf(course).length, 8);
  const long = {
    ...course,
    bank: Array.from({ length: 200 }, (_, n) => ({ id: `long-question-id-${n}`, hash: "01234567" })),
  };
  const verbs = learner();
  for (const { id, hash } of long.bank) verbs.answers(id, true, hash);
  assert.ok(write(verbs.store, long, NUMBER).length < LIMIT / 4);
});
