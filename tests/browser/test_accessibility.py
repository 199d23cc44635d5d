"""axe finds nothing on any page, in both languages, once a reader has answered, opened and filled in what is there.

French pages are looked at narrow and light, English ones wide and dark; ./scripts/accessibility looks at each in every
theme and width, before and after.
"""

import pytest

from course import accessibility, readers

from .pages import DOORS
from .variants import languages

LOOK_OF = {"fr": {"width": 320, "theme": "light"}, "en": {"width": 1280, "theme": "dark"}}
PARTS = ["course", "beside", "trainer", "host"]


def violations(page):
    """Return what axe finds, a line each, on a page where it has not run yet."""
    page.evaluate(accessibility.AXE.read_text(encoding="utf-8"))
    return [": ".join(each) for each in accessibility.axe(page)]


def equipped(visit, language, path):
    """Open a page as its language is looked at; from the next one on, axe is there."""
    look = LOOK_OF[language]
    size = {"width": look["width"], "height": 800}
    page = visit(path, color_scheme=look["theme"], viewport=size, reduced_motion="reduce", locale=f"{language}-CA")
    page.context.add_init_script(path=accessibility.AXE)
    page.context.clock.install()
    return page


def part_of(page, modules):
    """Return which of `PARTS` a page belongs to."""
    section = page.id.partition("/")[0]
    return section if section in PARTS else "course" if section in modules else "beside"


def look(page, path, menus=False, slides=False, first=False):
    """Return what axe finds on the page at `path` once readers have worked there, in each state that they make of it, or
    the `first` one alone; of a deck, as it opens, or each of its `slides` too."""
    page.evaluate("localStorage.clear()")
    page.goto(page.base + path)
    deck = "/deck.html" in path
    if deck and not slides:
        return [f"{path}: {': '.join(each)}" for each in accessibility.axe(page)]
    found, states = [], 0
    for state, shown in readers.states(page, path, menus):
        if shown is page and (deck or state != "before"):
            found += [f"{path} {state}: {': '.join(each)}" for each in accessibility.axe(page)]
            states += 1
            if first:
                break
    assert states, f"{path} was not looked at"
    return found


@languages
@pytest.mark.parametrize("part", PARTS)
def test_axe_finds_nothing_on_any_page(visit, whole, language, part):
    modules = {module.id for module in whole.courses[language].modules}
    pages = [page for page in whole.courses[language].pages.values() if part_of(page, modules) == part]
    shown = equipped(visit, language, f"{language}/{pages[0].url}")
    found = []
    for page in pages:
        again = page.kind == "vote" and page.id != "trainer/suppliers/vote"  # a question shown large, as on that one
        found += look(shown, f"{language}/{page.url}", menus=page.id == "start/three-circles", first=again)
    assert found == []
    assert len(pages) > 7, "a part of the course has almost no page"


def test_axe_finds_nothing_on_any_slide(visit):
    path = "en/trainer/civility/deck.html"
    assert look(equipped(visit, "en", path), path, slides=True) == []


def test_axe_finds_nothing_in_the_documents_of_a_presentation(visit):
    path = "fr/trainer/civility/deck.html"
    page = equipped(visit, "fr", path)
    assert [each for view in ("notes", "print") for each in look(page, f"{path}?view={view}")] == []


def test_axe_finds_nothing_at_the_doors(visit):
    for language in LOOK_OF:
        page = equipped(visit, language, DOORS["front door"])
        for path in DOORS.values():
            page.goto("about:blank")
            page.goto(page.base + path)
            assert accessibility.axe(page) == [], path


def test_what_a_page_says_after_a_pause_is_there_when_axe_looks(visit):
    page = equipped(visit, "fr", "fr/index.html")
    for path in ("fr/tools/thank-you.html", "fr/trainer/civility/guide.html"):
        page.goto(page.base + path)
        said = [shown.locator("[role=status]").all_text_contents() for _, shown in readers.states(page, path)]
        assert not any(said[0]) and any(said[-1]), path


def test_axe_sees_a_planted_defect(visit):
    page = visit("fr/index.html", bypass_csp=True)
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\"><button></button>')"
    )
    assert {line.split(":")[0] for line in violations(page)} >= {"image-alt", "button-name"}
