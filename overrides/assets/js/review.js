// Review: the questions that were missed, where they stand; three dates to meet some again; a calendar file.
import { reminders } from "./reminders.js";
import { define, make, steady } from "./lib/dom.js";
import { stepsOf } from "./lib/progress.js";
import { DAYS, dayAfter, dayOf, lastPlan, missed, plan } from "./lib/review.js";
import { inWords, say } from "./lib/words.js";

define("course-review", (element, course) => {
  const { store, outline, words, base } = course;
  const about = new Map(Object.entries(self.courseQuestions));
  const asks = [...stepsOf(outline).flatMap((step) => step.asks), ...outline.bank.map(({ id, hash }) => [id, hash])];
  const hashes = new Map(asks);
  const answered = () => asks.some(([id, hash]) => store.answer(id, hash));
  const mistakes = make("div");
  const sets = make("div");
  const planning = make("button", { click: planFromToday });
  // Stays where it is while the sets are shown anew: the hour that one chose, and the focus, stay too.
  const calendar = reminders(course, "review", events);

  // A question by its first words, a link to it where it stands, and one to the passage that answers it.
  function row(id, extra = "") {
    const [page, beginning, passage] = about.get(id);
    const title = stepsOf(outline).find((step) => step.url === page)?.title;
    return make(
      "li",
      {},
      make("a", { href: `${base}${page}#q-${id}` }, beginning),
      make(
        "span",
        { class: "quiet small" },
        ` ${title} · `,
        make("a", { href: base + passage }, words.review_passage),
        extra,
      ),
    );
  }

  function showMistakes() {
    const wrong = missed(asks, store).filter((id) => about.has(id));
    const list = wrong.map((id) => row(id));
    mistakes.replaceChildren(
      make("h2", {}, words.review_mistakes),
      make("p", {}, wrong.length ? words.review_how : answered() ? words.review_none : words.review_none_yet),
      ...(list.length ? [make("ul", { class: "asked" }, ...list)] : []),
    );
  }

  function showSets() {
    const [day, planned] = lastPlan(store) ?? [];
    sets.replaceChildren(
      make("h2", {}, words.review_sets),
      make("p", {}, words.review_explained),
      ...(day ? days(day, planned) : answered() ? [] : [make("p", { class: "quiet" }, words.review_none_yet)]),
    );
    calendar.hidden = !day;
    planning.hidden = !answered();
    planning.textContent = words[day ? "review_replan" : "review_plan"];
  }

  function days(start, planned) {
    return planned.flatMap((ids, index) => {
      const day = dayAfter(start, DAYS[index]);
      const due = day <= dayOf(new Date());
      const known = ids.filter((id) => about.has(id));
      // Met again once it was answered on that day or after.
      const met = (id) => {
        const answer = store.answer(id, hashes.get(id));
        return answer && !answer.changed && dayOf(new Date(answer.at)) >= day ? ` · ${words.review_met}` : "";
      };
      return [
        make(
          "h3",
          { id: `day-${DAYS[index]}` },
          say(words.review_day, { days: DAYS[index], date: inWords(day, outline.language) }),
        ),
        due && known.length ? make("p", { class: "small" }, words.review_due) : null,
        known.length
          ? make("ul", { class: "asked" }, ...known.map((id) => row(id, met(id))))
          : make("p", { class: "quiet" }, words.review_short),
      ].filter(Boolean);
    });
  }

  // One reminder a day that has questions, with a link to each.
  function events() {
    const [start, planned] = lastPlan(store);
    const disk = location.protocol === "file:";
    const address = (id) =>
      disk ? `- ${about.get(id)[1]}` : new URL(`${base}${about.get(id)[0]}#q-${id}`, location.href).href;
    return planned.flatMap((ids, index) => {
      const known = ids.filter((id) => about.has(id));
      if (!known.length) return [];
      return {
        day: dayAfter(start, DAYS[index]),
        title: say(words.review_reminder, { days: DAYS[index], title: outline.title }),
        text: [words.review_reminder_text, ...known.map(address)].join("\n"),
        url: new URL(`${base}progress/review.html#day-${DAYS[index]}`, location.href).href,
      };
    });
  }

  function planFromToday() {
    store.put("reviews", dayOf(new Date()), { sets: plan(asks, store) });
    course.tell();
    showSets();
    sets.querySelector("h2").setAttribute("tabindex", "-1");
    sets.querySelector("h2").focus();
  }

  function show() {
    showMistakes();
    showSets();
  }
  element.replaceChildren(mistakes, sets, calendar, make("p", {}, planning));
  store.watch(steady(element, show));
  show();
  // The days did not stand there yet when the browser looked for the one that the address names.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
});
