"""The final assessment: drawn, kept as it fills, handed in once, explained, and asked again alone."""

import itertools
import json
import math
import re
from collections import Counter

import pytest
from playwright.sync_api import expect

from .learner import take_assessment
from .variants import everywhere, languages

PAGE = "action/assessment.html"
RECORD = "JSON.parse(localStorage[document.documentElement.dataset.course] ?? '{}')"
EDIT = """change => {
  const key = document.documentElement.dataset.course, record = JSON.parse(localStorage[key]);
  const [id] = Object.keys(record.attempts).sort().slice(-1);
  new Function("attempt", "record", change)(record.attempts[id], record);
  record.attempts[id].at = new Date(Date.parse(record.attempts[id].at) + 1).toISOString(); // newer than what tabs hold
  localStorage[key] = JSON.stringify(record);
}"""
BLOCK = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"


def say(whole, key, language="fr", **values):
    """Return one of the interface's words, filled in."""
    return whole.strings[language][f"exam_{key}"].format(**values)


def begin(visit, whole, path=f"fr/{PAGE}", disk=False, **options):
    """Open the assessment and begin an attempt; return the page."""
    page = visit(path, disk, **options)
    page.get_by_role("button", name=say(whole, "begin", path[:2])).click()
    expect(page.locator(".exam-stage .question")).to_have_count(12)
    return page


def drawn(page):
    """Return the ids of the questions that the page shows, in order."""
    return page.locator(".exam-stage .question").evaluate_all("all => all.map(each => each.dataset.question)")


def choices(whole, id, right=True):
    """Return the indexes of a question's right options, or of its first wrong one alone."""
    options = whole.courses["fr"].questions[id].options
    rights = [index for index, option in enumerate(options) if option.right]
    return rights if right else [index for index in range(len(options)) if index not in rights][:1]


def answer(page, whole, id, right=True):
    """Answer a question with `choices`, and return them."""
    chosen = choices(whole, id, right)
    for index in chosen:
        page.locator(f"#q-{id} .option > label").nth(index).click()
    return chosen


def fill(page, whole, right):
    """Answer all questions of the draw, the first `right` of them right; return their ids."""
    ids = drawn(page)
    taken = [[id, n] for index, id in enumerate(ids) for n in choices(whole, id, index < right)]
    page.evaluate(
        """taken => {
             for (const [id, n] of taken) {
               const label = document.querySelectorAll(`#q-${id} .option label`)[n];
               if (!label.control.checked) label.click(); // another click would take the answer back
             }
           }""",
        taken,
    )
    return ids


def hand_in(page):
    page.locator(".exam-hand-in button").click()


def last_attempt(page):
    return page.evaluate(f"Object.entries({RECORD}.attempts).sort().at(-1)[1]")


def cells(page):
    """Return what each cell of the answer sheet is called."""
    return page.locator(".exam-cells .hidden").all_text_contents()


def theme(whole, id):
    return whole.courses["fr"].questions[id].lesson.partition("/")[0]


