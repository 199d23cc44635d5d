// A calendar file of reminders at an hour that the learner chooses: for reviews, and for the commitment card.
import { calendar } from "./lib/calendar.js";
import { download, make } from "./lib/dom.js";
import { say } from "./lib/words.js";

// Return the part of the page that offers it. `events()` returns [{ day, title, text, url }…] once asked;
// `kind` names them in their ids.
export function reminders({ outline, words }, kind, events) {
  const id = `reminder-time-${kind}`;
  const time = make("input", { type: "time", id, value: "09:00", required: true });

  function save() {
    const stamp = new Date().toISOString();
    const whole = events().map((event) => ({
      ...event,
      // The same each time, so that a second file moves what the first one put there.
      uid: `${kind}-${event.day}@${outline.id}`,
      // A folder's address says where this device keeps its files, and is no use elsewhere.
      url: location.protocol === "file:" ? "" : event.url,
      time: time.value || "09:00",
      minutes: 5,
    }));
    const text = calendar(whole, { stamp, maker: outline.id, language: outline.language });
    download(say(words.calendar_name, outline), text, "text/calendar;charset=utf-8");
  }

  const button = make("button", { click: save }, words.calendar_save);
  return make(
    "div",
    { class: "reminders" },
    make("p", { class: "field" }, make("label", { for: id }, words.calendar_time), time),
    make("p", {}, button),
    make("p", { class: "quiet small" }, words.calendar_how),
  );
}
