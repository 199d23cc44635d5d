// The commitment card: the plans that were kept in lessons, on one card to print, with reminders.
import { reminders } from "./reminders.js";
import { define, make, printOnly, steady } from "./lib/dom.js";
import { DAYS, dayAfter, dayOf } from "./lib/review.js";
import { inWords, plural, say } from "./lib/words.js";

define("commitment-card", (element, course) => {
  const { store, outline, words } = course;
  // The list that stands in the page: every lesson's plan.
  const list = element.querySelector(".plans");
  const plans = [...list.children].map((item) => ({
    id: item.dataset.plan,
    text: item.querySelector("blockquote").textContent.trim(),
    item,
  }));
  const card = make("div");
  const title = make("h2", {}, words.card_others);
  const paper = make("div");
  const calendar = make("div", {}, make("h2", {}, words.card_reminders), reminders(course, "plan", events));
  card.append(paper, calendar);
  const told = make("p", { role: "status", class: "hidden" });
  element.prepend(card, told, title);

  const said = ({ id, text }) => store.get("plans", id)?.text?.trim() || text;

  const keptNow = () => plans.filter(({ id }) => store.get("plans", id)?.kept);

  function events() {
    return DAYS.map((days) => ({
      day: dayAfter(dayOf(new Date()), days),
      title: say(words.card_reminder, { days, title: outline.title }),
      text: [words.card_reminder_text, ...keptNow().map(said)].join("\n"),
      url: new URL(location.pathname, location.href).href,
    }));
  }

  function toggle(id, kept) {
    store.put("plans", id, { kept, text: store.get("plans", id)?.text ?? "" });
    course.tell();
    show();
    told.textContent = plural(words, "card_count", keptNow().length, outline.language);
    // The button that was pressed has gone: on to where the plan now stands.
    const other = [...element.querySelectorAll(`[data-plan="${id}"] button`)].find(
      (button) => !button.closest("[hidden]"),
    );
    other?.focus();
  }

  // Its name goes on with the plan, for those who hear a list of buttons.
  function button(plan, kept, text) {
    const name = make("span", { class: "hidden" }, `${outline.words.colon} ${said(plan)}`);
    return make("button", { class: "quiet", click: () => toggle(plan.id, kept) }, text, name);
  }

  function line(plan) {
    return make(
      "li",
      { "data-plan": plan.id },
      make("p", { class: "promise" }, said(plan)),
      button(plan, false, words.card_drop),
    );
  }

  function show() {
    const kept = keptNow();
    for (const plan of plans) plan.item.hidden = kept.includes(plan);
    title.hidden = !kept.length || kept.length === plans.length;
    calendar.hidden = !kept.length;
    if (!kept.length) {
      paper.replaceChildren(make("p", {}, words.card_none));
      return;
    }
    const sheet = make(
      "section",
      { class: "commitment", "aria-label": words.card_title },
      make("h2", {}, words.card_title),
      make("ul", {}, ...kept.map(line)),
      make(
        "p",
        { class: "lines" },
        make("span", {}, words.card_with),
        make("span", {}, `${words.card_from} ${inWords(dayOf(new Date()), outline.language)}`),
      ),
    );
    const print = make("button", { class: "button", click: () => printOnly(sheet) }, words.card_print);
    paper.replaceChildren(sheet, make("p", { class: "go" }, print));
  }
  for (const plan of plans) plan.item.append(button(plan, true, words.card_keep));
  store.watch(steady(element, show));
  show();
});
