"""The course with JavaScript off: everything can be read, and nothing promises what would not work."""

from playwright.sync_api import expect

from .variants import in_french

LESSON = "suppliers/saying-thanks.html"


@in_french
def test_a_lesson_works(visit, whole, language):
    page = visit(f"{language}/{LESSON}", java_script_enabled=False, viewport={"width": 360, "height": 800})
    lesson = whole.courses[language].pages["suppliers/saying-thanks"]
    page.locator(".scenario summary").first.click()
    expect(page.locator(".scenario .choice").first.locator("dd")).to_have_count(2)
    expect(page.locator(".scenario dd").first).to_be_visible()
    for question in lesson.questions:
        form = page.locator(f"#q-{question.id}")
        reasons = form.locator("details.reason")
        expect(reasons).to_have_count(1 if question.kind == "blank" else len(question.options))
        for index in range(reasons.count()):
            expect(reasons.nth(index).locator(".why")).to_be_hidden()
            reasons.nth(index).locator("summary").click()
            expect(reasons.nth(index).locator(".why")).to_be_visible()
        right = form.locator(".right .verdict")
        expect(right).to_have_count(sum(each.right for each in question.options) if question.kind != "blank" else 0)
    for dead in ("course-search button", "button[type=submit]", "button[type=reset]", "button.theme"):
        for index in range(page.locator(dead).count()):
            expect(page.locator(dead).nth(index)).to_be_hidden()
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("#page-menu a").first).to_be_visible()


def test_the_switcher_and_the_way_on_are_plain_links(visit, whole):
    page = visit(f"fr/{LESSON}", java_script_enabled=False)
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="Previous").click()
    lessons = [lesson.url for lesson in whole.courses["en"].lessons]
    assert page.url.endswith(f"en/{lessons[lessons.index(LESSON) - 1]}")


def test_enter_in_a_question_does_not_reload_the_page(visit, whole):
    page = visit(f"fr/{LESSON}", java_script_enabled=False)
    radio = page.locator(".text .question input[type=radio]").first
    radio.check()
    radio.press("Enter")
    expect(radio).to_be_checked()
    assert "?" not in page.url
