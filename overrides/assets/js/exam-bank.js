// The bank as the page holds it: what is asked, what is right, under which title; and copies of its questions to show.
import { make } from "./lib/dom.js";
import { nameReasons, optionsOf, rightsIn } from "./lib/options.js";
import { say } from "./lib/words.js";

export function readBank(element, { outline, words }) {
  const found = new Map();
  const titles = new Map(); // question id → its theme's title
  let title = "";
  for (const child of element.children) {
    if (child.matches("h2")) title = child.textContent;
    if (!child.matches(".question") || child.dataset.kind === "blank") continue; // an answer sheet has boxes only
    found.set(child.dataset.question, child);
    titles.set(child.dataset.question, title);
  }
  const bank = outline.bank.filter(({ id }) => found.has(id));
  const titleOf = (theme) => titles.get(bank.find((question) => question.theme === theme)?.id) ?? "";
  const rights = Object.fromEntries(
    [...found].map(([id, question]) => [id, [rightsIn(question), optionsOf(question).length]]),
  );

  // A fresh copy of a question; as the `i`th of `n`, a heading that can take the focus says so.
  function copy(id, i, n) {
    const question = found.get(id).cloneNode(true);
    nameReasons(question);
    if (!i) {
      question.querySelector("h3").remove(); // its number in the bank means nothing here
      return question;
    }
    const heading = question.querySelector("h3");
    heading.textContent = say(words.exam_question, { i, n });
    heading.tabIndex = -1;
    question.querySelector(".actions").remove();
    question.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    return question;
  }

  return {
    bank,
    rights,
    copy,
    titleOf,
    has: (id) => found.has(id),
    themeOf: (id) => bank.find((question) => question.id === id)?.theme,
  };
}

// Put elements, each with its question's id, under the titles of their themes: one section a theme, in the order given.
// `entitle(title, ids)` says more in a title.
export function byTheme(elements, exam, entitle = (title) => title) {
  const sections = new Map();
  for (const [id, element] of elements) {
    const theme = exam.themeOf(id) ?? "";
    sections.set(theme, [...(sections.get(theme) ?? []), [id, element]]);
  }
  return [...sections].map(([theme, inside]) => {
    const title = exam.titleOf(theme);
    const ids = inside.map(([id]) => id);
    const heading = title ? make("h2", {}, entitle(title, ids)) : null;
    return make("section", { class: "exam-theme" }, heading, ...inside.map(([, element]) => element));
  });
}
