import assert from "node:assert/strict";
import { test } from "node:test";
import { SECTIONS } from "../../overrides/assets/js/lib/record.js";
import { open, VERSION } from "../../overrides/assets/js/lib/store.js";
import { COURSE, Device, START } from "./device.mjs";

const HASH = "aaaaaaaa";
const given = { hash: HASH, given: [1], right: true };
const wrong = { hash: HASH, given: [0], right: false };
const ODD_IDS = ["__proto__", "constructor", "hasOwnProperty", "toString", "", "é·à", "__defineGetter__"];

const entriesOf = (store) => Object.fromEntries(SECTIONS.map((section) => [section, store.all(section)]));
const stored = (record) => ({ [COURSE]: JSON.stringify(record) });

test("an answer is kept under the course's id and found again by another page", () => {
  const device = new Device();
  device.open().store.keepAnswer("two-words", given);
  assert.deepEqual([...device.items.keys()], [COURSE]);
  const answer = device.open().store.answer("two-words", HASH);
  assert.deepEqual(answer, { ...given, tries: 1, missed: false, at: device.now(), changed: false });
});

test("tries are counted, and only the first one says whether the question was missed", () => {
  const { store } = new Device().open();
  const tell = () => (({ tries, missed, right }) => ({ tries, missed, right }))(store.answer("two-words", HASH));
  store.keepAnswer("two-words", wrong);
  assert.deepEqual(tell(), { tries: 1, missed: true, right: false });
  store.keepAnswer("two-words", given);
  assert.deepEqual(tell(), { tries: 2, missed: true, right: true });
  store.askAnew("two-words");
  assert.equal(store.answer("two-words", HASH).given, null);
  assert.deepEqual(tell(), { tries: 2, missed: true, right: true }, "it stays answered while it is asked anew");
  store.keepAnswer("two-words", given);
  assert.deepEqual(tell(), { tries: 1, missed: false, right: true });
});

test("an edited question keeps its old answer as changed, and its next answer is a first one", () => {
  const { store } = new Device().open();
  store.keepAnswer("two-words", wrong);
  store.keepAnswer("two-words", given);
  const before = store.answer("two-words", "bbbbbbbb");
  assert.deepEqual([before.changed, before.given, before.hash], [true, [1], HASH]);
  store.keepAnswer("two-words", { ...given, hash: "bbbbbbbb" });
  const after = store.answer("two-words", "bbbbbbbb");
  assert.deepEqual([after.changed, after.tries, after.missed], [false, 1, false]);
});

test("asking anew what was never answered, or was erased by another tab, makes no answer", () => {
  const device = new Device();
  const [one, other] = [device.open({ hears: false }), device.open({ hears: false })];
  one.store.askAnew("two-words");
  assert.equal(device.stored, null);
  one.store.keepAnswer("two-words", given);
  other.store.erase();
  one.store.askAnew("two-words");
  assert.equal(device.stored, null);
  assert.equal(one.store.answer("two-words", HASH), undefined);
});

test("what a page does to an entry it was given, or gave, changes nothing until it is put", () => {
  const device = new Device();
  const { store } = device.open();
  const attempt = { draw: [["two-words", HASH]], given: { "two-words": [1] }, flagged: [] };
  store.put("attempts", "a", attempt);
  attempt.flagged.push("two-words");
  store.get("attempts", "a").given["two-words"].push(3);
  store.all("attempts")[0][1].flagged.push("x");
  store.put("sheets", "a.b", { text: "x" });
  assert.deepEqual(store.get("attempts", "a").given, { "two-words": [1] });
  assert.deepEqual(device.record.attempts.a.given, { "two-words": [1] });
  assert.deepEqual(device.record.attempts.a.flagged, []);
});

