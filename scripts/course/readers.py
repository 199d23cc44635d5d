"""What readers do on the pages of the built course, step by step, so that each state of a page can be looked at.

It goes by the page's own elements, never by words or titles: the same steps serve every language.
"""

import json

from course.pictures import DONE

# Each scenario's choices opened; each question answered, every second one wrong at first and then right.
ANSWER = """() => {
  for (const choice of document.querySelectorAll("details.choice")) choice.open = true;
  const questions = [...document.querySelectorAll(".question")].filter((each) => each.checkVisibility());
  for (const [index, question] of questions.entries()) {
    const inputs = [...question.querySelectorAll("input")];
    const isRight = (input) => "right" in input.dataset;
    const wrong = inputs.find((input) => !isRight(input));
    const answer = (right) => {
      for (const input of inputs) {
        if (input.type === "text") input.value = right ? input.dataset.answer : "x";
        else input.checked = right ? isRight(input) : input === wrong;
      }
      question.querySelector("form").requestSubmit();
    };
    answer(false);
    if (index % 2) answer(true);
  }
  return questions.length;
}"""
# Whatever can be written in outside the questions is written in, and the first answer of each group chosen; returns
# whether there was anything to do.
FILL = """() => {
  const all = (selector) => [...document.querySelectorAll(`#page-content ${selector}`)];
  for (const each of all("details:not(.reason, .choice)")) each.open = true;
  const groups = new Set();
  for (const each of all(":is(textarea, input)")) {
    if (each.closest(".question") || !each.checkVisibility()) continue;
    if (each.type === "radio" && !groups.has(each.name)) {
      groups.add(each.name);
      each.click();
    } else if (each.type === "text" || each.localName === "textarea") {
      each.value = "Martine";
      for (const event of ["input", "change"]) each.dispatchEvent(new Event(event, { bubbles: true }));
      each.dispatchEvent(new Event("blur"));
    }
  }
  for (const each of all("button.keep")) each.click();
  return Boolean(all(":is(textarea, input, details, button)").length);
}"""
# In the assessment: the first `count` questions answered, the second one flagged.
SIT = """(count) => {
  const questions = [...document.querySelectorAll(".exam-stage .question")];
  for (const question of questions.slice(0, count)) question.querySelector("input").click();
  questions[1].querySelector(".exam-flag").click();
}"""
# Anonymous result files of a group, such as learners save them.
RESULTS = """async (people) => {
  const { outline, know } = self.course;
  if (outline.modules.some((module) => module.part)) await know();
  const steps = outline.modules.flatMap((module) => module.steps).slice(0, 9);
  return Array.from({ length: people }, (_, n) => JSON.stringify({
    format: "course-result", version: 1, course: outline.id, courseVersion: outline.version,
    number: n.toString(16).padStart(32, "0"), steps: steps.map(({ id }) => id),
    answers: steps.flatMap((step) => step.asks).map(([question, wording], i) =>
      ({ question, wording, first: (i + n) % 3 > 0, last: true })),
    assessment: { attempts: 1, best: { score: 9, of: 12, passed: false } },
  }));
}"""
# Whether a page shows what one has done elsewhere: it has steps or an element of ours, and no question.
SHOWS = """() => Boolean(self.course?.outline) && !document.querySelector(".question") &&
  Boolean(document.querySelector("#page-content [data-step]") ??
    [...document.querySelectorAll("#page-content *")].find(({ localName }) =>
      /-/.test(localName) && !/^(room|print|session)-/.test(localName)))"""
PAUSE = 2000  # milliseconds after which a page has said what it says after a pause


def states(page, path, menus=False):
    """Go through the states of the page that `page` (Playwright's) shows at `path`, its address in the site, yielding
    `(name, page)` of each: first `before`, then what readers make of it. A window that opens comes as another page.
    `menus` goes through the menu and the search too, which are the same on every page. The clock of the page's context
    is installed (Playwright's `clock`): nobody waits through the readers' pauses.
    """
    yield "before", page
    name = path.partition("/")[2].partition(".html")[0]
    last = name.rpartition("/")[2]
    act = {"deck": deck, "vote": vote, "assessment": assessment, "case": case, "cohort": group}.get(last, work)
    if path.startswith("lms-"):
        act = shell
    if name:
        yield from act(page)
    if menus:
        yield from search_and_menu(page)


def work(page):
    """A lesson, a check, a tool, a sheet: what can be answered, opened and written is. A page that shows what one has
    done elsewhere is opened again after most of the course was done."""
    if page.evaluate(SHOWS):
        page.evaluate(DONE, [9, 11])
        page.evaluate("self.course.store.put('plans', 'suppliers/gifts', { kept: true, text: '' })")
        page.reload()
    answered, filled = page.evaluate(ANSWER), page.evaluate(FILL)
    for button in page.locator("course-review > p:last-child button:visible").all():
        button.click()
    if answered or filled:
        page.clock.fast_forward(PAUSE)
    yield "after", page


