"""Nothing that a reader sees moves while a page comes: neither for a newcomer nor for one whose record is shown."""

import functools
import threading
from http.server import ThreadingHTTPServer

import pytest

from tests.conftest import PagesHandler

from .learner import take_assessment, walk
from .pages import KINDS, SETTLED

# The kinds of page that scripts change, and one that they leave alone.
SHOWN = ["home", "module", "lesson", "first lesson", "check", "case", "bank", "progress", "review", "certificate",
         "thank-you card", "client map", "self-diagnosis", "commitments", "phrases", "guide", "room vote", "workbook",
         "voting cards", "group results", "about"]  # fmt: skip
PATHS = [*(KINDS[kind] for kind in SHOWN), "progress/changes.html"]
# Those on which a record shows, beside the way on that every page has.
RECORDED = [KINDS[kind] for kind in ("home", "module", "lesson", "first lesson", "check", "bank", "progress", "review",
                                     "certificate", "commitments", "guide")]  # fmt: skip
NARROW, WIDE = {"width": 412, "height": 823}, {"width": 1350, "height": 940}
WATCH = """self.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, sources } of list.getEntries()) {
    const moved = sources.map(({ node }) => node?.outerHTML?.slice(0, 90) ?? node?.textContent.slice(0, 40));
    self.shifts.push(`${value.toFixed(4)}: ${moved.join(" | ")}`);
  }
}).observe({ type: "layout-shift", buffered: true });"""
PAINTED = "performance.getEntriesByType('paint').some(({ name }) => name === 'first-contentful-paint')"


@pytest.fixture
def held(served):
    """`(address, gate)`: the site on a server that keeps the scripts that may wait until the gate is open."""
    site, _ = served
    gate = threading.Event()

    class Handler(PagesHandler):
        def do_GET(self):
            if self.path.endswith(".js") and "/first." not in self.path:
                gate.wait(30)
            super().do_GET()

        def end_headers(self):
            self.send_header("Cache-Control", "no-store")  # or scripts would come from the browser's own memory
            super().end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", gate
    gate.set()
    server.shutdown()


@pytest.mark.parametrize(("language", "size", "known"), [
    ("fr", NARROW, True), ("fr", WIDE, False), ("en", NARROW, False), ("en", WIDE, True),
], ids=["fr-narrow-known", "fr-wide-new", "en-narrow-new", "en-wide-known"])  # fmt: skip
def test_nothing_that_is_seen_moves_when_scripts_come(browser, held, whole, language, size, known):
    address, gate = held
    context = browser.new_context(viewport=size, locale="fr-CA")
    page = context.new_page()
    page.add_init_script(WATCH)
    if known:
        gate.set()
        page.goto(f"{address}{language}/index.html")
        steps = whole.courses[language].steps[:9]
        questions = [question.id for step in steps for question in step.questions]
        walk(page, [step.id for step in steps], wrong=questions[::3], edited=questions[4:6])
        take_assessment(page, 7)
        page.evaluate("self.course.store.put('plans', 'suppliers/gifts', { kept: true, text: '' })")
    moved = {}
    for path in RECORDED if known else PATHS:
        gate.clear()
        page.goto(f"{address}{language}/{path}", wait_until="commit")
        page.wait_for_function(PAINTED)  # what stands without them is seen, and then they come
        gate.set()
        page.wait_for_load_state("load")
        page.evaluate(SETTLED)
        assert page.evaluate("Boolean(self.course) && !('coming' in document.documentElement.dataset)"), path
        if shifts := page.evaluate("self.shifts"):
            moved[path] = shifts
    context.close()
    assert not moved, moved
