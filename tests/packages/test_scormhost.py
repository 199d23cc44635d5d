"""The packages in an LMS that is not ours: scormhost plays both versions of SCORM in a real browser."""

import threading
import time

import pytest
import uvicorn
from playwright.sync_api import expect, sync_playwright
from scormhost.app import create_scorm_app

from course import browser as browsers
from course import scorm

from .conftest import copied

PASSWORD = "correct horse battery"
LESSON = "start/three-circles"
STATUS = {"1.2": "cmi.core.lesson_status", "2004": "cmi.completion_status"}
BOTH = pytest.mark.parametrize(("language", "version"), [("fr", "1.2"), ("en", "2004")])


@pytest.fixture(scope="module")
def packages(pristine, tmp_path_factory):
    """The folder of the packages for an LMS."""
    copy = copied(pristine.root, tmp_path_factory.mktemp("played"))
    said = copy.run("-m", "course.verbs.package", "scorm")
    assert said.returncode == 0, said.stdout + said.stderr
    return copy.root / "dist" / "scorm"


@pytest.fixture(scope="module")
def chromium():
    """A browser."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=browsers.ensure(), args=["--no-sandbox"])
        yield launched
        launched.close()


@pytest.fixture(scope="module")
def lms(packages, whole, chromium, tmp_path_factory):
    """`(address, {(language, version): id})` of an LMS to which whoever registered first gave all packages."""
    app = create_scorm_app(data_dir=tmp_path_factory.mktemp("lms"), secret_key="known to this test and to nobody else")
    server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        assert thread.is_alive(), "the LMS did not start"
        time.sleep(0.05)
    address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    admin = chromium.new_context()
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

    def launch(self):
        """Open the package and return `(window, course)`: what shows the course stands in a frame of a frame."""
        page = self.context.new_page()
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
def learner(chromium, lms):
    """Return a function that makes a learner in a new browser: `learner(name, (language, version))`."""
    found = []

    def made(name, package):
        context = chromium.new_context(locale=f"{package[0]}-CA")
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
