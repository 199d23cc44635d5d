"""How long a page takes to come to life and to show an answer, on this machine and on a CPU slowed four times.

`PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.answers [--runs 5]` builds the course and drives a real browser
with the pointer and the keyboard. The time to the next paint is the browser's own (Event Timing, in steps of 8 ms) and
is true on a quiet machine only; the work is what the page's main thread computed, which a busy machine changes little.
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from tests.conftest import serve

from course import browser, make

PAGES = {
    "home": "index.html",
    "lesson": "suppliers/saying-thanks.html",
    "check": "suppliers/check.html",
    "assessment": "action/assessment.html",
    "progress": "progress/index.html",
    "tool": "tools/client-map.html",
    "guide": "trainer/suppliers/guide.html",
}
PHONE = {"width": 412, "height": 823}
SLOWER = 4
# A page without scripts or style of ours: what other figures are a multiple of.
REFERENCE = (
    "data:text/html,<!doctype html><style>p{margin:1em}</style><details><summary>Since when?</summary><p>Monday.</p>"
    "</details>" + "<p>A client asks for news.</p>" * 500
)
WATCH = """self.delays = [];
new PerformanceObserver((list) => {
  for (const { interactionId, duration } of list.getEntries()) if (interactionId) self.delays.push(duration);
}).observe({ type: "event", durationThreshold: 16 });"""
SHOWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"

POINT = """([selector, number]) => {
  const found = document.querySelectorAll(selector)[number];
  found.scrollIntoView({ block: "center", behavior: "instant" });
  const box = found.getBoundingClientRect();
  return [box.x + Math.min(20, box.width / 2), box.y + box.height / 2];
}"""
HELD = 80  # milliseconds


class Meter:
    """What the main thread of one tab does, in CPU time: what other programs do meanwhile does not count."""

    PARTS = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")

    def __init__(self, page):
        self.page, self.session = page, page.context.new_cdp_session(page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def _read(self):
        return {each["name"]: each["value"] for each in self.session.send("Performance.getMetrics")["metrics"]}

    def start_up(self, url):
        """Return the milliseconds of script, style and layout that it takes to open `url`."""
        self.page.goto("about:blank")
        self.page.goto(url, wait_until="load")
        self.page.evaluate(SHOWN)
        after = self._read()  # they begin anew with each page
        return 1000 * sum(after[part] for part in self.PARTS)

    def of(self, act):
        """Return `(milliseconds of all work, layouts)` from `act()` to the frame that shows what it did."""
        before = self._read()
        act()
        self.page.evaluate(SHOWN)
        after = self._read()
        return 1000 * (after["TaskDuration"] - before["TaskDuration"]), after["LayoutCount"] - before["LayoutCount"]


def press(page, selector, number=0):
    """Return a function that presses what `selector` finds as a person does: the pointer is there before."""
    point = page.evaluate(POINT, [selector, number])  # a locator would leave listeners of its own in the page
    page.mouse.move(*point)
    page.evaluate(SHOWN)
    return lambda: page.mouse.click(*point, delay=HELD)


def answers(page, address, language):
    """Yield `(what a learner does, a function that does it)`, page after page; each is to be done before the next."""

    def open(name):
        page.goto(f"{address}{language}/{PAGES[name]}", wait_until="load")
        page.evaluate(SHOWN)

    def key(name):
        return lambda: page.keyboard.press(name)

    page.goto(REFERENCE)
    yield "(open what a plain page hides)", press(page, "summary")
    open("lesson")
    question = ".text .question:has([type=radio])"
    yield "choose an option", press(page, f"{question} label", 1)
    yield "check it", press(page, f"{question} [type=submit]")
    yield "try again", press(page, f"{question} [type=reset]")
    yield "move by arrow key", key("ArrowDown")
    yield "check it by Enter", key("Enter")
    yield "choose in a scenario", press(page, ".scenario summary")
    open("assessment")
    press(page, ".exam-do .button")()
    page.evaluate(SHOWN)
    yield "answer in the assessment", press(page, ".exam-stage .option > label", 1)
    yield "flag a question", press(page, ".exam-stage .question [aria-pressed]")
    yield "answer the next by key", lambda: page.keyboard.press("ArrowDown")
    open("tool")
    page.evaluate("document.querySelector('#map-me').focus()")
    yield "write in a tool", key("a")


def measure(context, address, language):
    """Return `{what a learner does: (work in ms, layouts, ms to the next paint or 0)}`, once each in a new tab."""
    page, found = context.new_page(), {}
    page.add_init_script(WATCH)
    meter = Meter(page)
    for name, act in answers(page, address, language):
        page.evaluate("self.delays.length = 0")
        work, layouts = meter.of(act)
        page.wait_for_timeout(50)
        found[name] = (work, layouts, page.evaluate("Math.max(0, ...self.delays)"))
    page.close()
    return found


def main():
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=5, help="how many times each is measured (default: 5)")
    runs = range(parser.parse_args().runs)
    with tempfile.TemporaryDirectory() as folder, browser.launched() as launched:
        server, origin = serve(folder, "/")
        make.build(Path(folder), f"{origin}/")

        def fresh():
            return launched.new_context(viewport=PHONE)

        def opened(url):
            context = fresh()
            work = Meter(context.new_page()).start_up(url)
            context.close()
            return work

        reference = statistics.median(opened(REFERENCE) for _ in runs)
        print(f"to open a page: ms of script, style and layout (a page of 500 plain paragraphs: {reference:.1f})")
        for language in ("fr", "en"):
            for name, path in PAGES.items():
                work = statistics.median(opened(f"{origin}/{language}/{path}") for _ in runs)
                print(f"  {name + ' ' + language:28} {work:6.1f}   × {work / reference:.2f}")
        for slower in (1, SLOWER):
            print(f"an answer, CPU slowed {slower}×: ms of work, layouts, ms to the next paint (0: under 16)")
            for language in ("fr", "en"):
                rounds = []
                for _ in runs:
                    context = fresh()
                    context.on("page", lambda page, slower=slower: slow(page, slower))
                    rounds.append(measure(context, f"{origin}/", language))
                    context.close()
                for name in rounds[0]:
                    work, layouts, delay = (
                        statistics.median(each) for each in zip(*(one[name] for one in rounds), strict=True)
                    )
                    print(f"  {name + ' ' + language:34} {work:6.1f}  {layouts:3.0f}  {delay:5.0f}")
        server.shutdown()


def slow(page, times):
    """Slow the CPU of a tab."""
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": times})


if __name__ == "__main__":
    main()
