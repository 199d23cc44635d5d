"""The anonymous result of a learner, and what a trainer's page says of a group: nothing of one person, nothing leaves."""

import csv
import io
import json
import re
import statistics

from playwright.sync_api import expect

from .group_files import broken, sound, text, written
from .learner import record, take_assessment, walk
from .variants import crosswise, everywhere, in_english, in_french

GROUP, PROGRESS = "trainer/cohort.html", "progress/index.html"


def outline_of(page):
    return page.evaluate("self.course.outline")


def drop(page, paths, target=".group-zone"):
    """Drag files and folders of the machine onto an element, as a hand would."""
    page.locator(target).scroll_into_view_if_needed()
    box = page.locator(target).bounding_box()
    session = page.context.new_cdp_session(page)
    data = {"items": [], "files": [str(path) for path in paths], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        event = {"type": kind, "x": box["x"] + 20, "y": box["y"] + 20, "data": data}
        session.send("Input.dispatchDragEvent", event)


def choose(page, files):
    """Choose files by the button, each given as its dict."""
    given = [
        {"name": f"{number}.json", "mimeType": "application/json", "buffer": text(file)}
        for number, file in enumerate(files)
    ]
    page.locator("group-results input[type=file]").set_input_files(given)


def plain(text):
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def percent(share):
    """Return a share as a whole percentage; a half is rounded up, as on the page."""
    return int(100 * share + 0.5)


def said(page, words, count):
    """Wait until `count` results are counted, and return what the page says of it."""
    one = count == 1 or (count == 0 and page.locator("html").get_attribute("lang").startswith("fr"))
    told = page.locator(".group-told")
    expect(told).to_contain_text(words[f"group_counted{'' if one else '_many'}"].format(count=count), timeout=20_000)
    return plain(told.inner_text())


def figures(page):
    """Return `{name: (what is said of it, its bar's width)}` of each row of results."""
    return dict(
        page.locator(".group-rows > li").evaluate_all(
            """rows => rows.map(row => [
                 (row.querySelector(".group-name p") ?? row.querySelector(".group-name")).textContent,
                 [row.querySelector(".group-figure").textContent, row.querySelector("i").style.width]])"""
        )
    )


def saved(page, button):
    """Press a button that saves a file, and return its name and its bytes."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def table(page, words):
    """Save the table and return its rows."""
    name, content = saved(page, words["group_csv"])
    assert name.endswith(".csv") and content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@everywhere
def test_of_two_hundred_files_the_broken_ones_are_named_with_their_reason_and_the_others_counted(
    visit, whole, disk, tmp_path
):
    words = whole.strings["fr"]
    page = visit(f"fr/{GROUP}", disk)
    outline = outline_of(page)
    good = written(tmp_path, outline, 180)
    bad = broken(tmp_path, outline, good[0])
    assert len(bad) >= 20
    asked, before = [], page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])")
    page.on("request", lambda request: asked.append(request.url))
    drop(page, [*(path for path, _ in good), *bad])

    told = said(page, words, 180)
    assert plain(words["group_left_many"].format(count=len(bad))) in told
    rows = page.locator(".group-left li")
    expect(rows).to_have_count(len(bad))
    for path, (why, *other) in bad.items():
        name = path.name.replace("\u202e", "")
        row = rows.filter(has=page.locator("strong bdi", has_text=re.compile(f"^{re.escape(name)}$")))
        expect(row).to_have_count(1)
        expect(row).to_contain_text(words[f"group_why_{why}"])
        for each in other:
            expect(row.locator("bdi").last).to_have_text(each)
    assert page.locator("group-results b, group-results img, group-results script").count() == 0
    assert "Vincent" not in page.locator("body").inner_text()
    assert page.evaluate("({}).people") is None

    people = [file for _, file in good]
    shown = figures(page)
    steps = [step for module in outline["modules"] for step in module["steps"]]
    for step in steps:
        count = sum(step["id"] in file["steps"] for file in people)
        share = percent(count / 180)
        assert plain(shown[step["title"]][0]) == f"{count} sur 180 · {share} %", step["id"]
        assert shown[step["title"]][1] == f"{share}%"
    scores = [file["assessment"]["best"]["score"] / 12 for file in people if file["assessment"]["best"]]
    assert plain(shown[words["group_median"]][0]) == f"{percent(statistics.median(scores))} %"
    assert plain(shown[words["group_low"]][0]) == f"{percent(min(scores))} %"
    assert plain(shown[words["group_tried"]][0]).startswith(f"{len(scores)} sur 180")
    for row in page.locator(".group-rows > li", has=page.locator(".group-last")).all()[:8]:
        question = re.search(r"(\d+) sur (\d+) · (\d+)", plain(row.inner_text()))
        right, given, share = map(int, question.groups())
        assert percent(right / given) == share
    assert asked == [], "files were opened, and something was asked for"
    assert page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }])") == before
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0


@in_english
def test_the_table_that_is_saved_says_what_the_page_says(visit, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/{GROUP}", locale=f"{language}-CA")
    outline = outline_of(page)
    people = [sound(outline, number) for number in range(30)]
    choose(page, people)
    said(page, words, 30)
    shown = figures(page)
    rows = table(page, words)
    item, count, of, share, last, note = (
        words[f"group_csv_{key}"] for key in ("item", "count", "of", "share", "last", "note")
    )
    assert len({row[item] for row in rows}) == len(rows)
    assert rows[0][item] == words["group_csv_people"] and rows[0][count] == "30"
    assert {row[item] for row in rows[1:]} == set(shown)
    for row in rows[1:]:
        told = plain(shown[row[item]][0])
        if row[count]:
            parts = words["group_part"].format(count=row[count], of=row[of], percent=row[share])
        else:
            parts = words["group_percent"].format(percent=row[share])
        ending = "".join(
            [words["group_last"].format(percent=row[last]) if row[last] else "", row[note] if row[note] else ""]
        )
        assert told == plain(parts + ending), row
        assert shown[row[item]][1] == f"{row[share]}%"
    assert sum(bool(row[last]) for row in rows) > 50


@in_french
def test_of_fewer_than_five_people_nothing_is_shown(visit, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/{GROUP}")
    outline = outline_of(page)
    people = [sound(outline, number) for number in range(5)]
    # Five files of four people are of four.
    choose(page, [*people[:4], people[3]])
    told = said(page, words, 4)
    assert plain(words["group_missing"].format(count=1)) in told
    expect(page.locator(".group-rows, group-results button:has-text('CSV')")).to_have_count(0)
    expect(page.locator(".group-left[open] li")).to_have_count(1)
    assert "%" not in page.locator("group-results").inner_text()
    choose(page, people[4:])
    said(page, words, 5)
    expect(page.get_by_text(words["group_small"])).to_be_visible()
    expect(page.get_by_text(words["group_limit"])).to_be_visible()
    for name, (told, _) in figures(page).items():
        assert all(int(share) % 5 == 0 for share in re.findall(r"(\d+)\s?%", told)), name
        assert " sur " not in told and " of " not in told


def test_a_score_is_not_shown_of_fewer_than_five_who_tried(visit, whole):
    words = whole.strings["fr"]
    page = visit(f"fr/{GROUP}")
    outline = outline_of(page)
    people = [sound(outline, number) for number in range(12)]
    for number, file in enumerate(people):
        best = {"score": 9, "of": 12, "passed": False} if number < 4 else None
        file["assessment"] = {"attempts": 1 if best else 0, "best": best}
    choose(page, people)
    said(page, words, 12)
    expect(page.get_by_text(words["group_few_tried"])).to_be_visible()
    assert words["group_median"] not in figures(page)
    assert "75" not in json.dumps([row for row in table(page, words) if row["Sujet"] == words["group_csv_exam"]])


@crosswise
def test_what_learners_save_opens_in_the_page_and_says_what_they_did(visit, whole, disk, language, tmp_path):
    words, course = whole.strings[language], whole.courses[language]
    learner = visit(f"{language}/{PROGRESS}", disk)
    lesson = course.pages["suppliers/saying-thanks"]
    hard = lesson.questions[0].id
    paths = []
    for number in range(10):
        learner.evaluate("self.course.store.erase()")
        walk(learner, [lesson.id, "action/case"] if number < 6 else [lesson.id], wrong=[hard] if number < 7 else [])
        take_assessment(learner, 8 + number % 5)
        name, content = saved(learner, words["result_save"])
        path = tmp_path / f"{number}-{name}"
        path.write_bytes(content)
        paths.append(path)

    page = visit(f"{language}/{GROUP}", disk)
    drop(page, paths)
    told = said(page, words, 10)
    assert plain(words["group_left_many"].format(count=10)) not in told
    expect(page.locator(".group-left")).to_be_hidden()
    shown = {name: plain(told) for name, (told, _) in figures(page).items()}
    of = "sur" if language == "fr" else "of"
    percent = " %" if language == "fr" else "%"
    assert shown[lesson.title] == f"10 {of} 10 · 100{percent}"
    assert shown[course.pages["action/case"].title] == f"6 {of} 10 · 60{percent}"
    assert shown[words["group_median"]] == f"83{percent}"
    beginning = page.evaluate("id => self.courseQuestions[id][1]", hard)
    assert shown[beginning].startswith(f"3 {of} 10 · 30{percent}") and shown[beginning].endswith(words["group_hard"])
    link = page.locator(".group-rows li", has_text=beginning).get_by_role("link")
    assert link.get_attribute("href").partition("#")[0].endswith(lesson.url)
    assert link.get_attribute("target") == "_blank"


@everywhere
def test_the_saved_result_holds_nothing_of_the_person_and_the_page_says_so_before(visit, whole, disk):
    words = whole.strings["fr"]
    page = visit(f"fr/{PROGRESS}", disk)
    lesson = whole.courses["fr"].pages["suppliers/saying-thanks"]
    walk(page, [lesson.id, "action/case"], wrong=[lesson.questions[0].id])
    take_assessment(page, 11)
    page.evaluate(
        """() => { const { store } = self.course;
             store.set("name", "Stéphane Secret"); store.set("theme", "dark");
             store.put("sheets", "thank-you.who", { text: "Stéphane Secret" });
             store.put("plans", "suppliers/gifts", { kept: true, text: "Stéphane Secret" });
             store.put("choices", "secret-choice", { choice: 2 }); }"""
    )
    page.reload()
    details = page.locator("details", has_text=words["result_holds"])
    details.locator("summary").click()
    count = len(lesson.questions)
    facts = plain(details.inner_text())
    assert plain(words["result_answers"].format(count=count, first=count - 1, last=count - 1)) in facts
    assert plain(words["result_best"].format(score=11, of=12, attempts=1)) in facts
    assert plain(words["result_not"]) in facts
    name, content = saved(page, words["result_save"])
    file = json.loads(content)
    assert re.fullmatch(rf"tous-clients-resultat-anonyme-{file['number'][:4]}\.json", name)
    expect(page.get_by_text(words["file_saved"].format(name=name))).to_be_visible()
    for trace in (b"Secret", b"secret", b"dark", b"2026", b"given", b'"at"', b"choice"):
        assert trace not in content, trace
    assert not re.search(rb"\d\d\d\d-\d\d|\d\d:\d\d", content.replace(file["number"].encode(), b""))
    kinds = {step["id"]: step["kind"] for module in outline_of(page)["modules"] for step in module["steps"]}
    assert [kinds[id] for id in file["steps"]] == ["lesson", "case", "assessment"]
    # Saved again, it has the same number; erased, another person begins.
    assert json.loads(saved(page, words["result_save"])[1]) == file
    assert record(page)["settings"]["result"]["value"] == file["number"]
    page.get_by_role("button", name=words["file_erase"], exact=True).click()
    page.get_by_role("button", name=words["file_yes"]).click()
    expect(details).to_contain_text(words["result_untried"])
    assert json.loads(saved(page, words["result_save"])[1])["number"] != file["number"]


@in_english
def test_a_whole_progress_dropped_by_mistake_is_not_shown_and_kind_words_say_what_to_do(visit, whole, language):
    words = whole.strings[language]
    learner = visit(f"{language}/{PROGRESS}")
    walk(learner, ["suppliers/saying-thanks"])
    learner.evaluate("self.course.store.put('sheets', 'thank-you.who', { text: 'Stéphane Secret' })")
    name, content = saved(learner, words["file_save"])
    page = visit(f"{language}/{GROUP}")
    page.locator("group-results input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/json", "buffer": content}
    )
    said(page, words, 0)
    expect(page.locator(".group-left[open] li")).to_have_text(re.compile(re.escape(words["group_why_record"])))
    assert "Secret" not in page.content()


def test_a_file_dropped_beside_the_zone_does_not_take_the_place_of_the_page(visit, whole, tmp_path):
    page = visit(f"fr/{GROUP}")
    outline = outline_of(page)
    address = page.url
    page.evaluate("addEventListener('drop', event => (self.taken = event.defaultPrevented))")
    drop(page, [path for path, _ in written(tmp_path, outline, 5)], target="h1")
    said(page, whole.strings["fr"], 5)
    assert page.url == address and page.evaluate("self.taken"), "the browser opens the file"
    expect(page.locator(".group-zone.over")).to_have_count(0)


@in_french
def test_the_keyboard_opens_files_sorts_questions_and_starts_over(visit, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/{GROUP}")
    people = [sound(outline_of(page), number) for number in range(12)]
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=words["group_choose"]).press("Enter")
    assert chooser.value.is_multiple()
    choose(page, people)
    said(page, words, 12)
    expect(page.get_by_role("button", name=words["group_choose"])).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name=words["group_again"])).to_be_focused()

    shares = page.locator(".group-rows > li:has(.group-last) .group-said").all_text_contents()
    order = [int(re.search(r"(\d+)\s?%", share)[1]) for share in shares]
    assert order == sorted(order) and len(order) > 20
    select = page.get_by_label(words["group_order"])
    select.focus()
    page.keyboard.press("ArrowDown")
    expect(select).to_have_value("by_lesson")
    expect(select).to_be_focused()
    titles = page.locator("group-results h3").all_text_contents()
    lessons = [step.title for step in whole.courses[language].steps]
    found = [title for title in titles if title in lessons]
    assert found == sorted(found, key=lessons.index) and len(found) > 5
    assert page.locator(".group-rows > li:has(.group-last)").count() == len(order)

    page.get_by_role("button", name=words["group_again"]).press("Enter")
    expect(page.get_by_role("button", name=words["group_choose"])).to_be_focused()
    expect(page.locator(".group-told")).to_have_text(words["group_emptied"])
    expect(page.locator(".group-rows, .group-left li")).to_have_count(0)
    choose(page, people[:5])
    said(page, words, 5)


def test_the_page_answers_while_it_reads_and_starting_over_ends_the_reading(visit, whole):
    words = whole.strings["fr"]
    page = visit(f"fr/{GROUP}")
    file = json.dumps(sound(outline_of(page), 1))
    page.evaluate(
        """file => {
             const read = File.prototype.arrayBuffer;
             self.opened = 0;
             File.prototype.arrayBuffer = function () { self.opened += 1; return read.call(this); };
             const data = new DataTransfer();
             for (let number = 0; number < 4000; number += 1) {
               const id = number.toString(16).padStart(32, "0");
               data.items.add(new File([file.replace(/"number": "\\w+"/, `"number": "${id}"`)], `${number}.json`));
             }
             const input = document.querySelector("group-results input[type=file]");
             input.files = data.files;
             input.dispatchEvent(new Event("change"));
           }""",
        file,
    )
    expect(page.locator("group-results progress[value]")).to_be_visible()
    page.get_by_role("button", name=words["group_again"]).click()
    expect(page.locator(".group-told")).to_have_text(words["group_emptied"])
    opened = page.evaluate("self.opened")
    assert 0 < opened < 4000
    page.wait_for_timeout(300)
    assert page.evaluate("self.opened") <= opened + 1
    expect(page.locator(".group-told")).to_have_text(words["group_emptied"])
    expect(page.locator(".group-rows")).to_have_count(0)


def test_more_files_than_the_page_opens_are_told_of(visit, whole):
    words = whole.strings["en"]
    page = visit(f"en/{GROUP}")
    page.evaluate(
        """() => {
             const data = new DataTransfer();
             for (let number = 0; number < 5003; number += 1) data.items.add(new File([], `${number}.json`));
             const input = document.querySelector("group-results input[type=file]");
             input.files = data.files;
             input.dispatchEvent(new Event("change"));
           }"""
    )
    told = said(page, words, 0)
    assert "The page stops at 5,000 files: 3 files were not opened." in told and "5,000 files left out." in told


@in_french
def test_the_page_fits_a_narrow_screen_and_a_thumb(visit, whole, language):
    page = visit(f"{language}/{GROUP}", viewport={"width": 320, "height": 800})
    choose(page, [sound(outline_of(page), number) for number in range(20)] + [{"format": "x" * 300}])
    said(page, whole.strings[language], 20)
    page.evaluate("document.querySelectorAll('group-results details').forEach(details => (details.open = true))")
    assert page.evaluate("document.documentElement.scrollWidth") <= 321, "it scrolls sideways"
    small = page.locator("group-results :is(button, select, summary, a):visible").evaluate_all(
        "each => each.filter(it => it.getBoundingClientRect().height < 43.5).map(it => it.outerHTML)"
    )
    assert small == []