@everywhere
def test_failed_then_passed_with_another_draw(visit, whole, disk):
    page = visit(f"fr/{PAGE}", disk)
    panel = page.locator(".exam-start")
    need = math.ceil(12 * whole.company["mastery"] / 100)
    expect(panel).to_contain_text(say(whole, "pass", needed=need, of=12, mastery=whole.company["mastery"]))
    expect(panel).to_contain_text(say(whole, "drawn", count=12, n=36, share=say(whole, "each", each=4)))
    expect(panel).to_contain_text(say(whole, "minutes", minutes=whole.courses["fr"].pages["action/assessment"].minutes))
    expect(page.locator(".question:visible")).to_have_count(0)
    panel.get_by_role("button").click()
    expect(page.locator("#exam-sheet")).to_be_focused()

    first = fill(page, whole, need - 1)
    themes = [theme(whole, id) for id in first]
    assert themes == sorted(themes, key=themes.index) and set(Counter(themes).values()) == {4} and len(set(first)) == 12
    expect(page.locator(".exam-result")).to_have_count(0)
    hand_in(page)
    heading = page.locator("#exam-result")
    expect(heading).to_have_text(say(whole, "score", score=need - 1, of=12))
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page.locator(".exam-result [role=status]")).to_have_text(say(whole, "missed", needed=need, of=12, count=1))
    expect(page.get_by_role("link", name=say(whole, "certificate"))).to_have_count(0)
    missed = {whole.courses["fr"].questions[id].lesson for id in first[need - 1 :]}
    reread = page.locator(".exam-next ul").first.locator("a")
    assert {
        link.removeprefix("../").removesuffix(".html")
        for link in reread.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    } == missed
    assert reread.count() == len(missed)

    kept = last_attempt(page)
    assert (kept["score"], kept["of"], kept["passed"], kept["language"]) == (need - 1, 12, False, "fr")
    assert kept["version"] == page.evaluate("self.courseOutline.version") and kept["submitted"] <= kept["at"]
    answers = page.evaluate(f"{RECORD}.answers")
    assert {id for id in answers if answers[id]["missed"]} == set(first[need - 1 :]) and set(answers) == set(first)

    page.get_by_role("button", name=say(whole, "begin_again")).click()
    second = fill(page, whole, need)
    assert not set(first) & set(second), "with 36 questions, a second draw has none of the first"
    hand_in(page)
    expect(heading).to_have_text(say(whole, "score", score=need, of=12))
    expect(page.locator(".exam-result [role=status]")).to_have_text(say(whole, "passed", needed=need, of=12))
    page.reload()
    expect(heading).to_have_text(say(whole, "score", score=need, of=12))
    expect(page.locator(".exam-start")).to_contain_text(say(whole, "best", score=need, of=12))
    page.locator(".exam-result").get_by_role("link", name=say(whole, "certificate")).click()
    expect(page.locator("h1")).to_have_text(whole.courses["fr"].pages["progress/certificate"].title)


def test_nothing_gives_an_answer_away_before_handing_in(visit, whole):
    page = begin(visit, whole)
    ids = fill(page, whole, 6)
    assert (
        page.locator(".exam-stage").locator("details, .from, [data-right], .verdict, button[type=submit]").count() == 0
    )
    assert page.locator(".exam-bank").count() == 0, "the bank is in the page, reasons and all"
    tree = page.locator("#page-content").aria_snapshot()
    for key in ("right", "not_right", "belongs", "does_not_belong", "from_lesson", "submit", "reason_for"):
        assert whole.strings["fr"][key] not in tree, key
    reasons = [option.reason for id in ids for option in whole.courses["fr"].questions[id].options]
    assert not [reason for reason in reasons if reason[:40] in page.content()]
    many = [id for id in ids if whole.courses["fr"].questions[id].kind == "multiple"]
    for id in many:
        expect(page.locator(f"#q-{id} .stem")).to_contain_text("(Plusieurs réponses.)")
    page.evaluate("self.same = true")
    page.locator(f"#q-{ids[0]} input:checked").first.press("Enter")
    page.evaluate("document.querySelector('.exam-stage form').requestSubmit()")  # as Enter does in other browsers
    page.wait_for_timeout(300)
    assert "?" not in page.url and page.evaluate("self.same"), "Enter in a question sent it"
    expect(page.locator(".exam-result")).to_have_count(0)


@everywhere
def test_a_reload_the_other_language_and_another_tab_keep_everything(visit, whole, disk):
    page = begin(visit, whole, disk=disk)
    ids = drawn(page)
    chosen = {id: answer(page, whole, id, right) for id, right in zip(ids[:3], (True, False, True), strict=True)}
    page.locator(f"#q-{ids[4]} .exam-flag").click()

    def everything_is_there(where):
        expect(where.locator(".exam-stage .question")).to_have_count(12)
        assert drawn(where) == ids
        for id in ids:
            checked = where.locator(f"#q-{id} input:checked").evaluate_all(
                "all => all.map(each => [...each.closest('fieldset').querySelectorAll('input')].indexOf(each))"
            )
            assert checked == chosen.get(id, []), id
            flagged = where.locator(f"#q-{id} .exam-flag").get_attribute("aria-pressed")
            assert flagged == ("true" if id == ids[4] else "false"), id

    page.reload()
    everything_is_there(page)
    page.locator(".exam-cells a").nth(2).click()
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    everything_is_there(page)
    expect(page.locator(f"#q-{ids[2]} h3")).to_be_focused()
    assert cells(page)[4] == f"Question 5: {say(whole, 'empty', 'en')}, {say(whole, 'flagged', 'en')}"

    other = visit(f"fr/{PAGE}", disk, context=page.context)
    everything_is_there(other)
    chosen[ids[5]] = answer(other, whole, ids[5])
    expect(page.locator(f"#q-{ids[5]} input:checked")).to_have_count(len(chosen[ids[5]]))
    chosen[ids[6]] = answer(page, whole, ids[6])
    expect(other.locator(f"#q-{ids[6]} input:checked")).to_have_count(len(chosen[ids[6]]))
    everything_is_there(page)
    everything_is_there(other)
    hand_in(other)
    hand_in(other)
    expect(page.locator("#exam-result")).to_have_text(say(whole, "score", "en", score=4, of=12))
    assert last_attempt(page)["language"] == "fr", "the language is that of the page that handed in"