def search_and_menu(page):
    """The search with results, with none, and the menu open."""
    page.locator("course-search button").first.click()
    for text, said in (("client", "ol a"), ("zzzz", "[role=status]:not(:empty)")):
        page.locator("dialog.search input").fill(text)
        page.locator(f"dialog.search {said}").first.wait_for()
        page.clock.fast_forward(PAUSE)
        yield f"search {text}", page
    page.keyboard.press("Escape")
    if page.locator(".menu-button").is_visible():
        page.locator(".menu-button").click()
        yield "menu", page


def assessment(page):
    """Under way, handed in with a mistake in view, and one question asked alone."""
    page.locator(".exam-start button").click()
    page.evaluate(SIT, 5)
    page.locator(".exam-hand-in button").click()
    page.locator(".exam-asks a").first.wait_for()
    yield "under way", page
    page.locator(".exam-hand-in button").click()
    page.locator("#exam-result").wait_for()
    yield "handed in", page
    page.evaluate(
        "() => (location.hash = `q-${document.querySelector('.exam-stage .question').dataset.question}`)",
    )
    page.locator("#exam-alone").wait_for()
    yield "alone", page


def case(page):
    """A scene's outcome, and the end of the route of first choices."""
    for turn in range(20):
        ways = page.locator(".options a:visible, .outcome:visible .way a:visible")
        if not ways.count():
            break
        ways.first.click()
        if turn == 0:
            yield "outcome", page
    yield "ending", page


def vote(page):
    """A question shown large: cards counted, a refused number, a second vote with its clock, the reasons."""
    page.evaluate("document.querySelectorAll('.vote-item').forEach((each) => (each.open = true))")
    yield "list open", page
    page.locator(".vote-open").first.click()
    dialog = page.locator("dialog[open]")
    dialog.locator(".ballot-next:visible").click()
    for key in "1123":
        page.keyboard.press(key)
    dialog.locator("input").first.fill("-1")
    page.clock.fast_forward(PAUSE)
    yield "count", page
    dialog.locator(".ballot-clock button:visible").first.click()
    yield "clock", page
    dialog.locator(".ballot-next:visible").click()
    yield "reasons", page
    dialog.locator(".ballot-steps button:visible").first.click()
    page.clock.fast_forward(PAUSE)
    yield "asked to start over", page


def group(page):
    """Files that nobody can read, too few people, and enough of them."""
    choose = page.locator("group-results input[type=file]")
    said = page.locator("group-results [role=status]")
    for name, people in (("few people", 3), ("a group", 12)):
        texts = [*page.evaluate(RESULTS, people), json.dumps({"format": "x" * 300})]
        files = [
            {"name": f"{n}.json", "mimeType": "application/json", "buffer": text.encode()}
            for n, text in enumerate(texts)
        ]
        before = said.first.inner_text()
        choose.set_input_files(files)
        for _ in range(40):
            page.wait_for_timeout(50)
            if said.first.inner_text() != before and not page.locator("group-results progress:visible").count():
                break
        page.evaluate("document.querySelectorAll('group-results details').forEach((each) => (each.open = true))")
        page.clock.fast_forward(PAUSE)
        yield name, page


def deck(page):
    """Each slide, the menu, all slides at once and the speaker view; on a small screen and in `?view=`, a document."""
    if page.evaluate("document.documentElement.dataset.view") != "slides":
        return
    page.locator("html[data-ready]").wait_for()
    for number in range(2, page.locator("section.slide").count() + 1):
        page.keyboard.press("ArrowRight")
        page.locator(f"section.slide:nth-of-type({number}).present").wait_for()
        yield f"slide {number}", page
    page.keyboard.press("?")
    yield "menu", page
    page.keyboard.press("Escape")
    with page.expect_popup() as opened:
        page.keyboard.press("s")
    speaker = opened.value
    speaker.locator("main.speaker").wait_for()
    speaker.frame_locator("#current-slide iframe").locator("html[data-ready]").wait_for()
    yield "speaker view", speaker
    speaker.close()


def shell(page):
    """The shell of a package: what it says where there is no LMS, all that it could say, then nothing more."""
    page.locator(".lms-bar p").first.wait_for()
    page.frame_locator(".lms-course iframe").locator("#page-content").wait_for()
    yield "message", page
    page.evaluate(
        """() => {
          const region = document.querySelector(".lms-bar [role=status]");
          for (const text of Object.values(JSON.parse(document.querySelector("#lms").textContent).words)) {
            region.append(Object.assign(document.createElement("p"), { textContent: text }));
          }
        }"""
    )
    yield "every message", page
    page.locator(".lms-bar button").click()
    yield "closed", page
