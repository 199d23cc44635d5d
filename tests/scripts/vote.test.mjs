import assert from "node:assert/strict";
import { test } from "node:test";
import * as timer from "../../overrides/assets/js/lib/timer.js";
import * as votes from "../../overrides/assets/js/lib/vote.js";

const counted = (...cards) => cards.reduce((vote, number, option) => votes.set(vote, option, number), votes.begin(4));

// The vote.

test("a share is of the cards raised, and its bar is as long as the share", () => {
  const results = votes.results(counted(1, 0, 2, 5));
  assert.deepEqual(
    results.map(({ percent }) => percent),
    [13, 0, 25, 63],
  );
  assert.deepEqual(
    results.map(({ bar }) => bar),
    [1 / 8, 0, 2 / 8, 5 / 8],
  );
  assert.equal(votes.total(counted(1, 0, 2, 5)), 8);
});

test("before any card is raised there is no share to tell, and no bar", () => {
  for (const { percent, bar } of votes.results(votes.begin(4))) assert.deepEqual([percent, bar], [null, 0]);
});

test("the second vote begins at nothing and leaves the first as it was, also after going back", () => {
  const second = votes.raise(votes.again(counted(3, 1, 0, 0)), 1);
  assert.deepEqual(second.rounds, [
    [3, 1, 0, 0],
    [0, 1, 0, 0],
  ]);
  assert.equal(votes.results(second, 0)[0].percent, 75);
  assert.equal(votes.results(second)[1].percent, 100);
  const first = votes.raise(votes.back(second), 3);
  assert.deepEqual(first.rounds[0], [3, 1, 0, 1]);
  assert.deepEqual(votes.again(first).rounds[1], [0, 1, 0, 0]);
});

test("a count stays between 0 and 999, however it is raised or lowered", () => {
  assert.deepEqual(votes.raise(counted(0), 0, -1).rounds[0][0], 0);
  assert.deepEqual(votes.raise(counted(999), 0).rounds[0][0], 999);
  assert.deepEqual(votes.raise(counted(998), 0).rounds[0][0], 999);
});

test("only whole numbers from 0 to 999 are counted; an empty field counts nothing", () => {
  for (const [text, number] of [
    ["12", 12],
    [" 7 ", 7],
    ["007", 7],
    ["0", 0],
    ["999", 999],
    ["", 0],
  ])
    assert.equal(votes.parse(text), number, text);
  for (const text of ["1000", "-1", "1.5", "1,5", "1e2", "douze", "+3", "٣", "0x1f", "9".repeat(400)])
    assert.equal(votes.parse(text), null, text);
});

test("where options are voted apart, a share is of the people, and more cards than people are no share", () => {
  let vote = votes.begin(3, true);
  for (const [option, cards] of [8, 4, 2].entries()) vote = votes.set(vote, option, cards);
  assert.deepEqual(
    votes.results(vote).map(({ percent }) => percent),
    [null, null, null],
  );
  assert.deepEqual(
    votes.results(vote).map(({ bar }) => bar),
    [1, 0.5, 0.25],
  );
  const ten = votes.results({ ...vote, people: 10 });
  assert.deepEqual(
    ten.map(({ percent, bar }) => [percent, bar]),
    [
      [80, 0.8],
      [40, 0.4],
      [20, 0.2],
    ],
  );
  const [first, second] = votes.results({ ...vote, people: 5 });
  assert.deepEqual([first.percent, first.bar, first.tooMany], [null, 1, true]);
  assert.deepEqual([second.percent, second.tooMany], [80, false]);
});

test("the reasons change no count, and hiding them goes back to the same round", () => {
  const vote = votes.again(counted(3, 1, 0, 0));
  const shown = votes.reason(vote, 2);
  assert.deepEqual([shown.step, shown.shown, shown.round], ["reasons", 2, 1]);
  assert.deepEqual(votes.count(shown), vote);
});

test("no change of a vote touches the vote that it was made from", () => {
  const freeze = (vote) =>
    Object.freeze({ ...vote, rounds: Object.freeze(vote.rounds.map((each) => Object.freeze(each))) });
  const vote = freeze(counted(1, 2, 3, 4));
  for (const change of [votes.raise, votes.set, votes.reason, votes.again, votes.back, votes.count])
    assert.notEqual(change(vote, 1, 5), vote);
  assert.deepEqual(vote.rounds[0], [1, 2, 3, 4]);
});

test("starting over asks only if a card was counted, in either round", () => {
  assert.equal(votes.begun(votes.begin(4)), false);
  assert.equal(votes.begun(votes.count(counted(0, 1))), true);
  assert.equal(votes.begun(votes.again(counted(0, 1))), true);
  assert.equal(votes.begun(votes.again(counted(0, 0))), false);
});

