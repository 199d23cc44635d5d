import assert from "node:assert/strict";
import { test } from "node:test";
import {
  attempts,
  passed,
  required,
  scoreOf,
  stateOf,
  stateOfModule,
  stepsOf,
  underWay,
  wayLeft,
  whereIWas,
} from "../../overrides/assets/js/lib/progress.js";
import { learner, outline, step } from "./outlines.mjs";

const course = outline();
const [first, second, checked, third, extra, story, exam] = stepsOf(course);
const edited = (each, ...questions) => ({
  ...each,
  asks: each.asks.map(([id, hash]) => [id, questions.includes(id) ? "h2" : hash]),
});

test("a lesson is to do, started once opened or answered in part, finished once all is answered", () => {
  const me = learner();
  assert.equal(stateOf(first, me.store), "todo");
  me.opens("one/first");
  assert.equal(stateOf(first, me.store), "started");
  me.answers("a1");
  assert.equal(stateOf(first, me.store), "started");
  me.answers("a2");
  assert.equal(stateOf(first, me.store), "finished");
  assert.equal(stateOf(checked, learner().answers("c1").store), "started", "answered, though its page was not noted");
});

test("a wrong answer finishes as a right one does, and asking anew keeps it finished", () => {
  const me = learner().answers("b1", false);
  assert.equal(stateOf(second, me.store), "finished");
  me.store.askAnew("b1");
  assert.equal(stateOf(second, me.store), "finished");
});

test("a step whose question was edited since is changed, and finished again once that is answered", () => {
  const me = learner().answers("a1").answers("a2");
  assert.equal(stateOf(edited(first, "a2"), me.store), "changed");
  assert.equal(stateOf(edited(first, "a1", "a2"), me.store), "changed");
  me.answers("a2", true, "h2");
  assert.equal(stateOf(edited(first, "a2"), me.store), "finished");
  assert.equal(stateOf(first, me.store), "changed", "and the other way round");
});

test("a step with one edited answer and one question open is started, and one with a new question, too", () => {
  const me = learner().answers("a1");
  assert.equal(stateOf(edited(first, "a1"), me.store), "started");
  me.answers("a2");
  assert.equal(stateOf({ ...first, asks: [...first.asks, ["a3", "h1"]] }, me.store), "started");
});

test("a step without questions is finished once it was opened", () => {
  const me = learner();
  assert.equal(stateOf(step("one/page"), me.store), "todo");
  assert.equal(stateOf(step("one/page"), me.opens("one/page").store), "finished");
});

test("the case is finished at an ending, the assessment when passed and not before", () => {
  const me = learner();
  assert.deepEqual([stateOf(story, me.store), stateOf(exam, me.store)], ["todo", "todo"]);
  me.opens("two/case").opens("two/exam");
  assert.deepEqual([stateOf(story, me.store), stateOf(exam, me.store)], ["started", "started"]);
  me.store.put("choices", "a-scene", { choice: 0 });
  assert.equal(stateOf(story, me.store), "started", "a scene is no ending");
  me.store.put("choices", "two/case", { choice: "badly" });
  assert.equal(stateOf(story, me.store), "finished");
  me.sits("x", { submitted: null });
  assert.equal(stateOf(exam, me.store), "started");
  me.sits("x", { score: 20, passed: false });
  assert.equal(stateOf(exam, me.store), "started");
  me.sits("y", { score: 30, passed: true });
  assert.equal(stateOf(exam, me.store), "finished");
  assert.equal(stateOf(exam, learner().sits("x", { submitted: null }).store), "started", "drawn, its page not noted");
});

test("a module is finished when all its steps are, and changed when some are that and the rest finished", () => {
  const [one] = course.modules;
  const me = learner();
  const state = (module = one) => stateOfModule(module, me.store);
  assert.equal(state(), "todo");
  me.answers("a1");
  assert.equal(state(), "started");
  me.finishes(first).finishes(second);
  assert.equal(state(), "started");
  me.finishes(checked);
  assert.equal(state(), "finished");
  assert.equal(state({ ...one, steps: [edited(first, "a1"), second, checked] }), "changed");
  assert.equal(state({ ...one, steps: [edited(first, "a1"), second, step("one/new", ["n"])] }), "started");
  assert.ok(["todo", "started", "finished", "changed"].includes(state()));
});

test("the required path is in the course's order and leaves steps out", () => {
  const ids = required({ ...course, required: [...course.required].reverse() }).map(({ id }) => id);
  assert.deepEqual(ids, ["one/first", "one/second", "one/check", "two/third", "two/exam"]);
});

test("one goes on nowhere before the first step, and at the step opened last until it is done", () => {
  const me = learner();
  assert.equal(whereIWas(course, me.store), null);
  me.opens("one/second");
  assert.equal(whereIWas(course, me.store), second);
  me.opens("one/first");
  assert.equal(whereIWas(course, me.store), first, "opened last, though it comes before");
  me.opens("not/of-the-course");
  assert.equal(whereIWas(course, me.store), first);
});

