// A vote by raised cards, without a page. Each function returns a new vote and leaves the one that it got alone.

export const MOST = 999; // cards that an option can have
export const LETTERS = "ABCDEFGH";

// Return a vote on so many options that has not begun. `round` is 0, then 1 for the second vote; `people` are those in
// the room, who matter where several options may be right; `shown` is the option whose reason is shown.
export function begin(options, multiple = false) {
  const none = Array(options).fill(0);
  return { step: "question", multiple, round: 0, rounds: [none, none], people: null, shown: null };
}

// Return the whole number that a text stands for, or null if it is none or is out of bounds. An empty field is nothing
// counted.
export function parse(text, most = MOST) {
  const number = /^\s*\d*\s*$/.test(text) ? Number(text) : NaN;
  return number <= most ? number : null;
}

// Begin to count, or go back to counting from the reasons.
export function count(vote) {
  return { ...vote, step: "count", shown: null };
}

// Count again, from nothing, beside what was counted first; back and again loses nothing.
export function again(vote) {
  return { ...count(vote), round: 1 };
}

export function back(vote) {
  return { ...count(vote), round: 0 };
}

// Show the reason of an option.
export function reason(vote, option) {
  return { ...vote, step: "reasons", shown: option };
}

// Say how many cards an option has in the round that is being counted.
export function set(vote, option, cards) {
  const rounds = vote.rounds.map((counts, round) =>
    round === vote.round ? counts.map((before, each) => (each === option ? cards : before)) : counts,
  );
  return { ...vote, rounds };
}

// Add cards to an option, or take some away, within bounds.
export function raise(vote, option, by = 1) {
  const cards = vote.rounds[vote.round][option] + by;
  return set(vote, option, Math.min(MOST, Math.max(0, cards)));
}

export function total(vote, round = vote.round) {
  return vote.rounds[round].reduce((sum, cards) => sum + cards, 0);
}

// Whether anything would be lost by starting over.
export function begun(vote) {
  return total(vote, 0) + total(vote, 1) > 0;
}

// Return `{ cards, percent, bar, tooMany }` of each option in a round. `percent` is a whole number: of the cards, or of
// the people where options are voted apart; null if there is nothing to take a part of. `bar` is from 0 to 1.
export function results(vote, round = vote.round) {
  const counts = vote.rounds[round];
  const whole = vote.multiple ? vote.people : total(vote, round);
  // Without the number of people, bars compare options with the one that has most cards in either round.
  const scale = vote.multiple ? vote.people || Math.max(...vote.rounds.flat()) : whole;
  return counts.map((cards) => {
    const tooMany = Boolean(vote.multiple && whole && cards > whole);
    const percent = whole && !tooMany ? Math.round((100 * cards) / whole) : null;
    return { cards, percent, bar: scale ? Math.min(1, cards / scale) : 0, tooMany };
  });
}

// Return what a key means: `{ option, by }`, or null. Digits of either row, wherever the layout puts their signs (on
// some keyboards they need Shift); Shift takes a card away. A key that is held down counts once.
export function keyed({ code, key, shiftKey, altKey, ctrlKey, metaKey, repeat }, options) {
  if (altKey || ctrlKey || metaKey || repeat) return null;
  const [, pad, digit] = /^(Digit|Numpad)([1-8])$/.exec(code ?? "") ?? [];
  if (!digit || digit > options) return null;
  if (pad === "Numpad" && key !== digit) return null; // an arrow, Home, End
  return { option: digit - 1, by: shiftKey ? -1 : 1 };
}

// Return the first words of a text, as many as fit in `length` characters.
export function beginning(text, length = 90) {
  const words = text.trim().replace(/\s+/g, " ");
  if (words.length <= length) return words;
  const cut = words.lastIndexOf(" ", length);
  return `${words.slice(0, cut > 0 ? cut : length).replace(/[\s,;:.–—-]+$/u, "")}…`;
}
