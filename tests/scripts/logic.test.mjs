import assert from "node:assert/strict";
import { test } from "node:test";
import { fold } from "../../overrides/assets/js/lib/fold.js";
import { gradeChoice, gradeWord } from "../../overrides/assets/js/lib/grade.js";
import { choose } from "../../overrides/assets/js/lib/languages.js";
import { build, excerpt } from "../../overrides/assets/js/lib/search-index.js";

test("folding drops case, accents, ligatures and the curl of apostrophes", () => {
  assert.equal(fold("Sécurité, CŒUR, l’équipe, nævus"), "securite, coeur, l'equipe, naevus");
});

test("one choice is right or not, several are counted", () => {
  assert.deepEqual(gradeChoice([2], [2], 4), { right: true, met: 4, total: 4 });
  assert.equal(gradeChoice([1], [2], 4).right, false);
  assert.deepEqual(gradeChoice([0, 1], [0, 3], 4), { right: false, met: 2, total: 4 });
  assert.equal(gradeChoice([3, 0], [0, 3], 4).right, true);
});

test("a word is not judged on its accents", () => {
  assert.equal(gradeWord(" Réciprocité ", "réciprocité").right, true);
  assert.equal(gradeWord("reciprocite", "réciprocité").right, true);
  assert.equal(gradeWord("récipient", "réciprocité").right, false);
});

test("the language: chosen before, else the browser's, else the first", () => {
  assert.equal(choose(["fr", "en"], "en", ["fr-CA"]), "en");
  assert.equal(choose(["fr", "en"], undefined, ["es", "en-CA", "fr"]), "en");
  assert.equal(choose(["fr", "en"], "de", ["es"]), "fr");
  assert.equal(choose(["fr", "en"], undefined, undefined), "fr");
});

const sections = [
  { u: "a.html", t: "Santé et sécurité", h: "", b: "On parle du cœur du sujet et de l’équipe." },
  { u: "b.html#x", t: "Remerciements", h: "Une carte", b: "Les fournisseurs remerciés reviennent." },
  { u: "c.html", t: "Autre", h: "", b: "Rien de tout cela." },
];

test("search finds words without their accents or ligatures, and other forms of a word", () => {
  const search = build(sections);
  const first = (query) => search(query).best[0]?.u;
  assert.equal(first("securite"), "a.html");
  assert.equal(first("coeur"), "a.html");
  assert.equal(first("CŒUR"), "a.html");
  assert.equal(first("equipe"), "a.html");
  assert.equal(first("remercier"), "b.html#x");
  assert.equal(first("fourniseur"), "b.html#x");
  assert.deepEqual(search("zzzz"), { total: 0, best: [] });
  assert.equal(search("de la").total, 0);
  assert.equal(search("cœur carte").total, 0, "every word must be there");
});

test("all that match are counted, the best are shown", () => {
  const many = Array.from({ length: 30 }, (_, number) => ({ ...sections[0], u: `${number}.html` }));
  const { total, best } = build(many)("securite", 5);
  assert.equal(total, 30);
  assert.equal(best.length, 5);
});

test("an excerpt shows the found word in its sentence, whole words only", () => {
  const [head, hit, tail] = excerpt("mot ".repeat(60) + "sécurité " + "fin ".repeat(60), ["securite"]);
  assert.equal(hit, "sécurité");
  assert.match(head, /^… mot/);
  assert.match(tail, /fin…$/);
  assert.ok((head + hit + tail).length < 200);
});
