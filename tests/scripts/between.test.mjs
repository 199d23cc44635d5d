// What the windows of a deck take from each other, and what a page takes for a script or for HTML.
import assert from "node:assert/strict";
import { test } from "node:test";

import { heard, MOVES, receiverOf } from "../../overrides/assets/js/lib/between.js";
import { address, asked } from "../../overrides/assets/js/lib/deck.js";
import { scriptOf } from "../../overrides/assets/js/lib/load.js";
import { isPlain } from "../../overrides/assets/js/lib/markup.js";
import { before, clock, pace } from "../../overrides/assets/js/lib/pace.js";

const room = {};
const here = { protocol: "https:", origin: "https://example.org" };
const disk = { protocol: "file:", origin: "null" };
const event = (data, { origin = here.origin, source = room } = {}) => ({ data, origin, source });

test("a message of the expected window of this site is heard, and what else it holds is left out", () => {
  assert.deepEqual(heard(event({ deck: "here", more: 1 }), room, here), { deck: "here" });
  for (const to of MOVES) assert.deepEqual(heard(event({ deck: "move", to }), room, here), { deck: "move", to });
  const at = { deck: "at", slide: "card", paused: true, theme: "dark", length: 60 };
  assert.deepEqual(heard(event({ ...at, notes: "<b>" }), room, here), at);
  assert.deepEqual(heard(event({ deck: "at", slide: "card", theme: "<b>", length: "60", paused: 1 }), room, here), {
    ...at,
    paused: false,
    theme: "",
    length: 0,
  });
});

test("a message of another window or another site is not heard", () => {
  const data = { deck: "here" };
  assert.equal(heard(event(data, { source: {} }), room, here), null);
  assert.equal(heard(event(data, { origin: "https://example.com" }), room, here), null);
  assert.equal(heard(event(data, { origin: "null" }), room, here), null);
  assert.equal(heard(event(data, { source: null }), null, here), null);
  assert.equal(heard(event(data, { source: undefined }), undefined, here), null);
});

test("from disk, where files have no origin, the window alone must be the expected one", () => {
  assert.deepEqual(heard(event({ deck: "here" }, { origin: "null" }), room, disk), { deck: "here" });
  assert.equal(heard(event({ deck: "here" }, { origin: "null", source: {} }), room, disk), null);
  assert.equal(receiverOf(disk), "*");
  assert.equal(receiverOf(here), here.origin);
});

test("what is no message of a deck is not heard", () => {
  const odd = [null, undefined, "", '{"method":"next"}', 7, [], {}, { deck: "call" }, { deck: "move", to: "destroy" }];
  odd.push({ deck: "at" }, { deck: "at", slide: 3 }, { deck: "at", slide: "x".repeat(101) }, { deck: ["here"] });
  for (const data of odd) assert.equal(heard(event(data), room, here), null, JSON.stringify(data));
});

test("an address says of a deck what is known, however it is written", () => {
  const written = (search) => address("deck.html", asked(search));
  assert.equal(written("?length=30&view=print"), "deck.html?length=30&view=print");
  assert.equal(written("?receiver"), "deck.html?receiver=now");
  assert.equal(written("?receiver=next&postMessage=true"), "deck.html?receiver=next");
  assert.equal(written("?length=60;autoSlide=1&view=scroll&plugins=x"), "deck.html");
});

test("only a script of the course's own folder is one that a page loads", () => {
  const page = "https://example.org/course/fr/suppliers/gifts.html";
  for (const right of ["../assets/search.ABC123.js", "/course/fr/assets/search-index.js"]) {
    assert.equal(scriptOf(right, "../", page), right);
  }
  const wrong = [
    "https://example.com/course/fr/assets/search.js",
    "//example.com/course/fr/assets/search.js",
    "../assets/../../upload/x.js",
    "../assets/x/y.js",
    "../assets/search.js?x",
    "../assets/x.json",
    "data:text/javascript,1",
    "javascript:1",
    "",
  ];
  for (const address of wrong) assert.throws(() => scriptOf(address, "../", page), TypeError, address);
  assert.throws(() => scriptOf("file:///tmp/x.js", "./", "file:///course/fr/index.html"), TypeError);
});

test("HTML that a page takes from reveal.js loads nothing, runs nothing and leads nowhere", () => {
  for (const plain of ["", "<span></span>", '<button class="resume-button">Resume presentation</button>']) {
    assert.ok(isPlain(plain), plain);
  }
  assert.ok(
    isPlain('<button class="navigate-left" aria-label="previous slide"><div class="controls-arrow"></div></button>\n'),
  );
  const wrong = [
    "<img src=x>",
    "<script>1</script>",
    '<button onclick="1">',
    '<div style="x">',
    '<a href="x">',
    "<span",
    "a < b",
  ];
  wrong.push('<div class="x" onclick="1">', "&lt;", '<div class="&quot;">', "<svg>", "<iframe>", "<!-- -->");
  for (const text of wrong) assert.ok(!isPlain(text), text);
  assert.ok(!isPlain(`${"a ".repeat(200_000)}<`), "and says so of a long text at once");
});

test("the pace is that of the slides so far", () => {
  const timings = [60, 120, 30];
  assert.deepEqual(
    [0, 1, 2].map((index) => before(timings, index)),
    [0, 60, 180],
  );
  assert.deepEqual(pace(timings, 1, 30), { left: 150, state: "ahead" });
  assert.deepEqual(pace(timings, 1, 60), { left: 120, state: "on" });
  assert.deepEqual(pace(timings, 1, 180), { left: 0, state: "on" });
  assert.deepEqual(pace(timings, 1, 200), { left: -20, state: "behind" });
});

test("seconds are told as a clock tells them", () => {
  assert.deepEqual([0, 59.6, 3725, -75, -0.2].map(clock), ["0:00:00", "0:01:00", "1:02:05", "−0:01:15", "0:00:00"]);
});
