import assert from "node:assert/strict";
import { test } from "node:test";
import { dayOf, lastPlan } from "../../overrides/assets/js/lib/review.js";
import { open } from "../../overrides/assets/js/lib/store.js";
import { compare } from "../../overrides/assets/js/lib/versions.js";
import { duration, inWords, plural, say } from "../../overrides/assets/js/lib/words.js";

test("placeholders are filled in, with zeros where Python would, and a value is never read as a pattern", () => {
  assert.equal(say("{n} h {m:02}", { n: 3, m: 5 }), "3 h 05");
  assert.equal(say("« {title} »", { title: "$& {n}" }), "« $& {n} »");
});

test("zero is one in French and many in English, and thousands are parted as in Canada", () => {
  const words = { a: "{count} carte", a_many: "{count} cartes, {most} au plus" };
  const said = (language) => [0, 1, 5000].map((number) => plural(words, "a", number, language, { most: "999" }));
  assert.deepEqual(said("fr"), ["0 carte", "1 carte", "5\u00a0000 cartes, 999 au plus"]);
  assert.deepEqual(said("en"), ["0 cartes, 999 au plus", "1 carte", "5,000 cartes, 999 au plus"]);
});

test("minutes are said in hours from an hour on", () => {
  const words = { minutes: "{count} min", hours: "{hours} h {minutes:02}", hours_even: "{hours} h" };
  assert.deepEqual(
    [0, 59, 60, 65, 261].map((minutes) => duration(words, minutes)),
    ["0 min", "59 min", "1 h", "1 h 05", "4 h 21"],
  );
});

test("a day is the same day everywhere, the first of the month is said as one says it, and what is no date is nothing", () => {
  const plain = (text) => text.replace(/\u00a0/g, " ");
  assert.equal(plain(inWords("2026-11-01", "fr")), "1er novembre 2026");
  assert.equal(plain(inWords("2026-11-21", "fr")), "21 novembre 2026");
  assert.equal(plain(inWords("2026-11-01", "en")), "November 1, 2026");
  assert.equal(dayOf(new Date(2026, 0, 9, 23, 59)), "2026-01-09");
  for (const day of ["", undefined, "yesterday", "2026-13-45"]) assert.equal(inWords(day, "fr"), "");
});

test("versions are compared as numbers", () => {
  assert.ok(compare("0.10.0", "0.9.9") > 0 && compare("0.4.0", "0.4.1") < 0);
  assert.equal(compare("1.0", "1.0.0"), 0);
});

test("the last plan is that of the last day; what is no day is no plan, and three sets are always there", () => {
  const map = new Map();
  const store = open("course", () => ({
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, text) => map.set(key, text),
  }));
  assert.equal(lastPlan(store), undefined);
  store.put("reviews", "zzz", { sets: [["a-b"]] });
  store.put("reviews", "2026-99-99", { sets: [["a-b"]] });
  assert.equal(lastPlan(store), undefined);
  store.put("reviews", "2026-11-22", { sets: [["a-b"]] });
  store.put("reviews", "2026-11-02", { sets: [["c-d"], [], [], ["e-f"]] });
  assert.deepEqual(lastPlan(store), ["2026-11-22", [["a-b"], [], []]]);
});
