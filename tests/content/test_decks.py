"""Decks and sessions: one number of minutes a slide, from which the schedule, the deck and the cuts are worked out."""

import re

import pytest
from lxml import html

from course import citations, decks

from .test_hooks import folded, holding

LANGUAGES = ["fr", "en"]
THEMES = ("suppliers", "internal-clients", "civility")


def slide(id, minutes, shortest, timer=0, vote=""):
    return decks.Slide(id, id, minutes, shortest, timer, "", vote, 0)


SHOWN = [slide("a", 10, 30), slide("b", 5, 90), slide("c", 20, 60, timer=5), slide("d", 20, 30, vote="q")]


@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (30, [(0, "a"), (10, "d")]),
        (60, [(0, "a"), (10, "c"), (30, "d")]),
        (90, [(0, "a"), (10, "b"), (15, "c"), (35, "d")]),
    ],
)
def test_a_session_keeps_its_slides_in_order_each_at_its_minute(length, expected):
    assert [(minute, each.id) for minute, each in decks.session(SHOWN, length)] == expected


def test_what_is_cut_first_is_what_the_next_shorter_session_does_without():
    assert [each.id for each in decks.cuts(SHOWN, 90)] == ["b"]
    assert [each.id for each in decks.cuts(SHOWN, 60)] == ["c"]
    assert decks.cuts(SHOWN, 30) == []


def test_a_slide_with_a_clock_or_a_vote_is_one_where_the_room_does_something():
    assert [each.id for each in SHOWN if each.active] == ["c", "d"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_each_deck_gives_sessions_of_exactly_30_60_and_90_minutes(whole, language, theme):
    shown = decks.slides(whole.courses[language].pages[f"trainer/{theme}/deck"])
    assert 10 <= len(shown) <= 15
    for length in (30, 60, 90):
        kept = [each for _, each in decks.session(shown, length)]
        assert sum(each.minutes for each in kept) == length
        assert kept[0] == shown[0] and kept[-1] == shown[-1], "a session has another opening or close"
        assert any(each.vote for each in kept), "nobody votes in this session"
        assert any(each.timer for each in kept), "nobody does anything in this session"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("theme", THEMES)
def test_the_guides_schedule_is_the_decks(built, whole, language, theme):
    page = whole.courses[language].pages[f"trainer/{theme}/deck"]
    root = html.parse(str(built / language / f"trainer/{theme}/guide.html")).getroot()
    deck = html.parse(str(built / language / f"trainer/{theme}/deck.html")).getroot()
    for session in root.find_class("session"):
        length = int(session.get("data-length"))
        rows = session.xpath(".//tbody/tr")
        begins = [int(row.find_class("at")[0].get("data-minute")) for row in rows]
        takes = [int(re.match(r"\d+", row[1].text_content())[0]) for row in rows[:-1]]
        assert begins == [sum(takes[:n]) for n in range(len(rows))] and begins[-1] == length
        links = [row.xpath(".//a/@href")[0] for row in rows[:-1]]
        shown = [each for each in deck.find_class("slide") if int(each.get("data-from")) <= length]
        assert links == [f"deck.html?length={length}#{each.get('id')}" for each in shown]
        assert takes == [int(each.get("data-timing")) // 60 for each in shown]
    told = [each.get("data-length") for each in root.find_class("session")]
    assert told == ["30", "60", "90"], f"{page.shown}: the guide has not the three sessions"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_guide_is_put_together_from_its_text_the_notes_the_deck_and_the_check(built, whole, language):
    for theme in THEMES:
        root = html.parse(str(built / language / f"trainer/{theme}/guide.html")).getroot()
        course = whole.courses[language]
        module = next(module for module in course.modules if module.id == theme)
        assert len(root.xpath("//article//h2[not(ancestor::section[@class='footnote'])]")) == 11
        for lesson in (
            *module.lessons,
            module.check,
            course.pages["start/three-circles"],
            course.pages["action/charter"],
        ):
            assert root.xpath(f"//*[@id='activity-{lesson.id.rpartition('/')[2]}']"), (
                f"{lesson.id} has no activity here"
            )
        asked = [each.get("id") for each in root.find_class("answer")]
        assert asked == [f"k-{question.id}" for question in module.check.questions]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slide_cites_its_sources_as_author_and_year(built, whole, language):
    for theme in THEMES:
        page = whole.courses[language].pages[f"trainer/{theme}/deck"]
        root = html.parse(str(built / language / page.url)).getroot()
        cited = {link.get("href"): link.text_content() for link in root.xpath("//*[@class='cited']/a")}
        assert set(cited) == {f"#fn-{id}" for id in page.citations}, f"{page.shown} does not name all that it cites"
        assert not root.xpath("//a[@class='footnote-ref']"), f"{page.shown} has a number on a slide, far from its note"
        for id in page.citations:
            expected = citations.in_text(whole.sources[id]["reference"], whole.strings[language])
            assert cited[f"#fn-{id}"] == expected
            assert root.xpath(f"//li[@id='fn-{id}']"), (
                f"{page.shown} has no full reference of {id} for its printed notes"
            )


def test_what_one_says_on_a_slide_is_in_its_deck_and_nowhere_else(built, whole):
    published = {
        path.relative_to(built).as_posix(): folded(path.read_text(encoding="utf-8"))
        for path in built.rglob("*")
        if path.suffix in {".html", ".js"}
    }
    for language in LANGUAGES:
        for theme in THEMES:
            page = whole.courses[language].pages[f"trainer/{theme}/deck"]
            for name in decks.NOTES:
                pieces = holding(page, name)
                assert len(pieces) >= 10, f"{page.shown}: this test finds too little of what one has to {name}"
                for piece in pieces:
                    where = {path for path, text in published.items() if piece in text}
                    assert where == {f"{language}/{page.url}"}, f"{piece} is published in {where}"


def test_rewriting_a_vote_keeps_the_lines_of_a_deck():
    body = "//// slide | A\n\n/// vote | q-a\n///\n\n/// say\nB\n///\n////\n"
    assert decks.expand(body, lambda id: f"<quiz>{id}</quiz>").count("\n") == body.count("\n")
    assert "<quiz>q-a</quiz>" in decks.expand(body, lambda id: f"<quiz>{id}</quiz>")
