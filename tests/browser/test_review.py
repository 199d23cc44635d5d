"""Review: mistakes asked anew where they stand, three dates, a calendar file; the commitment card and its reminders."""

import datetime

import icalendar
import pytest
from playwright.sync_api import expect

from .learner import record, walk
from .variants import crosswise, everywhere

PAGE = "progress/review.html"
LESSON = "suppliers/saying-thanks"


def saved_calendar(page, words):
    with page.expect_download() as saved:
        page.get_by_role("button", name=words["calendar_save"]).click()
    assert saved.value.suggested_filename.endswith(".ics")
    content = saved.value.path().read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n")), "a line is longer than 75 octets"
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


@crosswise
def test_a_missed_question_is_asked_anew_where_it_stands_and_leaves_the_list_once_right(visit, whole, disk, language):
    course, words = whole.courses[language], whole.strings[language]
    question = next(each for each in course.pages[LESSON].questions if each.kind == "single")
    right = next(index for index, option in enumerate(question.options) if option.right)
    page = visit(f"{language}/{PAGE}", disk)
    expect(page.get_by_text(words["review_none_yet"]).first).to_be_visible()
    walk(page, [LESSON], wrong=[question.id])
    page.reload()
    links = page.locator("course-review > div").first.locator(".asked > li > a")
    expect(links).to_have_count(1)
    passage = page.get_by_role("link", name=words["review_passage"])
    assert "#" in passage.get_attribute("href")
    links.first.click()
    page.wait_for_url(f"**#q-{question.id}")
    form = page.locator(f"#q-{question.id}")
    expect(form).to_be_in_viewport()
    expect(form.locator("input:checked")).to_have_count(0)
    form.locator("label").nth(right).click()
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).to_contain_text(words["told_right"])
    page.goto(page.base + f"{language}/{PAGE}")
    expect(links).to_have_count(0)
    expect(page.get_by_text(words["review_none"], exact=True)).to_be_visible()


def test_a_question_missed_again_through_its_link_stays_in_the_list(visit, whole):
    question = next(each for each in whole.courses["fr"].pages[LESSON].questions if each.kind == "single")
    right = next(index for index, option in enumerate(question.options) if option.right)
    page = visit(f"fr/{PAGE}")
    walk(page, [LESSON], wrong=[question.id])
    page.goto(page.base + f"fr/{LESSON}.html#q-{question.id}")
    page.goto(page.base + f"fr/{PAGE}")
    assert record(page)["answers"][question.id]["given"] == [0], "looking at a question loses its answer"
    page.goto(page.base + f"fr/{LESSON}.html#q-{question.id}")
    form = page.locator(f"#q-{question.id}")
    for choice in ((right + 1) % len(question.options), right):
        form.locator("label").nth(choice).click()
        form.locator("button[type=submit]").click()
    expect(form.get_by_role("status")).to_contain_text(whole.strings["fr"]["told_right"])
    assert record(page)["answers"][question.id] | {"tries": 2, "missed": True} == record(page)["answers"][question.id]
    page.goto(page.base + f"fr/{PAGE}")
    expect(page.locator(".asked > li > a")).to_have_count(1)