test("from a step that is done one goes on to the next open one of the path, and after the last to those skipped", () => {
  const me = learner().finishes(first);
  assert.equal(whereIWas(course, me.store), second);
  me.finishes(checked);
  assert.equal(whereIWas(course, me.store), third, "what was skipped waits");
  me.finishes(third);
  assert.equal(whereIWas(course, me.store), exam, "the path leaves two steps out");
  me.finishes(exam);
  assert.equal(whereIWas(course, me.store), second);
  me.finishes(second);
  assert.equal(whereIWas(course, me.store), null, "all is done");
  me.opens("two/extra");
  assert.equal(whereIWas(course, me.store), extra, "opened, and not required");
  me.finishes(extra);
  assert.equal(whereIWas(course, me.store), null);
});

test("a step that changed since is one to go on with", () => {
  const me = learner().finishes(first).finishes(second);
  const changed = {
    ...course,
    modules: [{ id: "one", steps: [edited(first, "a1"), second, checked] }, course.modules[1]],
  };
  assert.equal(whereIWas(changed, me.store), checked);
  me.finishes(checked).finishes(third).finishes(exam);
  assert.equal(whereIWas(changed, me.store).id, "one/first");
  assert.equal(wayLeft(changed, me.store).left, first.minutes);
});

test("where one was does not depend on a clock that went back", () => {
  const me = learner().opens("one/first");
  me.device.clock -= 48 * 3600_000;
  me.opens("one/second");
  assert.equal(whereIWas(course, me.store), second);
});

test("the way left counts the required steps and their minutes, and nothing else", () => {
  const me = learner();
  assert.deepEqual(wayLeft(course, me.store), { finished: 0, total: 5, left: 60, complete: false });
  me.finishes(second).finishes(extra).finishes(story);
  assert.deepEqual(wayLeft(course, me.store), { finished: 1, total: 5, left: 48, complete: false });
  me.finishes(first).finishes(checked).finishes(third);
  assert.deepEqual(wayLeft(course, me.store), { finished: 4, total: 5, left: 20, complete: false });
  me.finishes(exam);
  assert.deepEqual(wayLeft(course, me.store), { finished: 5, total: 5, left: 0, complete: true });
});

test("a score counts first answers, of those given to the questions as they are asked now", () => {
  const me = learner();
  assert.deepEqual(scoreOf(checked, me.store), { right: 0, of: 0 });
  me.answers("c1", false).answers("c1", true);
  assert.deepEqual(scoreOf(checked, me.store), { right: 0, of: 1 }, "right at the second try");
  me.answers("c2", true).answers("c2", false);
  assert.deepEqual(scoreOf(checked, me.store), { right: 1, of: 2 }, "right at first, whatever came after");
  assert.deepEqual(scoreOf(edited(checked, "c2"), me.store), { right: 0, of: 1 });
  me.store.askAnew("c1");
  assert.deepEqual(scoreOf(checked, me.store), { right: 1, of: 2 });
  me.answers("c1", true);
  assert.deepEqual(scoreOf(checked, me.store), { right: 2, of: 2 }, "asked anew, it is a first answer");
});

test("a certificate is about the best attempt that passed, the first of equals", () => {
  const me = learner();
  assert.equal(passed(me.store), undefined);
  me.sits("1", { score: 25, passed: false }).sits("2", { score: 35, passed: true, submitted: null });
  assert.equal(passed(me.store), undefined, "not submitted");
  me.sits("3", { score: 30, passed: true, n: 3 }).sits("4", { score: 29, passed: true, n: 4 });
  assert.equal(passed(me.store).n, 3);
  me.sits("5", { score: 33, passed: true, n: 5 }).sits("6", { score: 33, passed: true, n: 6 });
  assert.equal(passed(me.store).n, 5);
  me.sits("7", { score: 12, passed: false });
  assert.equal(passed(me.store).n, 5, "what was passed stays passed");
});

test("attempts are told oldest first, and the one under way is the one drawn last", () => {
  const me = learner();
  assert.deepEqual([attempts(me.store), underWay(me.store)], [[], undefined]);
  me.sits("2026-11-24T10:00:00.000Z", { submitted: "2026-11-24T10:30:00.000Z" });
  me.sits("2026-11-22T10:00:00.000Z", { submitted: "2026-11-22T10:30:00.000Z" });
  me.sits("2026-11-26T10:00:00.000Z", { submitted: null, n: 1 });
  me.sits("2026-11-25T10:00:00.000Z", { submitted: null, n: 2 });
  const days = attempts(me.store).map(([id]) => id.slice(8, 10));
  assert.deepEqual(days, ["22", "24"]);
  const [id, attempt] = underWay(me.store);
  assert.deepEqual([id.slice(8, 10), attempt.n], ["26", 1]);
});

test("answers to questions that bear names of every object are nobody else's", () => {
  const odd = step("one/odd", ["constructor", "__proto__"]);
  const me = learner();
  assert.equal(stateOf(odd, me.store), "todo");
  assert.deepEqual(scoreOf(odd, me.store), { right: 0, of: 0 });
  me.answers("constructor").answers("__proto__", false);
  assert.equal(stateOf(odd, me.store), "finished");
  assert.deepEqual(scoreOf(odd, me.store), { right: 1, of: 2 });
});
