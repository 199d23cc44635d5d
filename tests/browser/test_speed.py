"""Pages come to life and answers show without keeping anybody waiting. `benchmarks/answers.py` and
`benchmarks/lighthouse.py` print the figures; here stand budgets that hold on a busy machine and not if a page's work
doubles: CPU time of the page alone, as a multiple of what a plain page costs in the same minute."""

import statistics

import pytest
from benchmarks.answers import PAGES, PHONE, REFERENCE, Meter, measure

RUNS = 3
# Script, style and layout that open a page; measured 3.0, 5.5, 3.0, 3.7, 3.3, 3.9 and 9.3 on a machine under load.
OPENS = {"home": 5.5, "lesson": 9, "check": 5.5, "assessment": 6.5, "progress": 6, "tool": 7, "guide": 15}
# All work of an answer, from the press to what follows its verdict; measured 0.3 to 2.3.
ANSWER = 3.2
# A layout a frame, and an answer takes some: to press, to let go, to open, to follow. Scripts that measure what they
# change would ask for one an element.
LAYOUTS = 5


def opened(browser, url):
    """Return the milliseconds of work that it takes to open `url` in a fresh context."""
    context = browser.new_context(viewport=PHONE)
    work = Meter(context.new_page()).start_up(url)
    context.close()
    return work


@pytest.fixture(scope="module")
def plain(browser):
    """The work that a page of plain paragraphs takes here and now."""
    opened(browser, REFERENCE)  # what only a first page costs
    return statistics.median(opened(browser, REFERENCE) for _ in range(5))


def test_no_page_keeps_the_browser_busy_while_it_comes(browser, served, plain):
    _, address = served
    found = {
        name: statistics.median(opened(browser, f"{address}fr/{PAGES[name]}") for _ in range(RUNS)) / plain
        for name in OPENS
    }
    assert min(found.values()) > 0.5, found
    assert {name: times for name, times in found.items() if times > OPENS[name]} == {}, found


def test_an_answer_shows_at_once(browser, served, plain):
    _, address = served
    rounds = []
    for _ in range(RUNS):
        context = browser.new_context(viewport=PHONE)
        rounds.append(measure(context, address, "fr"))
        context.close()
    assert len(rounds[0]) >= 10
    for name in rounds[0]:
        work, layouts, _ = (statistics.median(each) for each in zip(*(one[name] for one in rounds), strict=True))
        assert layouts <= LAYOUTS, f"{name}: laid out {layouts} times"
        assert 0 < work <= ANSWER * plain, f"{name}: {work:.1f} ms, {work / plain:.1f} times a plain page"


def test_nothing_of_the_rest_of_the_page_comes_before_a_verdict(visit):
    page = visit("fr/suppliers/saying-thanks.html")
    form = page.locator(".text .question:has([type=radio]) form").first
    form.locator("[type=radio]").first.check()
    before = form.evaluate(
        """form => {
          self.heard = [];
          for (const name of ["course:told", "course:change"]) document.addEventListener(name, () => heard.push(name));
          form.requestSubmit();
          return [form.closest(".question").matches(".right, .again"), heard.length];
        }"""
    )
    assert before == [True, 0]
    page.wait_for_function("heard.length === 2")
