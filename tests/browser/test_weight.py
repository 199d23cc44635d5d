"""What a learner downloads stays within budget. The figures themselves are in `benchmarks/weight.py`."""

import statistics

import pytest
from benchmarks import reference
from benchmarks.weight import REFERENCE, lessons, walk

from tests.conftest import serve
from tests.copies import SITE, Copy

FIRST, NEXT, HOME = 34, 16.5, 24  # kB gzip of the real lessons
MEDIAN, MOST = 13.5, 15.5  # of their pages alone
LESSONS = ["start/three-circles.html", "suppliers/saying-thanks.html"]


def test_a_first_lesson_and_the_next_are_light(browser, served):
    site, address = served
    for language in ("fr", "en"):
        pages = [f"{language}/{lesson}" for lesson in LESSONS]
        (first, weight, requests), (following, more, few) = walk(browser, site, address, pages)
        assert 5 < weight <= FIRST, f"{first}: {weight:.1f} kB"
        assert requests <= 9, f"{first}: {requests} requests"
        # The next one is another module's: its page, and what each of the two modules holds.
        assert 1 < more <= NEXT, f"{following}: {more:.1f} kB"
        assert few <= 3, f"{following}: {few} requests"


def test_every_real_lesson_is_light_as_the_next_one(built, whole):
    for language, course in whole.courses.items():
        found = lessons(built, language, course)
        assert len(found) >= 17
        assert statistics.median(found.values()) <= MEDIAN, language
        most = max(found, key=found.get)
        assert found[most] <= MOST, f"{most} ({language}): {found[most]:.1f} kB"


def test_home_is_light_and_brings_nothing_of_search_or_of_the_lessons(browser, served):
    site, address = served
    [(_, weight, requests)] = walk(browser, site, address, ["fr/index.html"])
    assert 3 < weight <= HOME and requests <= 8, f"{weight:.1f} kB, {requests} requests"


@pytest.fixture(scope="module")
def referred(pristine, tmp_path_factory):
    """The site with the reference lessons, on an address."""
    copy = Copy(pristine.root, tmp_path_factory.mktemp("reference"), SITE)
    reference.plant(copy)
    site = copy.build(tmp_path_factory.mktemp("referred") / "site")
    server, origin = serve(site, "/")
    yield site, f"{origin}/"
    server.shutdown()


def test_the_reference_lesson_is_as_light_as_was_set_out(browser, referred):
    site, address = referred
    (first, weight, requests), (following, more, few) = walk(browser, site, address, REFERENCE)
    assert 5 < weight <= 30 and requests <= 10, f"{first}: {weight:.1f} kB in {requests} requests"
    assert 1 < more <= 8 and few == 1, f"{following}: {more:.1f} kB in {few} requests"
