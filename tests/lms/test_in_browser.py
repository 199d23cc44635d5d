"""The package in a real browser, played by scorm-again: what an LMS gets, what a learner finds again, and what becomes of
both when something is wrong."""

import json

import pytest
from lxml import html as lxml_html

from course import accessibility, lms_shell
from tests.browser import learner
from tests.browser.tree import hears, nameless, said, tree

from .conftest import LANGUAGE

VERSIONS = lms_shell.VERSIONS
SUSPEND = "cmi.suspend_data"
STATUS = ("cmi.core.lesson_status", "cmi.completion_status")
SUCCESS = ("cmi.core.lesson_status", "cmi.success_status")
LOCATION = ("cmi.core.lesson_location", "cmi.location")
RAW = ("cmi.core.score.raw", "cmi.score.raw")
FIRST = "start/three-circles"
LESSON = f"{FIRST}.html"
ANSWERS = "JSON.stringify(self.course.store.all('answers').map(([id, { hash, given, right, missed }]) => [id, hash, given, right, missed]).sort())"


def answer(frame, index=0):
    """Answer the first question of the page with one of its options."""
    question = frame.locator(".question").first
    question.locator("input").nth(index).check()
    question.locator("button[type=submit]").click()
    return question.get_attribute("data-question")


@pytest.fixture(params=VERSIONS)
def version(request):
    return request.param


def test_a_first_visit_is_told_and_the_next_one_goes_on_elsewhere(lms, version):
    first = lms(version)
    assert first.course.url.endswith("/fr/index.html"), "whoever comes first sees the first page"
    frame = first.go(LESSON)
    id = answer(frame, 1)
    first.settled(id)
    assert first.saved(*STATUS) == "incomplete"
    assert first.saved(*LOCATION) == FIRST
    saved = first.leave()
    assert len(first.calls("Initialize")) == 1
    assert len(first.calls("Finish", "Terminate")) == 1
    assert first.calls("Finish", "Terminate", "SetValue", "Commit")[-1][0] in ("LMSFinish", "Terminate")
    assert saved["cmi.interactions.0.id"].replace("_", "-") == id
    assert "cmi.interactions.0.result" in saved
    times = [saved.get(f"cmi.{name}") for name in ("core.session_time", "session_time")]
    assert any(times) and times != ["00:00:00", None]

    # Another browser, another path: a new version of the package was put beside the old one.
    second = lms(version, saved, path="moved/deep/")
    assert second.course.url.endswith(f"/fr/{LESSON}")
    question = second.course.locator(".question").first
    assert question.locator("input").nth(1).is_checked()
    assert question.locator(".told").inner_text()
    assert second.said == ""
    again = second.leave()
    # The minute in which the page was opened last may be another one.
    assert abs(len(again[SUSPEND]) - len(saved[SUSPEND])) <= 2
    assert "cmi.interactions.1.id" not in again, "an answer is told once"


def test_nothing_of_a_learner_is_left_to_the_next(lms, version):
    first = lms(version)
    frame = first.go("suppliers/saying-thanks.html")
    answer(frame)
    frame.locator("course-sheet textarea").first.fill("Rien que pour moi")
    frame.locator("course-sheet textarea").first.blur()
    frame.locator("button.theme").click()
    first.told("reste dans cette fenêtre")
    calls = json.dumps(first.page.evaluate("lms.calls"))
    assert "Rien que" not in calls
    kept = (
        "[...Object.entries(localStorage), ...Object.entries(sessionStorage)].filter(([key]) => key.includes('tous'))"
    )
    assert first.page.evaluate(kept) == []
    context = first.page.context
    saved = first.leave()
    assert "Rien que" not in json.dumps(saved)
    first.page.close()

    second = lms(version, context=context)
    assert second.course.evaluate("self.course.store.size.answers") == 0
    frame = second.go("suppliers/saying-thanks.html")
    assert frame.locator("course-sheet textarea").first.input_value() == ""
    assert frame.evaluate("document.documentElement.dataset.theme") is None
    assert frame.locator(".question.right, .question.again").count() == 0
    assert second.said == ""


def test_a_press_on_a_page_that_goes_away_is_no_error(lms):
    launch = lms("1.2")
    launch.course.evaluate("() => { document.querySelector('h1').click(); document.documentElement.remove(); }")
    launch.forward(100)
    assert launch.shell.locator("iframe").is_visible()  # and `lms` fails on any error of a script


