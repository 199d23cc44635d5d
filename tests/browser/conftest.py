"""A real browser on the built site. Every page opened here must keep to its own origin and say nothing on the console."""

import os
import time

import pytest
from playwright.sync_api import Page, sync_playwright

from course import browser as browsers


def wait_for_function(page, expression, *, arg=None, timeout=30_000):
    """Playwright's own asks within the page, where the course's policy lets no string become a script; this asks anew."""
    end = time.monotonic() + timeout / 1000
    while not (found := page.evaluate(expression, arg)):
        assert time.monotonic() < end, f"{expression} did not come true on {page.url}"
        page.wait_for_timeout(50)
    return found


Page.wait_for_function = wait_for_function


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests; each test has contexts of its own."""
    path = os.environ.get("CHROMIUM") or browsers.ensure()
    with sync_playwright() as playwright:
        # Quiet flags: the browser itself asks nothing of the network, and runs as root in a container.
        launched = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )
        yield launched
        launched.close()


@pytest.fixture
def visit(browser, served):
    """Return a function that opens a page of the course in a new context, watched for errors and foreign requests.

    `visit("fr/index.html", disk=False, **context options)`: from the web under its subpath, or from the folder on disk.
    """
    contexts, complaints = [], []
    site, address = served

    def opened(page_path, disk=False, context=None, errors=True, **options):
        base = site.as_uri() + "/" if disk else address
        if context is None:
            options.setdefault("locale", "fr-CA")
            context = browser.new_context(**options)
            contexts.append(context)
        page = context.new_page()
        page.base = base
        watch(page, base, page_path, errors)
        page.goto(base + page_path)
        return page

    def watch(page, base, page_path, errors):
        """Note what the page asks for and complains of; what its policy forbids is an error on the console."""
        page.on("request", lambda request: note_request(request.url, base, page_path))
        page.on("popup", lambda popup: watch(popup, base, page_path, errors))
        if errors:
            page.on("console", lambda said: said.type == "error" and complaints.append(f"{page_path}: {said.text}"))
            page.on("pageerror", lambda error: complaints.append(f"{page_path}: {error}"))

    def note_request(url, base, page_path):
        if not url.startswith((base, "data:", "blob:")) and "favicon.ico" not in url:
            complaints.append(f"{page_path}: asked {url}, which is not of this site")

    yield opened
    for context in contexts:
        cookies = context.cookies()
        complaints.extend(f"cookie {cookie['name']}" for cookie in cookies)
        context.close()
    assert not complaints, "\n".join(complaints)
