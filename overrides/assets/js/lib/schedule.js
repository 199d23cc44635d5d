// When the parts of a session begin, without a page.

const DAY = 24 * 60;
const FORM = { hour: "numeric", minute: "2-digit", timeZone: "UTC" };
const forms = {}; // a form for each language, made once: making one takes longer than all that it writes

// Minutes since midnight of a time such as "09:30", or null for what is none.
export function minutesOf(time) {
  const match = /^(\d{1,2}):(\d{2})$/.exec(time ?? "");
  if (!match) return null;
  const [hours, minutes] = match.slice(1).map(Number);
  return hours < 24 && minutes < 60 ? 60 * hours + minutes : null;
}

// The time of day `minute` minutes after `start` (minutes since midnight), in the words of the page's language: 9 h 05,
// 9:05 a.m. A session may go on after midnight.
export function clock(start, minute, language) {
  const at = (start + minute) % DAY;
  // As UTC: a day on which the clocks change has no hour twice here.
  const day = new Date(Date.UTC(2026, 0, 5, Math.floor(at / 60), at % 60));
  forms[language] ??= new Intl.DateTimeFormat(`${language}-CA`, FORM);
  return forms[language].format(day).replace(/\s/g, "\u00a0");
}