def test_a_page_that_is_opened_outside_the_shell_keeps_nothing(lms, packages):
    launch = lms("1.2")
    page = launch.page.context.new_page()
    page.goto(f"{packages}1.2/fr/{LESSON}")
    answer(page.main_frame)
    assert page.evaluate("localStorage.length") == 0
    assert page.locator(".notice").is_visible()


def test_failed_then_passed_and_never_back(lms, version):
    first = lms(version)
    learner.attempt(first.course, "2026-11-22T15:00:00.000Z", 10)
    saved = first.leave()
    assert (first.saved(*SUCCESS), first.saved(*RAW)) == ("failed", "50")
    second = lms(version, saved)
    learner.attempt(second.course, "2026-11-23T15:00:00.000Z", 18)
    saved = second.leave()
    assert (second.saved(*SUCCESS), second.saved(*RAW)) == ("passed", "90")
    third = lms(version, saved)
    learner.attempt(third.course, "2026-11-24T15:00:00.000Z", 3)
    frame = third.go("progress/certificate.html")
    assert "18" in frame.locator(".certificate").inner_text()
    assert "reste dans cette fenêtre" in frame.locator("#certificate-name-kept").inner_text()
    third.leave()
    assert (third.saved(*SUCCESS), third.saved(*RAW)) == ("passed", "90")


DO_ALL = """async (choices) => {
  const { store, outline, know } = self.course;
  if (!outline.bank) await know();
  for (const step of outline.modules.flatMap((module) => module.steps)) {
    for (const [question, hash] of step.asks) {
      store.keepAnswer(question, { hash, given: [0, 2], right: false });
      store.keepAnswer(question, { hash, given: [0, 1], right: true });
    }
    store.put("plans", step.id, { kept: true, text: "dans mes mots" });
  }
  choices.forEach((id, n) => store.put("choices", id, { choice: n % 3 }));
  const ids = outline.bank.map(({ id }) => id);
  store.put("reviews", "2026-11-22", { sets: [ids.slice(0, 4), ids.slice(4, 8), ids.slice(8, 12)] });
  store.set("theme", "dark");
}"""


def test_the_whole_course_answered_fits_and_comes_back(lms, version, whole, record_property):
    first = lms(version)
    course = whole.courses["fr"]
    learner.walk(first.course, [step.id for step in course.steps])
    first.course.evaluate(DO_ALL, lms_shell.choices(course))
    for n, score in enumerate((12, 15, 19)):
        learner.attempt(first.course, f"2026-11-2{n}T15:00:00.000Z", score, 8 * n)
    answers = first.course.evaluate(ANSWERS)
    saved = first.leave()
    count = len(json.loads(answers))
    assert count == len(course.questions) > 100
    size = len(saved[SUSPEND])
    record_property("suspend_data", size)
    print(f"{count} questions answered: {size} characters")
    assert 500 < size < 4000
    assert saved[SUSPEND].isascii()
    assert saved.get("cmi.completion_status", "completed") == "completed"
    assert saved.get("cmi.success_status") or saved["cmi.core.lesson_status"] == "passed"
    assert saved.get("cmi.progress_measure", "1") == "1"
    indexes = {key.split(".")[2] for key in saved if key.startswith("cmi.interactions.")}
    assert len(course.questions) < len(indexes) <= 250

    second = lms(version, saved, path="moved/deep/")
    assert second.course.evaluate(ANSWERS) == answers
    frame = second.go("progress/index.html")
    assert frame.evaluate("self.course.store.all('attempts').length") == 3
    assert "terminé" in frame.locator(".journey").first.inner_text()
    assert "plateforme" in frame.locator(".files").inner_text(), "it says where progress is kept here"
    assert "plateforme" in frame.locator(".bottom").inner_text()


FAULTS = {
    "answers with errors": """(name) => /GetLastError/.test(name) ? "101" : /Value/.test(name) ? (/Get/.test(name) ? "" : "false") : "false" """,
    "throws": """(name) => { throw new Error("gone") }""",
    "does not save": """(name) => /GetLastError/.test(name) ? "391" : /Commit/.test(name) ? "false" : undefined""",
}


