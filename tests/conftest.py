"""What all tests share: the course's outline, and the site built once, as readers get it."""

import functools
import http.server
import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Page, sync_playwright

from course import ROOT, exceptions, outline
from course import browser as browsers
from course.proofreading import model
from tests import companies
from tests.copies import ADDRESS, SITE, Copy

SUBPATH = "/formation/"
# Where pages know their address, as they do not at the sample one.
PUBLIC = f"https://course.example{SUBPATH}"


class PagesHandler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder as GitHub Pages does: what is missing gets the root's 404 page."""

    root = ""

    def send_error(self, code, message=None, explain=None):
        if code != 404:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / self.root / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def serve(folder, subpath):
    """Serve `folder` on a free port and return `(server, origin)`; `subpath` is where its 404 page stands."""
    handler = type("Handler", (PagesHandler,), {"root": subpath.strip("/")})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_port}"


# Folders whose files take longest: they begin first, so that the workers end together.
LONG = ("packages", "verbs", "lms", "browser", "hosting", "company", "lifeboat", "scripts")


def pytest_collection_modifyitems(items):
    order = {name: place for place, name in enumerate(LONG)}
    items.sort(key=lambda item: order.get(item.path.parent.name, len(LONG)))


@pytest.fixture(scope="session")
def whole():
    """The outline of the course."""
    return outline.load()


@pytest.fixture(scope="session")
def pristine(tmp_path_factory):
    """A copy of the whole repository as it was when the tests began, not to be edited."""
    return Copy(ROOT, tmp_path_factory.mktemp("pristine"), SITE)


@pytest.fixture
def repository(pristine, tmp_path_factory):
    """A copy of the whole repository, to plant a defect in and to build without touching the real one.

    It stands as deep as `pristine`: esbuild's fingerprints depend on the way to node_modules, linked outside the copy.
    """
    return Copy(pristine.root, tmp_path_factory.mktemp("repository"), SITE)


def once(factory, name, make):
    """Return the folder that `make` fills, once for all workers: the first to ask makes it while the others wait."""
    common = factory.getbasetemp()
    folder = (common.parent if "PYTEST_XDIST_WORKER" in os.environ else common) / name
    made, failed = folder / "made", folder / "failed"
    try:
        folder.mkdir()
    except FileExistsError:
        end = time.monotonic() + 300
        while not made.exists():
            assert not failed.exists() and time.monotonic() < end, f"{name} was not made; another worker says why"
            time.sleep(0.1)
        return folder
    try:
        make(folder)
        made.touch()
    except BaseException:
        failed.touch()
        raise
    return folder


@pytest.fixture(scope="session")
def built(pristine, tmp_path_factory):
    """The site of the pristine copy, built once, not to be edited."""
    return once(tmp_path_factory, "built", lambda folder: pristine.build(folder / "site")) / "site"


@pytest.fixture(scope="session")
def acme(pristine, tmp_path_factory):
    """A company that has changed what it may, built once, not to be edited."""
    made = once(tmp_path_factory, "acme", lambda folder: companies.make_acme(pristine.root, folder))
    return companies.acme(made)


@pytest.fixture(scope="session")
def example(pristine, tmp_path_factory):
    """The example company, built once, not to be edited."""
    made = once(tmp_path_factory, "example", lambda folder: companies.make_example(pristine.root, folder))
    return companies.example(made)


@pytest.fixture(scope="session")
def proofread_site(built, pristine):
    """The site model of the built course, which knows the sources that it was made from."""
    return model.read(built, ADDRESS, pristine.root)


@pytest.fixture(scope="session")
def excused():
    """The findings that `docs/exceptions.yml` excuses."""
    return exceptions.load().rules


@pytest.fixture(scope="session")
def served(pristine, tmp_path_factory):
    """`(folder, address)` of the site, built once for an address of its own and served under this machine's."""
    folder = tmp_path_factory.mktemp("web")
    server, origin = serve(folder, SUBPATH)
    made = once(tmp_path_factory, "public", lambda folder: pristine.build(folder / "site", PUBLIC)) / "site"
    site = shutil.copytree(made, folder / SUBPATH.strip("/"))
    for path in filter(Path.is_file, site.rglob("*")):
        content = path.read_bytes()
        if PUBLIC.encode() in content:
            path.write_bytes(content.replace(PUBLIC.encode(), f"{origin}{SUBPATH}".encode()))
    yield site, origin + SUBPATH
    server.shutdown()


def wait_for_function(place, expression, *, arg=None, timeout=30_000):
    """Ask until it is true: Playwright's own asks within the page, where no string may become a script."""
    end, pause = time.monotonic() + timeout / 1000, 5
    while not (found := place.evaluate(expression, arg)):
        assert time.monotonic() < end, f"{expression} did not come true on {place.url}"
        place.wait_for_timeout(pause)
        pause = min(50, 2 * pause)
    return found


Page.wait_for_function = Frame.wait_for_function = wait_for_function


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests, in whatever folder: Playwright begins once. No test finds what another did in it."""
    path = os.environ.get("CHROMIUM") or browsers.ensure()
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=browsers.FLAGS)
        yield launched
        launched.close()
