"""The page at the sizes and settings that readers have: 320 px, large text, thumbs, forced colours, paper."""

import pytest
from playwright.sync_api import expect

from .pages import every_kind

kinds = pytest.mark.parametrize(("kind", "path"), every_kind(), ids=[kind for kind, _ in every_kind()])
LESSON = "fr/suppliers/saying-thanks.html"


@kinds
@pytest.mark.parametrize("zoom", ["100%", "200%"])
def test_nothing_scrolls_sideways_at_320(visit, kind, path, zoom):
    page = visit(path, viewport={"width": 320, "height": 640})
    page.evaluate("size => (document.documentElement.style.fontSize = size)", "" if zoom == "100%" else "213%")
    wide = page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter((element) => {
             const box = element.getBoundingClientRect(), style = getComputedStyle(element);
             return box.width && box.right > innerWidth + 1 && style.position !== "absolute" && !element.closest("table, svg");
           }).map((element) => element.outerHTML.slice(0, 90))"""
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 321, wide[:5]


@kinds
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough_for_a_thumb(visit, kind, path, width):
    page = visit(path, viewport={"width": width, "height": 800})
    small = page.evaluate(
        """() => [...document.querySelectorAll("button, summary, .option > label, .menu a, .tools a, .bottom li a, .button, .lessons a, .modules a, .steps a, input[type=text]")]
             .filter((element) => element.checkVisibility()).map((element) => [element.getBoundingClientRect(), element])
             .filter(([box]) => box.height < 44 || box.width < 44)
             .map(([box, element]) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 80)}`)"""
    )
    assert small == []


def test_forced_colours_keep_focus_choice_and_verdict(visit):
    page = visit(LESSON, forced_colors="active")
    form = page.locator(".text .question").first
    form.locator("label").first.click()
    form.locator("button[type=submit]").click()
    expect(form.locator(".verdict").first).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_nothing_moves_where_less_motion_is_asked(visit):
    page = visit(LESSON, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
             const style = getComputedStyle(element);
             return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
           }).length"""
    )
    assert moving == 0


@pytest.mark.parametrize("language", ["fr", "en"])
def test_paper_has_every_consequence_and_no_controls(visit, language):
    page = visit(f"{language}/suppliers/saying-thanks.html", color_scheme="dark")
    page.emulate_media(media="print")
    for index in range(6):
        expect(page.locator(".scenario dd").nth(index)).to_be_visible()
    for hidden in (".tools", ".menu", ".actions", ".steps"):
        expect(page.locator(hidden).first).to_be_hidden()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
    printed = page.pdf(format="Letter", tagged=True, print_background=False)
    assert printed.startswith(b"%PDF") and b"/StructTreeRoot" in printed
    assert 3 <= printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") <= 12, "sheets"


@kinds
def test_every_page_is_quiet_private_and_titled(visit, kind, path):
    page = visit(path)
    page.wait_for_load_state("networkidle")
    assert page.title().strip()
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