def test_the_sheet_says_each_state_and_leads_to_the_question(visit, whole):
    page = begin(visit, whole)
    ids = drawn(page)
    answer(page, whole, ids[0])
    for id in (ids[0], ids[7]):
        flag = page.locator(f"#q-{id}").get_by_role("button", name=say(whole, "flag"))
        expect(flag).to_have_attribute("aria-pressed", "false")
        flag.click()
        expect(flag).to_have_attribute("aria-pressed", "true")
    answered, empty, flagged = (say(whole, key) for key in ("answered", "empty", "flagged"))
    assert cells(page)[0] == f"Question 1\u00a0: {answered}, {flagged}"
    assert cells(page)[1] == f"Question 2\u00a0: {empty}"
    assert cells(page)[7] == f"Question 8\u00a0: {empty}, {flagged}"
    shapes = page.locator(".exam-cells a").evaluate_all(
        "links => links.map(link => [...link.querySelectorAll('svg')].filter(svg => svg.checkVisibility()).map(svg => svg.classList[1]).join())"
    )
    assert shapes == ["answered,flag", *["empty"] * 6, "empty,flag", *["empty"] * 4]
    for count in (page.locator(".exam-count"), page.locator(".exam-hand-in p").first):
        expect(count).to_contain_text(
            f"{say(whole, 'count', answered=1, of=12)}, {say(whole, 'count_flagged', count=2)}."
        )
    nav = page.get_by_role("navigation", name=say(whole, "sheet"))
    nav.get_by_role("link").nth(7).click()
    expect(page.locator(f"#q-{ids[7]} h3")).to_be_focused()
    expect(page.locator(f"#q-{ids[7]} h3")).to_be_in_viewport()
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.closest('.question').dataset.question")
    assert focused == ids[7], "the focus does not go on in the question"
    page.locator(f"#q-{ids[7]} .exam-flag").click()
    assert cells(page)[7] == f"Question 8\u00a0: {empty}"
    assert last_attempt(page)["flagged"] == [ids[0]]


def test_empty_questions_are_asked_about_once(visit, whole):
    page = begin(visit, whole)
    ids = drawn(page)
    for id in ids[:9]:
        answer(page, whole, id)
    button = page.locator(".exam-hand-in button")
    asked = page.locator(".exam-hand-in [role=status]")
    expect(asked).to_be_empty()
    button.dblclick()
    expect(asked.get_by_role("link")).to_have_text(["Question 10", "Question 11", "Question 12"])
    expect(page.locator("#exam-result")).to_have_count(0)
    expect(button).to_have_text(say(whole, "hand_in_anyway"))
    asked.get_by_role("link").nth(1).click()
    expect(page.locator(f"#q-{ids[10]} h3")).to_be_focused()
    answer(page, whole, ids[10])
    expect(asked.get_by_role("link")).to_have_text(["Question 10", "Question 12"])
    button.press("Enter")
    expect(page.locator("#exam-result")).to_have_text(say(whole, "score", score=10, of=12))
    expect(page.locator(f"#q-{ids[11]} h3")).to_contain_text(say(whole, "is_empty"))
    empty = page.evaluate(f"{RECORD}.answers")[ids[11]]
    assert (empty["given"], empty["right"], empty["missed"]) == ([], False, True), "review will not ask it again"
    page.reload()
    expect(page.locator("#exam-result")).to_be_visible()


