// The commitment card: the plans that were kept in lessons, on one card to print, with reminders.
import { reminders } from "./reminders.js";
import { define, make, printOnly } from "./lib/dom.js";
import { DAYS, dayAfter, dayOf } from "./lib/review.js";
import { inWords, say } from "./lib/words.js";

define("commitment-card", (element, course) => {
  const { store, outline, words } = course;
  // The list that stands in the page: every lesson's plan.
  const list = element.querySelector(".plans");
  const plans = [...list.children].map((item) => ({
    id: item.dataset.plan,
    text: item.querySelector("blockquote").textContent.trim(),
    item,
  }));
  const card = make("div", { class: "card-and-more" });
  const title = make("h2", {}, words.card_others);
  element.prepend(card, title);

  const said = ({ id, text }) => store.get("plans", id)?.text?.trim() || text;

  function toggle(id, kept) {
    store.put("plans", id, { kept, text: store.get("plans", id)?.text ?? "" });
    course.tell();
    show();
    // The button that was pressed has gone: on to where the plan now stands.
    const other = [...element.querySelectorAll(`[data-plan="${id}"] button`)].find((button) =>
      button.checkVisibility(),
    );
    other?.focus();
  }

  function line(plan) {
    return make(
      "li",
      { "data-plan": plan.id },
      make("p", { class: "promise" }, said(plan)),
      make("button", { type: "button", class: "quiet", click: () => toggle(plan.id, false) }, words.card_drop),
    );
  }

  function show() {
    const kept = plans.filter(({ id }) => store.get("plans", id)?.kept);
    for (const { id, item } of plans) {
      item.hidden = kept.some((plan) => plan.id === id);
      item.querySelector("button")?.remove();
      item.append(make("button", { type: "button", class: "quiet", click: () => toggle(id, true) }, words.card_keep));
    }
    title.hidden = !kept.length || kept.length === plans.length;
    if (!kept.length) {
      card.replaceChildren(make("p", {}, words.card_none));
      return;
    }
    const start = dayOf(new Date());
    const paper = make(
      "section",
      { class: "commitment", "aria-label": words.card_title },
      make("h2", {}, words.card_title),
      make("ul", {}, ...kept.map(line)),
      make(
        "p",
        { class: "lines" },
        make("span", {}, words.card_with),
        make("span", {}, `${words.card_from} ${inWords(start, outline.language)}`),
      ),
    );
    const events = DAYS.map((days) => ({
      day: dayAfter(start, days),
      title: say(words.calendar_plan, { days, title: outline.title }),
      text: [words.calendar_plan_text, ...kept.map(said)].join("\n"),
      url: new URL(location.pathname, location.href).href,
    }));
    const print = make("button", { type: "button", class: "button", click: () => printOnly(paper) }, words.card_print);
    card.replaceChildren(
      paper,
      make("p", { class: "go" }, print),
      make("h2", {}, words.card_reminders),
      reminders(course, "plan", events),
    );
  }
  store.watch(show);
  show();
});
