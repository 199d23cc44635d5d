import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { lacking, take } from "../../overrides/assets/js/lib/outline.js";
import { stateOfModule, stepsOf, whereIWas } from "../../overrides/assets/js/lib/progress.js";
import { learner, step } from "./outlines.mjs";

// Four modules; the path leaves out all of the second one and a step of the third.
const modules = {
  one: [step("one/a", ["a1"]), step("one/b", ["b1", "b2"])],
  two: [step("two/c", ["c1"])],
  three: [step("three/d", ["d1"]), step("three/e", []), step("three/f", ["f1"])],
  four: [step("four/g", ["g1"])],
};
const required = ["one/a", "one/b", "three/d", "three/f", "four/g"];
const frame = () => ({
  id: "course",
  whole: "whole.js",
  modules: Object.keys(modules).map((id) => ({ id, title: id, url: `${id}/index.html`, steps: [], part: `${id}.js` })),
});
const fileOf = (file) => {
  if (file === "whole.js") return { modules, required, bank: [] };
  const id = file.replace(".js", "");
  return { modules: { [id]: modules[id] }, required: required.filter((each) => each.startsWith(`${id}/`)) };
};
const whole = take(frame(), fileOf("whole.js"));

// What a page of a module says once it has loaded what it lacks, and which files those were.
function partial(here, store, opened) {
  const outline = frame();
  if (here) take(outline, fileOf(`${here}.js`));
  const files = [];
  for (let file; (file = lacking(outline, store, opened)); files.push(file)) {
    assert.ok(!files.includes(file), `${file} is asked for twice`);
    take(outline, fileOf(file));
  }
  return { outline, files };
}

test("who comes for the first time loads the steps of no other module", () => {
  for (const here of [null, ...Object.keys(modules)]) {
    assert.deepEqual(partial(here, learner().store, []).files, [], here);
  }
});

test("who goes on within a module loads the steps of no other one", () => {
  const me = learner().finishes(whole.modules[0].steps[0]);
  assert.deepEqual(partial("one", me.store, me.store.all("pages")).files, []);
});

test("the next module's steps come once those before are done, and those of modules that were opened", () => {
  const me = learner();
  for (const each of modules.one) me.finishes(each);
  assert.deepEqual(partial("one", me.store, me.store.all("pages")).files, ["two.js", "three.js"]);
  assert.deepEqual(partial("two", me.store, me.store.all("pages")).files, ["one.js", "three.js"]);
});

test("a page with a part of the outline says what one with the whole would, of any learner", () => {
  const steps = stepsOf(whole);
  const questions = steps.flatMap((each) => each.asks.map(([id]) => id));
  const done = fc.oneof(
    fc.record({ opens: fc.constantFrom(...steps.map(({ id }) => id), "gone/away") }),
    fc.record({ answers: fc.constantFrom(...questions, "gone") }),
    fc.record({ finishes: fc.constantFrom(...steps) }),
  );
  fc.assert(
    fc.property(fc.array(done, { maxLength: 14 }), fc.constantFrom(null, ...Object.keys(modules)), (all, here) => {
      const me = learner();
      for (const one of all) for (const [verb, what] of Object.entries(one)) me[verb](what);
      const opened = me.store.all("pages");
      const { outline } = partial(here, me.store, opened);
      assert.equal(whereIWas(outline, me.store, opened)?.id, whereIWas(whole, me.store, opened)?.id);
      for (const [index, module] of outline.modules.entries()) {
        assert.equal(stateOfModule(module, me.store), stateOfModule(whole.modules[index], me.store), module.id);
      }
    }),
    { numRuns: 400 },
  );
});

test("steps that come in parts or all at once, in any order, make the same outline", () => {
  const parts = Object.keys(modules).map((id) => `${id}.js`);
  fc.assert(
    fc.property(fc.shuffledSubarray([...parts, "whole.js"], { minLength: 1 }), (files) => {
      const outline = files.reduce((all, file) => take(all, fileOf(file)), frame());
      const all = files.includes("whole.js") ? parts : files;
      assert.deepEqual(
        [...outline.required].sort(),
        required.filter((id) => all.includes(`${id.split("/")[0]}.js`)).sort(),
      );
      for (const [index, module] of outline.modules.entries()) {
        const known = all.includes(`${module.id}.js`);
        assert.deepEqual(module.steps, known ? whole.modules[index].steps : []);
        assert.equal("part" in module, !known);
      }
    }),
  );
});
