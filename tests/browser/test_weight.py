"""What a learner downloads stays within budget. The figures themselves are in `benchmarks/weight.py`."""

from benchmarks.weight import walk

FIRST, NEXT, HOME = 40, 20, 26  # kB gzip; measured 35.3, 16.5 and 25.1
LESSONS = ["start/three-circles.html", "suppliers/saying-thanks.html"]


def test_a_first_lesson_and_the_next_are_light(browser, served):
    site, address = served
    for language in ("fr", "en"):
        pages = [f"{language}/{lesson}" for lesson in LESSONS]
        (first, weight, requests), (following, more, few) = walk(browser, site, address, pages)
        assert 5 < weight <= FIRST, f"{first}: {weight:.1f} kB"
        assert requests <= 7, f"{first}: {requests} requests"
        assert 1 < more <= NEXT, f"{following}: {more:.1f} kB"
        assert few <= 2, f"{following}: {few} requests"


def test_home_is_light(browser, served):
    site, address = served
    [(_, weight, requests)] = walk(browser, site, address, ["fr/index.html"])
    assert 3 < weight <= HOME and requests <= 7
