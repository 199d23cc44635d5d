"""The next lesson's page is fetched ahead near the end of a lesson, at no cost to those who pay by the byte."""

import pytest

LESSON, NEXT = "fr/suppliers/saying-thanks.html", "fr/suppliers/paying-on-time.html"
CONNECTION = "Object.defineProperty(Navigator.prototype, 'connection', {{ get: () => ({}) }})"
GOOD = "{ effectiveType: '4g', saveData: false }"
# What a browser says of a connection where bytes are counted or slow, or says nothing.
COUNTED = {
    "who saves data": "{ effectiveType: '4g', saveData: true }",
    "a mobile network": "{ effectiveType: '4g', saveData: false, type: 'cellular' }",
    "3g": "{ effectiveType: '3g', saveData: false }",
    "2g": "{ effectiveType: '2g', saveData: false }",
    "a browser that says nothing": "undefined",
}
ASKED = """() => [...document.querySelectorAll("link[rel=prefetch]")].map((link) => link.href)"""
FETCHED = """(address) => performance.getEntriesByName(address, "resource").length"""


def lesson(visit, connection, **options):
    """Return the page of a lesson as a browser with this connection shows it."""
    page = visit("index.html#choose", **options)
    page.add_init_script(CONNECTION.format(connection))
    page.goto(page.base + LESSON, wait_until="load")
    page.wait_for_function("Boolean(self.course)")
    return page


def to_the_end_and_back(page):
    for _ in range(2):
        page.locator("a[rel=next]").scroll_into_view_if_needed()
        page.wait_for_timeout(200)
        page.evaluate("scrollTo(0, 0)")
        page.wait_for_timeout(100)


def test_on_a_good_connection_the_next_page_is_fetched_once_and_only_at_the_end(visit):
    page = lesson(visit, GOOD)
    page.wait_for_timeout(300)
    assert page.evaluate(ASKED) == [], "fetched by someone who only looked at the top"
    to_the_end_and_back(page)
    address = page.base + NEXT
    assert page.evaluate(ASKED) == [address]
    assert page.wait_for_function(FETCHED, arg=address, timeout=5000) == 1, "the policy of the page lets it"
    others = page.evaluate("performance.getEntriesByType('resource').map(({ name }) => name)")
    assert [name for name in others if "paying-on-time" in name] == [address], "nothing but the page"


@pytest.mark.parametrize("connection", COUNTED.values(), ids=COUNTED)
def test_where_bytes_count_nothing_is_fetched_ahead(visit, connection):
    page = lesson(visit, connection)
    to_the_end_and_back(page)
    assert page.evaluate(ASKED) == []


def test_a_folder_on_disk_needs_none(visit):
    page = lesson(visit, GOOD, disk=True)
    to_the_end_and_back(page)
    assert page.evaluate(ASKED) == []


def test_a_package_for_an_lms_asks_for_no_page_that_nobody_opened(visit):
    """Its pages are marked as `lms_shell.mark` does."""
    page = visit("index.html#choose")
    page.add_init_script(CONNECTION.format(GOOD))
    page.route(f"**/{LESSON}", lambda route: marked(route, route.fetch()))
    page.goto(page.base + LESSON, wait_until="load")
    page.wait_for_function("Boolean(self.course)")
    to_the_end_and_back(page)
    assert page.evaluate(ASKED) == []


def marked(route, answer):
    route.fulfill(response=answer, body=answer.text().replace(" data-course=", " data-lms data-course=", 1))
