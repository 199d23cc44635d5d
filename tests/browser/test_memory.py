"""The learner's memory in a real browser: tabs, storage that refuses, records that cannot be read, older and newer ones."""

import json

import pytest
from playwright.sync_api import expect

from .learner import record, store_text, walk
from .pages import KINDS
from .variants import everywhere, in_english

LESSON = "start/three-circles"
OTHER = "suppliers/gifts"
REFUSE = """const set = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...what) {
    if (this === localStorage) throw new DOMException("full", "QuotaExceededError");
    return set.apply(this, what);
  }"""
BLOCK = (
    """Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } })"""
)


def answer(page, question, index):
    page.locator(f"#q-{question.id} label").nth(index).click()
    page.locator(f"#q-{question.id} button[type=submit]").click()


def single(whole, lesson=LESSON):
    found = next(each for each in whole.courses["fr"].pages[lesson].questions if each.kind == "single")
    return found, next(index for index, option in enumerate(found.options) if option.right)


def test_the_whole_course_has_one_key_that_carries_its_id(visit, whole):
    page = visit(f"fr/{LESSON}.html")
    question, right = single(whole)
    answer(page, question, right)
    page.locator("a.switch").click()
    page.goto(page.base + f"en/{OTHER}.html")
    assert page.evaluate("Object.keys(localStorage)") == [whole.company["course"]["id"]]
    assert set(record(page)["pages"]) == {LESSON, OTHER}


def test_two_tabs_lose_nothing_and_see_each_other(visit, whole):
    one = visit(f"fr/{LESSON}.html")
    question, right = single(whole)
    other = visit(f"en/{OTHER}.html", context=one.context)
    second, second_right = single(whole, OTHER)
    answer(one, question, right)
    answer(other, second, second_right)
    assert set(record(one)["answers"]) == {question.id, second.id}
    progress = visit("fr/progress/index.html", context=one.context)
    row = progress.locator(".journey li", has=progress.locator("a[href$='three-circles.html']"))
    expect(row.locator(".state")).to_have_class("state started")
    walk(other, [LESSON])
    expect(row.locator(".state")).to_have_class("state finished")  # with no reload


@pytest.mark.parametrize(("trouble", "script"), [("full", REFUSE), ("blocked", BLOCK)], ids=["full", "blocked"])
def test_storage_that_refuses_is_said_once_and_the_course_goes_on(visit, whole, trouble, script):
    page = visit(f"fr/{LESSON}.html")
    question, right = single(whole)
    before = record(page)
    page.add_init_script(script)
    page.reload()
    answer(page, question, right)
    notice = page.locator(".notice")
    expect(notice).to_be_visible()
    expect(notice.locator("p")).to_have_text(whole.strings["fr"][f"notice_{trouble}"])
    expect(page.locator(f"#q-{question.id} .why:visible").first).to_be_visible()
    notice.get_by_role("button").click()
    expect(notice).to_be_hidden()
    page.goto(page.base + f"fr/{OTHER}.html")
    second, second_right = single(whole, OTHER)
    answer(page, second, second_right)
    expect(page.locator(f"#q-{second.id} .told")).to_contain_text(whole.strings["fr"]["told_right"])
    expect(notice).to_be_hidden()
    clean = visit("fr/about.html", context=page.context)
    assert record(clean) == before, "what was kept before has changed"


@pytest.mark.parametrize(
    ("trouble", "text"),
    [("damaged", '{"version":2,"answers"'), ("damaged", "[1]"), ("newer", '{"version":99,"answers":{"x":1}}')],
    ids=["cut short", "no record", "newer"],
)
@in_english
def test_a_record_that_cannot_be_read_is_left_alone_until_one_erases_it(visit, whole, language, trouble, text):
    words = whole.strings[language]
    page = visit(f"{language}/about.html")
    store_text(page, text)
    page.goto(page.base + f"{language}/{LESSON}.html")
    expect(page.locator(".notice p")).to_have_text(words[f"notice_{trouble}"])
    question, right = single(whole)
    answer(page, question, right)
    expect(page.locator(f"#q-{question.id} .told")).to_contain_text(words["told_right"])
    assert page.evaluate("localStorage.getItem(document.documentElement.dataset.course)") == text
    page.goto(page.base + f"{language}/progress/index.html")
    expect(page.locator("course-progress .trouble")).to_have_text(words[f"notice_{trouble}"])
    with page.expect_download() as saved:
        page.get_by_role("button", name=words["file_save"]).click()
    aside = saved.value.path().read_text(encoding="utf-8")
    # What a newer version wrote can be opened there; what is damaged is put aside as it is.
    assert aside == text or (trouble == "newer" and json.loads(aside)["record"] == json.loads(text))
    page.get_by_role("button", name=words["file_erase"]).click()
    page.get_by_role("button", name=words["file_yes"]).click()
    page.goto(page.base + f"{language}/{LESSON}.html")
    answer(page, question, right)
    assert question.id in record(page)["answers"]


