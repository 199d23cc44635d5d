"""The packages in an LMS that is not ours: scormhost plays both versions of SCORM in a real browser."""

import re
import threading
import time

import pytest
import uvicorn
from playwright.sync_api import expect
from scormhost.app import create_scorm_app

from course import scorm
from tests.browser import learner as doing

from .conftest import copied

PASSWORD = "correct horse battery"
LESSON = "start/three-circles"
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}
SUCCESS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.success_status"}
RAW = {"1.2": "cmi.core.score.raw", "2004": "cmi.score.raw"}
# The API of this LMS, broken and mended.
BREAK = """() => {
  const api = self.API ?? self.API_1484_11;
  self.whole = { ...api };
  for (const name of Object.keys(api).filter((name) => /Set|Commit/.test(name))) api[name] = () => "false";
}"""
MEND = "() => Object.assign(self.API ?? self.API_1484_11, self.whole)"
BLOCKED = """for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(self, name, { get() { throw new DOMException("blocked", "SecurityError") } });
}"""
BOTH = pytest.mark.parametrize(("language", "version"), [("fr", "1.2"), ("en", "2004")])
# What both do alike, as tests/lms shows.
FIRST = pytest.mark.parametrize(("language", "version"), [("fr", "1.2")])
SECOND = pytest.mark.parametrize(("language", "version"), [("en", "2004")])


@pytest.fixture(scope="module")
def packages(pristine, tmp_path_factory):
    """The folder of the packages for an LMS."""
    copy = copied(pristine.root, tmp_path_factory.mktemp("played"))
    said = copy.run("-m", "course.verbs.package", "scorm")
    assert said.returncode == 0, said.stdout + said.stderr
    return copy.root / "dist" / "scorm"


@pytest.fixture(scope="module")
def lms(packages, whole, browser, tmp_path_factory):
    """`(address, {(language, version): id})` of an LMS to which whoever registered first gave all packages."""
    app = create_scorm_app(data_dir=tmp_path_factory.mktemp("lms"), secret_key="known to this test and to nobody else")
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the LMS did not start"
        time.sleep(0.05)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    admin = browser.new_context()
    register(admin, address, "admin")
    ids = {}
    for language in whole.courses:
        for version in scorm.VERSIONS:
            file = packages / scorm.file_name(whole, language, version)
            part = {"name": file.name, "mimeType": "application/zip", "buffer": file.read_bytes()}
            answer = admin.request.post(f"{address}/api/packages", multipart={"file": part})
            assert answer.status == 201, answer.text()
            ids[language, version] = answer.json()["id"]
            assert [each["href"] for each in answer.json()["manifest"]["launches"]] == ["index.html"]
    admin.close()
    yield address, ids
    server.should_exit = True
    thread.join(10)


def register(context, address, name):
    """Make the browser of `context` that of a person of this name, who is new."""
    given = {"email": f"{name}@example.org", "username": name, "password": PASSWORD, "display_name": name}
    answer = context.request.post(f"{address}/api/auth/register", data=given)
    assert answer.ok, answer.text()


class Learner:
    """A learner of the LMS in one browser, who may share it with others."""

    def __init__(self, context, lms, name, package):
        self.context, (self.address, ids) = context, lms
        self.package = ids[package]
        self.complaints = []
        self.sign_in(name)

    def sign_in(self, name):
        """Leave the LMS, and come back as somebody else."""
        self.context.clear_cookies()
        register(self.context, self.address, name)

    def launch(self, script=""):
        """Open the package and return `(window, course)`: what shows the course stands in a frame of a frame. `script`
        runs in every page before its own."""
        page = self.context.new_page()
        if script:
            page.add_init_script(script)
        page.on("console", lambda said: said.type == "error" and self.complain(said))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.note(request.url))
        page.goto(f"{self.address}/launch/{self.package}")
        return page, page.frame_locator("#scormhost-content").frame_locator("iframe")

    def complain(self, said):
        if not said.location["url"].endswith("/favicon.ico"):  # which this LMS has not
            self.complaints.append(f"{said.text} ({said.location['url']})")

    def note(self, url):
        if not url.startswith((self.address, "data:", "blob:")):
            self.complaints.append(f"asked {url}, which is not of this LMS")

    def cmi(self):
        """Return what the LMS has of the learner."""
        answer = self.context.request.get(f"{self.address}/api/scorm/{self.package}/cmi?launch=index.html")
        return answer.json()["elements"]

    def wait_for(self, told):
        """Wait until the LMS has what `told` looks for, and return all that it has."""
        until = time.monotonic() + 15
        while not told(found := self.cmi()):
            assert time.monotonic() < until, found
            time.sleep(0.1)
        return found


@pytest.fixture
def learner(browser, lms):
    """Return a function that makes a learner in a new browser: `learner(name, (language, version))`."""
    found = []

    def made(name, package):
        context = browser.new_context(locale=f"{package[0]}-CA", reduced_motion="reduce")
        found.append(Learner(context, lms, name, package))
        return found[-1]

    yield made
    for each in found:
        each.context.close()
    assert not [complaint for each in found for complaint in each.complaints]


def leave(learner, page):
    """Close the window of the course as an LMS sees it, once it was told all."""
    page.goto("about:blank")
    page.close()


def frame_of(page):
    """Return the frame that shows the course, once its scripts have run."""
    for _ in range(200):
        found = next((frame for frame in page.frames if re.search(r"/(?:fr|en)/.*\.html", frame.url)), None)
        if found:
            found.wait_for_load_state("load")
            found.wait_for_function("self.course")
            return found
        page.wait_for_timeout(50)
    raise AssertionError("no frame shows the course")