def test_a_full_sheet_is_handed_in_without_a_question(visit, whole):
    page = begin(visit, whole)
    fill(page, whole, 12)
    hand_in(page)
    expect(page.locator("#exam-result")).to_have_text(say(whole, "score", score=12, of=12))
    expect(page.locator(".exam-filter")).to_have_count(0)
    expect(page.get_by_role("heading", name=say(whole, "reread"))).to_have_count(0)


def test_the_review_explains_and_shows_only_what_was_missed(visit, whole):
    page = begin(visit, whole)
    ids = drawn(page)
    chosen = {id: answer(page, whole, id, index < 4) for index, id in enumerate(ids[:11])}
    hand_in(page)
    hand_in(page)
    for index, id in enumerate(ids):
        question, options = page.locator(f"#q-{id}"), whole.courses["fr"].questions[id].options
        verdict = "is_right" if index < 4 else "is_empty" if index == 11 else "is_missed"
        expect(question.locator("h3")).to_contain_text(f"Question {index + 1} de 12\u00a0: {say(whole, verdict)}")
        opened = {n for n, option in enumerate(options) if option.right} | set(chosen.get(id, []))
        for n in range(len(options)):
            expect(question.locator(".why").nth(n)).to_be_visible(visible=n in opened)
        expect(question.locator(".exam-yours")).to_have_count(len(chosen.get(id, [])))
        expect(question.locator(".from a")).to_have_attribute("href", re.compile(r"^\.\./[a-z-]+/[a-z-]+\.html#."))
        expect(question.locator("input, button")).to_have_count(0)
    theme_titles = page.locator(".exam-theme > h2")
    expect(theme_titles.first).to_have_text(re.compile(r"4 sur 4$"))
    expect(theme_titles.nth(1)).to_have_text(re.compile(r"0 sur 4$"))
    page.get_by_label(say(whole, "filter")).check()
    expect(page.locator(".exam-stage .question:visible")).to_have_count(8)
    expect(theme_titles.first).to_be_hidden()
    expect(page.locator(".exam-filter [role=status]")).to_have_text(say(whole, "shown", count=8, of=12))
    page.get_by_label(say(whole, "filter")).uncheck()
    expect(page.locator(".exam-stage .question:visible")).to_have_count(12)


def test_what_another_tab_writes_elsewhere_leaves_the_result_as_it_is(visit, whole):
    page = begin(visit, whole)
    fill(page, whole, 5)
    hand_in(page)
    page.get_by_label(say(whole, "filter")).check()
    visit("fr/start/three-circles.html", context=page.context)
    page.wait_for_function("() => self.course.store.get('pages', 'start/three-circles') !== undefined")
    expect(page.get_by_label(say(whole, "filter"))).to_be_checked()
    other = visit(f"fr/{PAGE}", context=page.context)
    other.get_by_role("button", name=say(whole, "begin_again")).click()
    expect(page.locator(".exam-cells a")).to_have_count(12)
    assert drawn(page) == drawn(other)


def with_outline(visit, change):
    """Open the assessment with an outline that the JavaScript `change` has edited, as a company's choice would."""
    page = visit("fr/index.html")

    def edited(route):
        fetched = route.fetch()
        route.fulfill(response=fetched, body=f"{fetched.text()};(outline => {{ {change} }})(self.courseSteps);")

    page.route(re.compile(r"/courseSteps\.\w{8}\.js$"), edited)
    page.goto(page.base + f"fr/{PAGE}")
    return page


def test_only_the_lessons_of_the_required_path_are_asked_about(visit, whole):
    lessons = ["suppliers/saying-thanks", "civility/repairing", "civility/witnesses", "start/three-circles"]
    questions = whole.courses["fr"].pages["action/assessment"].questions
    open_ = [question for question in questions if question.lesson in lessons]
    of_theme = {name: len([q for q in open_ if theme(whole, q.id) == name]) for name in ("suppliers", "civility")}
    count = sum(min(4, n) for n in of_theme.values())
    page = with_outline(visit, f"outline.required = {json.dumps(lessons)}")
    panel = page.locator(".exam-start")
    expect(panel).to_contain_text(f"{count} questions")
    expect(panel).to_contain_text(f"parmi {len(open_)}\u00a0:")
    expect(panel).to_contain_text(say(whole, "path"))
    need = math.ceil(count * whole.company["mastery"] / 100)
    expect(panel).to_contain_text(say(whole, "pass", needed=need, of=count, mastery=whole.company["mastery"]))
    panel.get_by_role("button").click()
    ids = drawn(page)
    assert len(ids) == count < 12 and set(ids) <= {question.id for question in open_}
    expect(page.locator(".exam-stage h3").last).to_have_text(say(whole, "question", i=count, n=count))
    fill(page, whole, need)
    hand_in(page)
    assert last_attempt(page)["passed"] is True


