"""What axe finds on the pages of the built course: each page in each state (see `readers.py`), theme and width."""

import functools
import http.server
import threading
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from course import ROOT, browser, readers

# axe itself, and the rules asked for: WCAG 2.0, 2.1 and 2.2 at levels A and AA, and axe's own best practices.
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# Where each element stands takes axe long to write: it does so once it has found something.
RUN = """async (rules) => {
  const run = (selectors) => axe.run(document, { runOnly: rules, resultTypes: ["violations"], selectors });
  let { violations, passes } = await run(false);
  if (violations.length) ({ violations, passes } = await run(true));
  const told = ({ id, nodes }) => nodes.map((node) => [id, node.target.flat().join(" "), node.failureSummary]);
  return [passes.length, violations.flatMap(told)];
}"""
LEAST = 8  # rules that have something to look at, even on the smallest page; fewer means that axe saw no page
THEMES = ("light", "dark")
WIDTHS = (320, 1280)
HEIGHT = 800
# The menu and the search are the same on every page: in these they are opened.
MENUS = ("index.html", "start/three-circles.html")


@dataclass(frozen=True)
class Finding:
    """What axe finds: `page` is its address in the site, `state` what a reader has done there, `remedy` what to do."""

    page: str
    theme: str
    width: int
    state: str
    rule: str
    target: str
    remedy: str

    @property
    def language(self):
        """The language whose folder holds the page; the pages of the root serve all."""
        return self.page.partition("/")[0] if "/" in self.page else "all"

    def __str__(self):
        where = f"{self.page} [{self.language} {self.theme} {self.width} {self.state}]"
        return f"{where} {self.rule}: {self.target} — {self.remedy}"


def axe(page):
    """Return `(rule, target, remedy)` of each violation on a page of Playwright's in which `AXE` has run.

    Raises `ValueError` if axe had next to nothing to look at.
    """
    passes, found = page.evaluate(RUN, list(RULES))
    if passes < LEAST:
        raise ValueError(f"axe hardly looked at anything on {page.url}: {passes} rules")
    return [(rule, target, " ".join(summary.split())) for rule, target, summary in found]


def addresses(whole, shells=()):
    """Return the address in the site of everything to look at: each page of each language, each deck as a document too,
    the pages of the root, and the `shells` of packages (languages whose package stands in `lms-LANGUAGE/`)."""
    found = ["index.html#choose", "404.html"]
    for language, course in whole.courses.items():
        for page in course.pages.values():
            views = ["", "?view=notes", "?view=print"] if page.kind == "deck" else [""]
            found += [f"{language}/{page.url}{view}" for view in views]
    return found + [f"lms-{language}/index.html" for language in shells]


def looks(path, fast=False):
    """Return the `(width, themes)` in which to look at a page: all, or `fast`, one of each language as the tests do."""
    if fast:
        return [(1280, ["dark"])] if path.startswith(("en/", "lms-en/")) else [(320, ["light"])]
    return [(width, list(THEMES)) for width in WIDTHS]


def look(launched, origin, path, fast=False, patience=30_000):
    """Return `(findings, looks taken)` for the page at `path` of the site served at `origin`, in all its states, each
    waited for during `patience` milliseconds at most."""
    found, count = [], 0
    for width, themes in looks(path, fast):
        options = {"viewport": {"width": width, "height": HEIGHT}, "color_scheme": themes[0]}
        try:
            context = launched.new_context(locale="fr-CA", reduced_motion="reduce", **options)
            context.set_default_timeout(patience)
            context.clock.install()
            context.add_init_script(path=AXE)
            page = context.new_page()
            page.goto(f"{origin}/{path}")
            menus = path.partition("/")[2] in MENUS and not path.startswith("lms-")
            for state, shown in readers.states(page, path, menus):
                if shown is not page:  # in a window that a page opens, it would still speak of the empty one at first
                    shown.evaluate(AXE.read_text(encoding="utf-8"))
                for theme in themes:
                    shown.emulate_media(color_scheme=theme, reduced_motion="reduce")
                    found += [Finding(path, theme, width, state, *each) for each in axe(shown)]
                    count += 1
            context.close()
        except Exception as error:  # whatever it is, the other pages are looked at, and this one counts as a finding
            told = " ".join(str(error).split())[:300]
            found.append(Finding(path, themes[0], width, "?", "not-looked-at", "page", told))
    return found, count


_own = {}  # a worker's Playwright and browser


def _begin(path):
    """Launch the browser of a worker."""
    from playwright.sync_api import sync_playwright  # readers of the course do without

    _own.setdefault("playwright", sync_playwright().start())
    _own["path"], _own["browser"] = path, _launch(path)


def _launch(path):
    return _own["playwright"].chromium.launch(executable_path=path, args=browser.FLAGS)


def _look(origin, fast, path):
    """Look at a page; where the browser has died, look again with another."""
    seen = look(_own["browser"], origin, path, fast)
    if _own["browser"].is_connected():
        return seen
    _own["browser"] = _launch(_own["path"])
    return look(_own["browser"], origin, path, fast)


def look_at_all(site, paths, workers, fast=False):
    """Look at the pages at `paths` of the site in the folder `site`, with `workers` browsers; yield `(findings, looks
    taken)` of each as it is done."""
    with serve(site) as origin:
        # Playwright's processes do not survive a fork.
        pool = ProcessPoolExecutor(workers, get_context("spawn"), _begin, (browser.ensure(),))
        with pool:
            for done in as_completed([pool.submit(_look, origin, fast, path) for path in paths]):
                yield done.result()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextmanager
def serve(folder):
    """Serve a folder on a free port of this machine, and give its origin."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(Path(folder))))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def part(findings, entries):
    """Return `(findings that count, idle entries)`: what `accessibility:` in docs/exceptions.yml lets pass is left out.

    An entry excuses its rule on its page (without language where it says none) where the target holds `about`; it is
    idle if it excuses nothing.
    """
    left, used = [], set()
    for finding in findings:
        fitting = [
            entry
            for entry in entries
            if entry.rule == finding.rule and finding.page.startswith(entry.page) and entry.about in finding.target
        ]
        used.update(fitting)
        if not fitting:
            left.append(finding)
    return left, [entry for entry in entries if entry not in used]
