// The outline of the course, of which a page has only what it needs (see scripts/course/web_outline.py). Modules whose
// steps are not here yet have none and say where they are, in `part`; `whole` is where all of them are, with the bank.

import { lastOpened, stateOf, stepsOf, whereIWas } from "./progress.js";

// Put steps where they belong, and what else came with them. Returns the outline.
export function take(outline, { modules, required, ...more }) {
  Object.assign(outline, more, { required: [...new Set([...(outline.required ?? []), ...required])] });
  for (const module of outline.modules) {
    if (!Object.hasOwn(modules, module.id)) continue;
    module.steps = modules[module.id];
    delete module.part;
  }
  return outline;
}

// The file without which a page would say of this learner's record something else than the whole outline would, or null:
// the steps of a module that was opened; of the one that comes after what is done; or all, where that does not do.
// `opened` are the pages opened before this one.
export function lacking(outline, store, opened) {
  const missing = outline.modules.filter((module) => module.part);
  if (!missing.length) return null;
  const unread = missing.find((module) => opened.some(([id]) => id.startsWith(`${module.id}/`)));
  if (unread) return unread.part;
  const asked = new Set(stepsOf(outline).flatMap((step) => step.asks.map(([id]) => id)));
  if (store.all("answers").some(([id]) => !asked.has(id))) return outline.whole;
  const last = lastOpened(outline, opened);
  if (!last || stateOf(last, store) !== "finished") return null;
  const place = (step) => outline.modules.findIndex((module) => module.steps.includes(step));
  const way = whereIWas(outline, store, opened);
  const next = outline.modules.findIndex((module, index) => module.part && index > place(last));
  if (way && place(way) >= place(last) && (next < 0 || place(way) < next) && isAfter(outline, way, last)) return null;
  return next < 0 ? outline.whole : outline.modules[next].part;
}

const isAfter = (outline, step, other) => stepsOf(outline).indexOf(step) > stepsOf(outline).indexOf(other);
