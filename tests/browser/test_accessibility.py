"""axe finds nothing, on each kind of page, in both languages and themes, before and after answering."""

import pytest

from course import ROOT

from .learner import take_assessment, walk
from .pages import every_kind

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page):
    """Return what axe finds, a line each."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, { runOnly: rules })", RULES)
    assert len(found["passes"]) > 10, "axe hardly looked at anything"
    return [
        f"{problem['id']}: {node['target']} {node['failureSummary']}"
        for problem in found["violations"]
        for node in problem["nodes"]
    ]


# Each theme at one width: colours do not depend on it, and layouts are looked at in both.
LOOKS = pytest.mark.parametrize(("width", "theme"), [(320, "light"), (1280, "dark")], ids=["narrow light", "wide dark"])


@LOOKS
@pytest.mark.parametrize(("kind", "path"), every_kind(), ids=[kind for kind, _ in every_kind()])
def test_axe_finds_nothing(visit, kind, path, theme, width):
    page = visit(path, color_scheme=theme, viewport={"width": width, "height": 800}, reduced_motion="reduce")
    assert violations(page) == []
    open_everything(page)
    assert violations(page) == [], "after answering"


FILLED = ["progress/index", "progress/review", "progress/certificate", "tools/commitments", "suppliers/gifts", "index"]


@LOOKS
@pytest.mark.parametrize("language", ["fr", "en"])
def test_axe_finds_nothing_where_a_learner_has_worked(visit, whole, language, theme, width):
    course = whole.courses[language]
    page = visit(f"{language}/index.html", color_scheme=theme, viewport={"width": width, "height": 800})
    asked = [question.id for question in course.pages["suppliers/gifts"].questions]
    walk(page, [step.id for step in course.steps][:9], wrong=asked[:1], edited=asked[1:2])
    take_assessment(page, 11)
    page.evaluate("self.course.store.put('plans', 'suppliers/gifts', { kept: true, text: '' })")
    for id in FILLED:
        page.goto(page.base + f"{language}/{id}.html")
        if id == "progress/review":
            page.get_by_role("button", name=whole.strings[language]["review_plan"]).click()
        assert violations(page) == [], id
        assert page.evaluate("document.documentElement.scrollWidth") <= width + 1, f"{id} scrolls sideways"


def open_everything(page):
    """Open the scenario's choices and answer every question, every second one right at last."""
    page.evaluate("document.querySelectorAll('.choice').forEach(choice => (choice.open = true))")
    questions = page.locator(".question:visible")
    for index in range(questions.count()):
        form = questions.nth(index)
        form.locator("input").first.evaluate("input => input.type === 'text' ? (input.value = 'x') : input.click()")
        form.locator("button[type=submit]").click()
        if index % 2:
            form.locator("input").evaluate_all(
                "inputs => inputs.forEach(input => (input.checked = 'right' in input.dataset))"
            )
            form.locator("button[type=submit]").click()


def test_axe_sees_a_planted_defect(visit):
    page = visit("fr/index.html", bypass_csp=True)
    page.evaluate(
        "document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"data:,\"><button></button>')"
    )
    assert {line.split(":")[0] for line in violations(page)} >= {"image-alt", "button-name"}


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_search_and_menu(visit, language, theme):
    page = visit(f"{language}/start/three-circles.html", color_scheme=theme, viewport={"width": 360, "height": 800})
    page.locator(".menu-button").click()
    assert violations(page) == [], "menu"
    page.keyboard.press("Escape")
    page.locator("course-search button").first.click()
    page.keyboard.type("client")
    page.locator("dialog.search ol a").first.wait_for()
    assert violations(page) == [], "search"


def test_names_come_from_the_accessibility_tree(visit, whole):
    lesson = whole.courses["en"].lessons[0]
    page = visit(f"en/{lesson.url}", locale="en-CA")
    tree = page.locator("body").aria_snapshot()
    assert 'navigation "Course modules"' in tree
    assert f'heading "{lesson.title}" [level=1]' in tree
    question = next(question for question in lesson.questions if question.kind == "single")
    name = page.locator(f"#q-{question.id} fieldset").evaluate(
        "field => document.getElementById(field.getAttribute('aria-labelledby')).innerText"
    )
    assert name.strip() in page.locator(f"#q-{question.id}").inner_text()
    assert "status" in page.locator(f"#q-{question.id}").aria_snapshot()
