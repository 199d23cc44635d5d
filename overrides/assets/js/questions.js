// Answers, announces, retries and remembers. The markup is partials/question.html; without this script each reason opens
// by itself. Arrows move, Enter submits, nothing locks. A question that the address names (#q-…) is asked anew.

import { chosenIn, controlsOf, nameReasons, rightsIn } from "./lib/options.js";
import { afterPaint, make } from "./lib/dom.js";
import { gradeChoice, gradeWord } from "./lib/grade.js";
import { voice } from "./lib/live.js";
import { say } from "./lib/words.js";

export function questions(course) {
  for (const element of document.querySelectorAll(".question")) {
    if (!element.closest("course-assessment")) ask(element, course);
  }
}

// Bring one question to life.
export function ask(element, { store, words, tell }) {
  const { question: id, hash, kind } = element.dataset;
  const form = element.querySelector("form");
  const told = element.querySelector(".told");
  const speak = voice(told);
  const again = element.querySelector("button[type=reset]");
  const controls = controlsOf(element);
  // Each reason with the control that it is about; none for the question's own.
  const reasons = [...element.querySelectorAll("details.reason")].map((reason) => [
    reason,
    reason.closest(".option")?.querySelector("input"),
  ]);
  const asked = element.closest(".recall");
  // The address asks it anew: its next answer is a first one. Opening the page alone changes nothing of the record.
  let anew = !asked && location.hash === `#${element.id}`;

  element.classList.add("live");
  element.querySelector(".actions").hidden = false;
  element.querySelector("button[type=submit]").disabled = false;
  clear();

  // The answer as it is stored: the indexes chosen, or the word typed.
  function given() {
    if (kind === "blank") return controls[0].value.trim();
    return chosenIn(element);
  }

  function grade(answer) {
    if (kind === "blank") return gradeWord(answer, controls[0].dataset.answer);
    return gradeChoice(answer, rightsIn(element), controls.length);
  }

  // Take the verdict back: it is not about what is chosen now.
  function unsay() {
    element.classList.remove("right", "again");
    told.replaceChildren();
  }

  // Hide what answering will show; nothing of the learner's is touched.
  function clear() {
    for (const [reason, control] of reasons) {
      reason.hidden = true;
      reason.open = false;
      control?.removeAttribute("aria-describedby");
      control?.closest(".option").classList.remove("chosen");
    }
    unsay();
    again.hidden = true;
  }

  // Show the verdict and, beside each choice, its reason; once right, the other reasons can be opened too.
  function show(answer, { right, met, total }) {
    element.classList.toggle("right", right);
    element.classList.toggle("again", !right);
    again.hidden = false;
    for (const [reason, control] of reasons) {
      const own = control ? control.checked : right;
      reason.open = own;
      reason.hidden = !own && !right;
      if (control) reason.parentElement.classList.toggle("chosen", own);
    }
    if (right) return words.told_right;
    if (kind === "blank") return words.told_blank_again;
    if (kind === "multiple") return say(words.told_partly, { count: met, n: total });
    return words.told_again;
  }

  // Those who hear the page find the reason of each choice with it.
  function describe() {
    nameReasons(element);
    for (const [reason, control] of reasons) {
      if (control?.checked) control.setAttribute("aria-describedby", reason.querySelector(".why").id);
      else control?.removeAttribute("aria-describedby");
    }
  }

  // The verdict, and to those who hear the page the reasons that others see beside their choice.
  function tellWhy(verdict) {
    const whys = [...element.querySelectorAll("details[open] > .why")].map((why) => why.textContent);
    speak(verdict, " ", make("span", { class: "hidden" }, whys.join(" ")));
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const answer = given();
    if (!answer.length) {
      speak(kind === "blank" ? words.told_write : words.told_choose);
      controls[0].focus();
      return;
    }
    element.querySelector(".changed")?.remove();
    const result = grade(answer);
    const verdict = show(answer, result);
    // Asked again in a later lesson, a question can only gain: what was right in its own lesson stays.
    if (!asked || result.right || !store.answer(id, hash)?.right) {
      if (anew) store.askAnew(id);
      anew = false;
      store.keepAnswer(id, { hash, given: answer, right: result.right });
    }
    // Asked and answered: a reload shows the answer.
    if (location.hash === `#${element.id}`) history.replaceState(null, "", location.pathname + location.search);
    afterPaint(() => follow(verdict));
  });

  // What comes of an answer beside what shows at once.
  function follow(verdict) {
    describe();
    tellWhy(verdict);
    element.querySelector("details[open] > .why")?.scrollIntoView({ block: "nearest" });
    tell();
    document.dispatchEvent(new Event("course:change"));
  }

  form.addEventListener("reset", () => {
    clear();
    if (!asked) store.askAnew(id);
    controls[0].focus();
  });

  form.addEventListener("input", unsay);

  const before = store.answer(id, hash);
  if (asked || !before) return;
  if (before.changed) {
    form.querySelector(".stem").before(make("p", { class: "changed small" }, words.told_changed));
    return;
  }
  // Nothing was given where it is asked anew, or was left empty in an assessment.
  if (anew || !before.given?.length || (kind === "blank") !== (typeof before.given === "string")) return;
  if (kind === "blank") controls[0].value = before.given;
  else controls.forEach((control, index) => (control.checked = before.given.includes(index)));
  told.replaceChildren(show(before.given, grade(given())));
  describe();
}
