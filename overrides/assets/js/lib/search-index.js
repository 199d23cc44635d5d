// The course's search, without a page: MiniSearch over the sections that the build wrote, folded for French.

import MiniSearch from "minisearch";
import { fold } from "./fold.js";

const WORDS = /[^\p{L}\p{N}]+/u;

// Words too common to find anything by, in either language, folded.
const COMMON = new Set(
  "au aux ce ces cette dans de des du elle en est et eux il ils je la le les leur lui ma mais me mes moi ne nos notre nous on ou par pas pour qu que qui sa se ses son sur ta te tes toi ton tu un une vos votre vous l d c j m n s t y a an and are as at be but by for if in into is it no not of or such that the their then there these they this to was will with".split(
    " ",
  ),
);

// Build a search over sections `{ u: address, t: page title, h: heading, b: text }`.
export function build(sections) {
  const index = new MiniSearch({
    fields: ["h", "t", "b"],
    idField: "id",
    tokenize: (text) => fold(text).split(WORDS),
    processTerm: (term) => (term && !COMMON.has(term) ? term : null),
    searchOptions: {
      boost: { h: 4, t: 3 },
      prefix: (term) => term.length > 2,
      fuzzy: (term) => (term.length > 4 ? 0.2 : 0),
      combineWith: "AND",
    },
  });
  index.addAll(sections.map((section, id) => ({ ...section, id })));
  // Returns how many sections match, and the `most` best of them with an excerpt.
  return (query, most = 20) => {
    const found = index.search(query);
    const best = found
      .slice(0, most)
      .map(({ id, terms }) => ({ ...sections[id], excerpt: excerpt(sections[id].b, terms) }));
    return { total: found.length, best };
  };
}

// Cut a text around its first found term: `[before, found, after]`.
export function excerpt(text, terms, around = 70) {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const hit = words.find((word) => terms.includes(fold(word[0])));
  if (!hit) return [text.length > 2 * around ? `${text.slice(0, 2 * around).trimEnd()}…` : text, "", ""];
  const end = hit.index + hit[0].length;
  const from = words.find((word) => word.index >= hit.index - around)?.index ?? hit.index;
  const last = words.filter((word) => word.index + word[0].length <= end + around).at(-1) ?? hit;
  const to = Math.max(end, last.index + last[0].length);
  return [
    (from > 0 ? "… " : "") + text.slice(from, hit.index),
    text.slice(hit.index, end),
    text.slice(end, to) + (to < text.length ? "…" : ""),
  ];
}
