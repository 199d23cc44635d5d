// A course as an LMS session needs to know it, of any size, and a store for its learner.

import { open } from "../../overrides/assets/js/lib/store.js";

export const START = Date.parse("2026-11-22T12:00:00.000Z");
const hex = (number) => (number * 2654435761).toString(16).slice(-8).padStart(8, "0");

// The outline of a course: lessons with questions, a case and an assessment over a bank.
export function outlineOf({ lessons = 20, each = 4, bank = 36, mastery = 80 } = {}) {
  const step = (id, kind, asks = [], more = {}) => ({
    id,
    kind,
    url: `${id}.html`,
    title: id,
    minutes: 10,
    asks,
    ...more,
  });
  const steps = Array.from({ length: lessons }, (_, n) =>
    step(
      `module-${n % 5}/lesson-${n}`,
      "lesson",
      Array.from({ length: each }, (_, k) => [`question-${n}-${k}`, hex(n * 100 + k)]),
    ),
  );
  const ends = ["well-ended", "badly-ended"];
  const all = [...steps, step("end/case", "case", [], { ends }), step("end/assessment", "assessment")];
  return {
    id: "course",
    version: "1.0.0",
    language: "fr",
    mastery,
    minutes: 200,
    required: all.map(({ id }) => id),
    modules: [{ id: "all", title: "all", url: "all/index.html", steps: all }],
    bank: Array.from({ length: bank }, (_, n) => ({
      id: `bank-${n}`,
      hash: hex(9000 + n),
      theme: "a",
      lesson: all[0].id,
    })),
  };
}

export const choicesOf = (outline) => [
  ...outline.modules[0].steps.map(({ id }) => `scenario-${id.split("/")[1]}`),
  ..."abcdefghijkl".split("").map((letter) => `scene-${letter}`),
  "well-ended",
  "badly-ended",
];

// What pack and unpack know of it.
export const listOf = (outline) => ({
  steps: outline.modules.flatMap(({ steps }) => steps.map(({ id }) => id)),
  questions: [
    ...outline.modules.flatMap(({ steps }) => steps.flatMap(({ asks }) => asks)),
    ...outline.bank.map(({ id, hash }) => [id, hash]),
  ],
  choices: choicesOf(outline),
  language: outline.language,
});

// A store over a text, with a clock that goes on, a minute if nothing else is said, with each thing put.
export function learner(text = null, clock = { now: START }, step = 60_000) {
  const held = { text };
  const storage = {
    getItem: () => held.text,
    setItem: (_, value) => (held.text = value),
    removeItem: () => (held.text = null),
  };
  const now = () => new Date((clock.now += step)).toISOString();
  return { store: open("course", () => storage, { now }), held, clock };
}

// Do all that can be done: each question wrong, then right; every page, choice and plan; attempts; reviews; settings.
export function doAll(store, outline, { tries = 3 } = {}) {
  const steps = outline.modules.flatMap(({ steps: each }) => each);
  for (const step of steps) {
    store.put("pages", step.id, {});
    step.asks.forEach(([id, hash], n) => {
      const typed = n === 3;
      store.keepAnswer(id, { hash, given: typed ? "l’élève" : [n], right: false });
      store.keepAnswer(id, { hash, given: typed ? "les élèves du lundi" : [n, n + 1], right: true });
    });
    store.put("plans", step.id, { kept: true, text: "Mes propres mots, bien longs, que personne ne lit." });
    store.put("sheets", `${step.id}.field`, { text: "Ce que j’écris ne regarde que moi." });
  }
  store.put("choices", "end/case", { choice: "well-ended" });
  choicesOf(outline).forEach((id, n) => store.put("choices", id, { choice: n % 3 }));
  for (let n = 0; n < tries; n += 1) {
    const id = new Date(START + n * 86_400_000).toISOString();
    const draw = outline.bank.slice(n % 16, (n % 16) + 20).map(({ id: question, hash }) => [question, hash]);
    const given = Object.fromEntries(draw.map(([question], k) => [question, k % 5 ? [k % 4] : [0, 2]]));
    store.put("attempts", id, { draw, given, flagged: [draw[0][0]] });
    const submitted = new Date(START + n * 86_400_000 + 600_000).toISOString();
    const more = { submitted, score: 12 + (n % 3), of: 20, passed: n % 3 === 2, version: "1.0.0", language: "fr" };
    store.put("attempts", id, { draw, given, flagged: [], ...more });
    for (const [question, hash] of draw) store.keepAnswer(question, { hash, given: given[question], right: n > 0 });
  }
  const sets = [0, 4, 8].map((from) => outline.bank.slice(from, from + 4).map(({ id }) => id));
  store.put("reviews", "2026-11-25", { sets });
  store.set("theme", "dark");
  store.set("name", "Zoé Tremblay");
  store.set("result", "0123456789abcdef0123456789abcdef");
}

// The same for a course of any size, at once: a store over a record in which everything is done.
export function doneAll(outline) {
  const small = { ...outline, modules: [{ ...outline.modules[0], steps: outline.modules[0].steps.slice(-2) }] };
  const { store, held } = learner();
  doAll(store, small);
  const record = JSON.parse(held.text);
  let minute = START;
  const at = () => new Date((minute += 60_000)).toISOString();
  for (const step of outline.modules[0].steps) {
    record.pages[step.id] = { at: at() };
    record.plans[step.id] = { at: at(), kept: true };
    step.asks.forEach(([id, hash], n) => {
      const given = n === 3 ? "les élèves du lundi" : [n, n + 1];
      record.answers[id] = { at: at(), hash, given, right: true, tries: 2, missed: true };
    });
  }
  return learner(JSON.stringify(record));
}
