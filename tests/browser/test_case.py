"""The branching case: one scene at a time without a script, focus that follows, the way back, paper."""

import pytest
from playwright.sync_api import expect

from course import branching

from .variants import in_english

CASE = "action/case"


def graph_of(whole):
    return branching.read(whole.courses["fr"].pages[CASE])


def blocks_of(whole):
    return whole.courses["fr"].pages[CASE].blocks


def standing(page):
    """Return the ids of the scenes and endings that one sees."""
    return page.evaluate(
        "[...document.querySelectorAll('.scene')].filter((each) => each.checkVisibility()).map((each) => each.id)"
    )


@in_english
@pytest.mark.parametrize("choice", [0, -1], ids=["first options", "last options"])
def test_a_route_is_walked_by_keyboard_without_a_script(visit, whole, language, choice):
    page = visit(f"{language}/{CASE}.html", java_script_enabled=False, viewport={"width": 360, "height": 800})
    graph = graph_of(whole)
    here, decisions = graph.start, 0
    while here in graph.to:
        assert standing(page) == [here], "another scene stands there"
        options = page.locator(f"#{here}-options a")
        expect(options).to_have_count(len(graph.to[here]))
        number = range(1, len(graph.to[here]) + 1)[choice]
        said = options.nth(number - 1).inner_text()
        options.nth(number - 1).press("Enter")
        outcome = page.locator(f"#{here}-{number}")
        expect(outcome).to_be_visible()
        expect(outcome).to_be_focused()
        expect(outcome.locator(".chosen")).to_contain_text(said)
        expect(options.first).to_be_hidden()
        assert page.locator(".outcome:visible").count() == 1, "several outcomes are told at once"
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        here, decisions = graph.to[here][number - 1], decisions + 1
        expect(page.locator(f"#{here}")).to_be_focused()
    assert decisions == branching.DECISIONS and standing(page) == [here]
    expect(page.locator(f"#{here} dd")).to_have_count(3)
    page.go_back()
    expect(page.locator(".outcome:visible")).to_have_count(1)
    page.go_forward()
    page.locator(f"#{here} .way a").click()
    expect(page.locator(f"#{graph.start}")).to_be_visible()
    assert standing(page) == [graph.start], "an ending does not lead back to the start"


def test_the_other_language_keeps_the_scene(visit, whole):
    scene = list(graph_of(whole).to)[3]
    page = visit(f"fr/{CASE}.html#{scene}")
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(f"#{scene}")).to_be_visible()  # a page still loading has no target yet
    assert standing(page) == [scene]


def test_on_paper_every_scene_outcome_and_ending_shows(visit, whole):
    page = visit(f"fr/{CASE}.html")
    page.emulate_media(media="print")
    graph = graph_of(whole)
    assert standing(page) == [*graph.to, *graph.endings]
    expect(page.locator(".outcome:visible")).to_have_count(sum(map(len, graph.to.values())))
    expect(page.locator(".ending .way:visible")).to_have_count(0)
    first = page.locator(f"#{graph.start}-1 .way a")
    expect(first).to_be_visible()
    said = first.evaluate("link => getComputedStyle(link, '::after').content")
    (title,) = [block.title for block in blocks_of(whole) if block.options.get("id") == graph.to[graph.start][0]]
    assert title in said, "paper does not say which scene comes next"


def test_a_note_leads_past_its_scene(visit, whole):
    noted = [block.options["id"] for block in blocks_of(whole) if block.options.get("note")]
    assert noted, "no scene of the case has a note: this test reads nothing"
    for scene in noted:
        page = visit(f"fr/{CASE}.html#{scene}", java_script_enabled=False)
        page.locator(f"#{scene} .content-note a").press("Enter")
        expect(page.locator(f"#{scene}-options")).to_be_focused()
        assert standing(page) == [scene], "the way past the scene leaves it"
