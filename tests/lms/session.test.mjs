// A session with an LMS: what it is told and when, and what becomes of a learner whose LMS is in trouble.

import assert from "node:assert/strict";
import { test } from "node:test";
import { find } from "../../overrides/assets/js/lms/api.js";
import { interaction, timespan } from "../../overrides/assets/js/lms/report.js";
import { outlineOf, START } from "./courses.mjs";
import { launch, Lms } from "./lms.mjs";

const NAMES = {
  1.2: {
    status: "cmi.core.lesson_status",
    success: "cmi.core.lesson_status",
    location: "cmi.core.lesson_location",
    raw: "cmi.core.score.raw",
    mode: "cmi.core.lesson_mode",
    credit: "cmi.core.credit",
    exit: "cmi.core.exit",
    time: "cmi.core.session_time",
    response: "student_response",
    wrong: "wrong",
  },
  2004: {
    status: "cmi.completion_status",
    success: "cmi.success_status",
    location: "cmi.location",
    raw: "cmi.score.raw",
    mode: "cmi.mode",
    credit: "cmi.credit",
    exit: "cmi.exit",
    time: "cmi.session_time",
    response: "learner_response",
    wrong: "incorrect",
  },
};
const SUSPEND = "cmi.suspend_data";

// A test for each version.
const both = (name, run) =>
  ["1.2", "2004"].forEach((version) => test(`${name} (${version})`, () => run(version, NAMES[version])));

// The next launch: another window, with what the LMS has saved.
const again = (lms, more = {}) => launch(new Lms(lms.version, Object.fromEntries(lms.saved)), more);

both("a first visit begins, is saved soon after each change, and ends once", async (version, names) => {
  const lms = new Lms(version);
  const visit = launch(lms);
  assert.equal(visit.learning.begin(), "");
  visit.opens(visit.steps[0].id);
  assert.equal(lms.saved.size, 0);
  await visit.passes(2000);
  assert.equal(lms.saved.get(names.status), "incomplete");
  assert.equal(lms.saved.get(names.location), visit.steps[0].id);
  assert.equal(lms.saved.get(names.exit), "suspend");
  const before = lms.saved.get(SUSPEND);
  await visit.answers(0, false);
  await visit.passes(2000);
  assert.notEqual(lms.saved.get(SUSPEND), before);
  visit.learning.end();
  visit.learning.end();
  visit.learning.hidden();
  assert.equal(lms.count("start"), 1);
  assert.equal(lms.count("end"), 1);
  assert.equal(lms.calls.at(-1)[0], "end");
  assert.equal(visit.timers.size, 0);
  assert.deepEqual(visit.heard, []);
});

both("only what changed is sent, and nothing while nothing changes", async (version, names) => {
  const lms = new Lms(version);
  const visit = launch(lms);
  visit.learning.begin();
  visit.opens(visit.steps[0].id);
  await visit.passes(5000);
  lms.calls.length = 0;
  await visit.passes(600_000);
  visit.learning.hidden();
  assert.deepEqual(lms.calls, []);
  await visit.answers(0);
  await visit.passes(5000);
  const set = lms.calls.filter(([name]) => name === "set").map(([, element]) => element);
  assert.ok(set.includes(SUSPEND) && !set.includes(names.location) && !set.includes(names.exit), set.join());
  assert.equal(lms.count("save"), 1);
});

both("the next launch finds the page, the answers and the attempts, and tells none of it again", async (version) => {
  const lms = new Lms(version);
  const first = launch(lms);
  first.learning.begin();
  await first.answers(0, false, [2]);
  await first.answers(0, true, [1]);
  await first.attempts(3);
  first.opens(first.steps[1].id);
  first.learning.end();
  const told = lms.interactions.length;
  assert.equal(told, 2 + 8);

  const second = again(lms, { clock: { now: START + 86_400_000 } });
  assert.equal(second.learning.begin(), second.steps[1].id);
  const [id, hash] = second.steps[0].asks[0];
  assert.deepEqual(second.store.answer(id, hash).given, [1]);
  assert.equal(second.store.answer(id, hash).missed, true);
  assert.equal(second.store.all("attempts").length, 1);
  await second.passes(10_000);
  assert.equal(second.lms.interactions.length, told);
  await second.answers(1, true);
  second.learning.end();
  assert.equal(second.lms.interactions.length, told + 1);
});

