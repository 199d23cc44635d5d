// The options of a question (partials/question.html): a page holds no number and no id for them, their order is enough.

export const optionsOf = (question) => [...question.querySelectorAll(".option")];

export const controlsOf = (question) => [...question.querySelectorAll("input")];

// The indexes of the options that `test(control)` is true of.
export const indexesOf = (question, test) =>
  controlsOf(question).flatMap((control, index) => (test(control) ? [index] : []));

export const chosenIn = (question) => indexesOf(question, (control) => control.checked);
export const rightsIn = (question) => indexesOf(question, (control) => "right" in control.dataset);

// Give the words and the reason of each option an id, and each reason the words that it is about: out of their place,
// those who hear the page would not know them apart.
export function nameReasons(question) {
  const name = question.id.replace(/^q-/, "");
  optionsOf(question).forEach((option, index) => {
    const label = option.querySelector("label");
    label.id = `${name}-${index}-text`;
    option.querySelector("summary")?.setAttribute("aria-describedby", label.id);
    const why = option.querySelector(".why");
    if (why) why.id = `${name}-${index}-why`;
  });
}