for (const hears of [true, false]) {
  test(`two tabs lose nothing of each other, storage events ${hears ? "heard" : "missed"}`, () => {
    const device = new Device();
    const [one, other] = [device.open({ hears }), device.open({ hears })];
    one.store.keepAnswer("first-one", given);
    device.deliver();
    other.store.put("sheets", "a.b", { text: "Merci" });
    device.deliver();
    one.store.set("language", "en");
    const { store } = device.open();
    assert.equal(store.answer("first-one", HASH).right, true);
    assert.equal(store.get("sheets", "a.b").text, "Merci");
    assert.equal(store.setting("language"), "en");
    device.deliver();
    assert.equal(other.store.setting("language"), hears ? "en" : undefined);
  });

  test(`what a tab writes between another's look and its writing is not lost, events ${hears ? "heard" : "missed"}`, () => {
    const device = new Device();
    const [one, other] = [device.open({ hears }), device.open({ hears })];
    one.store.keepAnswer("before", given);
    device.meanwhile = () => other.store.keepAnswer("in-between", given);
    one.store.keepAnswer("after", given);
    assert.deepEqual(Object.keys(device.record.answers).sort(), ["after", "before"], "the browser lost it");
    device.deliver();
    if (!hears) other.store.put("pages", "a/b", {});
    assert.deepEqual(Object.keys(device.record.answers).sort(), ["after", "before", "in-between"]);
  });
}

test("two tabs that both begin the record at once begin one record", () => {
  const device = new Device();
  const tabs = [device.open(), device.open(), device.open()];
  device.meanwhile = () => {
    device.clock += 40;
    tabs[1].store.put("pages", "a/b", {});
    device.clock += 40;
  };
  tabs[0].store.put("pages", "a/c", {});
  device.deliver();
  assert.deepEqual(Object.keys(device.record.pages).sort(), ["a/b", "a/c"]);
  tabs[2].store.erase();
  device.deliver();
  assert.equal(device.stored, null);
  for (const { store } of tabs) assert.deepEqual(store.all("pages"), []);
});

test("other tabs are told when one has written, and only then", () => {
  const device = new Device();
  const [one, other] = [device.open(), device.open()];
  let told = 0;
  other.store.watch(() => (told += 1));
  other.store.put("choices", "a", { choice: 1 });
  assert.equal(told, 0);
  one.store.put("choices", "a", { choice: 2 });
  device.deliver();
  assert.equal(told, 1);
  assert.equal(other.store.get("choices", "a").choice, 2);
});

test("the newest answer wins though the clock went back by hours", () => {
  const device = new Device();
  const { store } = device.open();
  store.keepAnswer("two-words", wrong);
  const old = store.export();
  device.clock -= 5 * 3600_000;
  store.keepAnswer("two-words", given);
  assert.equal(store.import(old), "");
  assert.equal(store.answer("two-words", HASH).right, true);
  assert.equal(device.open().store.answer("two-words", HASH).right, true);
});

test("the page opened last is the newest, whatever the clock said when others were opened", () => {
  const device = new Device();
  const { store } = device.open();
  store.put("pages", "a/b", {});
  device.clock -= 24 * 3600_000;
  store.put("pages", "a/c", {});
  device.clock += 60_000;
  store.put("pages", "a/d", {});
  const order = store.all("pages").sort(([, one], [, other]) => (one.at < other.at ? -1 : 1));
  assert.deepEqual(
    order.map(([id]) => id),
    ["a/b", "a/c", "a/d"],
  );
});

test("what has no date, or one that is none, is older than whatever replaces it", () => {
  for (const at of ["zzz", "2999", "tomorrow", "9999-99-99T99:99:99.999Z", ""]) {
    const device = new Device(stored({ version: 2, sheets: { a: { text: "old", at } } }));
    const [one, other] = [device.open({ hears: false }), device.open({ hears: false })];
    assert.equal(one.store.get("sheets", "a").text, "old");
    one.store.put("sheets", "a", { text: "new" });
    other.store.put("sheets", "b", { text: "x" });
    assert.equal(device.record.sheets.a.text, "new", at);
  }
});