test("digits of either row raise an option, Shift lowers it, whatever the layout writes on the key", () => {
  const key = (code, more = {}) => votes.keyed({ code, key: code.slice(-1), ...more }, 4);
  assert.deepEqual(key("Digit1"), { option: 0, by: 1 });
  assert.deepEqual(key("Digit4", { key: "'" }), { option: 3, by: 1 }); // a French keyboard
  assert.deepEqual(key("Digit2", { key: "@", shiftKey: true }), { option: 1, by: -1 });
  assert.deepEqual(key("Numpad3"), { option: 2, by: 1 });
  for (const [code, more] of [
    ["Numpad3", { key: "PageDown" }], // a keypad that moves
    ["Digit5", {}], // no fifth option
    ["Digit0", {}],
    ["KeyA", {}],
    ["Digit1", { ctrlKey: true }],
    ["Digit1", { metaKey: true }],
    ["Digit1", { altKey: true }],
    ["Digit1", { repeat: true }],
  ])
    assert.equal(key(code, more), null, code);
});

test("a long question is told by its first words, cut between two of them", () => {
  assert.equal(votes.beginning("  Un   mot\nprécis? "), "Un mot précis?");
  assert.equal(votes.beginning("Hier, elle a retrouvé la clé, et puis", 30), "Hier, elle a retrouvé la clé…");
  assert.equal(votes.beginning("Hier, elle a retrouvé la clé", 26), "Hier, elle a retrouvé la…");
  assert.equal(votes.beginning("x".repeat(50), 10), `${"x".repeat(10)}…`);
});

// The timer, with a clock of our own.

test("a timer tells what remains from the time of day, however seldom one looks at it", () => {
  const five = timer.start(timer.timer(300), 1_000_000);
  assert.equal(timer.clock(timer.left(five, 1_000_000)), "05:00");
  assert.equal(timer.clock(timer.left(five, 1_000_001)), "05:00");
  assert.equal(timer.clock(timer.left(five, 1_061_000)), "03:59");
  assert.equal(timer.clock(timer.left(five, 1_299_999)), "00:01");
  assert.equal(timer.clock(timer.left(five, 1_300_000)), "00:00");
  assert.equal(timer.left(five, 9_000_000), 0); // the tab slept
  assert.ok(timer.over(five, 9_000_000) && !timer.running(five, 9_000_000));
});

test("a pause keeps what remains, and going on takes nothing away", () => {
  const paused = timer.pause(timer.start(timer.timer(60), 0), 20_000);
  assert.equal(timer.left(paused, 500_000), 40_000);
  const again = timer.start(paused, 500_000);
  assert.equal(timer.left(again, 510_000), 30_000);
  assert.equal(timer.start(again, 510_000), again); // started twice
});

test("one more minute counts at once: running, standing still, or over", () => {
  const running = timer.add(timer.start(timer.timer(60), 0), timer.MINUTE, 30_000);
  assert.equal(timer.left(running, 40_000), 80_000);
  const still = timer.add(timer.timer(60), timer.MINUTE, 5_000);
  assert.equal(timer.left(still, 50_000), 120_000);
  const over = timer.add(timer.start(timer.timer(60), 0), timer.MINUTE, 90_000);
  assert.ok(timer.running(over, 100_000));
  assert.equal(timer.left(over, 100_000), 50_000);
});

test("a timer never shows more than 99:59, even after many minutes were added", () => {
  let long = timer.timer(99 * 60);
  for (let times = 0; times < 5; times++) long = timer.add(long, timer.MINUTE, 0);
  assert.equal(timer.clock(timer.left(long, 0)), "99:59");
});

test("reset brings back the length that it had, and one that is over begins again", () => {
  const over = timer.start(timer.timer(20), 0);
  assert.equal(timer.left(timer.start(over, 60_000), 65_000), 15_000);
  const longer = timer.add(over, timer.MINUTE, 5_000);
  assert.deepEqual(timer.reset(longer), timer.timer(20));
});

test("a computer's clock that is set back gives no time", () => {
  const running = timer.start(timer.timer(60), 1_000_000);
  assert.equal(timer.left(running, 400_000), 60_000);
});

test("what is said: one minute left while that is so, and the end, each once", () => {
  assert.equal(timer.event(60_200, 59_900), "minute");
  assert.equal(timer.event(59_900, 59_700), null);
  assert.equal(timer.event(60_000, 59_900), null); // a timer of one minute has only begun
  assert.equal(timer.event(300_000, 20_000), null); // too late to say so
  assert.equal(timer.event(300_000, 0), "end");
  assert.equal(timer.event(0, 0), null);
});
