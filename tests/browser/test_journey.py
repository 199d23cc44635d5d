"""A learner's way through the course, on the web and from a folder on disk."""

import re
import unicodedata

from playwright.sync_api import expect

from .variants import crosswise, everywhere

LESSON = "suppliers/saying-thanks.html"
SEARCHES = {"fr": "Chercher", "en": "Search"}


def first_single(course, lesson):
    """Return the first single-choice question of a lesson of the outline."""
    return next(question for question in course.pages[lesson].questions if question.kind == "single")


def option(page, question, index, prefix=""):
    """Return the control of one option."""
    return page.locator(f"#q-{prefix}{question.id} .option input").nth(index)


@everywhere
def test_from_home_to_a_remembered_answer_in_both_languages(visit, whole, disk):
    french = whole.courses["fr"]
    lesson = french.modules[-1].lessons[-1]
    question = first_single(french, lesson.id)
    right = next(index for index, each in enumerate(question.options) if each.right)
    wrong = next(index for index, each in enumerate(question.options) if not each.right)

    page = visit("fr/index.html", disk, reduced_motion="no-preference")
    page.locator(".modules a").last.click()
    expect(page.locator("h1")).to_have_text(french.modules[-1].title)
    page.locator(".lessons a").nth(len(french.modules[-1].lessons) - 1).click()
    expect(page.locator("h1")).to_have_text(lesson.title)

    choice = page.locator(".scenario .choice").nth(1)
    expect(choice.locator("dd").first).to_be_hidden()
    choice.locator("summary").click()
    expect(choice.locator("dd")).to_have_count(2)
    expect(choice.locator("dd").first).to_be_visible()

    form = page.locator(f"#q-{question.id}")
    told = form.get_by_role("status")
    submit = form.locator("button[type=submit]")
    form.locator("label").nth(wrong).click()
    expect(form.locator(".why:visible")).to_have_count(0)
    submit.click()
    expect(told).to_contain_text(whole.strings["fr"]["told_again"])
    expect(form.locator(".why:visible")).to_have_count(1)
    expect(form.locator(".why:visible")).to_contain_text(whole.strings["fr"]["not_right"])
    form.locator("label").nth(right).click()
    submit.click()
    expect(told).to_contain_text(whole.strings["fr"]["told_right"])
    expect(form.locator(".option").nth(right).locator(".why")).to_be_visible()

    page.reload()
    expect(option(page, question, right)).to_be_checked()
    expect(form.locator(".option").nth(right).locator(".why")).to_be_visible()

    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("h1")).to_have_text(whole.courses["en"].pages[lesson.id].title)
    expect(option(page, question, right)).to_be_checked()

    form.locator("button[type=reset]").click()
    expect(option(page, question, right)).not_to_be_checked()
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "fr")
    expect(option(page, question, right)).not_to_be_checked()


def accented_word(site, language):
    """Return `(word, the same without its accents)`: a long word of the language's search index."""
    [index] = (site / language / "assets").glob("search-index.*.js")
    text = index.read_text(encoding="utf-8")
    bare = {word: unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()
            for word in re.findall(r"[a-zéèêàâîïôûç]{8,}", text)}  # fmt: skip
    return next(((word, plain) for word, plain in sorted(bare.items()) if word != plain), ("customer", "customer"))


@crosswise
def test_search_finds_without_accents_in_its_own_language_and_leads_there(visit, whole, served, disk, language):
    word, query = accented_word(served[0], language)
    page = visit(f"{language}/{LESSON}", disk)
    page.get_by_role("button", name=SEARCHES[language]).click()
    box = page.get_by_role("searchbox", name=whole.strings[language]["search_label"])
    expect(box).to_be_focused()
    box.fill(query)
    results = page.locator("dialog.search ol a")
    expect(results.first).to_be_visible()
    assert word in page.locator("dialog.search ol").inner_text().lower()
    hrefs = results.evaluate_all("links => links.map(link => link.href)")
    assert all(f"/{language}/" in href for href in hrefs), hrefs
    box.press("Enter")
    page.wait_for_url(hrefs[0])


def test_search_costs_nothing_until_used(visit):
    page = visit("fr/index.html")
    loaded = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
    assert loaded and not [name for name in loaded if "search" in name], loaded
    page.evaluate("scrollTo(0, 300)")
    page.keyboard.press("/")
    expect(page.locator("dialog.search")).to_have_count(0)  # one letter alone is no shortcut (WCAG 2.1.4)
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.wait_for_function("() => Boolean(self.courseSearch)")
    page.keyboard.type("zzzz")
    expect(page.locator("dialog.search [role=status]")).to_contain_text("zzzz")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).to_be_hidden()
    assert page.evaluate("scrollY") == 300, "closing search moved the page"


def test_a_result_on_the_same_page_takes_the_focus_there(visit, whole):
    page = visit(f"fr/{LESSON}")
    heading = page.locator(".text h2[id]").nth(1)
    page.locator("course-search > button").click()
    page.get_by_role("searchbox").fill(heading.inner_text())
    page.locator("dialog.search ol a").first.wait_for()
    address = "#" + heading.get_attribute("id")
    page.locator(f"dialog.search ol a[href$='{address}']").click()
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.text') !== null")


def test_search_says_how_many_and_takes_any_words(visit, whole):
    page = visit("fr/index.html")
    page.keyboard.press("Control+k")
    page.wait_for_function("() => Boolean(self.courseSearch)")
    page.keyboard.type("$& zz$`")
    expect(page.locator("dialog.search [role=status]")).to_have_text(
        whole.strings["fr"]["search_empty"].format(query="$& zz$`")
    )
    page.get_by_role("searchbox").fill("fournisseur")
    total = page.evaluate("self.courseSearch('fournisseur').total")
    expect(page.locator("dialog.search [role=status]")).to_have_text(
        whole.strings["fr"]["search_many"].format(count=total)
    )


