// What awaits a learner who begins: how many questions of what, how long, what passes, and what this is not.
import { make } from "./lib/dom.js";
import { say } from "./lib/words.js";
import { makeup, needed } from "./lib/draw.js";
import { passed, stepsOf } from "./lib/progress.js";

// `again`: an attempt was handed in already, and what it was like is known.
export function startPanel(exam, { store, outline, words, base }, begin, again = false) {
  const parts = makeup(exam.bank, outline.required).filter(({ count }) => count);
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  const heading = make("h2", { id: "exam-start", tabindex: "-1" }, words[again ? "exam_again" : "exam_awaits"]);
  const panel = make("section", { class: "block exam-start", "aria-labelledby": "exam-start" }, heading);
  if (!count) {
    panel.append(make("p", {}, words.exam_none));
    return panel;
  }

  const open = parts.reduce((sum, part) => sum + part.open, 0);
  const even = parts.every((part) => part.count === parts[0].count) && parts.length > 1;
  const share = even
    ? say(words.exam_each, { each: parts[0].count })
    : parts.map((part) => `${exam.titleOf(part.theme)} (${part.count})`).join(", ");
  const { minutes } = stepsOf(outline).find((step) => step.kind === "assessment");
  const facts = [
    say(words.exam_drawn, { count, n: open, share }) + (open < exam.bank.length ? ` ${words.exam_path}` : ""),
    say(words.exam_minutes, { minutes }) + (store.kept ? ` ${words.exam_kept}` : ""),
    words.exam_once,
    say(words.exam_pass, { needed: needed(count, outline.mastery), of: count, mastery: outline.mastery }),
    words.exam_tries,
    words.exam_open,
  ];
  const kept = again ? [facts[0], words.exam_fresh] : facts;
  panel.append(make("ul", {}, ...kept.map((fact) => make("li", {}, fact))));
  if (!store.kept) panel.append(make("p", { class: "trouble" }, words.exam_unkept));

  const best = passed(store);
  if (best) {
    const certificate = make("a", { href: `${base}progress/certificate.html` }, words.exam_certificate);
    panel.append(make("p", {}, say(words.exam_best, best), " ", certificate));
  }
  panel.append(
    make(
      "p",
      { class: "exam-do" },
      make("button", { class: "button", click: begin }, words[again ? "exam_begin_again" : "exam_begin"]),
      make("a", { href: `${base}progress/index.html` }, words.exam_progress),
    ),
  );
  return panel;
}
