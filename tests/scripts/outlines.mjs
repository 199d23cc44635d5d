// A small outline by hand, and a memory for it.

import { Device } from "./device.mjs";

export const step = (id, asks = [], more = {}) => ({
  id,
  kind: "lesson",
  url: `${id}.html`,
  title: id,
  minutes: 10,
  asks: asks.map((question) => [question, "h1"]),
  ...more,
});

// Two modules, a case and an assessment. The required path leaves out `two/extra` and `two/case`.
export const outline = () => ({
  id: "course",
  version: "1",
  language: "fr",
  mastery: 80,
  minutes: 62,
  required: ["one/first", "one/second", "one/check", "two/third", "two/exam"],
  modules: [
    {
      id: "one",
      steps: [
        step("one/first", ["a1", "a2"]),
        step("one/second", ["b1"], { minutes: 12 }),
        step("one/check", ["c1", "c2"], { kind: "check", minutes: 8 }),
      ],
    },
    {
      id: "two",
      steps: [
        step("two/third", ["d1"]),
        step("two/extra", ["e1"]),
        step("two/case", [], { kind: "case", minutes: 15, ends: ["well", "badly"] }),
        step("two/exam", [], { kind: "assessment", minutes: 20 }),
      ],
    },
  ],
  bank: [],
});

// A memory whose clock goes on a minute with each thing done; its verbs can be chained.
export function learner() {
  const device = new Device();
  const { store } = device.open();
  const done =
    (what) =>
    (...given) => {
      device.clock += 60_000;
      what(...given);
      return verbs;
    };
  const verbs = {
    device,
    store,
    opens: done((page) => store.put("pages", page, {})),
    answers: done((question, right = true, hash = "h1") => store.keepAnswer(question, { hash, given: [0], right })),
    // Do everything that a step asks.
    finishes: done((step) => {
      store.put("pages", step.id, {});
      for (const [question, hash] of step.asks) store.keepAnswer(question, { hash, given: [0], right: true });
      if (step.kind === "case") store.put("choices", step.id, { choice: step.ends[0] });
      if (step.kind === "assessment") verbs.sits(`at ${device.clock}`, { score: 30, passed: true });
    }),
    sits: done((id, { submitted = device.now(), ...more } = {}) =>
      store.put("attempts", id, { draw: [], given: {}, flagged: [], submitted, score: 0, of: 36, ...more }),
    ),
  };
  return verbs;
}