both("passed never becomes failed, and a score only rises, in one launch and in the next", async (version, names) => {
  const lms = new Lms(version);
  const first = launch(lms);
  first.learning.begin();
  await first.attempts(2);
  await first.passes(3000);
  assert.equal(lms.saved.get(names.success), "failed");
  assert.equal(lms.saved.get(names.raw), "25");
  await first.attempts(7);
  await first.passes(3000);
  assert.equal(lms.saved.get(names.success), "passed");
  assert.equal(lms.saved.get(names.raw), "87");
  await first.attempts(1);
  await first.passes(3000);
  first.store.erase();
  await first.passes(3000);
  first.learning.end();
  assert.equal(lms.saved.get(names.success), "passed");
  assert.equal(lms.saved.get(names.raw), "87");

  const second = again(lms);
  second.learning.begin();
  await second.attempts(0);
  second.learning.end();
  assert.equal(second.lms.saved.get(names.success), "passed");
  assert.equal(second.lms.saved.get(names.raw), "87");
  const statuses = second.lms.calls.filter(([name, element]) => name === "set" && element === names.success);
  assert.ok(
    statuses.every(([, , value]) => value === "passed"),
    "not for a moment",
  );
});

both("a finished path is completed, and stays so after an update that asks for more", async (version, names) => {
  const lms = new Lms(version);
  const first = launch(lms);
  first.learning.begin();
  await first.finishes();
  await first.passes(3000);
  assert.equal(lms.saved.get(names.status), "incomplete", "the assessment is on the path");
  await first.attempts(8);
  first.learning.end();
  const done = version === "1.2" ? "passed" : "completed";
  assert.equal(lms.saved.get(names.status), done);
  assert.equal(lms.saved.get(names.exit), "suspend", "whoever has finished comes back to their answers");
  if (version === "2004") assert.equal(lms.saved.get("cmi.progress_measure"), "1");
  const second = again(lms, { outline: outlineOf({ lessons: 5, bank: 8 }) });
  second.learning.begin();
  await second.answers(0);
  second.learning.end();
  assert.equal(second.lms.saved.get(names.status), done);
});

both(
  "without an assessment on the required path, finishing it is completing, and failing one is no failure",
  async (version, names) => {
    const outline = outlineOf({ lessons: 3, bank: 8 });
    outline.required = outline.required.slice(0, 3);
    const lms = new Lms(version);
    const visit = launch(lms, { outline });
    visit.learning.begin();
    await visit.attempts(1);
    await visit.passes(3000);
    assert.equal(lms.saved.get(names.status), "incomplete");
    assert.notEqual(lms.saved.get(names.success), "failed");
    await visit.finishes();
    await visit.passes(3000);
    assert.equal(lms.saved.get(names.status), "completed");
  },
);