@BOTH
def test_a_first_visit_shows_the_course_and_is_incomplete(learner, whole, language, version):
    someone = learner(f"first-{language}", (language, version))
    page, course = someone.launch()
    expect(course.locator("h1")).to_have_text(whole.courses[language].pages["index"].title)
    expect(course.locator(".switch")).to_have_count(0)
    course.locator(".modules a").first.click()
    expect(course.locator("h1")).to_have_text(whole.courses[language].modules[0].title)
    leave(someone, page)
    assert someone.wait_for(lambda found: found.get(STATUS[version]) == "incomplete")


@BOTH
def test_who_comes_back_is_on_the_same_page_with_the_same_answers_and_who_comes_after_is_not(
    learner, whole, language, version
):
    course_of = whole.courses[language]
    someone = learner(f"back-{language}", (language, version))
    page, course = someone.launch()
    lesson = course_of.pages[LESSON]
    expect(course.locator("h1")).to_have_text(course_of.pages["index"].title)
    course.locator(".go .button").click()
    expect(course.locator("h1")).to_have_text(lesson.title)
    question = lesson.questions[0]
    right = next(n for n, option in enumerate(question.options) if option.right)
    asked = course.locator(f"#q-{question.id}")
    asked.locator("label").nth(right).click()
    asked.locator("button[type=submit]").click()
    expect(asked.locator(".told")).to_contain_text(whole.strings[language]["right"].rstrip("."))
    leave(someone, page)
    someone.wait_for(lambda found: found.get("cmi.suspend_data") and LESSON in str(found))

    page, course = someone.launch()
    expect(course.locator("h1")).to_have_text(lesson.title)
    expect(course.locator(f"#q-{question.id} input:checked")).to_have_count(1)
    leave(someone, page)

    # Another learner, the same browser: nothing of the first one shows.
    someone.sign_in(f"after-{language}")
    page, course = someone.launch()
    expect(course.locator("h1")).to_have_text(course_of.pages["index"].title)
    course.locator(".go .button").click()
    expect(course.locator("h1")).to_have_text(lesson.title)
    expect(course.locator(f"#q-{question.id}")).to_be_visible()
    expect(course.locator(f"#q-{question.id} input:checked")).to_have_count(0)
    leave(someone, page)


@FIRST
def test_who_failed_may_pass_and_is_never_failed_again(learner, language, version):
    someone = learner(f"again-{language}", (language, version))
    for day, score, success, best in (("22", 10, "failed", 50), ("23", 18, "passed", 90), ("24", 3, "passed", 90)):
        page, _ = someone.launch()
        doing.attempt(frame_of(page), f"2026-11-{day}T15:00:00.000Z", score)
        leave(someone, page)
        told = someone.wait_for(lambda found, best=best: str(found.get(RAW[version])) == str(best))
        assert told[SUCCESS[version]] == success, day


@BOTH
def test_the_whole_course_answered_fits_and_comes_back_under_another_path(learner, whole, lms, language, version):
    someone = learner(f"whole-{language}", (language, version))
    page, _ = someone.launch()
    frame = frame_of(page)
    doing.walk(frame, [step.id for step in whole.courses[language].steps])
    answered = "self.course.store.size.answers"
    count = frame.evaluate(answered)
    assert count >= 80
    leave(someone, page)
    told = someone.wait_for(lambda found: len(str(found.get("cmi.suspend_data", ""))) > 500)
    assert len(told["cmi.suspend_data"]) < 4096

    # The same package under another address: its twin of the other version of SCORM holds the same course.
    other = next(each for each in scorm.VERSIONS if each != version)
    someone.package = lms[1][language, other]
    page, _ = someone.launch()
    frame_of(page)
    leave(someone, page)
    address = f"{someone.address}/api/scorm/{someone.package}/cmi?launch=index.html"
    kept = {**someone.cmi(), "cmi.suspend_data": told["cmi.suspend_data"]}
    assert someone.context.request.put(address, data={"elements": kept}).ok
    page, _ = someone.launch()
    frame = frame_of(page)
    frame.wait_for_function(f"() => {answered} === {count}")
    leave(someone, page)


@SECOND
def test_an_lms_that_answers_with_errors_is_told_of_and_gets_it_all_later(learner, whole, language, version):
    someone = learner(f"errors-{language}", (language, version))
    someone.context.clock.install()
    page, _ = someone.launch()
    frame = frame_of(page)
    page.evaluate(BREAK)
    doing.walk(frame, [LESSON])
    said = page.frame_locator("#scormhost-content").locator("[role=status]")
    words = whole.strings[language]
    page.clock.fast_forward(10_000)
    expect(said).to_contain_text(words["lms_trouble"][:30], timeout=15_000)
    page.evaluate(MEND)
    page.clock.fast_forward(60_000)
    expect(said).to_contain_text(words["lms_back"][:30], timeout=30_000)
    someone.wait_for(lambda found: found.get("cmi.suspend_data"))
    leave(someone, page)


@FIRST
def test_blocked_storage_does_no_harm(learner, language, version):
    someone = learner(f"blocked-{language}", (language, version))
    page, _ = someone.launch(BLOCKED)
    frame = frame_of(page)
    doing.walk(frame, [LESSON])
    count = frame.evaluate("self.course.store.size.answers")
    assert count and frame.evaluate("self.course.store.trouble") == ""
    leave(someone, page)
    someone.wait_for(lambda found: found.get("cmi.suspend_data"))
    page, _ = someone.launch(BLOCKED)
    frame_of(page).wait_for_function(f"() => self.course.store.size.answers === {count}")
    leave(someone, page)
