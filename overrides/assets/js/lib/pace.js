// How a session goes, in seconds: what each slide may take, and what is gone.

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

// The seconds that the slides before the one at `index` may take.
export const before = (timings, index) => sum(timings.slice(0, index));

// What is left for the slide at `index` when `gone` seconds are: `{ left, state }`, the state being "behind" (there is
// nothing left), "on" or "ahead" (its time has not begun yet).
export function pace(timings, index, gone) {
  const left = before(timings, index + 1) - gone;
  return { left, state: left < 0 ? "behind" : left <= timings[index] ? "on" : "ahead" };
}

// Seconds as hours, minutes and seconds: -75 is "−0:01:15".
export function clock(seconds) {
  const whole = Math.abs(Math.round(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return `${seconds <= -0.5 ? "−" : ""}${hours}:${two(minutes)}:${two(rest)}`;
}