both(
  "an answer becomes an interaction: first, second and third, in the words of the version",
  async (version, names) => {
    const lms = new Lms(version);
    const visit = launch(lms);
    visit.learning.begin();
    await visit.answers(0, false, [0, 2]);
    await visit.answers(0, true, "l’élève [sic] {x}");
    for (let n = 0; n < 5; n += 1) await visit.answers(0, n % 2 === 0);
    await visit.attempts(7);
    visit.learning.end();
    const [first, second, third, ...rest] = lms.interactions;
    assert.equal(first.id, version === "1.2" ? "question_0_0" : "question-0-0");
    assert.equal(first.type, "choice");
    assert.equal(first[names.response], version === "1.2" ? "a,c" : "a[,]c");
    assert.equal(first.result, names.wrong);
    assert.equal(second.type, "fill-in");
    assert.equal(second[names.response], version === "1.2" ? "l’élève sic x" : "{lang=fr}l’élève sic x");
    assert.equal(second.result, "correct");
    assert.ok(third);
    assert.equal(rest.length, 8, "one for each question that was handed in, and no fourth answer");
    assert.equal(rest[0][names.response], undefined, "left empty");
    assert.equal(rest[7].result, names.wrong);
    if (version === "2004") {
      assert.equal(first.description, "{lang=fr}Question question-0-0?");
      assert.match(first.timestamp, /^2026-11-22T12:00:0\d\.0Z$/);
    } else assert.match(first.time, /^\d\d:\d\d:\d\d$/);
  },
);

both("there are never more than 250 interactions, and attempts keep their room", async (version) => {
  const outline = outlineOf({ lessons: 60, each: 4, bank: 40 });
  const lms = new Lms(version);
  const visit = launch(lms, { outline });
  visit.learning.begin();
  await visit.finishes();
  await visit.passes(5000);
  assert.equal(lms.interactions.length, 190);
  await visit.attempts(40, 40);
  await visit.attempts(40, 40);
  visit.learning.end();
  assert.equal(lms.interactions.length, 250);
});

both("nothing that was written goes to the LMS, and the learner is told once", async (version) => {
  const lms = new Lms(version);
  const visit = launch(lms);
  visit.learning.begin();
  visit.store.put("sheets", "a.b", { text: "zeta" });
  visit.store.put("plans", visit.steps[0].id, { kept: true, text: "zeta" });
  visit.store.set("name", "zeta");
  await visit.passes(3000);
  visit.store.put("sheets", "a.c", { text: "zeta" });
  visit.learning.end();
  assert.ok(!JSON.stringify(lms.calls).includes("zeta"));
  assert.deepEqual(visit.heard, ["private"]);
});

for (const mode of ["review", "browse"]) {
  both(
    `in the mode of ${mode} nothing is set, what was kept can be read, and the learner is told`,
    async (version, names) => {
      const lms = new Lms(version);
      const first = launch(lms);
      first.learning.begin();
      await first.answers(0);
      first.learning.end();
      lms.saved.set(names.mode, mode);
      const visit = again(lms);
      visit.learning.begin();
      assert.ok(visit.store.answer(...visit.steps[0].asks[0]));
      await visit.answers(1);
      await visit.attempts(8);
      await visit.passes(60_000);
      visit.learning.hidden();
      visit.learning.end();
      assert.deepEqual(
        visit.lms.calls.filter(([name]) => name === "set" || name === "save"),
        [],
      );
      assert.equal(visit.lms.count("end"), 1);
      assert.deepEqual(visit.heard, [mode]);
      assert.equal(visit.learning.records, false);
    },
  );
}

both("a mode that is empty, unknown or not there is the normal one", async (version, names) => {
  for (const mode of ["", "normal", "zeta", null]) {
    const lms = new Lms(version, mode === null ? {} : { [names.mode]: mode });
    if (mode === null) lms.fails = (name, element) => (element === names.mode ? "401" : undefined);
    const visit = launch(lms);
    visit.learning.begin();
    await visit.answers(0);
    visit.learning.end();
    assert.ok(lms.saved.get(SUSPEND));
    assert.deepEqual(visit.heard, []);
  }
});

both("without credit, progress is kept and no result is sent", async (version, names) => {
  const lms = new Lms(version, { [names.credit]: "no-credit" });
  const visit = launch(lms);
  visit.learning.begin();
  await visit.attempts(8);
  visit.opens(visit.steps[0].id);
  visit.learning.end();
  assert.ok(lms.saved.get(SUSPEND) && lms.saved.get(names.location));
  for (const each of [names.status, names.success, names.raw]) assert.equal(lms.saved.get(each), undefined);
  assert.equal(lms.interactions.length, 0);
  assert.deepEqual(visit.heard, ["uncredited"]);
});

