"""The guide's schedule: one session at a time, in clock times from the hour at which one begins."""

import re

import pytest
from playwright.sync_api import expect

from course import decks

from .variants import everywhere

GUIDE = "trainer/suppliers/guide.html"


def rows(page):
    """Return `(clock time, minutes)` of the rows that show, the end apart, and the time of the end."""
    cells = page.locator(".session:not([hidden]) tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent.trim()))"
    )
    return [(at, int(re.match(r"\d+", takes)[0])) for at, takes, _ in cells[:-1]], cells[-1][0]


@pytest.mark.parametrize("length", decks.LENGTHS)
@everywhere
def test_the_times_of_each_session_follow_from_the_hour_at_which_it_begins(visit, whole, length, disk):
    page = visit(f"fr/{GUIDE}", disk)
    page.get_by_label("Heure de début").fill("13:30")
    page.get_by_label(f"{length} minutes").check()
    deck = decks.slides(whole.courses["fr"].pages["trainer/suppliers/deck"])
    begins = [13 * 60 + 30 + minute for minute, _ in decks.session(deck, length)]
    found, end = rows(page)
    assert [at for at, _ in found] == [f"{at // 60}\u00a0h\u00a0{at % 60:02}" for at in begins]
    assert sum(minutes for _, minutes in found) == length
    last = 13 * 60 + 30 + length
    assert end == f"{last // 60}\u00a0h\u00a0{last % 60:02}"


def test_one_session_shows_and_the_change_is_said(visit):
    page = visit(f"en/{GUIDE}")
    expect(page.locator(".session:not([hidden])")).to_have_count(1)
    expect(page.locator(".session:not([hidden])")).to_have_attribute("data-length", "60")
    page.get_by_label("30 minutes").check()
    expect(page.locator(".session:not([hidden])")).to_have_attribute("data-length", "30")
    expect(page.get_by_role("status").filter(has_text="30-minute session, from 9:00")).to_be_visible()


def test_an_hour_that_is_cleared_leaves_the_schedule_readable(visit):
    page = visit(f"en/{GUIDE}")
    page.get_by_label("Start time").fill("")
    assert rows(page)[0][0][0] == "9:00\u00a0a.m."


def test_each_row_opens_its_slide_in_the_deck_of_that_length(visit):
    page = visit(f"en/{GUIDE}", disk=True)
    page.get_by_label("30 minutes").check()
    page.locator(".session:not([hidden]) tbody tr").nth(2).get_by_role("link").first.click()
    page.wait_for_url(re.compile(r"deck\.html\?length=30#"))
    expect(page.locator("section.present h2")).to_be_visible()


def test_on_paper_the_schedule_stands_alone_with_its_times(visit):
    page = visit(f"fr/{GUIDE}")
    page.evaluate(
        "() => { window.print = () => { window.printed = document.documentElement.hasAttribute('data-only'); }; }"
    )
    page.get_by_role("button", name="Imprimer cet horaire").click()
    assert page.evaluate("window.printed") is True
    page.emulate_media(media="print")
    expect(page.locator(".session:not([hidden]) table")).to_be_visible()
    expect(page.locator(".session-form")).to_be_hidden()
    expect(page.get_by_role("heading", name="Objections probables")).to_be_hidden()


def test_without_javascript_the_three_sessions_stand_with_their_minutes(visit):
    page = visit(f"fr/{GUIDE}", java_script_enabled=False)
    expect(page.locator(".session")).to_have_count(3)
    expect(page.locator(".session .at").first).to_have_text("0:00")
