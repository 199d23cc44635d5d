import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { calendar, fold } from "../../overrides/assets/js/lib/calendar.js";

const EVENT = {
  uid: "a@course",
  day: "2026-11-24",
  time: "09:00",
  minutes: 15,
  title: "Réviser",
  text: "Quatre questions",
};
const MADE = { stamp: "2026-11-22T12:34:56.789Z", maker: "Tous clients", language: "fr" };
const one = (more = {}) => calendar([{ ...EVENT, ...more }], MADE);
const unfolded = (text) => text.replaceAll("\r\n ", "").split("\r\n");
const line = (text, name) => unfolded(text).find((each) => each.startsWith(name));
const octets = (text) => new TextEncoder().encode(text).length;

test("a calendar is the lines that the standard asks for, in its order", () => {
  assert.deepEqual(one({ url: "https://example.org/fr/a.html" }).split("\r\n"), [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tous clients//FR",
    "CALSCALE:GREGORIAN",
    "BEGIN:VEVENT",
    "UID:a@course",
    "DTSTAMP:20261122T123456Z",
    "DTSTART:20261124T090000",
    "DURATION:PT15M",
    "SUMMARY;LANGUAGE=fr:Réviser",
    "DESCRIPTION;LANGUAGE=fr:Quatre questions",
    "URL:https://example.org/fr/a.html",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "DESCRIPTION:Réviser",
    "TRIGGER:PT0M",
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ]);
});

test("a time is local to wherever the learner is: no zone, no Z", () => {
  for (const [time, start] of [
    ["09:00", "T090000"],
    ["9:05", "T090500"],
    ["23:59", "T235900"],
    ["07:30:00", "T073000"],
    ["", "T090000"],
    [undefined, "T090000"],
  ]) {
    assert.equal(line(one({ time }), "DTSTART"), `DTSTART:20261124${start}`);
  }
  assert.ok(!one().includes("TZID"));
});

test("signs that mean something in a calendar are escaped, and no text can add a line of its own", () => {
  assert.equal(line(one({ title: "a, b; c\\d: e" }), "SUMMARY"), "SUMMARY;LANGUAGE=fr:a\\, b\\; c\\\\d: e");
  for (const end of ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"]) {
    const text = one({ title: `a${end}END:VCALENDAR`, text: `b${end}X:1`, uid: `c${end}Y:2` });
    assert.equal(unfolded(text).length, unfolded(one()).length);
    assert.equal(line(text, "SUMMARY"), "SUMMARY;LANGUAGE=fr:a\\nEND:VCALENDAR");
  }
  assert.equal(line(one({ text: "a\tb\x00c\x1bd\x7fe" }), "DESCRIPTION;"), "DESCRIPTION;LANGUAGE=fr:a\tbcde");
});

test("no line is longer than 75 octets, none is cut within a character, and unfolding gives the text back", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "é", "😀", "œ", "\u00a0", ",", "\\", " ", "e\u0301"),
    maxLength: 400,
    size: "max",
  });
  const property = fc.property(text, (title) => {
    const folded = fold(`SUMMARY:${title}`);
    assert.equal(folded.replaceAll("\r\n ", ""), `SUMMARY:${title}`);
    for (const [number, part] of folded.split("\r\n").entries()) {
      assert.ok(octets(part) <= 75);
      assert.ok(number === 0 || part.startsWith(" "));
      assert.ok(part.isWellFormed(), "a character was cut");
    }
    for (const part of one({ title, text: title }).split("\r\n")) assert.ok(octets(part) <= 75);
  });
  fc.assert(property, { numRuns: 500, seed: 20261122 });
  assert.equal(fold("a".repeat(75)), "a".repeat(75), "75 are not too many");
  assert.equal(fold("a".repeat(76)), `${"a".repeat(75)}\r\n a`);
});

test("every line ends as the standard wants, and nothing else ends one", () => {
  const text = one({ title: "é\nè".repeat(60), text: "a\r\nb" });
  assert.ok(text.endsWith("END:VCALENDAR\r\n"));
  assert.equal(text.replaceAll("\r\n", "").match(/[\r\n]/), null);
});

test("two events never share a name, and a name that was free is kept", () => {
  const uids = ["a", "b", "a", "2-a", "a"];
  const text = calendar(
    uids.map((uid) => ({ ...EVENT, uid })),
    MADE,
  );
  const found = unfolded(text).filter((each) => each.startsWith("UID:"));
  assert.equal(new Set(found).size, uids.length);
  assert.deepEqual(found.slice(0, 2), ["UID:a", "UID:b"]);
  assert.equal(calendar([{ ...EVENT, uid: "a" }], MADE), calendar([{ ...EVENT, uid: "a" }], MADE));
});

test("an event may do without a text and an address, and an address that is none is left out", () => {
  const bare = one({ text: undefined, url: undefined });
  assert.equal(line(bare, "DESCRIPTION;"), undefined);
  assert.equal(line(bare, "URL"), undefined);
  assert.equal(line(one({ url: "../lesson.html" }), "URL"), undefined);
  assert.equal(
    line(one({ url: "https://example.org/é à.html#ça" }), "URL"),
    "URL:https://example.org/%C3%A9%20%C3%A0.html#%C3%A7a",
  );
  assert.equal(line(one({ url: "file:///C:/cours/a.html" }), "URL"), "URL:file:///C:/cours/a.html");
  assert.equal(line(one({ minutes: 7.5 }), "DURATION"), "DURATION:PT8M");
});
