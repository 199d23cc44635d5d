"""My progress: states, the way on, and the record as a file, on the web and from a folder on disk."""

import json
import re

from playwright.sync_api import expect

from .learner import record, take_assessment, walk
from .variants import crosswise, everywhere, in_english

FIRST, SECOND = "suppliers/saying-thanks", "suppliers/paying-on-time"


def row_of(page, step):
    return page.locator(".journey li", has=page.locator(f"a[href$='{step}.html']"))


def save(page, words):
    with page.expect_download() as saved:
        page.get_by_role("button", name=words["file_save"]).click()
    assert re.fullmatch(r"tous-clients-\w+-\d{4}-\d\d-\d\d\.json", saved.value.suggested_filename)
    return saved.value.path().read_bytes()


def load(page, content, name="progress.json"):
    page.locator("input[type=file]").set_input_files({"name": name, "mimeType": "application/json", "buffer": content})


@crosswise
def test_a_finished_lesson_is_ticked_everywhere_and_the_way_leads_on(visit, whole, disk, language):
    words, course = whole.strings[language], whole.courses[language]
    page = visit(f"{language}/{FIRST}.html", disk)
    for question in course.pages[FIRST].questions:
        form = page.locator(f"#q-{question.id}")
        form.locator("label").first.click()
        form.locator("button[type=submit]").click()
        expect(form.locator(".told")).not_to_be_empty()  # what is said pushes the next question down
    link = page.locator(f".menu [data-step='{FIRST}']")
    expect(link.locator(".state")).to_have_class("state finished")
    expect(link).to_contain_text(words["state_finished"])
    expect(page.locator(f".menu [data-step='{SECOND}'] .state")).to_have_count(0)

    after = course.pages[SECOND]
    for path in ("index.html", "progress/index.html"):
        page.goto(page.base + f"{language}/{path}")
        go = page.locator(".go .button")
        expect(go).to_have_text(words["go_on_to"].format(title=after.title))
        assert go.get_attribute("href").endswith(after.url)
    header = page.locator("a.go-on")
    expect(header).to_contain_text(words["go_on"])
    expect(row_of(page, FIRST).locator(".state")).to_have_text(words["state_finished"])
    expect(row_of(page, SECOND).locator(".state")).to_have_text(words["state_todo"])
    header.click()
    page.wait_for_url(f"**/{after.url}")
    page.goto(page.base + f"{language}/progress/index.html")
    expect(row_of(page, SECOND).locator(".state")).to_have_text(words["state_started"])


def test_before_the_first_lesson_the_page_says_where_to_begin(visit, whole):
    page = visit("en/progress/index.html")
    first = whole.courses["en"].lessons[0]
    expect(page.get_by_text(whole.strings["en"]["progress_nothing"])).to_be_visible()
    begin = whole.strings["en"]["progress_begin"].format(title=first.title)
    expect(page.locator(".go .button")).to_have_text(begin)
    assert page.locator(".go .button").get_attribute("href").endswith(first.url)
    minutes = whole.courses["en"].minutes
    expect(page.locator(".so-far")).to_contain_text(f"{minutes // 60} hr {minutes % 60} min")


def test_minutes_left_are_those_of_the_steps_that_are_not_finished(visit, whole):
    course = whole.courses["fr"]
    page = visit("fr/progress/index.html")
    done = [course.lessons[0].id, FIRST, "action/case"]
    walk(page, done)
    page.reload()
    left = course.minutes - sum(course.pages[id].minutes for id in done)
    said = page.locator(".so-far").inner_text().replace("\u00a0", " ")
    assert f"3 sur {len(course.steps)}" in said and f"{left // 60} h {left % 60:02}" in said
    bar = page.locator("progress")
    assert (bar.evaluate("bar => bar.value"), bar.evaluate("bar => bar.max")) == (3, len(course.steps))


def test_only_the_required_path_is_asked(visit, whole):
    course = whole.courses["fr"]
    page = visit("fr/progress/index.html")
    asked = [course.lessons[0].id, FIRST]
    script = page.evaluate(
        "[...document.scripts].map(each => each.src).find(src => /courseSteps\\.\\w{8}\\.js/.test(src))"
    )
    patched = f"self.courseSteps.required={json.dumps(asked)};"
    page.route(script, lambda route: route.fulfill(body=route.fetch().text() + patched, content_type="text/javascript"))
    walk(page, asked)
    page.reload()
    expect(page.locator(".so-far")).to_have_text(whole.strings["fr"]["progress_complete"].format(total=2))
    expect(page.locator(".go .button")).to_have_count(0)
    expect(row_of(page, SECOND)).to_contain_text(whole.strings["fr"]["progress_optional"])
    expect(row_of(page, FIRST)).not_to_contain_text(whole.strings["fr"]["progress_optional"])