def test_a_record_of_the_first_version_is_taken_over_whole(visit, whole):
    question, right = single(whole)
    wrong = (right + 1) % len(question.options)
    page = visit("fr/about.html", color_scheme="light")
    old = {
        "hash": whole.fingerprint(question.id),
        "given": [wrong],
        "right": False,
        "tries": 2,
        "at": "2026-11-01T10:00:00.000Z",
    }
    store_text(page, json.dumps({"version": 1, "answers": {question.id: old}, "language": "en", "theme": "dark"}))
    page.goto(page.base + f"fr/{LESSON}.html")
    expect(page.locator(f"#q-{question.id} .option input").nth(wrong)).to_be_checked()
    kept = record(page)
    assert kept["version"] == 2 and kept["answers"][question.id] == {**old, "missed": True}
    assert kept["settings"]["theme"]["value"] == "dark" and kept["settings"]["language"]["value"] == "en"
    page.reload()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto(page.base + "index.html")
    page.wait_for_url("**/en/index.html")


@everywhere
def test_a_question_edited_between_visits_says_so_and_credits_nothing(visit, whole, disk):
    question, right = single(whole)
    page = visit(f"fr/{LESSON}.html", disk)
    walk(page, [LESSON], edited=[question.id])
    page.reload()
    form = page.locator(f"#q-{question.id}")
    expect(form.locator(".changed")).to_have_text(whole.strings["fr"]["told_changed"])
    expect(form.locator("input:checked")).to_have_count(0)
    page.goto(page.base + "fr/progress/index.html")
    row = page.locator(".journey li", has=page.locator("a[href$='three-circles.html']"))
    expect(row.locator(".state")).to_have_text(whole.strings["fr"]["state_changed"])
    expect(row).to_contain_text("1 question changée")
    assert record(page)["answers"][question.id]["hash"] == "00000000", "the old answer is gone"
    page.goto(page.base + f"fr/{LESSON}.html")
    answer(page, question, right)
    expect(form.locator(".changed")).to_have_count(0)
    page.goto(page.base + "fr/progress/index.html")
    expect(row.locator(".state")).to_have_text(whole.strings["fr"]["state_finished"])


ODD = {
    "pages": {"start/three-circles": {}, "constructor": {"at": "x"}, "x": 3},
    "answers": {
        "constructor": {"hash": "a", "right": True, "given": [99]},
        "__proto__": {"hash": "a", "right": False, "given": "z"},
    },
    "choices": {"sunday-press": {"choice": "length"}, "action/case": {"choice": -1}},
    "sheets": {
        "client-map.rows": {"text": "{"},
        "self-diagnosis.before.answer-date": {"text": "9"},
        "thank-you.who": {"text": "\u202e<b>&"},
    },
    "plans": {"suppliers/gifts": {"kept": True, "text": "$& <script>"}, "toString": {"kept": True}},
    "attempts": {
        "zzz": {"draw": [["was-there", "0"]], "given": {}, "flagged": []},
        "2026-11-22T00:00:00.000Z": {"draw": [], "given": {}, "flagged": [], "submitted": "x", "passed": True},
    },
    "reviews": {"zzz": {"sets": [["constructor"]]}, "2026-11-22": {"sets": [["constructor"], [], [], ["a"]]}},
    "settings": {"name": {"value": "x" * 400}, "theme": {"value": "purple"}, "language": {"value": "xx"}},
}


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_odd_entry_in_every_section_stops_no_page(visit, kind):
    page = visit("en/about.html")
    dated = {name: {id: {"at": "2026-11-22T12:00:00.000Z", **entry} if isinstance(entry, dict) else entry
                    for id, entry in entries.items()} for name, entries in ODD.items()}  # fmt: skip
    store_text(page, json.dumps({"version": 2, **dated}))
    page.goto(page.base + f"en/{KINDS[kind]}")
    expect(page.locator("course-search > button")).to_be_visible()  # and `visit` fails on any error of a script
    expect(page.locator("h1")).to_be_visible()
    text = page.locator("main").inner_text()
    assert not [word for word in ("undefined", "NaN", "[object") if word in text], text
    assert set(record(page)["choices"]) == set(ODD["choices"]), "an odd entry was thrown away"
