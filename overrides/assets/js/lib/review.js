// Spaced review, without a page: which questions to meet again, and when.

import { time } from "./record.js";

export const DAYS = [2, 7, 30];

// The ids of the questions that were missed and not yet got right at first, longest ago first. `asks` is [[id, hash]…].
export function missed(asks, store) {
  return known(asks, store)
    .filter(({ answer }) => answer.missed || !answer.right)
    .map(({ id }) => id);
}

// The answers to the questions as they are asked now, each once, longest unseen first.
function known(asks, store) {
  return [...new Map(asks)]
    .map(([id, hash]) => ({ id, answer: store.answer(id, hash) }))
    .filter(({ answer }) => answer && !answer.changed)
    .sort((one, other) => time(one.answer.at) - time(other.answer.at) || 0);
}

// One set of at most `size` question ids a review day: those missed first, then those longest unseen. A question that
// was missed comes back on every day, as long as the sets have room; the others only once.
export function plan(asks, store, size = 4) {
  const wrong = missed(asks, store);
  const rest = known(asks, store)
    .map(({ id }) => id)
    .filter((id) => !wrong.includes(id));
  let from = 0;
  return DAYS.map((_, day) => {
    // With more missed than a set can hold, each day begins where the last one ended.
    const turn = wrong.length > size ? [...wrong.slice((day * size) % wrong.length), ...wrong] : wrong;
    const set = [...new Set(turn)].slice(0, size);
    const more = rest.slice(from, from + size - set.length);
    from += more.length;
    return [...set, ...more];
  });
}

// The day `days` after an ISO day, by the calendar and not by the clock: daylight saving does not move it.
export function dayAfter(day, days) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

// The plan made last, as [day, sets], or undefined. Ids and days may come from a file: what is no day is no plan.
export function lastPlan(store) {
  const isDay = (day) => /^\d{4}-\d\d-\d\d$/.test(day) && time(`${day}T00:00:00Z`) > 0;
  const plans = store.all("reviews").filter(([day]) => isDay(day));
  const [day, { sets }] = plans.sort(([one], [other]) => (one < other ? -1 : 1)).at(-1) ?? [undefined, {}];
  return day && [day, DAYS.map((_, index) => sets[index] ?? [])];
}

// The ISO day of a date where the learner is.
export function dayOf(date) {
  const pad = (number) => String(number).padStart(2, "0");
  return `${String(date.getFullYear()).padStart(4, "0")}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}