const TROUBLES = {
  "answers with errors": () => "101",
  throws: () => {
    throw new Error("zeta");
  },
  "does not save": (name) => (name === "save" ? "391" : undefined),
  "refuses to set anything for now": (name) => (name === "set" ? "351" : undefined),
};
for (const [what, fails] of Object.entries(TROUBLES)) {
  both(`an LMS that ${what}: one goes on, is told once, and nothing is lost`, async (version, names) => {
    const lms = new Lms(version);
    const visit = launch(lms);
    visit.learning.begin();
    await visit.answers(0);
    await visit.passes(3000);
    const before = lms.saved.get(SUSPEND);
    lms.fails = fails;
    await visit.answers(1);
    await visit.answers(2);
    await visit.attempts(8);
    lms.calls.length = 0;
    await visit.passes(300_000);
    assert.deepEqual(visit.heard, ["trouble"]);
    const tries = Math.max(lms.count("save"), lms.count("set", names.exit), lms.count("set", SUSPEND));
    assert.ok(tries >= 4 && tries < 15, `${tries} tries in five minutes`);
    assert.equal(lms.saved.get(SUSPEND), before);
    visit.learning.hidden();
    lms.fails = null;
    await visit.passes(61_000);
    assert.deepEqual(visit.heard, ["trouble", "back"]);
    assert.ok(!visit.said.has("trouble"));
    assert.equal(lms.saved.get(names.success), "passed");
    assert.equal(lms.interactions.length, 3 + 8);
    visit.learning.end();
    const next = again(lms);
    next.learning.begin();
    assert.equal(next.store.all("answers").length, 3 + 8);
  });
}

both("whoever leaves while the LMS is in trouble loses nothing that it had", async (version) => {
  const lms = new Lms(version);
  const first = launch(lms);
  first.learning.begin();
  await first.answers(0);
  await first.passes(3000);
  lms.fails = () => "101";
  await first.answers(1);
  first.learning.end();
  const next = again(lms);
  next.learning.begin();
  assert.equal(next.store.all("answers").length, 1);
});

both("one thing that an LMS never takes does not hold up the others", async (version, names) => {
  const lms = new Lms(version);
  lms.fails = (name, element) => (name === "set" && element === names.location ? "351" : undefined);
  const visit = launch(lms);
  visit.learning.begin();
  visit.opens(visit.steps[0].id);
  await visit.answers(0);
  await visit.passes(300_000);
  assert.ok(lms.saved.get(SUSPEND));
  assert.equal(lms.interactions.length, 1);
  assert.ok(!visit.said.has("trouble"), "after a few tries it is left");
  lms.calls.length = 0;
  await visit.passes(300_000);
  assert.deepEqual(lms.calls, []);
});

both("what an LMS does not have is not asked of it again", async (version, names) => {
  const lms = new Lms(version);
  const none = version === "1.2" ? "401" : "402";
  lms.fails = (name, element) => (/interactions|score/.test(element) ? none : undefined);
  const visit = launch(lms);
  visit.learning.begin();
  await visit.attempts(8);
  await visit.passes(5000);
  assert.equal(lms.saved.get(names.success), "passed");
  assert.equal(lms.count("set", names.raw), 1);
  assert.equal(lms.count("set", "cmi.interactions.0.id"), 0);
  assert.deepEqual(visit.heard, []);
});

