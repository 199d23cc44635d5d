// The final assessment, without a page: which questions are drawn, and what an answer sheet is worth.
//
// `bank` is the outline's: [{ id, hash, theme, lesson }…]; `lessons` are the ids of the steps that are required; a draw is
// [[question id, hash]…]; `rights` maps question ids to [indexes of right options, number of options].

import { gradeChoice } from "./grade.js";

// Shuffle with `random`, a function that returns a number in [0, 1).
function shuffled(items, random) {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}

const themesOf = (bank) => [...new Set(bank.map((question) => question.theme))];

// The questions of a theme that can be drawn, first those that the fewest of `drafts` (earlier draws: arrays of question
// ids) held, by chance among equals.
function inTurn(bank, lessons, theme, drafts, random) {
  const times = (id) => drafts.filter((draft) => draft.includes(id)).length;
  const open = bank.filter((question) => question.theme === theme && lessons.includes(question.lesson));
  return shuffled(open, random).sort((one, other) => times(one.id) - times(other.id));
}

// How many questions of every theme an assessment has.
export const EACH = 4;

// Draw `each` questions of every theme, or as many as it has, theme by theme in the bank's order.
export function draw(bank, lessons, each = EACH, drafts = [], random = Math.random) {
  return themesOf(bank).flatMap((theme) =>
    inTurn(bank, lessons, theme, drafts, random)
      .slice(0, each)
      .map(({ id, hash }) => [id, hash]),
  );
}

// What a draw will hold: [{ theme, count, open }…], `open` the questions that it draws from.
export function makeup(bank, lessons, each = EACH) {
  return themesOf(bank).map((theme) => {
    const open = inTurn(bank, lessons, theme, [], Math.random).length;
    return { theme, count: Math.min(each, open), open };
  });
}

// Replace, in an attempt, the questions that are no longer asked as they were drawn: edited since, or gone. Another of
// the same theme takes the place; nobody knows the theme of one that is gone, so the first theme that is short gives it.
// A place that no question can take is closed. Returns undefined where all stands as it was drawn, else
// `{ draw, given, flagged, replaced }`, `replaced` the ids that are new in the draw; no other answer is touched.
export function mend(attempt, bank, lessons, each = EACH, drafts = [], random = Math.random) {
  const asked = new Map(bank.map((question) => [question.id, question]));
  const stands = ([id, hash]) => asked.get(id)?.hash === hash;
  if (attempt.draw.every(stands)) return undefined;
  const kept = attempt.draw.filter(stands).map(([id]) => id);
  const others = new Map(); // id drawn → the question in its place
  const before = [...drafts, attempt.draw.map(([id]) => id)];
  const taken = () => [...kept, ...[...others.values()].map(({ id }) => id)];
  const free = (theme) => inTurn(bank, lessons, theme, before, random).filter(({ id }) => !taken().includes(id));
  const held = (theme) => taken().filter((id) => asked.get(id).theme === theme).length;
  const short = () => themesOf(bank).find((theme) => held(theme) < each && free(theme).length);
  // Those whose theme is known first: what is short then is short of those that are gone.
  const stale = attempt.draw.filter((drawn) => !stands(drawn)).map(([id]) => id);
  for (const id of [...stale.filter((id) => asked.has(id)), ...stale.filter((id) => !asked.has(id))]) {
    const [other] = free(asked.get(id)?.theme ?? short());
    if (other) others.set(id, other);
  }
  return {
    draw: attempt.draw.flatMap((drawn) => {
      const other = others.get(drawn[0]);
      return stands(drawn) ? [drawn] : other ? [[other.id, other.hash]] : [];
    }),
    given: Object.fromEntries(Object.entries(attempt.given).filter(([id]) => kept.includes(id))),
    flagged: attempt.flagged.filter((id) => kept.includes(id)),
    replaced: [...others.values()].map(({ id }) => id),
  };
}

// How many right answers of `of` make a score of `mastery` percent.
export const needed = (of, mastery) => Math.ceil((of * mastery) / 100);

// The state of each question on the answer sheet: answered or not, flagged or not.
export function sheet(attempt) {
  return attempt.draw.map(([id]) => ({
    id,
    answered: (attempt.given[id] ?? []).length > 0,
    flagged: attempt.flagged.includes(id),
  }));
}

// Grade a sheet. A question is worth one point, and only whole. Returns `{ score, of, percent, right: [ids] }`, `percent`
// rounded down.
export function grade(attempt, rights) {
  const right = attempt.draw
    .map(([id]) => id)
    .filter((id) => id in rights && gradeChoice(attempt.given[id] ?? [], ...rights[id]).right);
  const of = attempt.draw.length;
  return { score: right.length, of, percent: of ? Math.floor((100 * right.length) / of) : 0, right };
}

// A submitted sheet, question by question: [{ id, verdict, met, total }…]. The verdict is "right", "missed", "empty", or
// "changed" where the question is not asked any more as it was then; `met` options of `total` are as they should be.
export function verdicts(attempt, bank, rights) {
  const asked = new Map(bank.map((question) => [question.id, question.hash]));
  return attempt.draw.map(([id, hash]) => {
    if (asked.get(id) !== hash) return { id, verdict: "changed" };
    const given = attempt.given[id] ?? [];
    const { right, met, total } = gradeChoice(given, ...rights[id]);
    return { id, verdict: right ? "right" : given.length ? "missed" : "empty", met, total };
  });
}

// The lessons of the questions that were not right, each once, in the bank's order.
export function toReread(found, bank) {
  const wrong = found.filter(({ verdict }) => verdict === "missed" || verdict === "empty").map(({ id }) => id);
  return [...new Set(bank.filter(({ id }) => wrong.includes(id)).map(({ lesson }) => lesson))];
}
