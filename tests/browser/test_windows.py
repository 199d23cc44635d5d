"""A window that tests hand on is as if new, or else is closed."""

import pytest

from .variants import everywhere
from .windows import Windows

LESSON = "fr/suppliers/saying-thanks.html"
USES = {
    "a script": lambda page: page.add_init_script("self.left = 'behind'"),
    "a script of all pages": lambda page: page.context.add_init_script("self.left = 'behind'"),
    "a clock": lambda page: page.clock.set_fixed_time("2030-01-01T12:00:00Z"),
    "a listener": lambda page: page.on("dialog", lambda dialog: dialog.dismiss()),
    "an answer in the network's place": lambda page: page.route("**/*.js", lambda route: route.abort()),
    "paper": lambda page: page.emulate_media(media="print"),
    "a permission": lambda page: page.context.grant_permissions(["clipboard-read"]),
    "no network": lambda page: page.context.set_offline(True),
    "one more page": lambda page: page.context.new_page(),
    "no page": lambda page: page.close(),
}
LEAVE = """() => {
  for (const kept of [localStorage, sessionStorage]) kept.setItem("left", "behind");
  addEventListener("pagehide", () => localStorage.setItem("late", "behind"));
  history.pushState({}, "", "#behind");
  document.body.dataset.left = "behind";
  document.querySelector(".steps a").focus();
  scrollTo(0, 500);
}"""
FOUND = """() => [localStorage.length, sessionStorage.length, history.length, scrollY, innerWidth, document.activeElement.tagName,
  document.body.dataset.left]"""


@pytest.fixture
def pool(browser, served):
    """Windows of a test's own."""
    pool = Windows(browser)
    yield pool
    for window in pool.waiting.values():
        window.context.close()


@everywhere
def test_who_gets_a_window_finds_nothing_of_the_one_before(pool, served, disk):
    site, address = served
    base = site.as_uri() + "/" if disk else address
    found = []
    for _ in range(2):
        page = pool.open(base, locale="fr-CA")
        page.goto(base + LESSON)
        found.append((page, page.evaluate(FOUND)))
        page.set_viewport_size({"width": 360, "height": 800})
        page.evaluate(LEAVE)
        pool.give_back()
    assert found[0] == found[1], "the window is another, or not as if new"


@pytest.mark.parametrize("use", USES)
def test_a_window_that_cannot_be_as_if_new_is_not_handed_on(pool, served, use):
    page = pool.open(served[1])
    page.goto(served[1] + LESSON)
    USES[use](page)
    pool.give_back()
    assert pool.open(served[1]) != page
    pool.give_back()


def test_what_a_page_may_not_do_is_told_when_its_window_is_given_back(pool, served):
    page = pool.open(served[1], bypass_csp=True)
    page.goto(served[1] + LESSON)
    page.evaluate("() => { console.error('something is wrong'); document.cookie = 'left=behind'; }")
    page.evaluate("fetch('http://127.0.0.1:1/').catch(() => {})")
    with pytest.raises(AssertionError) as told:
        pool.give_back()
    for what in ("saying-thanks.html: something is wrong", "asked http://127.0.0.1:1/", "cookie left"):
        assert what in str(told.value)
