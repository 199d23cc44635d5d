// How far a learner is, worked out from the outline and the record alone.
//
// The outline (see scripts/course/web_outline.py): { id, version, language, mastery, minutes, modules, required, bank
// }; a step is { id, kind, url, title, minutes, asks: [[question id, hash]…], ends }, `ends` where a case has endings.

import { time } from "./record.js";

// The state of a step: finished = each of its questions answered once as it is asked now (without questions: opened; a
// case: an ending reached; the assessment: passed); changed = it would be finished, had no question been edited since.
export function stateOf(step, store) {
  const opened = store.get("pages", step.id) !== undefined;
  if (step.kind === "case") return store.get("choices", step.id) ? "finished" : opened ? "started" : "todo";
  if (step.kind === "assessment") {
    return passed(store) ? "finished" : store.all("attempts").length || opened ? "started" : "todo";
  }
  const answers = step.asks.map(([question, hash]) => store.answer(question, hash));
  if ((answers.length || opened) && answers.every(Boolean)) {
    return answers.some((answer) => answer.changed) ? "changed" : "finished";
  }
  return opened || answers.some(Boolean) ? "started" : "todo";
}

// All steps of the course, in order.
export const stepsOf = (outline) => outline.modules.flatMap((module) => module.steps);

// The steps of the required path, in the course's order.
export function required(outline) {
  const ids = new Set(outline.required);
  return stepsOf(outline).filter((step) => ids.has(step.id));
}

// The states of a module's steps as one: finished when all are.
export function stateOfModule(module, store) {
  const states = module.steps.map((step) => stateOf(step, store));
  if (states.every((state) => state === "todo")) return "todo";
  if (states.every((state) => state === "finished")) return "finished";
  return states.every((state) => state === "finished" || state === "changed") ? "changed" : "started";
}

// The step opened last, or undefined.
export function lastOpened(outline, opened) {
  const at = new Map(opened.map(([id, entry]) => [id, entry.at]));
  return stepsOf(outline)
    .filter((step) => at.has(step.id))
    .sort((one, other) => time(at.get(one.id)) - time(at.get(other.id)) || 0)
    .at(-1);
}

// Where the learner goes on: the step opened last, or if it is done the next one of the required path that is not; null
// before the first step and after the last. `opened` are the pages that were opened, as [id, { at }] pairs.
export function whereIWas(outline, store, opened = store.all("pages")) {
  const steps = stepsOf(outline);
  const last = lastOpened(outline, opened);
  if (!last) return null;
  const done = (step) => stateOf(step, store) === "finished";
  if (!done(last)) return last;
  const path = required(outline);
  const from = steps.indexOf(last);
  const open = path.filter((step) => !done(step));
  return open.find((step) => steps.indexOf(step) > from) ?? open[0] ?? null;
}

// What the required path still asks: `{ finished, total, left, complete }`, `left` in minutes.
export function wayLeft(outline, store) {
  const path = required(outline);
  const open = path.filter((step) => stateOf(step, store) !== "finished");
  const left = open.reduce((sum, step) => sum + step.minutes, 0);
  return { finished: path.length - open.length, total: path.length, left, complete: open.length === 0 };
}

// First answers that were right, of all that were given to a step's questions as they are asked now.
export function scoreOf(step, store) {
  const answers = step.asks.map(([question, hash]) => store.answer(question, hash)).filter((a) => a && !a.changed);
  return { right: answers.filter((answer) => !answer.missed).length, of: answers.length };
}

// The submitted attempts, oldest first, as [id, attempt] pairs.
export function attempts(store) {
  return store
    .all("attempts")
    .filter(([, attempt]) => attempt.submitted)
    .sort(([, one], [, other]) => time(one.submitted) - time(other.submitted) || 0);
}

// The attempt that a certificate is about: the best of those passed, the first of equals. Undefined for none.
export function passed(store) {
  const found = attempts(store).filter(([, attempt]) => attempt.passed);
  return found.reduce((best, [, attempt]) => (!best || attempt.score > best.score ? attempt : best), undefined);
}

// The attempt drawn last, as [id, attempt], or undefined.
export function lastDrawn(store) {
  return store
    .all("attempts")
    .sort(([one], [other]) => time(one) - time(other) || 0)
    .at(-1);
}

// The attempt that is under way, as [id, attempt], or undefined. One that a later draw has overtaken (on another device,
// before two records became one) is over.
export function underWay(store) {
  const last = lastDrawn(store);
  return last?.[1].submitted ? undefined : last;
}