@pytest.mark.parametrize("version, fault", list(zip(("1.2", "2004", "1.2"), FAULTS.values(), strict=True)), ids=FAULTS)
def test_an_lms_in_trouble_is_told_of_and_gets_it_all_later(lms, version, fault):
    launch = lms(version)
    frame = launch.go(LESSON)
    launch.settled()
    before = launch.saved(SUSPEND)
    launch.page.evaluate(f"void (lms.fault = {fault})")
    id = answer(frame)
    launch.told("ne répond pas")
    assert frame.locator(".question.right, .question.again").count() == 1, "the learner goes on"
    assert launch.saved(SUSPEND) == before
    launch.page.evaluate("lms.fault = null")
    launch.told("répond de nouveau")
    assert "ne répond pas" not in launch.said
    assert launch.saved(SUSPEND) != before
    saved = launch.leave()
    assert saved["cmi.interactions.0.id"].replace("_", "-") == id


def test_an_lms_that_goes_away_and_one_that_comes_in_its_place(lms, version="2004"):
    launch = lms(version)
    frame = launch.go(LESSON)
    launch.settled()
    saved = launch.saved()
    launch.page.evaluate(
        "self.API = self.API_1484_11 = undefined; void (lms.fault = () => { throw new Error('gone') })"
    )
    id = answer(frame)
    launch.told("ne répond pas")
    launch.page.evaluate(
        "([version, saved]) => { lms.fault = null; launch(version, 'about:blank', saved); }", [version, saved]
    )
    launch.told("répond de nouveau")
    assert launch.saved("cmi.interactions.0.id").replace("_", "-") == id


def test_a_slow_lms_is_told_of_and_asked_seldom(lms):
    launch = lms("1.2")
    frame = launch.go(LESSON)
    launch.settled()
    # What the package has for a clock is later by as much as the LMS would take.
    launch.shell.evaluate("() => { const now = Date.now; Date.now = () => now() + (parent.lms.took ?? 0); }")
    launch.page.evaluate(
        "void (lms.fault = (name) => { if (name === 'LMSCommit') lms.took = (lms.took ?? 0) + 2100; })"
    )
    launch.settled(answer(frame))
    launch.told("répond lentement")
    count = len(launch.calls("Commit"))
    answer(frame, 1)
    launch.forward(15_000)
    assert len(launch.calls("Commit")) == count
    assert launch.leave()[SUSPEND], "what waits is saved when one leaves"
    assert len(launch.calls("Commit")) == count + 1


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_in_review_and_browse_nothing_is_written(lms, version, mode):
    first = lms(version)
    answer(first.go(LESSON), 1)
    saved = first.leave() | {"cmi.core.lesson_mode" if version == "1.2" else "cmi.mode": mode}
    visit = lms(version, saved)
    visit.told("rien de ce que vous faites ici")
    assert visit.course.locator(".question input").nth(1).is_checked()
    answer(visit.course, 0)
    visit.forward(1800)
    visit.leave()
    assert visit.calls("SetValue", "Commit") == []
    assert len(visit.calls("Finish", "Terminate")) == 1


def test_without_an_lms_one_is_told_and_goes_on(browser, packages):
    page = browser.new_context(locale="fr-CA").new_page()
    page.goto(f"{packages}1.2/index.html")
    page.locator("[role=status] p").wait_for()
    assert "n’est pas reliée" in page.locator("[role=status]").inner_text()
    frame = page.frames[1]
    frame.wait_for_function("self.course")
    frame.goto(f"{packages}1.2/fr/{LESSON}")
    frame.wait_for_function("self.course")
    id = answer(frame)
    frame.goto(f"{packages}1.2/fr/progress/index.html")
    frame.wait_for_function("self.course")
    assert frame.evaluate("id => self.course.store.get('answers', id)", id)
    assert "n’existe que dans cette fenêtre" in frame.locator(".files").inner_text()
    page.locator(".lms-bar button").click()
    assert page.locator("[role=status]").inner_text() == ""
    assert page.evaluate("document.activeElement.localName") == "iframe"
    page.context.close()


