"""Worksheets and plans: what is written is kept, grows, and prints whole."""

import re
import unicodedata

import pytest
from playwright.sync_api import expect

from tests.paper import texts_of

from .variants import everywhere, in_english, in_french

THANKS = "suppliers/saying-thanks.html"
SHEETS = {"thanks": THANKS, "charter": "action/charter.html", "log": "civility/recognizing.html"}
LONG = " ".join(f"mot{n}" for n in range(1200))


def on_paper(page, button, paper="Letter"):
    """Press a print button, and return the text of each page of paper that comes out."""
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name=button, exact=True).click()
    edge = {side: "1cm" for side in ("top", "right", "bottom", "left")}
    printed = page.pdf(format=paper, margin=edge, print_background=False)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return texts_of(printed)


def squeezed(text):
    """Return a text without its blanks: where lines break on paper is not what is asked."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@everywhere
def test_what_is_written_is_kept_over_a_reload_and_in_the_other_language(visit, disk):
    page = visit(f"fr/{THANKS}", disk)
    page.locator("#thank-you-who").fill("Yvon")
    page.locator("#thank-you-what").press_sequentially("a vu le nom")
    page.reload()
    expect(page.locator("#thank-you-who")).to_have_value("Yvon")
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#thank-you-what")).to_have_value("a vu le nom")
    page.goto(page.base + "en/tools/thank-you.html")
    expect(page.locator("#thank-you-what")).to_have_value("a vu le nom")


@pytest.mark.parametrize(("name", "path"), SHEETS.items(), ids=SHEETS)
@in_french
def test_a_weak_and_a_good_example_stand_side_by_side_or_one_above_the_other(visit, language, name, path):
    page = visit(f"{language}/{path}", viewport={"width": 1280, "height": 800})
    weak, good = page.locator(".practice .example").all()
    assert weak.locator("p").first.inner_text() in ("Vague", "Flou")
    assert good.locator("p").first.inner_text() == {"fr": "Précis", "en": "Precise"}[language]
    signs = [
        each.evaluate("box => getComputedStyle(box.querySelector('strong'), '::before').content")
        for each in (weak, good)
    ]
    assert signs[0] != signs[1], "colour alone tells them apart"
    assert weak.bounding_box()["y"] == good.bounding_box()["y"]
    page.set_viewport_size({"width": 360, "height": 800})
    assert weak.bounding_box()["x"] == good.bounding_box()["x"]
    assert good.bounding_box()["y"] > weak.bounding_box()["y"]


@pytest.mark.parametrize("old", [False, True], ids=["as style can", "as a script must"])
def test_a_field_is_large_enough_to_write_in_and_grows_with_the_text(visit, old):
    page = visit(f"fr/{THANKS}", viewport={"width": 360, "height": 800}, bypass_csp=True)
    if old:
        page.add_init_script(
            """CSS.supports = () => false;
               addEventListener("DOMContentLoaded", () => document.head.insertAdjacentHTML("beforeend",
                 "<style>textarea { field-sizing: fixed !important; overflow: hidden }</style>"));"""
        )
        page.reload()
    areas = page.locator("course-sheet textarea")
    for area in areas.all():
        size, height, label = area.evaluate(
            "area => [parseFloat(getComputedStyle(area).fontSize), area.offsetHeight, area.labels[0].offsetTop - area.offsetTop]"
        )
        assert size >= 16 and height >= 44 and label < 0
    area = page.locator("#thank-you-what")
    before = area.bounding_box()["height"]
    area.fill(LONG[:900])
    seen, whole = area.evaluate("area => [area.clientHeight, area.scrollHeight]")
    assert seen > 3 * before and whole <= seen + 2
    page.reload()
    assert area.bounding_box()["height"] > 3 * before, "kept, it no longer fits"


@pytest.mark.parametrize(("name", "path"), SHEETS.items(), ids=SHEETS)
@in_english
def test_one_sheet_prints_alone_with_its_title_its_lesson_and_the_course(visit, whole, language, name, path):
    page = visit(f"{language}/{path}", viewport={"width": 360, "height": 800}, color_scheme="dark")
    words = whole.strings[language]
    heading = page.locator(".practice h2").inner_text().split("\n")[-1]
    labels = page.locator("course-sheet label").all_inner_texts()
    sheets = on_paper(page, words["sheet_print"])
    text = squeezed(" ".join(sheets))
    course = whole.courses[language]
    for wanted in (
        heading,
        course.pages[path.removesuffix(".html")].title,
        page.locator(".mark").inner_text(),
        *labels,
    ):
        assert squeezed(wanted) in text, wanted
    for other in (words["keypoints"], words["plan"], words["sheet_print"], words["sheet_kept"], words["menu"]):
        assert squeezed(other).lower() not in text.lower(), other
    assert len(sheets) == (1 if name == "thanks" else 2), "sheets of paper"
    assert page.locator("[data-print], [data-only]").count() == 0, "the page stays as it was for print"


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_long_text_prints_to_its_last_word(visit, whole, paper):
    page = visit(f"fr/{THANKS}")
    page.locator("#thank-you-what").fill(LONG)
    sheets = on_paper(page, whole.strings["fr"]["sheet_print"], paper)
    printed = re.findall(r"mot\d+", re.sub(r"\n", " ", " ".join(sheets)))
    assert printed == LONG.split()
    assert len(sheets) > 1


@in_french
def test_an_empty_field_prints_lines_to_write_on_and_a_full_one_does_not(visit, language):
    page = visit(f"{language}/action/charter.html")
    page.locator("#charter-draft-witness").fill("Carole")
    page.emulate_media(media="print")
    millimetre = 96 / 25.4
    for area in page.locator("course-sheet textarea").all()[:-2]:
        rows, height, drawn, exact = area.evaluate(
            """area => { const style = getComputedStyle(area);
                 return [area.rows, area.offsetHeight, style.backgroundImage, style.printColorAdjust]; }"""
        )
        assert abs(height - rows * 9 * millimetre) < 3, f"{rows} lines, {height / millimetre:.0f} mm"
        assert drawn.startswith("repeating-linear-gradient") and exact == "exact"
    expect(page.locator("#charter-draft-witness")).to_be_hidden()
    expect(page.locator(".written", has_text="Carole")).to_be_visible()


@everywhere
def test_a_plan_is_kept_in_ones_own_words_and_given_up_again(visit, whole, disk):
    page = visit(f"fr/{THANKS}", disk)
    words = whole.strings["fr"]
    page.get_by_role("button", name=words["sheet_plan_keep"]).press("Enter")
    expect(page.locator("course-plan [role=status]")).to_have_text(words["sheet_plan_is_kept"])
    own = page.get_by_label(words["sheet_plan_own"])
    own.fill("Si le camion recule, alors je sors.")
    page.reload()
    expect(own).to_have_value("Si le camion recule, alors je sors.")
    page.emulate_media(media="print")
    expect(page.locator("course-plan .written")).to_be_visible()
    expect(page.locator(".plan-keep")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("a.switch").click()
    kept = page.get_by_role("button", name=whole.strings["en"]["sheet_plan_kept"])
    expect(kept).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#plan-own")).to_have_value("Si le camion recule, alors je sors.")
    kept.click()
    expect(page.locator("#plan-own")).to_be_hidden()


def test_what_a_browser_puts_back_before_the_script_comes_is_added_and_nothing_is_lost(visit):
    page = visit(f"fr/{THANKS}")
    page.locator("#thank-you-who").fill("Yvon")
    held = []
    page.route("**/assets/sheets.*.js", lambda route: held.append(route))
    page.goto(page.base + f"fr/{THANKS}", wait_until="commit")
    page.wait_for_function("() => document.querySelector('#thank-you-who')")
    page.evaluate("document.querySelector('#thank-you-who').value = 'Stéphane'")
    held[0].continue_()
    expect(page.locator("#thank-you-who")).to_have_value("Yvon\nStéphane")
    page.locator("#thank-you-what").focus()
    page.unroute_all()
    page.reload()
    expect(page.locator("#thank-you-who")).to_have_value("Yvon\nStéphane")


def test_another_tab_fills_in_what_is_not_being_written_here(visit):
    page = visit(f"fr/{THANKS}")
    other = visit(f"en/{THANKS}", context=page.context)
    page.locator("#thank-you-who").press_sequentially("Yv")
    other.locator("#thank-you-what").fill("phoned")
    other.locator("#thank-you-who").fill("Ana")
    other.locator("#thank-you-who").blur()
    expect(page.locator("#thank-you-what")).to_have_value("phoned")
    page.locator("#thank-you-effort").fill("rien")
    expect(other.locator("#thank-you-effort")).to_have_value("rien")


def test_blocked_storage_is_said_and_the_sheet_still_prints(visit, whole):
    page = visit(f"fr/{THANKS}")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
    page.reload()
    page.locator("#thank-you-who").fill("Yvon")
    page.locator("#thank-you-who").blur()
    expect(page.locator(".notice")).to_be_visible()
    assert "Yvon" in " ".join(on_paper(page, whole.strings["fr"]["sheet_print"]))


@in_english
def test_without_a_script_a_sheet_can_be_written_and_printed(visit, whole, language):
    page = visit(f"{language}/{THANKS}", java_script_enabled=False)
    expect(page.locator(".sheet-kept")).to_have_text(whole.strings[language]["without_script"])
    expect(page.locator("course-sheet button")).to_have_count(0)
    page.locator("#thank-you-what").fill(LONG[:600])
    text = " ".join(texts_of(page.pdf(format="Letter")))
    assert LONG[:600].split()[-2] in text


@pytest.mark.parametrize("zoom", ["", "213%"], ids=["100%", "200%"])
@pytest.mark.parametrize("path", SHEETS.values(), ids=SHEETS)
def test_a_sheet_fits_a_narrow_screen(visit, path, zoom):
    page = visit(f"en/{path}", viewport={"width": 320, "height": 640})
    page.evaluate("size => (document.documentElement.style.fontSize = size)", zoom)
    page.locator("course-sheet textarea").first.fill("w" * 300)
    assert page.evaluate("document.documentElement.scrollWidth") <= 321


def test_focus_is_seen_in_a_field_also_with_forced_colours(visit):
    page = visit(f"fr/{THANKS}", forced_colors="active")
    page.locator("#thank-you-who").press("Tab")
    style = page.evaluate(
        "(({ outlineStyle, outlineWidth }) => [outlineStyle, parseFloat(outlineWidth)])(getComputedStyle(document.activeElement))"
    )
    assert page.evaluate("document.activeElement.id") == "thank-you-what"
    assert style[0] == "solid" and style[1] >= 2
