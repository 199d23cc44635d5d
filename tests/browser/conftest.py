"""A real browser on the built site. Every page opened here must keep to its own origin and say nothing on the console."""

import pytest

from .windows import Windows


@pytest.fixture(scope="session")
def windows(browser):
    """The windows of all the tests of this folder."""
    return Windows(browser)


@pytest.fixture
def visit(windows, served):
    """Return a function that opens a page of the course in a window where nothing was, watched for errors and foreign
    requests.

    `visit("fr/index.html", disk=False, **context options)`: from the web under its subpath, or from the folder on disk.
    Without motion, unless a test asks for it: what scrolls smoothly is waited for at each press.
    """
    site, address = served

    def opened(page_path, disk=False, context=None, errors=True, **options):
        if context is None:
            base = site.as_uri() + "/" if disk else address
            page = windows.open(base, errors, **{"locale": "fr-CA", "reduced_motion": "reduce"} | options)
        else:
            page = windows.beside(context)
        page.goto(page.base + page_path)
        return page

    yield opened
    windows.give_back()