both("what cannot be read is never written over", async (version, names) => {
  const lms = new Lms(version);
  const first = launch(lms);
  first.learning.begin();
  await first.answers(0);
  first.opens(first.steps[2].id);
  first.learning.end();
  const kept = lms.saved.get(SUSPEND);
  const visit = again(lms);
  visit.lms.fails = (name, element) =>
    name === "get" && element === SUSPEND ? (version === "1.2" ? "101" : "301") : undefined;
  assert.equal(visit.learning.begin(), "");
  await visit.answers(1);
  await visit.passes(20_000);
  assert.equal(visit.lms.saved.get(SUSPEND), kept);
  assert.deepEqual(visit.heard, ["absent"]);
  // And when it can be, both become one, even between two pages.
  visit.lms.fails = null;
  visit.memory.came = () => {};
  await visit.passes(61_000);
  assert.equal(Object.keys(JSON.parse(visit.memory.text).answers).length, 2);
  assert.equal(visit.lms.interactions.length, 2);
  visit.learning.end();
  const next = again(visit.lms);
  next.learning.begin();
  assert.equal(next.store.all("answers").length, 2);
  assert.ok(names);
});

both("without an LMS the course goes on; one that comes later gets it all", async (version) => {
  const visit = launch(null);
  assert.equal(visit.learning.begin(), "");
  await visit.answers(0);
  await visit.passes(30_000);
  assert.deepEqual(visit.heard, ["absent"]);
  assert.equal(visit.learning.records, false);
  visit.lms = new Lms(version);
  await visit.passes(61_000);
  assert.deepEqual(visit.heard, ["absent", "back"]);
  assert.ok(visit.learning.records);
  assert.equal(visit.lms.interactions.length, 1);
});

const ENDS = {
  "whose window is closed": (visit) => (visit.place.closed = true),
  "that fails and is replaced": (visit) => (visit.lms.fails = () => "101"),
};
for (const [what, ends] of Object.entries(ENDS))
  both(`an LMS ${what} is found again`, async (version) => {
    const lms = new Lms(version);
    const visit = launch(lms);
    visit.learning.begin();
    await visit.answers(0);
    await visit.passes(3000);
    ends(visit);
    await visit.answers(1);
    await visit.passes(10_000);
    assert.deepEqual(visit.heard, ["trouble"]);
    visit.lms = new Lms(version, Object.fromEntries(lms.saved));
    visit.place = {};
    await visit.passes(61_000);
    assert.deepEqual(visit.heard, ["trouble", "back"]);
    visit.learning.end();
    assert.equal(visit.lms.interactions.length, 2);
    assert.equal(visit.store.all("answers").length, 2);
  });

both("a slow LMS is asked seldom, and the learner is told", async (version) => {
  const lms = new Lms(version);
  const visit = launch(lms);
  visit.learning.begin();
  await visit.passes(3000);
  lms.wait = (name) => {
    if (name === "save") visit.clock.now += 3000;
  };
  lms.calls.length = 0;
  for (let n = 0; n < 60; n += 1) {
    await visit.answers(n % 9, n % 2 > 0);
    await visit.passes(2000);
  }
  assert.ok(lms.count("save") >= 3 && lms.count("save") <= 6, `${lms.count("save")} times in two minutes`);
  assert.deepEqual(visit.heard, ["slow"]);
  visit.learning.end();
  assert.equal(again(lms).learning.begin(), "");
});

both("an LMS that began by itself is taken as it is", async (version) => {
  const lms = new Lms(version, { "cmi.core.student_id": "z" });
  lms.state = "open";
  lms.values = new Map(lms.saved);
  lms.fails = (name) => (name === "start" ? (version === "1.2" ? "101" : "103") : undefined);
  const visit = launch(lms);
  visit.learning.begin();
  await visit.answers(0);
  visit.learning.end();
  assert.ok(lms.saved.get(SUSPEND));
});

both("a window that comes back as it was left goes on in a new session", async (version) => {
  const lms = new Lms(version);
  const visit = launch(lms);
  visit.learning.begin();
  await visit.answers(0);
  visit.learning.end();
  await visit.answers(1);
  lms.state = "closed";
  visit.learning.reopen();
  await visit.passes(3000);
  assert.equal(lms.count("start"), 2);
  visit.learning.end();
  assert.equal(lms.count("end"), 2);
  const next = again(lms);
  next.learning.begin();
  assert.equal(next.store.all("answers").length, 2);
});