@everywhere
def test_exported_in_one_browser_and_imported_in_another_the_newer_work_wins(visit, whole, disk):
    words = whole.strings["fr"]
    course = whole.courses["fr"]
    one = visit("fr/progress/index.html", disk)
    walk(one, [FIRST, course.lessons[0].id])
    take_assessment(one, 11)
    one.evaluate("self.course.store.put('sheets', 'thank-you.who', { text: 'Stéphane' })")
    one.reload()
    content = save(one, words)

    other = visit("fr/progress/index.html", disk)
    other.clock.set_fixed_time("2030-01-01T12:00:00Z")
    walk(other, [SECOND])
    other.evaluate("self.course.store.put('sheets', 'thank-you.who', { text: 'Yvon' })")
    load(other, content)
    expect(other.locator(".files [role=status]")).to_have_text(words["file_opened"])
    for step in (FIRST, SECOND, course.lessons[0].id):
        expect(row_of(other, step).locator(".state")).to_have_text(words["state_finished"])
    expect(other.locator(".journey li", has=other.locator("a[href$='assessment.html']"))).to_contain_text("11 sur 12")
    other.reload()
    expect(row_of(other, FIRST).locator(".state")).to_have_text(words["state_finished"])
    assert record(other)["sheets"]["thank-you.who"]["text"] == "Yvon", "the older text won"
    load(one, save(other, words))
    expect(one.locator(".files [role=status]")).to_have_text(words["file_opened"])
    assert record(one)["sheets"]["thank-you.who"]["text"] == "Yvon", "the newer text lost"
    assert record(one)["answers"].keys() == record(other)["answers"].keys()


def test_a_file_that_is_no_record_changes_nothing_and_is_told_why(visit, whole):
    words = whole.strings["en"]
    page = visit("en/progress/index.html")
    walk(page, [FIRST])
    before = record(page)
    good = json.loads(save(page, words))
    for content, key in (
        (b"\x89PNG\r\n", "unreadable"),
        (b"{}", "unreadable"),
        (b" " * 5_000_001 + json.dumps(good).encode(), "large"),
        (b"[" * 1_000_000, "unreadable"),
        (json.dumps({**good, "course": "another"}).encode(), "other"),
        (json.dumps({**good, "record": {"version": 99}}).encode(), "newer"),
        (json.dumps({**good, "record": None}).encode(), "unreadable"),
    ):
        load(page, content)
        expect(page.locator(".files [role=status]")).to_have_text(words[f"file_{key}"])
        assert record(page) == before


@in_english
def test_erasing_asks_once_and_takes_everything_of_this_course_only(visit, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/progress/index.html")
    walk(page, [FIRST])
    page.evaluate("localStorage.setItem('another-course', 'kept')")
    page.reload()
    erase = page.get_by_role("button", name=words["file_erase"], exact=True)
    erase.click()
    no = page.get_by_role("button", name=words["file_no"])
    expect(no).to_be_focused()
    no.click()
    expect(erase).to_be_focused()
    assert record(page)["answers"]
    erase.click()
    page.get_by_role("button", name=words["file_yes"]).click()
    expect(page.locator(".files [role=status]")).to_have_text(words["file_erased"])
    assert record(page) is None and page.evaluate("localStorage.getItem('another-course')") == "kept"
    expect(page.locator(".journey .state.finished")).to_have_count(0)


@everywhere
def test_a_scenario_remembers_the_first_choice_and_a_case_how_it_ended(visit, whole, disk):
    page = visit(f"fr/{FIRST}.html", disk)
    page.locator(".scenario .choice summary").nth(1).click()
    page.locator(".scenario .choice summary").nth(0).click()
    scenario = page.locator(".scenario").get_attribute("id").removeprefix("s-")
    page.wait_for_function("id => self.course.store.get('choices', id)", arg=scenario)
    assert record(page)["choices"][scenario]["choice"] == 1
    page.goto(page.base + f"en/{FIRST}.html")
    expect(page.locator(".scenario .choice summary").nth(1)).to_contain_text(whole.strings["en"]["chosen_before"])

    page.goto(page.base + "fr/action/case.html")
    for _ in range(6):
        page.locator(".options a:visible").last.click()
        page.locator(".outcome:visible .way a").click()
    expect(page.locator(".ending:visible")).to_have_count(1)
    ending = page.locator(".ending:visible").get_attribute("id")
    page.wait_for_function("self.course.store.get('choices', 'action/case')")
    assert record(page)["choices"]["action/case"]["choice"] == ending
    page.goto(page.base + "fr/progress/index.html")
    expect(row_of(page, "action/case").locator(".state")).to_have_text(whole.strings["fr"]["state_finished"])


def test_where_storage_is_blocked_nothing_is_said_to_be_erased(visit, whole):
    words = whole.strings["fr"]
    page = visit("fr/progress/index.html")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.reload()
    page.get_by_role("button", name=words["file_erase"], exact=True).click()
    page.get_by_role("button", name=words["file_yes"]).click()
    expect(page.locator(".files [role=status]")).to_have_text(words["file_unerased"])
