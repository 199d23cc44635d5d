"""The certificate: after passing only, one sheet, read back from the PDF that the browser prints."""

import io
import unicodedata

import pypdf
import pytest
from playwright.sync_api import expect

from course import VERSION
from tests.paper import texts_of

from .learner import record, take_assessment, walk
from .variants import everywhere

PAGE = "progress/certificate.html"
NAME = "Marie-Ève O’Brien-Nguyễn"
LONG = "Anne-Marguerite Charlotte de La Chevrotière-Villeneuve et Saint-Laurent"


def bare(text):
    """Return a text without spaces and ligatures, which a PDF sets as it likes."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def printed(page, **options):
    """Print as the button does; return the PDF's pages, and their texts."""
    page.evaluate("() => { window.print = () => {} }")
    page.locator(".go .button").click()
    pdf = page.pdf(**options)
    return pypdf.PdfReader(io.BytesIO(pdf)).pages, texts_of(pdf)


@pytest.mark.parametrize("score", [None, 9])
def test_without_passing_there_is_none_and_the_page_says_where_to_go(visit, whole, score):
    page = visit(f"fr/{PAGE}")
    if score:
        take_assessment(page, score)
        page.reload()
    expect(page.get_by_text(whole.strings["fr"]["certificate_first"])).to_be_visible()
    expect(page.locator(".certificate")).to_have_count(0)
    page.get_by_role("link", name=whole.strings["fr"]["certificate_go"]).click()
    expect(page.locator("h1")).to_have_text(whole.courses["fr"].pages["action/assessment"].title)


@everywhere
@pytest.mark.parametrize(
    ("language", "date", "tongue", "score"),
    [
        ("fr", "22 novembre 2026", "français", "11 sur 12 (91 %)"),
        ("en", "November 22, 2026", "English", "11 of 12 (91%)"),
    ],
)
def test_it_holds_what_it_attests_on_one_sheet_and_says_what_it_is_worth(
    visit, whole, disk, language, date, tongue, score
):
    words, course = whole.strings[language], whole.courses[language]
    page = visit(f"{language}/{PAGE}", disk, timezone_id="America/Toronto")
    walk(page, [lesson.id for lesson in course.lessons])
    take_assessment(page, 11)
    page.reload()
    page.get_by_label(words["certificate_name"]).fill(NAME)
    for paper in (
        {"format": "Letter", "landscape": True},
        {"format": "A4", "landscape": True},
        {"prefer_css_page_size": True},
    ):
        pages, texts = printed(page, **paper)
        text = bare(texts[0])
        assert len(pages) == 1, f"{len(pages)} sheets in {paper}: {texts[-1]}"
        width, height = pages[0].mediabox.width, pages[0].mediabox.height
        assert width > height, "it stands upright"
        wanted = [NAME, whole.company["course"]["title"][language], date, tongue, score, f"{course.minutes} minutes", VERSION,
                  words["certificate_lessons"], words["certificate_honest"]]  # fmt: skip
        assert not [each for each in wanted if bare(each) not in text], text
        for other in (words["search"], words["certificate_print"], words["footer_note"]):
            assert bare(other) not in text, "more than the certificate is printed"
    assert record(page)["settings"]["name"]["value"] == NAME
    page.reload()
    expect(page.get_by_label(words["certificate_name"])).to_have_value(NAME)


def test_it_asks_for_the_name_before_printing(visit, whole):
    page = visit(f"fr/{PAGE}")
    take_assessment(page, 12)
    page.reload()
    page.evaluate("() => { window.print = () => (window.printedAnyway = true) }")
    page.locator(".go .button").click()
    expect(page.get_by_role("status").filter(has_text=whole.strings["fr"]["certificate_name_first"])).to_be_visible()
    expect(page.get_by_label(whole.strings["fr"]["certificate_name"])).to_be_focused()
    assert not page.evaluate("window.printedAnyway")


def test_a_long_name_still_fits_on_one_sheet(visit):
    page = visit(f"fr/{PAGE}")
    take_assessment(page, 12)
    page.reload()
    page.locator("#certificate-name").fill(LONG)
    pages, texts = printed(page, format="A4", landscape=True)
    assert len(pages) == 1 and "Saint-Laurent" in texts[0]
    paper = page.locator(".certificate")
    assert paper.evaluate("paper => paper.scrollHeight <= paper.clientHeight + 1"), "the name pushes the text out"


def test_the_best_passing_score_is_the_one_attested(visit):
    page = visit(f"en/{PAGE}")
    take_assessment(page, 10, "2026-10-01T15:00:00.000Z")
    take_assessment(page, 12, "2026-10-02T15:00:00.000Z")
    take_assessment(page, 3, "2026-10-03T15:00:00.000Z")
    page.reload()
    expect(page.locator(".certificate")).to_contain_text("12 of 12 (100%)")
    expect(page.locator(".certificate")).to_contain_text("October 2, 2026".replace(" ", "\u00a0"))