for (const [name, text, trouble] of [
  ["written by a newer version", JSON.stringify({ version: VERSION + 1, answers: { x: 1 } }), "newer"],
  ["cut off", '{"version":1,"answers"', "damaged"],
  ["a list", "[1,2]", "damaged"],
  ["a text", '"record"', "damaged"],
  ["null", "null", "damaged"],
  ["empty", "", "damaged"],
  ["without a version", '{"answers":{}}', "damaged"],
  ["of version 0", '{"version":0,"answers":{}}', "damaged"],
  ["of version -1", '{"version":-1}', "damaged"],
  ["of version 1.5", '{"version":1.5,"answers":{}}', "damaged"],
  ["of a version in words", '{"version":"constructor"}', "damaged"],
  ["a record with a list for a section", '{"version":2,"answers":[]}', "damaged"],
  ["a record with null for a section", '{"version":2,"pages":null}', "damaged"],
  ["version 1 with a list for answers", '{"version":1,"answers":[]}', "damaged"],
  ["nested too deep to be written", `{"version":2,"x":${"[".repeat(30_000)}${"]".repeat(30_000)}}`, "damaged"],
]) {
  test(`what is stored and ${name} is left as it is, and the course goes on in memory`, () => {
    const device = new Device({ [COURSE]: text });
    const { store } = device.open();
    assert.deepEqual([store.kept, store.trouble], [false, trouble]);
    store.keepAnswer("two-words", given);
    store.set("theme", "dark");
    assert.equal(store.answer("two-words", HASH).right, true);
    assert.equal(store.setting("theme"), "dark");
    const file = store.export();
    assert.equal(trouble === "newer" ? JSON.stringify(JSON.parse(file).record) : file, text);
    assert.equal(device.stored, text);
    assert.equal(store.import(file), trouble === "newer" ? "newer" : "unreadable");
    assert.equal(device.stored, text);
    assert.equal(store.erase(), "");
    assert.equal(device.stored, null);
    store.keepAnswer("two-words", given);
    assert.equal(store.kept, true);
  });
}

test("a record that becomes readable again takes in what was done meanwhile", () => {
  const device = new Device();
  const { store } = device.open();
  store.keepAnswer("before", given);
  const good = device.stored;
  device.items.set(COURSE, "{");
  store.keepAnswer("meanwhile", given);
  assert.equal(store.trouble, "damaged");
  device.items.set(COURSE, good);
  store.keepAnswer("after", given);
  assert.equal(store.trouble, "");
  assert.deepEqual(Object.keys(device.record.answers).sort(), ["after", "before", "meanwhile"]);
});

test("storage blocked from the start: nothing throws, the page remembers, and says that nothing is kept", () => {
  for (const storage of [
    () => {
      throw new DOMException("denied", "SecurityError");
    },
    () => null,
    () => undefined,
    () => ({
      getItem() {
        throw new Error("no");
      },
    }),
  ]) {
    const store = open(COURSE, storage);
    assert.deepEqual([store.kept, store.trouble], [false, "blocked"]);
    store.keepAnswer("two-words", given);
    store.askAnew("none");
    assert.equal(store.answer("two-words", HASH).tries, 1);
    assert.equal(store.import(store.export()), "");
    assert.equal(store.answer("two-words", HASH).tries, 1);
    assert.equal(store.erase(), "blocked");
    assert.equal(store.answer("two-words", HASH), undefined);
  }
});

test("storage that pretends to keep what it drops is seen through, and the page remembers", () => {
  const store = open(COURSE, () => ({ getItem: () => null, setItem() {}, removeItem() {} }));
  store.keepAnswer("first-one", given);
  assert.equal(store.trouble, "blocked");
  store.keepAnswer("second-one", given);
  assert.equal(store.answer("first-one", HASH).right, true);
});

test("storage that is blocked later: the page goes on, and writes all of it when it can again", () => {
  const device = new Device();
  const { store } = device.open();
  store.keepAnswer("before", given);
  device.blocked = true;
  store.keepAnswer("meanwhile", given);
  assert.equal(store.trouble, "blocked");
  assert.equal(store.answer("before", HASH).right, true);
  device.blocked = false;
  store.set("theme", "dark");
  assert.equal(store.trouble, "");
  assert.deepEqual(Object.keys(device.record.answers), ["before", "meanwhile"]);
});

test("storage that can be read and not written says blocked, not full", () => {
  const store = open(COURSE, () => ({
    getItem: () => null,
    setItem() {
      throw new DOMException("denied", "SecurityError");
    },
  }));
  store.keepAnswer("two-words", given);
  assert.equal(store.trouble, "blocked");
});

test("full storage keeps what it had, and gets the rest, merged with what other tabs wrote, once there is room", () => {
  const device = new Device();
  const [one, other] = [device.open({ hears: false }), device.open({ hears: false })];
  one.store.keepAnswer("before", given);
  const before = device.stored;
  device.full = true;
  one.store.keepAnswer("of-one", given);
  one.store.keepAnswer("before", wrong);
  assert.equal(one.store.trouble, "full");
  assert.equal(device.stored, before);
  device.full = false;
  device.clock += 1000;
  other.store.keepAnswer("of-other", given);
  one.changed();
  assert.equal(one.store.trouble, "");
  assert.deepEqual(Object.keys(device.record.answers).sort(), ["before", "of-one", "of-other"]);
  assert.equal(device.record.answers.before.right, false);
});