BLOCKED = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } });"""


def test_blocked_storage_does_no_harm(lms, version):
    first = lms(version, script=BLOCKED)
    frame = first.go(LESSON)
    answer(frame, 1)
    assert frame.evaluate("self.course.store.trouble") == ""
    assert not frame.locator(".notice").is_visible()
    second = lms(version, first.leave(), script=BLOCKED)
    assert second.course.locator(".question input").nth(1).is_checked()
    assert second.said == ""


def test_a_hidden_window_is_saved_at_once(lms, version):
    launch = lms(version)
    frame = launch.go(LESSON)
    launch.settled()
    count = len(launch.calls("Commit"))
    answer(frame)
    launch.shell.evaluate(
        "Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert len(launch.calls("Commit")) == count + 1
    assert "cmi.interactions.0.id" in launch.saved()


def test_the_api_is_found_in_the_window_that_opened_this_one(lms, version):
    launch = lms(version, how="window")
    launch.settled(answer(launch.go(LESSON)))
    window = next(page for page in launch.page.context.pages if page != launch.page)
    assert len(window.frames) == 2
    window.close()
    launch.page.wait_for_function("lms.calls.some(([name]) => /Finish|Terminate/.test(name))")
    assert "cmi.interactions.0.id" in launch.saved()


def test_the_frame_is_a_good_place_to_read(lms):
    launch = lms("2004")
    shell = launch.shell
    title = launch.go("sources.html").title()
    shell.wait_for_function("title => document.title === title", arg=title)
    assert shell.locator("iframe").get_attribute("title") == "Tous clients"
    assert shell.evaluate("document.activeElement.localName") == "iframe"
    links = launch.course.locator("a[href^=http]")
    assert links.count() > 5
    for link in links.all()[:5]:
        assert (link.get_attribute("target"), link.get_attribute("rel")) == ("_blank", "noopener")
        assert "(nouvel onglet)" in link.text_content()
    assert launch.course.locator("a[href$='index.html']").first.get_attribute("target") is None
    # One scroll bar, the course's.
    assert shell.evaluate("document.documentElement.scrollHeight <= innerHeight")
    # Paper gets the page, and not the shell.
    launch.course.evaluate("window.print = () => (self.printed = true)")
    launch.course.locator("body").press("Control+p")
    assert launch.course.evaluate("self.printed") is True
    # Back is the page before.
    shell.evaluate("history.back()")
    launch.frame("/fr/index.html")


EVERY_NOTICE = """() => {
  const region = document.querySelector(".lms-bar [role=status]");
  for (const text of Object.values(JSON.parse(document.querySelector("#lms").textContent).words)) {
    region.append(Object.assign(document.createElement("p"), { textContent: text }));
  }
}"""


def test_the_shell_serves_every_reader(browser, packages):
    """axe, names and announcements, large text, thumbs and forced colours, with one notice and with all of them."""
    context = browser.new_context(locale="fr-CA", viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    context.add_init_script(path=accessibility.AXE)
    page = context.new_page()
    page.goto(f"{packages}1.2/index.html")
    hears(page, "n’est pas reliée")
    page.frame_locator(".lms-course iframe").locator("#page-content").wait_for()
    assert nameless(tree(page)) == []
    assert page.locator("html").get_attribute("lang") == LANGUAGE and page.title()
    close = page.locator(".lms-bar button")
    for notices in ("one", "all"):
        if notices == "all":
            page.evaluate(EVERY_NOTICE)
        for theme in ("light", "dark"):
            page.emulate_media(color_scheme=theme)
            assert accessibility.axe(page) == [], (notices, theme)
        page.evaluate("document.documentElement.style.fontSize = '213%'")
        assert page.evaluate("document.documentElement.scrollWidth") <= 321
        assert page.locator(".lms-course iframe").bounding_box()["height"] >= 640 / 2, "the course is squeezed out"
        close.scroll_into_view_if_needed()
        box = close.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44 and box["y"] + box["height"] <= 640
        page.evaluate("document.documentElement.style.fontSize = ''")
    page.emulate_media(forced_colors="active")
    close.focus()
    assert close.evaluate("each => getComputedStyle(each).outlineStyle") == "solid"
    assert close.evaluate("each => getComputedStyle(each).borderTopStyle") == "solid"
    page.keyboard.press("Enter")
    assert said(tree(page)) == [] and page.evaluate("document.activeElement.localName") == "iframe"
    context.close()


def test_the_shell_holds_no_script_and_no_style_of_its_own(packages, browser):
    page = browser.new_context().new_page()
    tree = lxml_html.fromstring(page.goto(f"{packages}1.2/index.html").text())
    page.context.close()
    assert tree.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == []
    scripts = tree.xpath("//script[not(@src)]/@type")
    assert scripts == ["application/json"]
    assert len(tree.xpath("//script[@src]")) == 4, "the outline, its steps, what runs before the first paint, the shell"
    assert all("://" not in each for each in tree.xpath("//@src | //@href"))


def test_a_page_that_cannot_be_marked_is_refused(whole):
    with pytest.raises(ValueError, match="which course"):
        lms_shell.mark("<p>zeta</p>", whole.strings["fr"])
    with pytest.raises(ValueError, match="1.3"):
        lms_shell.page(whole, "fr", {}, "1.3")
