// The clock times of a session.
import assert from "node:assert/strict";
import test from "node:test";
import { clock, minutesOf } from "../../overrides/assets/js/lib/schedule.js";

test("a time is read as minutes since midnight", () => {
  assert.deepEqual(["00:00", "09:05", "9:05", "23:59"].map(minutesOf), [0, 545, 545, 1439]);
});

test("what is no time is none", () => {
  for (const text of ["", "24:00", "12:60", "noon", "12", "-1:00", "1:5", undefined, null]) {
    assert.equal(minutesOf(text), null, String(text));
  }
});

test("a part of a session begins so many minutes later, as French and English say it in Canada", () => {
  assert.equal(clock(540, 5, "fr"), "9\u00a0h\u00a005");
  assert.equal(clock(540, 65, "en"), "10:05\u00a0a.m.");
  assert.equal(clock(810, 0, "fr"), "13\u00a0h\u00a030");
  assert.equal(clock(810, 0, "en"), "1:30\u00a0p.m.");
});

test("a session that goes on after midnight does", () => {
  assert.equal(clock(1430, 20, "fr"), "0\u00a0h\u00a010");
});

test("the hour does not depend on where the computer is", () => {
  const zone = process.env.TZ;
  try {
    for (process.env.TZ of ["America/Montreal", "Asia/Kolkata", "Pacific/Apia"]) {
      assert.equal(clock(120, 30, "fr"), "2\u00a0h\u00a030");
    }
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
});
