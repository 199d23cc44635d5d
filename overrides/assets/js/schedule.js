// The schedule of a session: one length at a time, its minutes as clock times from the hour at which one begins.
import { define, make, printOnly } from "./lib/dom.js";
import { clock, minutesOf } from "./lib/schedule.js";
import { say } from "./lib/words.js";

const START = "09:00";
const LENGTH = "60";

define("session-schedule", (element, { words }) => {
  const language = document.documentElement.lang;
  const sessions = [...element.querySelectorAll(".session")];
  const start = make("input", { type: "time", id: "session-start", value: START, required: true });
  const told = make("p", { role: "status", class: "quiet small" });
  const choice = ({ dataset: { length } }) =>
    make(
      "label",
      {},
      make("input", { type: "radio", name: "session-length", value: length, checked: length === LENGTH }),
      ` ${say(words.schedule_minutes, { count: length })}`,
    );
  const lengths = make(
    "fieldset",
    {},
    make("legend", {}, words.schedule_length),
    ...sessions.map((session) => choice(session)),
  );
  const form = make(
    "form",
    { class: "session-form", submit: (event) => event.preventDefault() },
    make("p", {}, make("label", { for: "session-start" }, words.schedule_start), " ", start),
    lengths,
    make("button", { click: () => printOnly(element) }, words.schedule_print),
  );

  function show() {
    const from = minutesOf(start.value) ?? minutesOf(START);
    const { value: length } = lengths.querySelector(":checked");
    for (const session of sessions) {
      session.hidden = session.dataset.length !== length;
      for (const cell of session.querySelectorAll(".at")) {
        cell.textContent = clock(from, Number(cell.dataset.minute), language);
      }
    }
    const [first, last] = [0, Number(length)].map((minute) => clock(from, minute, language));
    return say(words.schedule_told, { minutes: length, from: first, to: last });
  }

  let saying = 0;
  form.addEventListener("input", () => {
    const text = show();
    // A live region speaks when its text changes; an hour is typed a figure at a time.
    clearTimeout(saying);
    saying = setTimeout(() => (told.textContent = text), 400);
  });
  element.prepend(form, told);
  show();
});
