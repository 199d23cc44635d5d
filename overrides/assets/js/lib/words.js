// The interface's words with what goes into them, without a page.

// Fill in the {placeholders} of a text; {minutes:02} is written with two digits, as Python would.
export function say(text, values) {
  return text.replace(/\{(\w+)(?::0(\d))?\}/g, (_, name, digits) =>
    String(values[name]).padStart(Number(digits ?? 0), "0"),
  );
}

// A number as it is written in Canada.
export const inFigures = (number, language) => number.toLocaleString(`${language}-CA`);

// One of two wordings, by number: `words[key]` for what the language says as one thing (zero is, in French), else
// `words[`${key}_many`]`. `more` is what else the wording holds.
export function plural(words, key, number, language, more) {
  const one = new Intl.PluralRules(language).select(number) === "one";
  return say(words[one ? key : `${key}_many`], { ...more, count: inFigures(number, language) });
}

// Minutes in words: hours and minutes from an hour on.
export function duration(words, minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return say(words.minutes, { count: minutes });
  return rest ? say(words.hours, { hours, minutes: rest }) : say(words.hours_even, { hours });
}

// A date in words, in the page's language as it is written in Canada. A day ("2026-11-22") is that day everywhere.
export function inWords(date, language) {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? new Date(`${date}T12:00:00`) : new Date(date);
  if (Number.isNaN(day.getTime())) return ""; // a record may hold any text
  const said = new Intl.DateTimeFormat(`${language}-CA`, { dateStyle: "long" }).format(day);
  return language === "fr" ? said.replace(/^1 /, "1er ").replace(/ /g, "\u00a0") : said.replace(/ /g, "\u00a0");
}
