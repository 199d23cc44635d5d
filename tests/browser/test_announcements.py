"""What is said to those who hear the page: live regions, as the browser's accessibility tree has them."""

from .tree import hears, said, tree
from .variants import in_english, in_french, languages

BLOCK = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"


@languages
def test_a_lesson_says_each_verdict_with_its_reason_and_that_a_plan_is_kept(visit, whole, language):
    lesson, words = whole.courses[language].lessons[0], whole.strings[language]
    question = next(question for question in lesson.questions if question.kind == "single")
    page = visit(f"{language}/{lesson.url}", locale=f"{language}-CA")
    assert said(tree(page)) == [], "something speaks before anything was done"
    form = page.locator(f"#q-{question.id}")
    form.locator("button[type=submit]").click()
    hears(page, words["told_choose"])
    for index in sorted(range(len(question.options)), key=lambda index: question.options[index].right):
        option = question.options[index]
        form.locator("input").nth(index).check()
        form.locator("button[type=submit]").click()
        reason = option.reason.split("*")[0].split("[")[0][:40]
        nodes = hears(page, words["told_right" if option.right else "told_again"], reason)
        radio = next(node for node in nodes if node["role"] == "radio" and node["states"].get("checked") == "true")
        assert reason in radio["description"]
    button = page.locator("course-plan button.keep").first
    button.click()
    nodes = hears(page, words["sheet_plan_is_kept"])
    pressed = [node for node in nodes if node["role"] == "button" and node["states"].get("pressed") == "true"]
    assert [node["name"] for node in pressed] == [words["sheet_plan_kept"]]


@in_english
def test_the_search_says_how_many_results_there_are_or_that_there_is_none(visit, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/index.html", locale=f"{language}-CA")
    page.locator("course-search button").first.click()
    page.keyboard.type("client")
    page.locator("dialog.search ol a").first.wait_for()
    nodes = hears(page, words["search_many"].partition("}")[2])
    assert [node["name"] for node in nodes if node["role"] == "searchbox"] == [words["search_label"]]
    assert [node["name"] for node in nodes if node["role"] == "dialog"] == [words["search_label"]]
    page.locator("dialog.search input").fill("zzzz")
    hears(page, words["search_empty"].format(query="zzzz"))


@in_french
def test_what_is_not_kept_is_said_once(visit, whole, language):
    lesson, words = whole.courses[language].lessons[0], whole.strings[language]
    page = visit(f"{language}/about.html", locale=f"{language}-CA")
    page.context.add_init_script(BLOCK)
    page.goto(f"{page.base}{language}/{lesson.url}")
    form = page.locator(".question").first
    form.locator("input").first.check()
    form.locator("button[type=submit]").click()
    hears(page, words["notice_blocked"])


@in_english
def test_a_vote_says_each_count_and_a_clock_its_start(visit, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/trainer/suppliers/vote.html", locale=f"{language}-CA")
    page.locator(".vote-open").first.click()
    page.locator("dialog[open] .ballot-next:visible").click()
    page.keyboard.press("2")
    one = words["vote_card"].format(count=1)
    hears(page, words["vote_said"].format(letter="B", told=one))
    page.locator("dialog[open] .ballot-clock button:visible").first.click()
    nodes = hears(page, words["timer_started"].partition("{")[0])
    assert [node["name"] for node in nodes if node["role"] == "timer"] == [words["timer_clock"]]


@in_french
def test_the_assessment_says_what_is_empty_and_what_the_result_is(visit, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/action/assessment.html", locale=f"{language}-CA")
    page.locator(".exam-start button").click()
    page.locator(".exam-stage .question .exam-flag").first.click()
    pressed = [node for node in tree(page) if node["states"].get("pressed") == "true"]
    assert [words["exam_flag_of"].format(i=1) in node["name"] for node in pressed] == [True]
    page.locator(".exam-hand-in button").click()
    hears(page, words["exam_empties"])
    page.locator(".exam-hand-in button").click()
    page.locator("#exam-result").wait_for()
    assert page.evaluate("document.activeElement.id") == "exam-result", "the result is not where one is led"
