"""Everything by keyboard alone."""

import itertools

import pytest
from playwright.sync_api import expect

from .pages import every_kind

LESSON = "fr/start/three-circles.html"
FOCUS = """() => {
  const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
  const label = element.labels?.[0];
  return { tag: element.tagName, name: (element.innerText || element.ariaLabel || label?.innerText || "").trim(),
           href: element.getAttribute("href"), outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
           seen: box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true }),
           top: box.top + scrollY, page: document.body.contains(element) && element !== document.body };
}"""


def walk(page, most=150):
    """Press Tab through a page and return what takes the focus, in order."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if not stop["page"]:
            return stops
        stops.append(stop)
    raise AssertionError(f"after {most} stops the page still goes on: {stops[-3:]}")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(("kind", "path"), every_kind(), ids=[kind for kind, _ in every_kind()])
def test_every_stop_is_seen_named_and_in_reading_order(visit, kind, path, width):
    page = visit(path, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    stops = walk(page)
    assert stops, "nothing takes the focus"
    for stop in stops:
        assert stop["seen"], f"an invisible stop: {stop}"
        assert stop["outline"], f"no visible focus: {stop}"
        assert stop["name"], f"a stop without a name: {stop}"
    if kind not in ("front door", "not found"):
        assert stops[0]["href"] == "#page-content", "the first stop is not the way past the header"
        tops = [stop["top"] for stop in stops[1:] if not (stop["href"] or "").startswith("#fnref")]
        backwards = [before - after for before, after in itertools.pairwise(tops) if before - after > 60]
        # On a wide screen the menu stands beside the text: from its last link the focus may go up once, to the text.
        assert len(backwards) <= (1 if width > 1000 else 0), f"the focus jumps back up the page: {tops}"


def test_the_text_is_near(visit):
    page = visit(LESSON, viewport={"width": 360, "height": 800})
    header = [stop for stop in walk(page) if stop["top"] < page.locator("#page-content").bounding_box()["y"]]
    assert len(header) <= 6, f"{len(header)} stops before the text: {[stop['name'] for stop in header]}"
    page.reload()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#page-content') !== null"), "the skip link does not skip"


def test_the_menu_opens_and_closes_and_keeps_its_links_to_itself(visit):
    page = visit(LESSON, viewport={"width": 360, "height": 800})
    menu = page.locator("#page-menu")
    expect(menu).to_be_hidden()
    assert not [stop for stop in walk(page) if stop["href"] == "../suppliers/index.html" and not stop["seen"]]
    page.reload()
    button = page.get_by_role("button", name="Menu")
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#page-menu') !== null"), "the open menu is not next"
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_arrows_move_enter_submits_and_nothing_locks(visit, whole):
    question = next(q for q in whole.courses["fr"].lessons[0].questions if q.kind == "single")
    page = visit(LESSON)
    form = page.locator(f"#q-{question.id}")
    told = form.get_by_role("status")
    form.locator("input").first.focus()
    page.keyboard.press("Space")
    for _ in range(len(question.options) + 1):
        page.keyboard.press("ArrowDown")
    expect(form.locator("input").nth(1)).to_be_checked()
    expect(told).to_be_empty()
    expect(form.locator(".why:visible")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(told).not_to_be_empty()
    reason = page.locator(f"#{page.evaluate('document.activeElement.getAttribute(`aria-describedby`)')}")
    expect(reason).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(form.locator("input").nth(2)).to_be_checked()
    page.keyboard.press("Enter")
    expect(form.locator("input").nth(2)).to_have_attribute("aria-describedby", f"{question.id}-2-why")
    assert page.evaluate("document.querySelectorAll('input:disabled, button:disabled').length") == 0


def test_a_verdict_is_announced_once_in_a_live_region_that_was_there_before(visit, whole):
    question = next(q for q in whole.courses["fr"].lessons[0].questions if q.kind == "single")
    right = next(index for index, each in enumerate(question.options) if each.right)
    page = visit(LESSON)
    form = page.locator(f"#q-{question.id}")
    page.evaluate(
        """id => { self.heard = []; const region = document.querySelector(`#q-${id} [role=status]`);
        new MutationObserver(() => region.textContent && self.heard.push(region.textContent))
          .observe(region, { childList: true, characterData: true, subtree: true }); }""",
        question.id,
    )
    form.locator("input").nth(right).check()
    page.keyboard.press("Enter")
    verdict = whole.strings["fr"]["told_right"]
    expect(form.get_by_role("status")).to_contain_text(verdict)
    reason = question.options[right].reason.split("*")[0][:40]
    heard = page.evaluate("self.heard")
    assert len(heard) == 1 and heard[0].startswith(verdict) and reason in heard[0], heard
    page.keyboard.press("Enter")
    page.wait_for_function("() => self.heard.length === 2", timeout=3000)


def test_the_open_menu_never_hides_the_focus(visit):
    page = visit(LESSON, viewport={"width": 360, "height": 800})
    page.locator(".menu-button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#page-menu")).to_be_visible()
    for _ in range(page.locator("#page-menu a").count() + 1):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#page-menu') === null")
    expect(page.locator("#page-menu")).to_be_hidden()


def test_the_reason_is_in_view_after_answering_on_a_phone(visit, whole):
    page = visit(LESSON, viewport={"width": 360, "height": 640})
    question = next(q for q in whole.courses["fr"].lessons[0].questions if q.kind == "single")
    form = page.locator(f"#q-{question.id}")
    form.locator("label").first.click()
    form.locator("button[type=submit]").click()
    expect(form.locator("details[open] > .why").first).to_be_in_viewport(ratio=0.9)


def test_a_scenario_opens_by_keyboard_and_says_so(visit):
    page = visit(LESSON)
    summary = page.locator(".scenario summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".scenario .choice dd").first).to_be_visible()
    expect(page.locator(".scenario details").first).to_have_attribute("open", "")
