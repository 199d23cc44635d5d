// A calendar file of reminders at an hour that the learner chooses: for reviews, and for the commitment card.
import { calendar } from "./lib/calendar.js";
import { download, make } from "./lib/dom.js";
import { say } from "./lib/words.js";

// Return the part of the page that offers it. `events` are { day, title, text, url }; `kind` names them in their ids.
export function reminders({ outline, words }, kind, events) {
  const id = `reminder-time-${kind}`;
  const time = make("input", { type: "time", id, value: "09:00", required: true });

  function save() {
    const stamp = new Date().toISOString();
    const whole = events.map((event) => ({
      ...event,
      uid: `${outline.id}-${kind}-${event.day}-${stamp.replace(/\D/g, "")}@${outline.id}`,
      time: time.value || "09:00",
      minutes: 5,
    }));
    const text = calendar(whole, { stamp, maker: outline.id, language: outline.language });
    download(say(words.calendar_name, outline), text, "text/calendar;charset=utf-8");
  }

  const button = make("button", { type: "button", click: save }, words.calendar_save);
  return make(
    "div",
    { class: "reminders" },
    make("p", { class: "field" }, make("label", { for: id }, words.calendar_time), time),
    make("p", {}, button),
    make("p", { class: "quiet small" }, words.calendar_how),
  );
}