both("an attempt that came handed in from a file does not count, and the learner is told", async (version, names) => {
  const other = launch(new Lms(version));
  other.learning.begin();
  await other.finishes();
  await other.attempts(8);
  const file = other.store.export();
  const lms = new Lms(version);
  const visit = launch(lms, { clock: { now: START + 86_400_000 } });
  visit.learning.begin();
  assert.equal(visit.store.import(file), "");
  await visit.passes(3000);
  visit.learning.end();
  assert.equal(lms.saved.get(names.status), "incomplete");
  assert.equal(lms.saved.get(names.raw), undefined);
  assert.equal(lms.interactions.length, 0, "answers given elsewhere are no interactions here");
  assert.ok(visit.heard.includes("elsewhere"));
  const next = again(lms);
  next.learning.begin();
  assert.equal(next.store.all("answers").length, 12 + 8, "but lessons that were done are done");
  assert.equal(next.store.all("attempts").length, 0);
});

both("what a newer version of the course left is not written over", async (version) => {
  const lms = new Lms(version, { [SUSPEND]: "2Azeta." });
  const visit = launch(lms);
  visit.learning.begin();
  await visit.answers(0);
  visit.learning.end();
  assert.equal(lms.saved.get(SUSPEND), "2Azeta.");
  assert.equal(lms.interactions.length, 1);
  assert.deepEqual(visit.heard, ["newer"]);
});

test("a page that the package does not have is not gone to", async () => {
  for (const page of ["../../x", "https://evil.example", "", "zeta/gone"]) {
    const visit = launch(new Lms("1.2", { "cmi.core.lesson_location": page }));
    assert.equal(visit.learning.begin(), "");
  }
});

test("the API is found in parents, in the opener and in its parents, past windows that do not let us look", () => {
  const shut = (parent) => ({
    parent,
    opener: null,
    get API() {
      throw new Error("another origin");
    },
    get API_1484_11() {
      throw new Error("another origin");
    },
  });
  const top = (more = {}) => {
    const window = { opener: null, ...more };
    window.parent = window;
    return window;
  };
  const api = { API: {} };
  assert.equal(find({ parent: shut(top(api)), opener: null }, "2004").version, "1.2");
  const both = { API: {}, API_1484_11: {} };
  assert.equal(find({ parent: top(both), opener: null }, "1.2").version, "1.2");
  assert.equal(find({ parent: top(both), opener: null }, "2004").version, "2004");
  assert.ok(find(top({ opener: { parent: top(api), opener: null } }), "1.2"));
  assert.ok(find({ parent: top({ opener: top(api) }), opener: null }, "1.2"), "a frame in a window that was opened");
  assert.equal(find(top({ opener: { ...top(api), closed: true } }), "1.2"), null);
  assert.equal(find(top(), "1.2"), null);
  let deep = top(api);
  for (let level = 0; level < 10; level += 1) deep = { parent: deep, opener: null };
  assert.ok(find(deep, "1.2"));
  assert.equal(find({ parent: deep, opener: null }, "1.2"), null);
});

test("the time of a session is written as each version wants it", () => {
  assert.equal(timespan("1.2", 3_723_450), "0001:02:03.45");
  assert.equal(timespan("2004", 3_723_450), "PT1H2M3.45S");
  assert.equal(timespan("1.2", -5), "0000:00:00.00");
  assert.equal(timespan("1.2", 4e13), "9999:06:40.00");
});

test("the texts of an interaction keep to their length", () => {
  const long = "é".repeat(900);
  const given = { id: "q", right: true, at: new Date(START), about: long, language: "fr", given: long };
  for (const [, text] of interaction("2004", given)) assert.ok(text.length <= 250);
  for (const [, text] of interaction("1.2", given)) assert.ok(text.length <= 255);
});