def test_what_was_missed_once_and_right_in_the_next_draw_is_no_mistake_any_more(visit, whole):
    page = with_outline(visit, "outline.required = ['suppliers/saying-thanks']")
    page.get_by_role("button", name=say(whole, "begin")).click()
    ids = fill(page, whole, 1)
    hand_in(page)
    assert {id for id, each in page.evaluate(f"{RECORD}.answers").items() if each["missed"]} == set(ids[1:])
    page.get_by_role("button", name=say(whole, "begin_again")).click()
    assert set(drawn(page)) == set(ids), "there is nothing else to draw"
    fill(page, whole, len(ids))
    hand_in(page)
    answers = page.evaluate(f"{RECORD}.answers")
    assert [answers[id]["missed"] for id in ids] == [False] * len(ids)


def test_a_path_without_any_question_says_so(visit, whole):
    page = with_outline(visit, "outline.required = ['start/three-circles']")
    expect(page.locator(".exam-start")).to_contain_text(say(whole, "none"))
    expect(page.locator(".exam-start").get_by_role("button")).to_have_count(0)


@pytest.mark.parametrize("change", ["hash", "gone"])
def test_a_question_that_changed_meanwhile_is_replaced_and_the_rest_stays(visit, whole, change):
    page = begin(visit, whole)
    ids = drawn(page)
    chosen = {id: answer(page, whole, id) for id in ids}
    new = "attempt.draw[5][1] = '00000000';" if change == "hash" else (
        f"attempt.draw[5] = ['was-there-once', '11111111']; attempt.given['was-there-once'] = attempt.given['{ids[5]}'];"
    )  # fmt: skip
    page.evaluate(EDIT, new)
    page.reload()
    now = drawn(page)
    assert now[:5] + now[6:] == ids[:5] + ids[6:] and theme(whole, now[5]) == theme(whole, ids[5])
    notice = page.locator(".exam-updated")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text(say(whole, "updated"))
    expect(notice).to_contain_text(say(whole, "rest"))
    for index, id in enumerate(now):
        expect(page.locator(f"#q-{id} input:checked")).to_have_count(0 if index == 5 else len(chosen[id]))
    notice.get_by_role("link", name="Question 6").click()
    expect(page.locator(f"#q-{now[5]} h3")).to_be_focused()
    page.reload()
    assert drawn(page) == now
    expect(notice).to_have_count(0)


def test_a_change_that_another_tab_brings_is_met_when_handing_in(visit, whole):
    page = begin(visit, whole)
    ids = fill(page, whole, 12)
    other = visit(f"fr/{PAGE}", context=page.context)
    other.evaluate(EDIT, "attempt.draw[0][1] = '00000000'")
    hand_in(page)
    expect(page.locator(".exam-updated")).to_be_focused()
    expect(page.locator("#exam-result")).to_have_count(0)
    assert drawn(page)[1:] == ids[1:]


def test_a_draw_that_another_tab_renewed_shows_here_too(visit, whole):
    page = begin(visit, whole)
    ids = drawn(page)
    chosen = answer(page, whole, ids[1])
    other = visit(f"fr/{PAGE}", context=page.context)
    other.evaluate(EDIT, "attempt.draw[0][1] = '00000000'")
    other.reload()
    expect(page.locator(f"#q-{ids[0]}")).to_have_count(0)
    assert drawn(page) == drawn(other)
    expect(page.locator(f"#q-{ids[1]} input:checked")).to_have_count(len(chosen))


def test_another_draw_follows_the_last_one_where_the_clock_went_back(visit, whole):
    page = visit(f"fr/{PAGE}")
    take_assessment(page, 3, "2030-01-01T12:00:00.000Z")
    page.reload()
    page.get_by_role("button", name=whole.strings["fr"]["exam_begin_again"]).click()
    expect(page.locator("#exam-sheet")).to_be_focused()
    expect(page.locator("#exam-result")).to_have_count(0)


