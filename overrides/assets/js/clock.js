// A countdown on a page, for `<room-timer>` and the clock of a vote: its face, and a sentence for those who do not see it.
import { make } from "./lib/dom.js";
import { voice } from "./lib/live.js";
import * as timer from "./lib/timer.js";
import { plural, say } from "./lib/words.js";

// Return a countdown of `seconds`: `face` and `said` are to put on the page; `toggle`, `more`, `reset` and `restart`
// move it; `changed(state)` is called when it is "ready", "running", "paused" or "over".
export function countdown(seconds, words, changed) {
  const face = make("span", { class: "timer-face", role: "timer", "aria-label": words.timer_clock });
  const said = make("span", { class: "timer-said", role: "status" });
  const language = document.documentElement.lang;
  let time = timer.timer(seconds);
  let seen = time.left;
  const tell = voice(said);
  let state, ticking;

  function stateNow(now) {
    if (timer.over(time, now)) return "over";
    if (timer.running(time, now)) return "running";
    return time.left === time.total ? "ready" : "paused";
  }

  function refresh() {
    const now = Date.now();
    const left = timer.left(time, now);
    const told = timer.event(seen, left);
    seen = left;
    const shown = timer.clock(left);
    if (face.textContent !== shown) face.textContent = shown;
    face.style.setProperty("--left", Math.min(1, left / time.total));
    if (told) tell(told === "end" ? words.timer_end : words.timer_minute_left);
    const next = stateNow(now);
    if (next === "running") ticking ??= setInterval(refresh, 200);
    else ticking = clearInterval(ticking);
    if (next !== state) {
      face.classList.toggle("over", next === "over");
      changed((state = next));
    }
  }

  function move(moved) {
    time = moved;
    seen = timer.left(time, Date.now());
    refresh();
  }

  function begin() {
    const whole = time.total / timer.SECOND;
    const told =
      whole % 60 ? plural(words, "timer_second", whole, language) : plural(words, "timer_minute", whole / 60, language);
    tell(state === "ready" || state === "over" ? say(words.timer_started, { time: told }) : "");
    move(timer.start(time, Date.now()));
  }

  document.addEventListener("visibilitychange", refresh);
  addEventListener("pageshow", refresh);
  queueMicrotask(refresh); // once whoever asked for it has it

  return {
    face,
    said,
    toggle: () => (state === "running" ? move(timer.pause(time, Date.now())) : begin()),
    more() {
      if (state === "over") tell("");
      move(timer.add(time, timer.MINUTE, Date.now()));
    },
    reset() {
      tell("");
      move(timer.reset(time));
    },
    restart(other) {
      time = timer.timer(other);
      state = "ready";
      begin();
    },
  };
}

// Keep keys that a focused control uses from moving the slides: reveal.js listens to the whole document.
export function ownKeys(element) {
  element.addEventListener("keydown", (event) => {
    const control = event.target.closest("button, input, summary, a");
    if (control && [" ", "Enter"].includes(event.key)) event.stopPropagation();
  });
}

// Whether this page is a frame of the speaker view, which shows the slides and moves nothing.
export const received = () => new URLSearchParams(location.search).has("receiver");