test("export, too, writes what could not be written before", () => {
  const device = new Device();
  const { store } = device.open();
  device.full = true;
  store.keepAnswer("two-words", given);
  assert.equal(JSON.parse(store.export()).record.answers["two-words"].right, true);
  device.full = false;
  store.export();
  assert.equal(device.record.answers["two-words"].right, true);
  assert.equal(store.trouble, "");
});

test("an entry that is none is neither taken for one nor thrown away, and unknown keys and sections stay", () => {
  const odd = {
    bad: 3,
    odd: { hash: HASH, right: true },
    list: [1],
    no: null,
    worse: { ...given, given: [{}], at: "x" },
  };
  const record = { version: VERSION, answers: odd, notes: { a: { at: "x", n: 1 }, b: 2 }, extra: 1, none: null };
  const device = new Device(stored(record));
  const [one, other] = [device.open(), device.open()];
  for (const id of Object.keys(odd)) assert.equal(one.store.answer(id, HASH), undefined);
  assert.deepEqual(one.store.all("answers"), []);
  one.store.keepAnswer("two-words", given);
  assert.equal(other.store.import(one.store.export()), "");
  other.store.keepAnswer("third-one", given);
  const { answers, notes, extra, none } = device.record;
  assert.deepEqual({ ...answers, "two-words": 1, "third-one": 1 }, { ...odd, "two-words": 1, "third-one": 1 });
  assert.deepEqual({ notes, extra, none }, { notes: record.notes, extra: 1, none: null });
});

test("ids that every object has are ids like others", () => {
  const device = new Device();
  const [one, other] = [device.open(), device.open({ hears: false })];
  for (const id of ODD_IDS) {
    for (const section of SECTIONS) assert.equal(one.store.get(section, id), undefined, `${section} ${id}`);
    assert.equal(one.store.answer(id, HASH), undefined);
    one.store.keepAnswer(id, given);
    other.store.put("sheets", id, { text: id });
  }
  one.changed();
  assert.equal(device.open().store.import(one.store.export()), "");
  for (const id of ODD_IDS) {
    assert.deepEqual(one.store.answer(id, HASH).tries, 1);
    assert.equal(device.open().store.get("sheets", id).text, id);
  }
  assert.equal(one.store.all("answers").length, ODD_IDS.length);
  assert.equal({}.text, undefined, "no object was changed for all");
});

test("an import that is refused says why and changes nothing", () => {
  const device = new Device();
  const { store } = device.open();
  store.keepAnswer("two-words", given);
  const file = JSON.parse(store.export());
  const deep = `${"[".repeat(30_000)}${"]".repeat(30_000)}`;
  const before = [device.stored, entriesOf(store)];
  for (const [text, reason] of [
    ["", "unreadable"],
    ["null", "unreadable"],
    ["3", "unreadable"],
    ['"text"', "unreadable"],
    ["[]", "unreadable"],
    ["{}", "unreadable"],
    [JSON.stringify(file).slice(0, -9), "unreadable"],
    [JSON.stringify({ ...file, format: "other" }), "unreadable"],
    [JSON.stringify({ ...file, record: undefined }), "unreadable"],
    [JSON.stringify({ ...file, record: null }), "unreadable"],
    [JSON.stringify({ ...file, record: [] }), "unreadable"],
    [JSON.stringify({ ...file, record: { ...file.record, answers: [1] } }), "unreadable"],
    [JSON.stringify({ ...file, record: { ...file.record, version: undefined } }), "unreadable"],
    [JSON.stringify({ ...file, record: { version: 1, answers: 4 } }), "unreadable"],
    [JSON.stringify({ ...file, record: 0 }).replace('"record":0', `"record":{"version":2,"x":${deep}}`), "unreadable"],
    [JSON.stringify({ ...file, course: "other-course" }), "other"],
    [JSON.stringify({ ...file, record: { ...file.record, version: VERSION + 1 } }), "newer"],
  ]) {
    assert.equal(store.import(text), reason, text.slice(0, 80));
    assert.deepEqual([device.stored, entriesOf(store)], before);
    assert.equal(store.trouble, "");
  }
});

test("a file of a newer version can be taken out, and taken in by that version", () => {
  const record = { version: VERSION + 1, answers: { x: { wording: 5 } } };
  const file = JSON.parse(new Device(stored(record)).open().store.export());
  assert.deepEqual([file.format, file.course, file.record], ["course-record", COURSE, record]);
});