def test_a_result_says_which_questions_have_changed_since(visit, whole):
    page = begin(visit, whole)
    ids = fill(page, whole, 12)
    hand_in(page)
    page.evaluate(EDIT, "attempt.draw[2][1] = '00000000'; attempt.draw[9] = ['was-there-once', '11111111']")
    page.reload()
    expect(page.locator("#exam-result")).to_have_text(say(whole, "score", score=12, of=12))
    expect(page.locator(f"#q-{ids[2]}")).to_have_count(0)
    expect(page.get_by_text(say(whole, "changed_how"))).to_have_count(2)


@everywhere
def test_a_question_in_the_address_is_asked_alone_and_changes_no_score(visit, whole, disk):
    page = begin(visit, whole, disk=disk)
    ids = fill(page, whole, 5)
    hand_in(page)
    before = last_attempt(page)
    missed = ids[11]
    page.goto("about:blank")
    page.goto(page.base + f"fr/{PAGE}#q-{missed}")
    expect(page.locator(".question:visible")).to_have_count(1)
    expect(page.locator("#exam-alone")).to_be_focused()
    expect(page.locator(".exam-stage")).to_contain_text(say(whole, "alone_how"))
    form = page.locator(f"#q-{missed}")
    expect(form.locator("input:checked")).to_have_count(0)
    answer(page, whole, missed)
    form.locator("button[type=submit]").click()
    expect(form.locator(".told")).to_contain_text(whole.strings["fr"]["told_right"])
    assert last_attempt(page) == before
    assert page.evaluate(f"{RECORD}.answers")[missed]["right"] is True
    page.reload()
    expect(page.locator(".question:visible")).to_have_count(1)
    page.get_by_role("link", name=say(whole, "back")).click()
    expect(page.locator("#exam-result")).to_have_text(say(whole, "score", score=5, of=12))
    expect(page.locator("#exam-result")).to_be_focused()
    assert "#" not in page.url


def test_a_question_in_the_address_never_takes_the_place_of_an_attempt(visit, whole):
    page = begin(visit, whole)
    ids = drawn(page)
    chosen = answer(page, whole, ids[3])
    others = [
        question.id for question in whole.courses["fr"].pages["action/assessment"].questions if question.id not in ids
    ]
    page.goto(page.base + f"fr/{PAGE}#q-{ids[3]}")
    page.reload()
    expect(page.locator(f"#q-{ids[3]} h3")).to_be_focused()
    expect(page.locator(f"#q-{ids[3]} input:checked")).to_have_count(len(chosen))
    expect(page.locator(f"#q-{ids[3]} button[type=submit]")).to_have_count(0)
    page.evaluate("id => (location.hash = `q-${id}`)", others[0])
    expect(page.locator(".question:visible")).to_have_count(1)
    expect(page.locator(".exam-stage")).to_contain_text(say(whole, "alone_waits"))
    answer(page, whole, others[0])
    page.locator(f"#q-{others[0]} button[type=submit]").click()
    assert others[0] not in last_attempt(page)["given"]
    page.get_by_role("link", name=say(whole, "back")).click()
    assert drawn(page) == ids
    expect(page.locator(f"#q-{ids[3]} input:checked")).to_have_count(len(chosen))
    page.goto(page.base + f"fr/{PAGE}#q-was-there-once")
    page.reload()
    expect(page.locator(".exam-stage")).to_contain_text(say(whole, "gone"))
    assert drawn(page) == ids
    page.locator("a.skip").press("Enter")
    assert drawn(page) == ids, "the way past the header is no question"


def test_with_blocked_storage_the_page_is_the_memory(visit, whole):
    page = visit("fr/index.html")
    page.add_init_script(BLOCK)
    page.goto(page.base + f"fr/{PAGE}")
    expect(page.locator(".exam-start")).not_to_contain_text(say(whole, "kept"))
    page.get_by_role("button", name=say(whole, "begin")).click()
    expect(page.locator(".notice")).to_be_visible()
    ids = fill(page, whole, 11)
    others = [
        question.id for question in whole.courses["fr"].pages["action/assessment"].questions if question.id not in ids
    ]
    page.evaluate("id => (location.hash = `q-${id}`)", others[0])
    page.get_by_role("link", name=say(whole, "back")).click()
    expect(page.locator(".exam-stage input:checked").first).to_be_checked()
    page.locator(f"#q-{ids[0]} .exam-flag").click()
    hand_in(page)
    expect(page.locator("#exam-result")).to_have_text(say(whole, "score", score=11, of=12))
    page.get_by_role("button", name=say(whole, "begin_again")).click()
    assert not set(drawn(page)) & set(ids)


