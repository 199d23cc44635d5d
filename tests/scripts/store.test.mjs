import assert from "node:assert/strict";
import { test } from "node:test";
import { open, VERSION } from "../../overrides/assets/js/lib/store.js";

// A Storage in memory; `refuse` makes it behave as when the quota is spent.
function box(content = {}, { refuse = false } = {}) {
  const map = new Map(Object.entries(content));
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => {
      if (refuse) throw new DOMException("full", "QuotaExceededError");
      map.set(key, value);
    },
  };
}

const given = { hash: "aaaaaaaa", given: [1], right: true, at: "2026-11-22T12:00:00.000Z" };

test("an answer is kept under the course's id and found again", () => {
  const storage = box();
  open("course", storage).keepAnswer("two-words", given);
  assert.deepEqual([...storage.map.keys()], ["course"]);
  assert.deepEqual(open("course", storage).answer("two-words", "aaaaaaaa"), { ...given, tries: 1, changed: false });
});

test("an answer to an older wording says so, and tries begin anew", () => {
  const storage = box();
  const store = open("course", storage);
  store.keepAnswer("two-words", given);
  store.keepAnswer("two-words", given);
  assert.equal(store.answer("two-words", "aaaaaaaa").tries, 2);
  assert.equal(store.answer("two-words", "bbbbbbbb").changed, true);
  store.keepAnswer("two-words", { ...given, hash: "bbbbbbbb" });
  assert.equal(store.answer("two-words", "bbbbbbbb").tries, 1);
});

test("two tabs lose nothing of each other", () => {
  const storage = box();
  const [one, other] = [open("course", storage), open("course", storage)];
  one.keepAnswer("first-one", given);
  other.keepAnswer("second-one", given);
  one.language = "en";
  assert.deepEqual(Object.keys(JSON.parse(storage.map.get("course")).answers), ["first-one", "second-one"]);
  assert.equal(open("course", storage).language, "en");
});

test("a starting-over in one tab keeps the other questions", () => {
  const storage = box();
  const store = open("course", storage);
  store.keepAnswer("first-one", given);
  store.keepAnswer("second-one", given);
  store.dropAnswer("first-one");
  assert.deepEqual(Object.keys(JSON.parse(storage.map.get("course")).answers), ["second-one"]);
});

for (const [name, stored] of Object.entries({
  "written by a newer version": JSON.stringify({ version: VERSION + 1, answers: { x: 1 } }),
  damaged: '{"version":1,"answers"',
  "not a record": "[1,2]",
})) {
  test(`what is stored and ${name} is left as it is, and the course goes on in memory`, () => {
    const storage = box({ course: stored });
    const store = open("course", storage);
    assert.equal(store.kept, false);
    store.keepAnswer("two-words", given);
    assert.equal(store.answer("two-words", "aaaaaaaa").right, true);
    assert.equal(storage.map.get("course"), stored);
  });
}

test("blocked or full storage never throws, and says that nothing is kept", () => {
  const blocked = open("course", () => {
    throw new DOMException("denied", "SecurityError");
  });
  assert.equal(blocked.kept, false);
  const full = open("course", box({}, { refuse: true }));
  assert.equal(full.kept, true);
  full.keepAnswer("two-words", given);
  assert.equal(full.kept, false);
  assert.equal(full.answer("two-words", "aaaaaaaa").tries, 1);
});

test("an entry that is no answer is neither taken for one nor thrown away", () => {
  const odd = { bad: 3, odd: { hash: "aaaaaaaa", right: true }, worse: { hash: "aaaaaaaa", right: true, given: [{}] } };
  const storage = box({ course: JSON.stringify({ version: VERSION, answers: odd, newer: 1 }) });
  const store = open("course", storage);
  for (const id of Object.keys(odd)) assert.equal(store.answer(id, "aaaaaaaa"), undefined);
  store.keepAnswer("two-words", given);
  const kept = JSON.parse(storage.map.get("course"));
  assert.deepEqual(kept.answers, { ...odd, "two-words": { ...given, tries: 1 } });
  assert.equal(kept.newer, 1);
});