test("a record of version 1 is read, taken in and written on with nothing lost", () => {
  const record = { version: 1, answers: { a: { ...given, tries: 2, at: "2026-01-02T03:04:05.678Z" } }, language: "en" };
  const device = new Device(stored(record));
  const { store } = device.open();
  assert.deepEqual(store.answer("a", HASH), { ...record.answers.a, missed: true, changed: false });
  assert.equal(store.setting("language"), "en");
  assert.equal(device.stored, JSON.stringify(record), "reading writes nothing");
  store.keepAnswer("b", given);
  assert.deepEqual(Object.keys(device.record.answers), ["a", "b"]);
  const file = JSON.stringify({ format: "course-record", course: COURSE, record });
  const other = new Device().open().store;
  assert.equal(other.import(file), "");
  assert.equal(other.answer("a", HASH).missed, true);
});

test("erasing takes everything of this course and nothing of another's", () => {
  const device = new Device({ "course:x": "1", "course-2": "2", cours: "3", course2: "4" });
  const { store } = device.open();
  for (const section of SECTIONS) store.put(section, "a", { value: "x", text: "x", choice: 1 });
  assert.equal(store.erase(), "");
  assert.deepEqual([...device.items.keys()], ["course:x", "course-2", "cours", "course2"]);
  for (const section of SECTIONS) assert.deepEqual(store.all(section), []);
  assert.equal(device.open().store.setting("a"), undefined);
});

for (const hears of [true, false]) {
  for (const again of [true, false]) {
    for (const full of [true, false]) {
      const when = `${again ? "begun anew meanwhile" : "gone"}, ${full ? "with what it could not write" : "all written"}`;
      test(`another tab does not bring back what was erased: ${hears ? "told" : "not told"}, ${when}`, () => {
        const device = new Device();
        const [one, other] = [device.open(), device.open({ hears })];
        one.store.keepAnswer("before", given);
        device.deliver();
        other.store.keepAnswer("of-other", given);
        device.full = full;
        other.store.keepAnswer("unsaved", given);
        device.full = false;
        device.clock += 60_000;
        one.store.erase();
        if (again) one.store.set("theme", "dark");
        device.deliver();
        other.store.put("sheets", "a.b", { text: "new" });
        device.deliver();
        other.changed();
        one.changed();
        const { store } = device.open();
        assert.deepEqual(store.all("answers"), []);
        assert.deepEqual(other.store.all("answers"), []);
        assert.equal(store.get("sheets", "a.b").text, "new");
        assert.equal(store.setting("theme"), again ? "dark" : undefined);
      });
    }
  }
}

for (const again of [true, false]) {
  test(`a tab that is writing while another erases does not bring it back${again ? ", whatever is written next" : ""}`, () => {
    const device = new Device();
    const [one, other] = [device.open(), device.open()];
    one.store.keepAnswer("before", given);
    device.deliver();
    device.clock += 60_000;
    device.meanwhile = () => {
      one.store.erase();
      if (again) one.store.set("theme", "dark");
    };
    other.store.keepAnswer("at-once", given);
    assert.deepEqual(Object.keys(device.record.answers), ["before", "at-once"], "the browser brought it back");
    device.deliver();
    for (const { store } of [one, other, device.open()]) {
      assert.deepEqual(store.all("answers"), []);
      assert.equal(store.setting("theme"), again ? "dark" : undefined);
    }
    assert.equal(device.stored === null, !again);
  });
}

test("what was brought back long ago has been worked with since, and stays", () => {
  const device = new Device();
  const [one, other] = [device.open({ hears: false }), device.open()];
  one.store.keepAnswer("before", given);
  other.changed();
  device.meanwhile = () => one.store.erase();
  other.store.keepAnswer("at-once", given);
  device.clock += 60_000;
  other.store.keepAnswer("later", given);
  one.changed();
  assert.deepEqual(Object.keys(device.record.answers), ["before", "at-once", "later"]);
});

test("a record from before, erased and begun anew, is not brought back either", () => {
  const record = { version: 1, answers: { a: { ...given, tries: 1 } } };
  const device = new Device(stored(record));
  const [one, other] = [device.open({ hears: false }), device.open({ hears: false })];
  other.store.set("language", "en");
  one.store.erase();
  one.store.set("theme", "dark");
  other.store.keepAnswer("b", given);
  assert.deepEqual(Object.keys(device.record.answers), ["b"]);
  assert.deepEqual(Object.keys(device.record.settings), ["theme"]);
});

