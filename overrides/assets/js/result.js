// The anonymous result on the page of progress: what it holds, in words, and a button that saves it.
import { download, make } from "./lib/dom.js";
import { voice } from "./lib/live.js";
import { numberOf, resultOf, write } from "./lib/result.js";
import { stepsOf } from "./lib/progress.js";
import { say } from "./lib/words.js";

export function resultBox({ store, outline, words, tell }) {
  const told = make("p", { role: "status", class: "told" });
  const speak = voice(told);
  const holds = make("ul");

  function show() {
    const { steps, answers, assessment } = resultOf(store, outline);
    const { best, attempts } = assessment;
    const number = (key) => answers.filter((answer) => answer[key]).length;
    const facts = [
      say(words.result_steps, { count: steps.length, of: stepsOf(outline).length }),
      say(words.result_answers, { count: answers.length, first: number("first"), last: number("last") }),
      best ? say(words.result_best, { ...best, attempts }) : words.result_untried,
      say(words.result_number, outline),
      words.result_not,
    ];
    holds.replaceChildren(...facts.map((fact) => make("li", {}, fact)));
  }

  function save() {
    const number = numberOf(store);
    // Four digits of the number tell one person's file from another's, and say no date.
    const name = say(words.result_name, { id: outline.id, tag: number.slice(0, 4) });
    download(name, write(store, outline, number), "application/json");
    tell();
    speak(say(words.file_saved, { name }));
  }

  document.addEventListener("course:change", show);
  store.watch(show);
  show();
  return make(
    "section",
    { class: "result" },
    make("h2", {}, words.result_title),
    make("p", {}, words.result_why),
    make("details", { class: "reason explanation" }, make("summary", {}, words.result_holds), holds),
    make("p", { class: "buttons" }, make("button", { click: save }, words.result_save)),
    told,
  );
}
