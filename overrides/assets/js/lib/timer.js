// A clock that counts down, without a page: times are milliseconds, `now` is what Date.now() says. Between two looks at
// it nothing has to run, so that a tab that slept wakes up with the right time.

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
const LONGEST = 99 * MINUTE + 59 * SECOND; // that mm:ss can show
const LATE = 5 * SECOND; // after which it is no longer true that one minute is left

// Return a clock that stands at its beginning: `left` is what remained when it last stood still, `since` when it was
// started again (null while it stands still).
export function timer(seconds) {
  const total = Math.min(seconds * SECOND, LONGEST);
  return { total, left: total, since: null };
}

// Return how much remains, never less than nothing nor more than what it stood at (a computer's clock may be set back).
export function left({ left, since }, now) {
  return since === null ? left : Math.min(left, Math.max(0, left - (now - since)));
}

export function running(timer, now) {
  return timer.since !== null && left(timer, now) > 0;
}

export function over(timer, now) {
  return left(timer, now) === 0;
}

// Start it, or go on; one that is over begins again.
export function start(timer, now) {
  if (running(timer, now)) return timer;
  return { ...timer, left: left(timer, now) || timer.total, since: now };
}

export function pause(timer, now) {
  return { ...timer, left: left(timer, now), since: null };
}

// Give it more time; one that runs or is over runs on, one that stands still waits.
export function add(timer, milliseconds, now) {
  const goes = running(timer, now) || over(timer, now);
  return { ...timer, left: Math.min(left(timer, now) + milliseconds, LONGEST), since: goes ? now : null };
}

export function reset(timer) {
  return { ...timer, left: timer.total, since: null };
}

// Return time as mm:ss. A second that has begun still counts: 00:00 is shown at the end and not before.
export function clock(milliseconds) {
  const seconds = Math.ceil(milliseconds / SECOND);
  const two = (number) => String(number).padStart(2, "0");
  return `${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`;
}

// Return what is worth saying when what remains has gone from `before` to `after`: "end", "minute" or nothing.
export function event(before, after) {
  if (before > 0 && after === 0) return "end";
  return before > MINUTE && after <= MINUTE && after > MINUTE - LATE ? "minute" : null;
}