test("a file taken in does not make other tabs believe that the record was erased", () => {
  const [here, there] = [new Device(), new Device()];
  there.clock += 3600_000;
  const tab = there.open();
  tab.store.keepAnswer("there", given);
  const file = JSON.parse(tab.store.export());
  const raw = JSON.stringify({ ...file, record: there.record });
  const [one, other] = [here.open({ hears: false }), here.open({ hears: false })];
  one.store.keepAnswer("here", given);
  other.changed();
  here.full = true;
  other.store.keepAnswer("unsaved", given);
  here.full = false;
  here.clock += 60_000;
  assert.equal(one.store.import(raw), "");
  other.changed();
  assert.deepEqual(Object.keys(here.record.answers).sort(), ["here", "there", "unsaved"]);
});

test("what was erased comes back from a file, on purpose", () => {
  const device = new Device();
  const { store } = device.open();
  store.keepAnswer("two-words", given);
  const file = store.export();
  store.erase();
  assert.equal(store.import(file), "");
  assert.equal(device.open().store.answer("two-words", HASH).right, true);
});

for (const [name, spoil] of [
  ["blocked", (device) => (device.blocked = true)],
  ["damaged", (device) => device.items.set(COURSE, "{")],
]) {
  test(`what is done after an erasing that could not be seen, storage being ${name}, is kept; what came before is not`, () => {
    const device = new Device();
    const [one, other] = [device.open({ hears: false }), device.open({ hears: false })];
    one.store.keepAnswer("before", given);
    other.changed();
    one.store.erase();
    device.clock += 60_000;
    one.store.set("theme", "dark");
    const anew = device.stored;
    spoil(device);
    other.store.put("sheets", "a.b", { text: "after" });
    other.store.import(
      JSON.stringify({ ...JSON.parse(new Device().open().store.export()), record: { version: 2, notes: { a: 1 } } }),
    );
    device.blocked = false;
    device.items.set(COURSE, anew);
    other.changed();
    const { answers, sheets, settings, notes } = device.record;
    assert.deepEqual([Object.keys(answers), sheets["a.b"].text, settings.theme.value], [[], "after", "dark"]);
    assert.deepEqual(notes, { a: 1 });
  });
}

test("a file tells nothing of where the record was begun", () => {
  const { store } = new Device().open();
  store.keepAnswer("two-words", given);
  const { record } = JSON.parse(store.export());
  assert.deepEqual(Object.keys(record).sort(), ["version", ...SECTIONS].sort());
});

test("an erasing that storage refuses says so, and forgets what the page held", () => {
  const device = new Device();
  const { store } = device.open();
  store.keepAnswer("two-words", given);
  device.blocked = true;
  assert.equal(store.erase(), "blocked");
  assert.deepEqual(store.all("answers"), []);
  device.blocked = false;
  assert.equal(device.record.answers["two-words"].right, true);
});

test("a submitted attempt stays submitted, whatever another device does with its draft", () => {
  const [here, there] = [new Device(), new Device()];
  const [one, other] = [here.open().store, there.open().store];
  const draft = { draw: [["a", HASH]], given: {}, flagged: [], submitted: null };
  one.put("attempts", "x", draft);
  other.import(one.export());
  one.put("attempts", "x", { ...draft, submitted: here.now(), passed: true, score: 30, of: 36 });
  there.clock += 3600_000;
  other.put("attempts", "x", { ...draft, flagged: ["a"] });
  one.import(other.export());
  other.import(one.export());
  for (const store of [one, other]) assert.equal(store.get("attempts", "x").passed, true);
});

test("size counts the entries and the bytes of it all", () => {
  const { store } = new Device().open();
  const empty = store.size;
  assert.deepEqual(
    SECTIONS.map((section) => empty[section]),
    SECTIONS.map(() => 0),
  );
  store.put("sheets", "a.b", { text: "é".repeat(1000) });
  assert.equal(store.size.sheets, 1);
  assert.ok(store.size.bytes - empty.bytes > 2000);
});

test("dates are real ones by default", () => {
  const before = Date.now();
  const store = open(COURSE, () => null);
  store.keepAnswer("two-words", given);
  const at = Date.parse(store.answer("two-words", HASH).at);
  assert.ok(at >= before && at <= Date.now() && START > 0);
});