@everywhere
@pytest.mark.parametrize("zone", ["America/Toronto", "Pacific/Auckland"])
def test_three_dates_are_planned_and_put_in_a_calendar_with_links_to_the_questions(visit, whole, disk, zone):
    words = whole.strings["fr"]
    page = visit(f"fr/{PAGE}", disk, timezone_id=zone)
    page.clock.set_fixed_time("2026-10-30T03:30:00Z")  # still the 29th in Toronto; clocks change on November 1st
    today = datetime.date(2026, 10, 29 if zone == "America/Toronto" else 30)
    wrong = [question.id for question in whole.courses["fr"].pages[LESSON].questions][:2]
    walk(page, [LESSON, "start/three-circles", "suppliers/gifts"], wrong=wrong)
    page.reload()
    page.get_by_role("button", name=words["review_plan"]).click()
    days = [today + datetime.timedelta(days) for days in (2, 7, 30)]
    for number, day in zip((2, 7, 30), days, strict=True):
        heading = page.locator(f"#day-{number}")
        expect(heading).to_contain_text(str(day.day))
    sets = [ids for ids in record(page)["reviews"][today.isoformat()]["sets"]]
    assert [len(ids) for ids in sets] == [4, 4, 4] and all(set(wrong) <= set(ids) for ids in sets)

    page.get_by_label(words["calendar_time"]).fill("07:45")
    other = visit(f"fr/{PAGE}", disk, context=page.context)
    other.evaluate("self.course.store.put('plans', 'suppliers/gifts', { kept: true })")  # shows this page anew
    events = saved_calendar(page, words)
    starts = [event.decoded("DTSTART") for event in events]
    assert starts == [datetime.datetime.combine(day, datetime.time(7, 45)) for day in days], "not 7:45 on the wall"
    assert all(start.tzinfo is None for start in starts), "a floating time is the same in every zone"
    assert len({str(event["UID"]) for event in events}) == 3
    for event, ids in zip(events, sets, strict=True):
        text = str(event["DESCRIPTION"])
        assert "Quatre questions, cinq minutes :" in text.replace("\u00a0", " ") and "Révision" in str(event["SUMMARY"])
        links = [line for line in text.split("\n") if "#q-" in line]
        if disk:  # where the folder is on this device is nobody's business, and no use elsewhere
            assert "file:" not in event.to_ical().decode() and text.count("\n- ") == len(ids)
            continue
        assert [link.partition("#q-")[2] for link in links] == ids and str(event["URL"]).startswith(page.base)
        assert event.walk("VALARM"), "no alarm"
    if not disk:
        page.goto(links[0])
        expect(page.locator(f"#q-{sets[-1][0]}")).to_be_in_viewport()


def test_what_was_answered_since_is_said_to_be_met_again(visit, whole):
    words = whole.strings["en"]
    page = visit(f"en/{PAGE}")
    page.clock.set_fixed_time("2026-11-22T15:00:00Z")
    walk(page, [LESSON])
    page.reload()
    page.get_by_role("button", name=words["review_plan"]).click()
    expect(page.get_by_text(words["review_met"], exact=False)).to_have_count(0)
    page.clock.set_fixed_time("2026-11-25T15:00:00Z")
    page.evaluate(
        """() => { const { store } = self.course, [[, { sets }]] = store.all("reviews"), id = sets[0][0];
                   store.askAnew(id); store.keepAnswer(id, { ...store.get("answers", id), given: [0] }); }"""
    )
    page.reload()
    expect(page.get_by_text(f"· {words['review_met']}")).to_have_count(1)
    expect(page.get_by_text(words["review_due"])).to_have_count(1)


@crosswise
def test_a_kept_plan_stands_on_the_card_in_ones_own_words_with_reminders(visit, whole, disk, language):
    words = whole.strings[language]
    page = visit(f"{language}/{LESSON}.html", disk)
    keep = page.locator("course-plan button")
    expect(keep).to_have_attribute("aria-pressed", "false")
    keep.press("Enter")
    expect(keep).to_have_attribute("aria-pressed", "true")
    own = "Si on me tire d’embarras, alors je téléphone; avant 17 h, promis."
    page.get_by_label(words["sheet_plan_own"]).fill(own)
    page.goto(page.base + f"{language}/suppliers/gifts.html")
    page.locator("course-plan button").click()

    page.goto(page.base + f"{language}/tools/commitments.html")
    promises = page.locator(".commitment .promise")
    expect(promises).to_have_count(2)
    expect(promises.first).to_have_text(own)
    events = saved_calendar(page, words)
    assert len(events) == 3 and all(own in str(event["DESCRIPTION"]) for event in events)
    page.evaluate("() => { window.print = () => {} }")
    page.get_by_role("button", name=words["card_print"]).click()
    page.emulate_media(media="print")
    expect(promises.first).to_be_visible()
    expect(page.locator("h1")).to_be_hidden()
    page.emulate_media(media="screen")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator("h1")).to_be_visible()
    page.locator(".commitment button").first.click()
    expect(promises).to_have_count(1)
    assert page.evaluate("document.activeElement.closest('[data-plan]').dataset.plan") == LESSON, "the focus is lost"


def test_without_a_plan_the_card_lists_them_all(visit, whole):
    page = visit("fr/tools/commitments.html")
    expect(page.get_by_text(whole.strings["fr"]["card_none"])).to_be_visible()
    expect(page.locator(".plans > li:visible")).to_have_count(len(whole.courses["fr"].lessons))
    page.locator(".plans button").first.click()
    expect(page.locator(".commitment .promise")).to_have_count(1)
    expect(page.locator(".plans > li:visible")).to_have_count(len(whole.courses["fr"].lessons) - 1)
