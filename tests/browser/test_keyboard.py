"""Everything by keyboard alone."""

import itertools

import pytest
from playwright.sync_api import expect

from course import readers

from .pages import every_kind

LESSON = "fr/start/three-circles.html"
# Notes each stop of the keyboard at the moment when it takes the focus: the end of a round is `null`.
NOTE_STOPS = """() => {
  const channels = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = channels(colour).map((c) => (c / 255 <= 0.04045 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [a, b] = [light(one), light(other)].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  };
  const ground = (element) => {
    for (let each = element; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if ((channels(backgroundColor)[3] ?? 1) === 1) return backgroundColor;
    }
    return "rgb(255, 255, 255)";
  };
  // The ring is outside the element, on what lies around it.
  const ring = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, outlineOffset } = getComputedStyle(element);
    const inside = parseFloat(outlineOffset) < 0;
    return outlineStyle === "none" || parseFloat(outlineWidth) < 2
      ? 0
      : contrast(outlineColor, ground(inside ? element : element.parentElement));
  };
  // Something of it lies on top: no other part of the page covers it whole.
  const uncovered = (element) => {
    const box = element.getBoundingClientRect();
    const at = (x, y) => document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
    const own = (hit) => hit && (element.contains(hit) || hit.contains(element) || element.labels?.[0]?.contains(hit));
    return [0.5, 0.05, 0.95].some((x) => [0.5, 0.1, 0.9].some((y) => own(at(x, y))));
  };
  self.stops = [];
  addEventListener("focusin", ({ target: element }) => {
    const box = element.getBoundingClientRect();
    const before = self.stops.findLast((stop) => stop)?.element;
    self.stops.push({
      element, html: element.outerHTML.slice(0, 90), href: element.getAttribute("href"), top: box.top + scrollY, left: box.left,
      name: (element.innerText || element.ariaLabel || element.labels?.[0]?.innerText || element.title || "").trim(),
      seen: box.width > 0 && box.height > 0 && element.checkVisibility({ visibilityProperty: true }),
      ring: ring(element), uncovered: uncovered(element),
      after: !before?.isConnected || Boolean(before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING),
    });
  });
  addEventListener("focusout", ({ relatedTarget }) => relatedTarget || self.stops.push(null));
}"""
STOPS = "self.stops.map((stop) => stop && { ...stop, element: undefined })"


def walk(page, most=300):
    """Press Tab through a page, from its beginning, and return what takes the focus, in order."""
    page.evaluate("() => { document.activeElement.blur(); scrollTo(0, 0); }")
    page.evaluate(NOTE_STOPS)
    for _ in range(0, most, 10):
        for _ in range(10):
            page.keyboard.down("Tab")  # held down, which is half the work of as many presses
        stops = page.evaluate(STOPS)
        if None in stops:
            page.keyboard.up("Tab")
            return stops[: stops.index(None)]
    raise AssertionError(f"after {most} stops the page still goes on: {stops[-3:]}")


# French pages are walked narrow and as they open, English ones wide and once they are answered, opened and filled in.
@pytest.mark.parametrize(("kind", "path"), every_kind(), ids=[kind for kind, _ in every_kind()])
def test_every_stop_is_seen_named_marked_and_in_reading_order(visit, kind, path):
    page = visit(path, viewport={"width": 1280 if path.startswith("en/") else 360, "height": 800})
    if path.startswith("en/"):
        page.evaluate(readers.ANSWER)
        page.evaluate(readers.FILL)
    stops = walk(page)
    assert stops, "nothing takes the focus"
    for stop in stops:
        assert stop["seen"], f"an invisible stop: {stop}"
        assert stop["ring"] >= 3, f"no ring around the focus that one sees: {stop}"
        assert stop["uncovered"], f"a stop lies under something: {stop}"
        assert stop["name"], f"a stop without a name: {stop}"
        assert stop["after"], f"the focus goes back in the page: {stop}"
    if kind not in ("front door", "not found"):
        assert stops[0]["href"] == "#page-content", "the first stop is not the way past the header"
        text = [stop for stop in stops[1:] if not (stop["href"] or "").startswith("#fnref")]
        # What stands beside, to the right, begins at its own top.
        up = [
            (before["html"], after["html"])
            for before, after in itertools.pairwise(text)
            if before["top"] - after["top"] > 60 and after["left"] <= before["left"]
        ]
        assert up == [], "the focus jumps back up the page"


def test_a_walk_sees_planted_defects(visit):
    page = visit(LESSON, viewport={"width": 360, "height": 800})
    page.evaluate(
        """() => {
          const [first, second] = document.querySelectorAll(".steps a");
          first.style.outline = "3px solid rgb(240, 236, 228)";
          second.tabIndex = 1;
        }"""
    )
    stops = walk(page)
    assert len([stop for stop in stops if 0 < stop["ring"] < 1.5]) == 1
    assert not stops[1]["after"] and stops[1]["href"] == "#page-content"


@pytest.mark.parametrize(
    ("path", "opener", "opened"),
    [
        (LESSON, ".menu-button", "#page-menu"),
        (LESSON, "course-search button", "dialog.search"),
        ("en/trainer/suppliers/vote.html", ".vote-open", "dialog.vote-large"),
    ],
    ids=["menu", "search", "vote"],
)
def test_what_opens_keeps_the_focus_and_escape_closes_it_and_gives_the_focus_back(visit, path, opener, opened):
    page = visit(path, viewport={"width": 360, "height": 800})
    page.locator(opener).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(opened).first).to_be_visible()
    page.keyboard.press("Tab")
    inside = "opened => Boolean(document.activeElement.closest(opened))"
    assert page.evaluate(inside, opened), "the focus is not in what was opened"
    page.keyboard.press("Escape")
    expect(page.locator(opened).first).to_be_hidden()
    assert page.evaluate("opener => document.activeElement.matches(opener)", opener), "the focus is lost"


def test_the_text_is_near(visit):
    page = visit(LESSON, viewport={"width": 360, "height": 800})
    text = page.locator("#page-content").bounding_box()["y"]
    header = [stop for stop in walk(page) if stop["top"] < text]
    assert 4 <= len(header) <= 6, f"{len(header)} stops before the text: {[stop['name'] for stop in header]}"
    page.reload()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#page-content') !== null"), "the skip link does not skip"


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
