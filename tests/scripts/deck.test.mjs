import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { address, asked, keeps, LENGTHS, revealTakes, slideOf } from "../../overrides/assets/js/lib/deck.js";

test("an address asks for a length and a view, and for the whole deck presented where it says neither", () => {
  const [receiver, asks] = ["", (search, expected) => assert.deepEqual(asked(search), expected)];
  asks("", { length: 90, view: "slides", receiver });
  asks("?length=30", { length: 30, view: "slides", receiver });
  asks("?view=notes&length=60&receiver", { length: 60, view: "notes", receiver: "now" });
  asks("?view=print", { length: 90, view: "print", receiver });
});

test("what an address says wrongly counts for nothing", () => {
  for (const search of [
    "?length=45",
    "?length=",
    "?length=60.5",
    "?length=-30",
    "?length=Infinity",
    "?view=",
    "?view=x",
  ])
    assert.deepEqual(asked(search), { length: 90, view: "slides", receiver: "" }, search);
  fc.assert(
    fc.property(fc.string(), (search) => {
      const { length, view } = asked(search);
      assert.ok(LENGTHS.includes(length) && ["slides", "notes", "print", "speaker"].includes(view));
    }),
  );
});

test("an address leaves out what goes without saying", () => {
  assert.equal(address("deck.html"), "deck.html");
  assert.equal(
    address("deck.html", { length: 90, view: "slides", slide: "card-in-drawer" }),
    "deck.html#/card-in-drawer",
  );
  assert.equal(address("deck.html", { length: 30 }), "deck.html?length=30");
  assert.equal(
    address("/en/deck.html", { length: 60, view: "notes", slide: "one-two" }),
    "/en/deck.html?length=60&view=notes#/one-two",
  );
});

test("every address that is written asks for what it was written for", () => {
  for (const length of LENGTHS)
    for (const view of ["slides", "notes", "print", "speaker"])
      for (const receiver of ["", "now", "next"]) {
        const written = address("deck.html", { length, view, receiver, slide: "a-b" });
        const { search, hash } = new URL(written, "https://example.org/");
        assert.deepEqual(asked(search), { length, view, receiver });
        assert.equal(slideOf(hash), "a-b");
      }
});

test("a session keeps the slides of the shorter ones", () => {
  const kept = (length) => [30, 60, 90].filter((from) => keeps(String(from), length));
  assert.deepEqual(kept(30), [30]);
  assert.deepEqual(kept(60), [30, 60]);
  assert.deepEqual(kept(90), [30, 60, 90]);
});

test("a hash names a slide, or nothing", () => {
  assert.equal(slideOf("#/card-in-drawer"), "card-in-drawer");
  assert.equal(slideOf("#/card-in-drawer/1"), "card-in-drawer");
  assert.equal(slideOf(""), "");
  assert.equal(slideOf("#/%E9"), "%E9");
});

test("a control keeps the keys that it lives by, and a remote control turns the page wherever the focus is", () => {
  const field = { control: "writes", busy: true };
  const vote = { control: "presses", busy: true };
  const link = { control: "presses" };
  for (const key of ["PageUp", "PageDown"])
    for (const at of [{}, field, vote, link]) assert.ok(revealTakes(key, at), key);
  for (const key of ["ArrowLeft", " ", "Enter", "b", "1", "Home"]) assert.ok(!revealTakes(key, field), key);
  for (const key of [" ", "Enter", "1", "Home", "ArrowUp"]) assert.ok(!revealTakes(key, vote), key);
  for (const key of ["ArrowLeft", "ArrowRight", "s", "F", "b"]) assert.ok(revealTakes(key, vote), key);
  for (const key of [" ", "Enter"]) assert.ok(!revealTakes(key, link), key);
  for (const key of ["b", "Home", "s", "Escape"]) assert.ok(revealTakes(key, link), key);
  for (const key of [" ", "b", "ArrowDown"]) assert.ok(revealTakes(key), key);
});
