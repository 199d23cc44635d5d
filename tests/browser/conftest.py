"""A real browser on the built site. Every page opened here must keep to its own origin and say nothing on the console."""

import pytest


def watch(page, complaints, path, errors=True):
    """Note what a page under `page.base` asks for and complains of; what its policy forbids is an error on the console."""
    base = page.base

    def note_request(url):
        if not url.startswith((base, "data:", "blob:")) and "favicon.ico" not in url:
            complaints.append(f"{path}: asked {url}, which is not of this site")

    def note_popup(popup):
        popup.base = base
        watch(popup, complaints, path, errors)

    page.on("request", lambda request: note_request(request.url))
    page.on("popup", note_popup)
    if errors:
        page.on("console", lambda said: said.type == "error" and complaints.append(f"{path}: {said.text}"))
        page.on("pageerror", lambda error: complaints.append(f"{path}: {error}"))


def check(complaints, context):
    """Fail if pages did what they may not, or left a cookie in their context."""
    found = [*complaints, *(f"cookie {cookie['name']}" for cookie in context.cookies())]
    complaints.clear()
    assert not found, "\n".join(found)


@pytest.fixture
def visit(browser, served):
    """Return a function that opens a page of the course in a new context, watched for errors and foreign requests.

    `visit("fr/index.html", disk=False, **context options)`: from the web under its subpath, or from the folder on disk.
    Without motion, unless a test asks for it: what scrolls smoothly is waited for at each press.
    """
    contexts, complaints = [], []
    site, address = served

    def opened(page_path, disk=False, context=None, errors=True, **options):
        if context is None:
            options.setdefault("locale", "fr-CA")
            options.setdefault("reduced_motion", "reduce")
            context = browser.new_context(**options)
            contexts.append(context)
        page = context.new_page()
        page.base = site.as_uri() + "/" if disk else address
        watch(page, complaints, page_path, errors)
        page.goto(page.base + page_path)
        return page

    yield opened
    for context in contexts:
        try:
            check(complaints, context)
        finally:
            context.close()


@pytest.fixture(scope="module")
def window(browser, served):
    """`(page, complaints)`: one window for all the tests of a module that look at pages as they come."""
    context, complaints = browser.new_context(locale="fr-CA", reduced_motion="reduce"), []
    page = context.new_page()
    page.base = served[1]
    watch(page, complaints, "in one window")
    yield page, complaints
    context.close()


@pytest.fixture
def turn(window):
    """Return a function that turns to a page of the course, in a quarter of the time that `visit` takes: the window is
    the one of the test before, of `width` by `height` pixels, and keeps nothing of it."""
    page, complaints = window
    storage = page.context.new_cdp_session(page)
    origin = page.evaluate("url => new URL(url).origin", page.base)

    def opened(path, width, height):
        page.goto("about:blank")
        storage.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
        page.set_viewport_size({"width": width, "height": height})
        page.goto(page.base + path)
        return page

    yield opened
    storage.detach()
    check(complaints, page.context)
