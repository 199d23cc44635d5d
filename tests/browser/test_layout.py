"""The page at the sizes and settings that readers have: 320 px, large text, thumbs, forced colours, paper."""

import itertools

import pytest
from playwright.sync_api import expect

from .pages import every_kind
from .tree import nameless, tree
from .variants import in_french

LESSON = "fr/suppliers/saying-thanks.html"
# What stands outside the window, or is cut off in its own box; what is there for the ear alone does not count.
LOST = """() => {
  const heard = (element) => element.closest(".hidden, .long, .md-skip, .skip, [hidden]") || getComputedStyle(element).clipPath !== "none";
  const lost = [];
  for (const element of document.querySelectorAll("body *")) {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element);
    if (!box.width || !element.checkVisibility({ visibilityProperty: true }) || heard(element) || element.closest("svg, table")) continue;
    if (box.right > innerWidth + 1 && style.position !== "absolute") lost.push(`beyond the edge: ${element.outerHTML.slice(0, 90)}`);
    const cut = ["hidden", "clip"].includes(style.overflowY) && element.scrollHeight > element.clientHeight + 2;
    if (cut && element.clientHeight && element.textContent.trim()) lost.push(`cut off: ${element.outerHTML.slice(0, 90)}`);
  }
  return document.documentElement.scrollWidth > innerWidth + 1 || lost.some((each) => each.startsWith("cut")) ? ["lost", ...lost.slice(0, 5)] : [];
}"""
# The text spacing that readers may set, WCAG 2.2, success criterion 1.4.12. A sheet that is made so passes the policy.
SPACED = """(on) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`);
  document.adoptedStyleSheets = on ? [sheet] : [];
}"""
LARGE = "size => (document.documentElement.style.fontSize = size)"
SMALL = """() => [...document.querySelectorAll("button, summary, .option > label, .menu a, .tools a, .bottom li a, .button, .lessons a, .modules a, .steps a, input[type=text]")]
  .filter((element) => element.checkVisibility()).map((element) => [element.getBoundingClientRect(), element])
  .filter(([box]) => box.height < 44 || box.width < 44)
  .map(([box, element]) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 80)}`)"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element);
  return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
}).map((element) => element.outerHTML.slice(0, 80))"""
HEADINGS = "all => all.filter(each => each.checkVisibility()).map(each => +each.tagName[1])"


@pytest.mark.parametrize(("kind", "path"), every_kind(), ids=[kind for kind, _ in every_kind()])
def test_a_page_of_each_kind_serves_every_reader(visit, kind, path):
    page = visit(path, viewport={"width": 320, "height": 640})
    assert page.evaluate(LOST) == [], "at 320 px"
    assert page.evaluate(SMALL) == [], "at 320 px"
    assert page.evaluate(MOVING) == [], "where less motion is asked"
    page.evaluate(LARGE, "213%")  # of 16 px: twice the size that the text has
    assert page.evaluate(LOST) == [], "at 320 px with large text"
    page.evaluate(LARGE, "")
    page.evaluate(SPACED, True)
    assert page.evaluate(LOST) == [], "at 320 px with wide spacing"
    page.evaluate(SPACED, False)
    page.set_viewport_size({"width": 1280, "height": 800})
    assert page.evaluate(SMALL) == [], "at 1280 px"
    page.set_viewport_size({"width": 640, "height": 400})
    assert page.evaluate(LOST) == [], "a window of 1280 px at 200 %; at 400 % it is one of 320"

    assert page.title().strip()
    language = path.partition("/")[0] if "/" in path else "fr"
    assert page.locator("html").get_attribute("lang") == language
    levels = page.locator("h1, h2, h3, h4").evaluate_all(HEADINGS)
    assert levels[0] == 1 and levels.count(1) == 1, levels
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), levels
    nodes = tree(page)
    roles = [node["role"] for node in nodes]
    assert roles.count("main") == 1
    assert nameless(nodes) == []
    if kind not in ("front door", "not found"):
        assert roles.count("banner") == roles.count("contentinfo") == 1
        other = page.locator("a.switch")
        assert other.get_attribute("lang") == other.get_attribute("hreflang") != language


def test_what_readers_lose_is_seen(visit):
    page = visit(LESSON, viewport={"width": 320, "height": 640})
    page.evaluate("document.querySelector('.place').style.cssText = 'height: 10px; overflow: hidden'")
    assert "cut off" in page.evaluate(LOST)[1]
    page.reload()
    page.evaluate("document.querySelector('h1').style.width = '400px'")
    assert "beyond the edge" in page.evaluate(LOST)[1]
    page.evaluate("document.querySelector('.steps a').replaceChildren()")
    page.evaluate("document.querySelector('.menu-button').replaceChildren()")
    assert {node["role"] for node in nameless(tree(page))} == {"link", "button"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_forced_colours_keep_place_focus_choice_verdict_and_progress(visit, theme):
    page = visit(LESSON, forced_colors="active", color_scheme=theme, viewport={"width": 1280, "height": 800})
    style = "([selector, name, part]) => getComputedStyle(document.querySelector(selector), part)[name]"

    def has(selector, name, part=None):
        return page.evaluate(style, [selector, name, part])

    ink = has("body", "color")
    assert has(".menu [aria-current=page]", "textDecorationLine") == "underline"
    assert has(".menu li:not(.here) > a:not([aria-current])", "textDecorationLine") == "none"
    assert has(".bar", "borderTopStyle") == "solid"
    assert has(".bar rect", "fill") == ink != has("html", "backgroundColor")
    form = page.locator(".text .question[data-kind=single]").first
    question = f"#{form.get_attribute('id')}"
    for right, sign in (("[data-right]", "✓"), (":not([data-right])", "↻")):
        form.locator(f"input{right}").first.check()
        assert has(f"{question} input:checked", "appearance") == "auto", "the browser's own mark has gone"
        form.locator("button[type=submit]").click()
        expect(form.locator(".chosen .verdict")).to_be_visible()
        assert sign in has(f"{question} .chosen .verdict", "content", "::before")
        expect(form.locator(".told")).not_to_be_empty()
        assert sign in has(f"{question} .told", "content", "::before")
        assert has(f"{question} .chosen .why", "borderLeftStyle") == "solid"
    page.keyboard.press("Tab")
    outline = "() => { const { outlineStyle, outlineColor } = getComputedStyle(document.activeElement); return [outlineStyle, outlineColor]; }"
    drawn, colour = page.evaluate(outline)
    assert drawn == "solid" and colour != has("html", "backgroundColor")


@in_french
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
