"""No rule is shipped for what no page has and no script makes."""

import re

import pytest

from course import ROOT

CSS = ROOT / "overrides" / "assets" / "css"
# What style of reveal.js's own our sheet of a deck meets: its script makes these.
REVEALS = re.compile(r"reveal|backgrounds|has-|present|past|future|stack|progress|controls|slide-|pdf|overview|pause")


def selectors(text):
    """Yield the selectors of a style sheet, without what stands in their blocks and in comments."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    for match in re.finditer(r"([^{};]+)\{", text):
        if not match[1].strip().startswith("@"):
            yield match[1].strip()


def names(selector):
    """Return the classes, ids and data attributes that a selector asks for."""
    selector = re.sub(r'"[^"]*"', '""', selector)
    return set(re.findall(r"[.#]([a-zA-Z][\w-]*)", selector)) | set(re.findall(r"\[(data-[\w-]+)", selector))


@pytest.fixture(scope="module")
def used(built):
    """Return every word of the pages' tags, and of what scripts and templates make."""
    words = set()
    for path in built.rglob("*.html"):
        for tag in re.findall(r"<[a-z][^>]*>", path.read_text(encoding="utf-8")):
            words.update(re.findall(r"[\w-]+", tag))
    sources = [*ROOT.glob("overrides/assets/js/**/*.js"), *ROOT.glob("overrides/**/*.html")]
    for path in [*sources, ROOT / "scripts/course/book.py"]:
        words.update(re.findall(r"[\w-]+", path.read_text(encoding="utf-8")))
    # `dataset.printTo` is data-print-to.
    return words | {"data-" + re.sub(r"[A-Z]", lambda big: f"-{big[0].lower()}", word) for word in words}


@pytest.mark.parametrize("sheet", sorted(path.name for path in CSS.glob("*.css")))
def test_every_selector_is_of_something_that_pages_or_scripts_have(used, sheet):
    text = (CSS / sheet).read_text(encoding="utf-8")
    dead = {
        name
        for selector in selectors(text)
        for name in names(selector)
        if name not in used and not (sheet == "deck.css" and REVEALS.match(name))
    }
    assert not dead, f"{sheet} has rules for {sorted(dead)}, which nothing is"


def test_a_selector_is_read_without_what_stands_around_it():
    text = '/* .gone */ .a > #b[data-c="x.y"]:is(.d, p) { top: 0.5rem } @media (min-width: 1.5rem) { .e { left: 0 } }'
    found = set().union(*map(names, selectors(text)))
    assert found == {"a", "b", "d", "e", "data-c"}
