"""An LMS in a real browser: a page that plays packages with somebody else's runtime, and packages as an LMS unpacks them."""

import shutil

import pytest

from course import ROOT, editions, scorm, zips
from course.packages import Builds
from tests.conftest import serve

RUNTIME = ROOT / "node_modules" / "scorm-again" / "dist"
LANGUAGE = "fr"
# An LMS: `launch(version, content, saved, how)` begins a runtime with what was saved and opens the content in a frame or
# in a window; `lms.calls` are the calls that it got, `lms.saved` what it keeps, `lms.fault(name, element)` may answer
# instead of it.
HOST = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { width: 100%; height: 100vh; border: 0 }</style></head>
<body>
<script src="scorm12.min.js"></script>
<script src="scorm2004.min.js"></script>
<script>
const NAMES = {
  "1.2": ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit", "LMSGetLastError"],
  2004: ["Initialize", "Terminate", "GetValue", "SetValue", "Commit", "GetLastError"],
};
self.lms = { calls: [], saved: null, fault: null };
function launch(version, content, saved = {}, how = "frame") {
  const settings = { autocommit: false, logLevel: 5, dataCommitFormat: "flattened" };
  const api = version === "1.2" ? new Scorm12API(settings) : new Scorm2004API(settings);
  api.loadFromFlattenedJSON(saved);
  lms.api = api;
  const wrapped = Object.fromEntries(NAMES[version].map((name) => [name, (...given) => {
    lms.calls.push([name, ...given]);
    const answer = lms.fault?.(name, ...given);
    if (answer !== undefined) return answer;
    const result = api[name](...given);
    if (/Commit|Finish|Terminate/.test(name) && result === "true") {
      lms.saved = Object.fromEntries(Object.entries(api.renderCommitCMI(true)).filter(([, value]) => typeof value === "string" && value !== ""));
    }
    return result;
  }]));
  if (version === "1.2") self.API = wrapped;
  else self.API_1484_11 = wrapped;
  if (how === "window") return void open(content);
  const frame = document.createElement("iframe");
  frame.src = content;
  document.body.append(frame);
}
function leave() {
  document.querySelector("iframe").remove();
}
</script></body></html>
"""


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    """The address of an LMS that has unpacked the course as `1.2/index.html` and `2004/index.html`, and again under
    `moved/deep/`."""
    folder, builds = tmp_path_factory.mktemp("lms"), Builds(tmp_path_factory.mktemp("builds"))
    built = builds.site(editions.for_lms(LANGUAGE))
    for version in scorm.VERSIONS:
        package = folder / f"{version}.zip"
        zips.write(package, scorm.members(built, LANGUAGE, version))
        for root in (folder, folder / "moved" / "deep"):
            shutil.unpack_archive(package, root / version)
    for version in ("12", "2004"):
        shutil.copy(RUNTIME / f"scorm{version}.min.js", folder)
    (folder / "lms.html").write_text(HOST, encoding="utf-8")
    (folder / "404.html").write_text("", encoding="utf-8")
    server, origin = serve(folder, "/")
    yield f"{origin}/"
    server.shutdown()


class Launch:
    """A package that an LMS has opened for a learner, in the window `page`, whose clock can be moved `forward`."""

    def __init__(self, page, version, forward):
        self.page, self.version, self.forward = page, version, forward

    def frame(self, part):
        """Return the frame whose address holds `part`, once its scripts have run."""
        for _ in range(200):
            found = next(
                (frame for window in self.page.context.pages for frame in window.frames if part in frame.url), None
            )
            if found:
                found.wait_for_load_state("load")
                return found
            self.page.wait_for_timeout(50)
        raise AssertionError(f"no frame shows {part}")

    shell = property(lambda self: self.frame(f"/{self.version}/index.html"))

    @property
    def course(self):
        """The page of the course, with its scripts run."""
        frame = self.frame(f"/{self.version}/{LANGUAGE}/")
        frame.wait_for_function("self.course")
        return frame

    def go(self, path):
        """Go to another page of the course, as a link does."""
        self.course.evaluate("path => location.assign(course.base + path)", path)
        frame = self.frame(f"/{LANGUAGE}/{path.partition('#')[0]}")
        frame.wait_for_function("self.course")
        return frame

    @property
    def said(self):
        """What the shell says to the learner."""
        return self.shell.locator("[role=status]").inner_text()

    def told(self, text):
        """Wait until the shell says `text`, which may take it minutes."""
        found = self.shell.locator("[role=status] p", has_text=text)
        for _ in range(200):
            if found.count():
                return
            self.forward(10_000)
            self.page.wait_for_timeout(50)
        raise AssertionError(f"the shell does not say {text!r} but {self.said!r}")

    def saved(self, *names):
        """Return what the LMS keeps: all, or the first of `names` that it has."""
        found = self.page.evaluate("lms.saved") or {}
        return next((found[name] for name in names if name in found), None) if names else found

    def calls(self, *names):
        """Return the calls of these names, with what was given, that the LMS got."""
        return [call for call in self.page.evaluate("lms.calls") if call[0].removeprefix("LMS") in names]

    def settled(self, id=None, place="start/three-circles"):
        """Wait until the LMS has saved all that it was told, with the page that is shown and an answer to the question
        `id`."""
        self.forward(2000)
        self.page.wait_for_function(
            """([id, place]) => {
              const last = (called) => lms.calls.findLastIndex(([name]) => name.endsWith(called));
              const saved = Object.values(lms.saved ?? {}).map((text) => text.replaceAll("_", "-"));
              return last("Commit") > last("SetValue") && saved.includes(place) && (!id || saved.includes(id));
            }""",
            arg=[id, place],
        )

    def leave(self):
        """Close the course, and return what the LMS keeps."""
        self.page.evaluate("leave()")
        return self.saved()


@pytest.fixture
def lms(browser, packages):
    """Return a function that opens the course in an LMS: `lms(version, saved, path, context, how, script)` → `Launch`.

    `script` runs in every page before its own. Time passes as it does, and faster where a test would wait. What any page
    says on the console as an error fails the test.
    """
    contexts, complaints = [], []

    def opened(version, saved=None, path="", context=None, how="frame", script=""):
        if context is None:
            context = browser.new_context(locale="fr-CA", reduced_motion="reduce")
            contexts.append(context)
            context.clock.install()
        page = context.new_page()
        if script:
            page.add_init_script(script)
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(packages + "lms.html")
        content = f"{path}{version}/index.html"
        page.evaluate("given => launch(...given)", [version, content, saved or {}, how])
        launch = Launch(page, version, page.clock.fast_forward)
        _ = launch.course
        return launch

    yield opened
    for context in contexts:
        assert context.cookies() == []
        context.close()
    assert not complaints, "\n".join(complaints)
