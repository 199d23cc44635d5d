// The interface's words with what goes into them, without a page.

// Fill in the {placeholders} of a text; {minutes:02} is written with two digits, as Python would.
export function say(text, values) {
  return text.replace(/\{(\w+)(?::0(\d))?\}/g, (_, name, digits) =>
    String(values[name]).padStart(Number(digits ?? 0), "0"),
  );
}

// One of two wordings, by number: `words[key]` for one, else `words[`${key}_many`]`.
export function count(words, key, number) {
  return say(words[number === 1 ? key : `${key}_many`], { count: number });
}

// The same as a language counts (zero is one in French and many in English), numbers as they are written in Canada.
export function plural(words, key, number, language, more = {}) {
  const one = new Intl.PluralRules(language).select(number) === "one";
  const { format } = new Intl.NumberFormat(`${language}-CA`);
  const written = Object.entries({ ...more, count: number }).map(([name, value]) => [name, format(value)]);
  return say(words[one ? key : `${key}_many`], Object.fromEntries(written));
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
