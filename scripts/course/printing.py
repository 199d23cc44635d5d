"""Pages of the course on paper, as tagged PDF, by Chromium."""

import contextlib
import mimetypes
import signal
from pathlib import Path

from course import browser

PDF = {"tagged": True, "outline": True, "prefer_css_page_size": True}


@contextlib.contextmanager
def started():
    """Start a browser and give `(browser, stop)`: `stop()`, called between two prints, lets an interruption through.
    Ends with a sentence if no browser can be had."""
    with browser.launched(handle_sigint=False) as launched, _between_prints() as stop:
        yield launched, stop


@contextlib.contextmanager
def sheet(launched, folder, address, extra=None):
    """Give a page of a browser that finds the site in `folder` at `address`, where links on paper will lead, and
    nothing else; `extra` maps more paths of the site to text."""
    # Without scripts: a page on paper says all that it has to say, and holds still.
    context = launched.new_context(java_script_enabled=False)
    context.route("**/*", lambda route: _serve(route, Path(folder), address, extra or {}))
    yield context.new_page()
    context.close()


def pages_of(file):
    """Return how many pages a PDF file has."""
    import pypdf

    with file.open("rb") as stream:
        return len(pypdf.PdfReader(stream).pages)


@contextlib.contextmanager
def _between_prints():
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


def _serve(route, folder, address, extra):
    """Answer what a page asks for from the built site, and nothing else."""
    path = route.request.url.partition("?")[0].removeprefix(address)
    file = folder / path
    if route.request.url.startswith(address) and path in extra:
        route.fulfill(body=extra[path], content_type=mimetypes.guess_type(path)[0])
    elif route.request.url.startswith(address) and file.is_file():
        route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0])
    else:
        route.abort()


def places(file):
    """Return the sheets of a PDF file where the ids that its own links lead to stand, from 1: `{id: number}`."""
    import pypdf

    reader = pypdf.PdfReader(file)
    found = reader.named_destinations.items()
    return {name.lstrip("/"): reader.get_destination_page_number(place) + 1 for name, place in found}
