// Calendar files (RFC 5545), without a page. Times are "floating" (form 1 of section 3.3.5): nine o'clock is nine
// o'clock wherever the learner is that day, whatever the time zone or daylight saving.

const bytes = new TextEncoder();

// Escape a text value (section 3.3.11). Whatever some reader takes for the end of a line is one; other control
// characters are not allowed.
const escaped = (text) =>
  text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|[\n\v\f\r\x85\u2028\u2029]/g, "\\n")
    .replace(/(?!\t)\p{Cc}/gu, "");

// Fold a line at 75 octets without cutting a character (section 3.1).
export function fold(line) {
  const lines = [];
  let current = "";
  for (const character of line) {
    if (bytes.encode(current + character).length > 75) {
      lines.push(current);
      current = " ";
    }
    current += character;
  }
  return [...lines, current].join("\r\n");
}

const plain = (iso) => iso.replace(/[-:]|\.\d+/g, "");

// The time of a day as a field of a form gives it ("9:05", "09:05", "09:05:00"), or nine o'clock where it was left
// empty.
function clock(time) {
  const [, hour, minute] = /^(\d\d?):(\d\d)/.exec(time) ?? ["", "9", "00"];
  return `${hour.padStart(2, "0")}${minute}00`;
}

// An address as a calendar takes it: whole, in ASCII; "" for what is none.
function address(url) {
  try {
    return new URL(url).href;
  } catch {
    return "";
  }
}

// Return a calendar's text. `events`: [{ uid, day: "2026-11-24", time: "09:00", minutes, title, text, url }…], `text`
// and `url` if there are any; `stamp` is the ISO date of making it; `maker` names the program that did. Of two events
// with one `uid` a calendar would keep the last, so the second gets another.
export function calendar(events, { stamp, maker, language }) {
  const taken = new Set();
  const lines = events.flatMap(({ uid, day, time, minutes, title, text, url }) => {
    let name = uid;
    for (let times = 2; taken.has(name); times += 1) name = `${times}-${uid}`;
    taken.add(name);
    return [
      "BEGIN:VEVENT",
      `UID:${escaped(name)}`,
      `DTSTAMP:${plain(stamp)}`,
      `DTSTART:${plain(day)}T${clock(time)}`,
      `DURATION:PT${Math.round(minutes)}M`,
      `SUMMARY;LANGUAGE=${language}:${escaped(title)}`,
      ...(text ? [`DESCRIPTION;LANGUAGE=${language}:${escaped(text)}`] : []),
      ...(address(url) ? [`URL:${address(url)}`] : []),
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(title)}`,
      "TRIGGER:PT0M",
      "END:VALARM",
      "END:VEVENT",
    ];
  });
  const program = `PRODID:-//${escaped(maker)}//${language.toUpperCase()}`;
  const whole = ["BEGIN:VCALENDAR", "VERSION:2.0", program, "CALSCALE:GREGORIAN", ...lines];
  return [...whole, "END:VCALENDAR", ""].map(fold).join("\r\n");
}
