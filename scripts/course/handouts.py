"""What trainers hand out: which pages these are, and the same pages as PDF files for a release."""

import contextlib
import mimetypes
import shutil
import signal
import tempfile
import time
from pathlib import Path

from course import ROOT, VERSION, browser, make, site

# Kinds of a theme's pages (see `pages.TRAINER`), and pages that serve all themes.
KINDS = ("workbook", "key", "roles")
CARDS = ("trainer/voting-cards", "trainer/thank-you-cards")
FOLDER = ROOT / "dist" / "handouts"
PDF = {"tagged": True, "outline": True, "prefer_css_page_size": True}


def is_handout(page):
    """Tell whether a page is handed out."""
    return page.kind in KINDS or page.id in CARDS


def printed(page):
    """Tell whether a page is made to be printed: a handout, or the guide, which holds a key."""
    return is_handout(page) or page.kind == "guide"


def of_course(course):
    """Return the handouts of a course in the order of nav."""
    return [page for page in course.pages.values() if is_handout(page)]


def file_name(whole, course, page):
    """Return the name of a handout's file, such as `tous-clients-0.4.0-fr-suppliers-workbook.pdf`."""
    name = page.id.removeprefix("trainer/").replace("/", "-")
    return f"{whole.company['course']['id']}-{VERSION}-{course.language}-{name}.pdf"


def package(target=FOLDER):
    """Build the course, print its handouts into the folder `target` and say so, a line each; `target` is replaced once
    all are printed. Raises `CourseError`; stops with a sentence if no browser can be had."""
    from playwright.sync_api import sync_playwright  # readers of the course do without

    chromium, start = browser.ensure(), time.monotonic()
    target.parent.mkdir(parents=True, exist_ok=True)
    site.recover(target)
    made = Path(tempfile.mkdtemp(prefix=".handouts-", dir=target.parent))
    made.chmod(0o755)
    try:
        with tempfile.TemporaryDirectory(prefix="course-handouts-") as folder, sync_playwright() as playwright:
            whole = make.build(folder)
            launched = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"], handle_sigint=False)
            rows = []
            with _between_handouts() as stop:
                for name, pages, size, seconds in write(launched, folder, whole, made):
                    rows.append((pages, size))
                    print(f"{name:<56}{pages:>3} page(s) {size / 1000:>6.0f} kB {seconds:>5.1f} s", flush=True)
                    stop()
            launched.close()
        site.swap(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    pages, size = (sum(column) for column in zip(*rows, strict=True))
    print(f"{len(rows)} handouts, {pages} pages, {size / 1000:.0f} kB in {time.monotonic() - start:.1f} s: {target}")


@contextlib.contextmanager
def _between_handouts():
    """Hold an interruption back, and give a function that lets it through: Playwright, stopped in the middle of an
    answer, ends with a page of its own trouble."""
    asked = []
    before = signal.signal(signal.SIGINT, lambda *_: asked.append(True))

    def stop():
        if asked:
            raise KeyboardInterrupt

    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


def write(launched, folder, whole, target):
    """Print the handouts of the site in `folder` with a browser into `target`; yield `(file name, pages, bytes,
    seconds)` of each. Links in them lead to where the course is published."""
    import pypdf

    address = make.address_of(whole.company)
    # Without scripts: a handout says all that it has to say, and holds still.
    context = launched.new_context(java_script_enabled=False)
    context.route("**/*", lambda route: _serve(route, Path(folder), address))
    page = context.new_page()
    for course in whole.courses.values():
        for handout in of_course(course):
            start, file = time.monotonic(), Path(target) / file_name(whole, course, handout)
            page.goto(f"{address}{course.language}/{handout.url}")
            file.write_bytes(page.pdf(**PDF))
            with file.open("rb") as stream:
                pages = len(pypdf.PdfReader(stream).pages)
            yield file.name, pages, file.stat().st_size, time.monotonic() - start
    context.close()


def _serve(route, folder, address):
    """Answer what a page asks for from the built site, and nothing else."""
    file = folder / route.request.url.partition("?")[0].removeprefix(address)
    if route.request.url.startswith(address) and file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0])
    else:
        route.abort()