def tab_to(page, inside, most=200):
    """Press Tab until the focus is on something that matches the selector."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", inside):
            return
    raise AssertionError(f"Tab never reaches {inside}")


def test_the_whole_way_by_keyboard(visit, whole):
    page = visit(f"fr/{PAGE}", viewport={"width": 360, "height": 740})
    tab_to(page, ".exam-start button")
    page.keyboard.press("Enter")
    expect(page.locator("#exam-sheet")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    ids = drawn(page)
    expect(page.locator(f"#q-{ids[0]} h3")).to_be_focused()
    asked = whole.courses["fr"].questions
    sure = next(id for id in ids if asked[id].kind == "single")  # with none right, there is nothing to filter
    for id in ids[:-1]:
        tab_to(page, f"#q-{id} input")
        page.keyboard.press("Space")
        for _ in range(choices(whole, id)[0] if id == sure else 1):
            page.keyboard.press("ArrowDown")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert style == "solid", "no visible focus"
    tab_to(page, f"#q-{ids[-1]} .exam-flag")
    page.keyboard.press("Space")
    expect(page.locator(f"#q-{ids[-1]} .exam-flag")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"#q-{ids[-1]} .exam-flag")).to_be_focused()
    tab_to(page, ".exam-hand-in a")
    tab_to(page, ".exam-hand-in button")
    page.keyboard.press("Enter")
    expect(page.locator(".exam-asks a")).to_have_text(["Question 12"])
    expect(page.locator(".exam-hand-in button")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator(f"#q-{ids[-1]} h3")).to_be_focused()
    tab_to(page, ".exam-hand-in button")
    page.keyboard.press("Enter")
    expect(page.locator("#exam-result")).to_be_focused()
    tab_to(page, "#exam-filter")
    page.keyboard.press("Space")
    tab_to(page, ".exam-next button")
    page.keyboard.press("Enter")
    expect(page.locator("#exam-sheet")).to_be_focused()
    assert not set(drawn(page)) & set(ids)


def each_state(page, whole, language):
    """Go through the states of the page, one after the other, yielding the name of each."""
    yield "start"
    page.get_by_role("button", name=say(whole, "begin", language)).click()
    ids = fill(page, whole, 4)
    page.locator(f"#q-{ids[1]} .exam-flag").click()
    page.evaluate(EDIT, f"attempt.draw[5][1] = '00000000'; attempt.given['{ids[7]}'] = []")
    page.reload()
    hand_in(page)
    page.locator(".exam-asks a").first.wait_for()
    yield "under way"
    hand_in(page)
    expect(page.locator("#exam-result")).to_be_focused()
    yield "result"
    page.evaluate("id => (location.hash = `q-${id}`)", ids[0])
    page.locator("#exam-alone").wait_for()
    yield "alone"


def test_headings_and_ids_are_in_order_in_any_state(visit, whole):
    page = visit(f"fr/{PAGE}")
    for state in each_state(page, whole, "fr"):
        levels = page.locator("#page-content :is(h1, h2, h3)").evaluate_all("all => all.map(each => +each.tagName[1])")
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), (state, levels)
        ids = page.locator("[id]").evaluate_all("all => all.map(each => each.id)")
        assert len(ids) == len(set(ids)), f"{state}: an id stands twice"


@pytest.mark.parametrize("size", ["", "213%"], ids=["320", "320 and large text"])
def test_nothing_scrolls_sideways_and_every_target_is_large(visit, whole, size):
    page = visit(f"fr/{PAGE}", viewport={"width": 320, "height": 640})
    for state in each_state(page, whole, "fr"):
        page.evaluate("size => (document.documentElement.style.fontSize = size)", size)
        assert page.evaluate("document.documentElement.scrollWidth") <= 321, state
        small = page.locator(
            ".exam-stage :is(button, .exam-cells a, .exam-asks a, .exam-do a, .option > label, .exam-filter label)"
        ).evaluate_all(
            "all => all.filter(each => each.checkVisibility()).map(each => [each.getBoundingClientRect(), each])"
            ".filter(([box]) => box.height < 44 || box.width < 44).map(([box, each]) => `${box.width} ${box.height} ${each.outerHTML.slice(0, 90)}`)"
        )
        assert small == [], state


def test_forced_colours_keep_every_state(visit, whole):
    page = begin(visit, whole, forced_colors="active", color_scheme="dark")
    ids = drawn(page)
    answer(page, whole, ids[0])
    page.locator(f"#q-{ids[1]} .exam-flag").click()
    first, second, third = (page.locator(".exam-cells a").nth(index) for index in range(3))
    expect(first.locator(".exam-icon.answered")).to_be_visible()
    expect(second.locator(".exam-icon.flag")).to_be_visible()
    expect(third.locator(".exam-icon.empty")).to_be_visible()
    style = "(cell) => getComputedStyle(cell).borderTopStyle"
    assert (first.evaluate(style), third.evaluate(style)) == ("solid", "dashed")
    page.locator(f"#q-{ids[1]} .exam-flag").press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    fill(page, whole, 6)
    hand_in(page)
    ink = "element => getComputedStyle(element).color"
    for sign in (".picked", ".option > .empty", "h3 > .again"):
        expect(page.locator(f".exam-stage {sign}").first).to_be_visible()
        assert page.locator(f".exam-stage {sign}").first.evaluate(ink) == page.locator("body").evaluate(ink), sign


def test_paper_has_the_bank_the_draw_without_answers_or_the_result_with_reasons(visit, whole):
    page = visit(f"fr/{PAGE}")
    page.emulate_media(media="print")
    expect(page.locator(".question:visible")).to_have_count(36)
    expect(page.locator(".why:visible, .exam-start:visible")).to_have_count(0)
    expect(page.locator(".exam-bank > p").first).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name=say(whole, "begin")).click()
    fill(page, whole, 3)
    page.emulate_media(media="print")
    expect(page.locator(".question:visible")).to_have_count(12)
    expect(page.locator(".why:visible, nav.exam-sheet:visible, .exam-stage button:visible")).to_have_count(0)
    page.emulate_media(media="screen")
    hand_in(page)
    page.emulate_media(media="print")
    expect(page.locator("#exam-result")).to_be_visible()
    expect(page.locator(".question:visible")).to_have_count(12)
    assert page.locator(".why:visible").count() >= 12 + 9
    expect(page.locator(".exam-stage button:visible, .exam-filter:visible")).to_have_count(0)
    expect(page.get_by_role("heading", name=say(whole, "reread"))).to_be_visible()


@languages
def test_without_a_script_the_bank_is_there_with_its_reasons(visit, language):
    page = visit(f"{language}/{PAGE}", java_script_enabled=False)
    expect(page.locator(".question:visible")).to_have_count(36)
    reason = page.locator(".question details").first
    reason.locator("summary").click()
    expect(reason.locator(".why")).to_be_visible()


def test_what_is_heard_has_states_in_words(visit, whole):
    page = begin(visit, whole, f"en/{PAGE}", locale="en-CA")
    ids = fill(page, whole, 12)
    tree = page.locator(".exam-stage").aria_snapshot()
    assert f'navigation "{say(whole, "sheet", "en")}"' in tree
    assert f'link "Question 1: {say(whole, "answered", "en")}"' in tree
    assert f'button "{say(whole, "flag", "en")} (question 12)"' in tree
    assert f'heading "{say(whole, "question", "en", i=12, n=12)}" [level=3]' in tree
    stem = page.locator(f"#q-{ids[0]} .stem").inner_text()
    assert f'group "{stem[:40]}' in tree, "the options are not grouped under their question"
    page.evaluate("""self.heard = []; document.addEventListener("focusin", () => {
      const region = document.querySelector(".exam-result [role=status]");
      region && new MutationObserver(() => region.textContent && self.heard.push(region.textContent))
        .observe(region, { childList: true }); })""")
    hand_in(page)
    page.wait_for_function("() => self.heard.length === 1")
    assert page.evaluate("self.heard") == [say(whole, "passed", "en", needed=10, of=12)]
    tree = page.locator(".exam-stage").aria_snapshot()
    assert f'heading "Question 1 of 12: {say(whole, "is_right", "en")}" [level=3]' in tree