def test_several_answers_are_counted_and_a_missing_one_said(visit, whole):
    course = whole.courses["fr"]
    lesson, question = next((lesson, question) for lesson in course.lessons for question in lesson.questions
                            if question.kind == "multiple")  # fmt: skip
    rights = [index for index, each in enumerate(question.options) if each.right]
    page = visit(f"fr/{lesson.url}")
    form = page.locator(f"#q-{question.id}")
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).to_contain_text(whole.strings["fr"]["told_choose"])
    form.locator("label").nth(rights[0]).click()
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).to_contain_text(f"{len(question.options) - len(rights) + 1} ")
    for index in rights[1:]:
        form.locator("label").nth(index).click()
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).to_contain_text(whole.strings["fr"]["told_right"])


def test_a_recalled_question_is_asked_anew_and_counts_as_the_same(visit, whole):
    course = whole.courses["fr"]
    lesson = next(each for each in course.lessons if each.recall and course.questions[each.recall].kind == "single")
    question = course.questions[lesson.recall]
    right = next(index for index, each in enumerate(question.options) if each.right)
    origin = next(each for each in course.lessons if question in each.questions)
    page = visit(f"fr/{lesson.url}")
    form = page.locator(f"#q-again-{question.id}")
    form.locator("label").nth(right).click()
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).to_contain_text(whole.strings["fr"]["told_right"])
    page.reload()
    expect(option(page, question, right, "again-")).not_to_be_checked()
    page.goto(page.base + f"fr/{origin.url}")
    expect(option(page, question, right)).to_be_checked()


def test_a_recall_never_undoes_what_was_right(visit, whole):
    course = whole.courses["fr"]
    lesson = next(each for each in course.lessons if each.recall and course.questions[each.recall].kind == "single")
    question = course.questions[lesson.recall]
    origin = next(each for each in course.lessons if question in each.questions)
    right = next(index for index, each in enumerate(question.options) if each.right)
    page = visit(f"fr/{origin.url}")
    page.locator(f"#q-{question.id} label").nth(right).click()
    page.locator(f"#q-{question.id} button[type=submit]").click()
    page.goto(page.base + f"fr/{lesson.url}")
    again = page.locator(f"#q-again-{question.id}")
    again.locator("label").nth((right + 1) % len(question.options)).click()
    again.locator("button[type=submit]").click()
    expect(again.get_by_role("status")).to_contain_text(whole.strings["fr"]["told_again"])
    again.locator("button[type=reset]").click()
    page.goto(page.base + f"fr/{origin.url}")
    expect(option(page, question, right)).to_be_checked()


def test_a_verdict_goes_when_another_answer_is_chosen(visit, whole):
    lesson = whole.courses["fr"].lessons[0]
    question = first_single(whole.courses["fr"], lesson.id)
    page = visit(f"fr/{lesson.url}")
    form = page.locator(f"#q-{question.id}")
    form.locator("label").first.click()
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).not_to_be_empty()
    form.locator("label").nth(1).click()
    expect(form.get_by_role("status")).to_be_empty()


def test_one_odd_entry_does_not_stop_the_page(visit, whole):
    lesson = whole.courses["fr"].lessons[0]
    question = first_single(whole.courses["fr"], lesson.id)
    page = visit(f"fr/{lesson.url}")
    page.evaluate(
        """([id, hash]) => { const answers = { [id]: { hash, right: true, given: "x" } };
           localStorage[document.documentElement.dataset.course] = JSON.stringify({ version: 1, answers }); }""",
        [question.id, whole.fingerprint(question.id)],
    )
    page.reload()
    expect(page.locator(".question.live")).to_have_count(len(lesson.questions))
    expect(page.locator("course-search > button")).to_be_visible()


def test_an_edited_question_does_not_inherit_an_old_answer(visit, whole):
    course = whole.courses["fr"]
    question = first_single(course, course.lessons[0].id)
    page = visit(f"fr/{course.lessons[0].url}")
    page.locator(f"#q-{question.id} label").first.click()
    page.locator(f"#q-{question.id} button[type=submit]").click()
    page.evaluate(
        """id => { const key = document.documentElement.dataset.course, record = JSON.parse(localStorage[key]);
                   record.answers[id].hash = "00000000"; localStorage[key] = JSON.stringify(record); }""",
        question.id,
    )
    page.reload()
    expect(option(page, question, 0)).not_to_be_checked()


def test_blocked_storage_is_said_once_and_nothing_breaks(visit, whole):
    question = first_single(whole.courses["fr"], whole.courses["fr"].lessons[0].id)
    page = visit(f"fr/{whole.courses['fr'].lessons[0].url}")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
    page.reload()
    expect(page.locator(".notice")).to_be_hidden()
    page.locator(f"#q-{question.id} label").first.click()
    page.locator(f"#q-{question.id} button[type=submit]").click()
    expect(page.locator(".notice")).to_be_visible()
    expect(page.locator(f"#q-{question.id} .why:visible")).to_have_count(1)


@everywhere
def test_the_theme_is_the_systems_until_chosen_and_then_remembered(visit, whole, disk):
    page = visit("fr/index.html", disk, color_scheme="dark")
    paper = "getComputedStyle(document.documentElement).backgroundColor"
    night = page.evaluate(paper)
    page.get_by_role("button", name=whole.strings["fr"]["theme_to_light"]).click()
    day = page.evaluate(paper)
    assert day != night
    page.goto(page.base + f"fr/{LESSON}")
    assert page.evaluate(paper) == day
