// Grading, without a page.

import { fold } from "./fold.js";

// Grade chosen options against the right ones (both arrays of indexes). `met` counts the options treated as they should
// be, of `total`; a single choice is right or not.
export function gradeChoice(chosen, rights, total) {
  const given = new Set(chosen);
  const wanted = new Set(rights);
  let met = 0;
  for (let index = 0; index < total; index += 1) if (given.has(index) === wanted.has(index)) met += 1;
  return { right: met === total, met, total };
}

// Grade a typed word: case, accents, ligatures, apostrophes and outer spaces are not what is asked.
export function gradeWord(given, wanted) {
  return { right: fold(given).trim() === fold(wanted).trim() };
}
