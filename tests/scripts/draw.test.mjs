import assert from "node:assert/strict";
import { test } from "node:test";
import { draw, grade, makeup, mend, needed, sheet, toReread, verdicts } from "../../overrides/assets/js/lib/draw.js";
import { lastDrawn, underWay } from "../../overrides/assets/js/lib/progress.js";

const THEMES = ["suppliers", "internal-clients", "civility"];
const ROUNDS = 300;

// Numbers that look random and are the same on every run (mulberry32).
function dice(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

// A bank of `size` questions of each theme, two a lesson.
function bankOf(size = 12) {
  return THEMES.flatMap((theme) =>
    Array.from({ length: size }, (_, number) => ({
      id: `${theme}-${number}`,
      hash: `hash-${number}`,
      theme,
      lesson: `${theme}/lesson-${Math.floor(number / 2)}`,
    })),
  );
}

const bank = bankOf();
const all = bank.map(({ lesson }) => lesson);
const idsOf = (drawn) => drawn.map(([id]) => id);
const themeOf = (id) => id.replace(/-\d+$/, "");
const some = (items, random, share = 0.5) => items.filter(() => random() < share);
const attemptOf = (drawn, given = {}, flagged = []) => ({ draw: drawn, given, flagged });

// Every question's right options are the first two of four.
const rights = Object.fromEntries(bank.map(({ id }) => [id, [[0, 1], 4]]));

test("a draw is four of each theme, each once, with the hash of today, theme after theme", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const drawn = draw(bank, all, 4, [], dice(round));
    assert.equal(drawn.length, 12);
    assert.equal(new Set(idsOf(drawn)).size, 12);
    assert.deepEqual(
      idsOf(drawn).map(themeOf),
      THEMES.flatMap((theme) => Array(4).fill(theme)),
    );
    for (const [id, hash] of drawn) assert.equal(hash, bank.find((question) => question.id === id).hash);
  }
});

test("nothing is drawn outside the required lessons, and a short theme gives what it has", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = dice(round);
    const lessons = some([...new Set(all)], random, 0.3);
    const drawn = draw(bank, lessons, 4, [], random);
    const open = bank.filter(({ lesson }) => lessons.includes(lesson));
    for (const id of idsOf(drawn)) assert.ok(open.some((question) => question.id === id));
    for (const { theme, count, open: from } of makeup(bank, lessons)) {
      assert.equal(from, open.filter((question) => question.theme === theme).length);
      assert.equal(count, Math.min(4, from));
      assert.equal(idsOf(drawn).filter((id) => themeOf(id) === theme).length, count);
    }
  }
  assert.deepEqual(draw(bank, []), []);
});

test("every question comes up within three draws, and no two in a row are alike", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = dice(round);
    const drafts = [];
    for (let time = 0; time < 3; time += 1) drafts.push(idsOf(draw(bank, all, 4, drafts, random)));
    assert.equal(new Set(drafts.flat()).size, bank.length);
    const fourth = idsOf(draw(bank, all, 4, drafts, random));
    assert.notDeepEqual([...fourth].sort(), [...drafts[2]].sort());
  }
});

test("chance reaches every question about as often as any other", () => {
  const random = dice(7);
  const times = Object.fromEntries(bank.map(({ id }) => [id, 0]));
  for (let round = 0; round < 3000; round += 1) for (const id of idsOf(draw(bank, all, 4, [], random))) times[id] += 1;
  for (const [id, count] of Object.entries(times)) assert.ok(count > 850 && count < 1150, `${id}: ${count} of 3000`);
});

test("a draw of which nothing changed is left alone", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    assert.equal(mend(attemptOf(draw(bank, all, 4, [], dice(round))), bank, all), undefined);
  }
});

test("changed and vanished questions are replaced in their place and theme, and all else stays", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = dice(round);
    const drawn = draw(bank, all, 4, [], random);
    const given = Object.fromEntries(some(idsOf(drawn), random).map((id) => [id, [1]]));
    const flagged = some(idsOf(drawn), random);
    const stale = some(idsOf(drawn), random, 0.4);
    const gone = some(stale, random);
    const now = bank
      .filter(({ id }) => !gone.includes(id))
      .map((question) => (stale.includes(question.id) ? { ...question, hash: "edited" } : question));
    const mended = mend(attemptOf(drawn, given, flagged), now, all, 4, [], random);
    if (!stale.length) {
      assert.equal(mended, undefined);
      continue;
    }
    assert.equal(mended.draw.length, 12);
    assert.equal(new Set(idsOf(mended.draw)).size, 12);
    assert.deepEqual(idsOf(mended.draw).map(themeOf).sort(), idsOf(drawn).map(themeOf).sort());
    assert.equal(mended.replaced.length, stale.length);
    mended.draw.forEach(([id, hash], place) => {
      assert.equal(hash, now.find((question) => question.id === id).hash);
      const stood = !stale.includes(drawn[place][0]);
      if (stood) assert.deepEqual([id, hash], drawn[place]);
      else assert.ok(mended.replaced.includes(id) && themeOf(id) === themeOf(drawn[place][0]));
      assert.deepEqual(mended.given[id], stood ? given[id] : undefined);
      assert.equal(mended.flagged.includes(id), stood && flagged.includes(id));
    });
    assert.equal(mend({ ...attemptOf(drawn), ...mended }, now, all), undefined);
  }
});

