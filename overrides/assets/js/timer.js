// `<room-timer data-minutes="5">`: a clock that a whole room sees. Buttons; with the focus on one, + and 0 too.
import { countdown, ownKeys, received } from "./clock.js";
import { define, make } from "./lib/dom.js";
import { clock, MINUTE } from "./lib/timer.js";

define("room-timer", (element, { words }) => {
  const minutes = Math.min(99, Math.max(1, Math.floor(Number(element.dataset.minutes)) || 5));
  if (received()) {
    element.replaceChildren(
      make("div", { class: "timer" }, make("span", { class: "timer-face" }, clock(minutes * MINUTE))),
    );
    return;
  }
  const button = (text, click, keys) => make("button", { click, "aria-keyshortcuts": keys }, text);
  const go = button(words.timer_start, () => time.toggle());
  const time = countdown(minutes * 60, words, (state) => {
    element.dataset.state = state;
    go.textContent = words[{ running: "timer_pause", paused: "timer_resume" }[state] ?? "timer_start"];
  });
  const more = button(words.timer_more, () => time.more(), "+");
  const reset = button(words.timer_reset, () => time.reset(), "0");
  go.className = "timer-go";
  const buttons = make("div", { class: "timer-buttons" }, go, more, reset, time.said);
  element.replaceChildren(make("div", { class: "timer" }, time.face, buttons));
  element.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = { "+": time.more, 0: time.reset }[event.key];
    if (!act) return;
    act();
    event.preventDefault();
    event.stopPropagation();
  });
  ownKeys(element);
});
