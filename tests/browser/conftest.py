"""A real browser on the built site. Every page opened here must keep to its own origin and say nothing on the console."""

import pytest


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