test("a theme with nothing else to draw asks the question as it is now, or closes the place", () => {
  const small = bankOf(4);
  const drawn = draw(small, all, 4, [], dice(1));
  const edited = small.map((question) => (question.id === "civility-2" ? { ...question, hash: "edited" } : question));
  const asked = mend(attemptOf(drawn, { "civility-2": [0] }, ["civility-1", "civility-2"]), edited, all);
  assert.deepEqual([...idsOf(asked.draw)].sort(), [...idsOf(drawn)].sort());
  assert.deepEqual(asked.replaced, ["civility-2"]);
  assert.deepEqual(asked.given, {});
  assert.deepEqual(asked.flagged, ["civility-1"]);
  const without = small.filter(({ id }) => id !== "civility-2");
  const closed = mend(attemptOf(drawn, { "civility-1": [0] }), without, all);
  assert.equal(closed.draw.length, 11);
  assert.deepEqual(closed.replaced, []);
  assert.deepEqual(closed.given, { "civility-1": [0] });
});

test("the sheet says what is answered, empty and flagged", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = dice(round);
    const drawn = draw(bank, all, 4, [], random);
    const [answered, flagged] = [some(idsOf(drawn), random), some(idsOf(drawn), random)];
    const given = Object.fromEntries(idsOf(drawn).map((id) => [id, answered.includes(id) ? [2] : []]));
    for (const state of sheet(attemptOf(drawn, given, flagged))) {
      assert.equal(state.answered, answered.includes(state.id));
      assert.equal(state.flagged, flagged.includes(state.id));
    }
  }
});

test("a score counts whole questions, and reaching the needed number is what passes", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = dice(round);
    const drawn = draw(bank, some(all, random, 0.7), 4, [], random);
    if (!drawn.length) continue;
    const right = some(idsOf(drawn), random, 0.8);
    const wrong = [[], [0], [0, 1, 2], [2, 3]];
    const given = Object.fromEntries(
      idsOf(drawn).map((id) => [id, right.includes(id) ? [1, 0] : wrong[Math.floor(random() * 4)]]),
    );
    const graded = grade(attemptOf(drawn, given), rights);
    assert.deepEqual(graded.right, right);
    assert.equal(graded.score, right.length);
    assert.equal(graded.of, drawn.length);
    const mastery = 50 + Math.floor(random() * 51);
    assert.equal(
      graded.percent >= mastery,
      graded.score >= needed(graded.of, mastery),
      `${graded.score}, ${mastery} %`,
    );
  }
  assert.equal(needed(12, 80), 10);
  assert.equal(needed(10, 80), 8);
  assert.equal(needed(12, 100), 12);
  assert.deepEqual(grade(attemptOf([]), rights), { score: 0, of: 0, percent: 0, right: [] });
});

test("the verdicts agree with the score, and none is given on a question that has changed", () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const random = dice(round);
    const drawn = draw(bank, all, 4, [], random);
    const choices = [[], [0], [0, 1], [1, 2]];
    const given = Object.fromEntries(idsOf(drawn).map((id) => [id, choices[Math.floor(random() * 4)]]));
    const attempt = attemptOf(drawn, given);
    const found = verdicts(attempt, bank, rights);
    const right = found.filter(({ verdict }) => verdict === "right").map(({ id }) => id);
    assert.deepEqual(right, grade(attempt, rights).right);
    for (const { id, verdict } of found) assert.equal(verdict === "empty", given[id].length === 0);
    const [edited, gone] = [drawn[0][0], drawn[5][0]];
    const now = bank
      .filter(({ id }) => id !== gone)
      .map((question) => (question.id === edited ? { ...question, hash: "edited" } : question));
    for (const { id, verdict } of verdicts(attempt, now, rights)) {
      assert.equal(verdict === "changed", id === edited || id === gone);
    }
    const lessons = toReread(found, bank);
    assert.equal(new Set(lessons).size, lessons.length);
    for (const { id, lesson } of bank.filter(({ id }) => idsOf(drawn).includes(id))) {
      if (!right.includes(id)) assert.ok(lessons.includes(lesson));
    }
    for (const lesson of lessons) {
      assert.ok(
        found.some(({ id, verdict }) => verdict !== "right" && bank.find((q) => q.id === id).lesson === lesson),
      );
    }
  }
});

test("the attempt under way is the one drawn last, and none once that one is handed in", () => {
  const store = (attempts) => ({ all: () => Object.entries(attempts) });
  assert.equal(underWay(store({})), undefined);
  assert.equal(
    underWay(store({ "2026-11-02T00:00:00.000Z": {}, "2026-11-01T00:00:00.000Z": { submitted: "x" } }))[0],
    "2026-11-02T00:00:00.000Z",
  );
  const overtaken = store({ "2026-11-02T00:00:00.000Z": { submitted: "x" }, "2026-11-01T00:00:00.000Z": {} });
  assert.equal(underWay(overtaken), undefined);
  assert.equal(lastDrawn(overtaken)[0], "2026-11-02T00:00:00.000Z");
});
