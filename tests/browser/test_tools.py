"""The tools: the thank-you card, the map of internal clients, the self-diagnosis, the pocket phrases."""

import json
import re
import unicodedata

import pytest
from lxml import etree
from playwright.sync_api import expect

from tests.paper import texts_of

from .variants import everywhere, in_english, in_french, languages

NOTE, MAP, DIAGNOSIS, PHRASES = (
    f"tools/{name}.html" for name in ("thank-you", "client-map", "self-diagnosis", "phrases")
)
FIELDS = ["who", "what", "effort", "effect", "person", "from"]
ROWS = [
    {"side": "from", "name": "Martine & <Yvon>", "expects": 'le « bon » numéro, "la veille"', "checked": True},
    {"side": "from", "name": "مريم", "expects": "", "checked": False},
    {"side": "to", "name": "Catherine", "expects": "des draps pliés en long 👩🏽‍🚒", "checked": False},
]

papers = pytest.mark.parametrize("paper", ["Letter", "A4"])


def put(page, texts):
    """Write worksheet entries into the record as an earlier visit would have, then come back to the page."""
    page.evaluate(
        """texts => { const key = document.documentElement.dataset.course, at = "2026-11-20T12:00:00.000Z";
             const sheets = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, { at, text }]));
             localStorage[key] = JSON.stringify({ version: 2, sheets }); }""",
        texts,
    )
    page.reload()


def kept(page, id):
    """Return the text kept under a worksheet's id, or None."""
    return page.evaluate("id => self.course.store.get('sheets', id)?.text ?? null", id)


def on_paper(page, button, paper="Letter"):
    """Press a print button, and return the text of each page of paper that comes out."""
    page.evaluate("window.print = () => {}")
    button.click()
    edge = {side: "1cm" for side in ("top", "right", "bottom", "left")}
    printed = page.pdf(format=paper, margin=edge, print_background=False)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    return [unicodedata.normalize("NFKC", text) for text in texts_of(printed)]


def squeezed(text):
    """Return a text without its blanks: where lines break on paper is not what is asked."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def focused(page, selector):
    """Return whether what has the focus is, or is in, an element of the page."""
    return page.evaluate("selector => Boolean(document.activeElement.closest(selector))", selector)


# The thank-you card.


def write(page, *texts):
    for name, text in zip(FIELDS, texts, strict=False):
        page.locator(f"#thank-you-{name}").fill(text)


@everywhere
def test_the_card_is_written_as_one_answers_and_in_the_other_language_too(visit, disk):
    page = visit(f"fr/{NOTE}", disk)
    card = page.locator(".note-card")
    page.locator("#thank-you-who").press_sequentially("yv")
    expect(card.locator(".greeting")).to_have_text("Yv,")
    write(page, "yvon", "vous avez vu le nom", "", "elle a souri", "<b>vous</b> & vous", "Ana")
    expect(card.locator(".body")).to_have_text("Vous avez vu le nom. Elle a souri. <b>vous</b> & vous. Merci.")
    page.reload()
    expect(card.locator(".from")).to_have_text("Ana")
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(card.locator(".body")).to_contain_text("Elle a souri. <b>vous</b> & vous. Thank you.")


@in_french
def test_what_is_missing_is_asked_beside_the_card_and_holds_nothing_up(visit, whole, language):
    page = visit(f"{language}/{NOTE}")
    words = whole.strings[language]
    points = page.locator(".note-check li")
    expect(points).to_have_text([words[f"note_{each}_ask"] for each in ("name", "action", "effect")])
    write(page, "L’équipe", "Merci pour tout", "", "It changed everything")
    for each in points.all():
        expect(each).to_contain_text(words["note_vague"])
    expect(page.get_by_role("button", name=words["note_print"])).to_be_enabled()
    write(page, "Yvon", "Vous avez téléphoné", "", "Elle a souri")
    there = [words[f"note_{each}_there"] for each in ("name", "action", "effect")]
    expect(points).to_have_text([*there, words["note_done"]])


def test_the_check_is_heard_after_a_pause_and_not_at_each_letter(visit, whole):
    page = visit(f"fr/{NOTE}")
    page.evaluate(
        """() => { self.heard = []; const region = document.querySelector("thank-you-note > [role=status]");
             new MutationObserver(() => self.heard.push(region.textContent)).observe(region, { childList: true }); }"""
    )
    page.locator("#thank-you-who").press_sequentially("Yvon, à la presse", delay=20)
    assert page.evaluate("self.heard") == []
    page.wait_for_function("self.heard.length")
    page.locator("#thank-you-who").press_sequentially(" du bas", delay=20)
    page.wait_for_timeout(1800)
    heard = page.evaluate("self.heard")
    assert len(heard) == 1, "the same was said twice"
    assert whole.strings["fr"]["note_effect_ask"] in heard[0] and whole.strings["fr"]["note_name_ask"] not in heard[0]


@papers
def test_the_card_prints_alone_on_one_sheet(visit, whole, paper):
    page = visit(f"fr/{NOTE}", viewport={"width": 360, "height": 740}, color_scheme="dark")
    write(
        page, "Yvon", "Vous avez vu le nom", "Il était tard. " * 12, "Elle a souri", "Personne ne le demandait", "Ana"
    )
    sheets = on_paper(page, page.get_by_role("button", name=whole.strings["fr"]["note_print"]), paper)
    assert len(sheets) == 1
    wanted = page.locator(".note-text").inner_text()
    assert squeezed(sheets[0]) == squeezed(wanted)


@everywhere
def test_the_text_can_be_copied_or_is_left_selected(visit, whole, disk):
    page = visit(f"fr/{NOTE}", disk)
    words = whole.strings["fr"]
    copy = page.get_by_role("button", name=words["note_copy"])
    copy.click()
    expect(page.locator(".tool-said")).to_have_text(words["note_nothing"])
    write(page, "Yvon", "Vous avez téléphoné")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    copy.press("Enter")
    expect(page.locator(".tool-said")).to_have_text(words["note_copied"])
    assert page.evaluate("navigator.clipboard.readText()") == "Yvon,\n\nVous avez téléphoné. Merci."
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.reload()
    copy.click()
    expect(page.locator(".tool-said")).to_have_text(words["note_selected"])
    assert page.evaluate("getSelection().toString()").split() == ["Yvon,", "Vous", "avez", "téléphoné.", "Merci."]


def test_another_card_asks_once_and_empties_six_answers(visit, whole):
    page = visit(f"fr/{NOTE}")
    words = whole.strings["fr"]
    write(page, "Yvon", "Vous avez téléphoné", "", "", "", "Ana")
    again = page.get_by_role("button", name=words["note_again"])
    for refuse in (lambda: page.keyboard.press("Enter"), lambda: page.keyboard.press("Escape")):
        again.press("Enter")
        expect(page.get_by_role("button", name=words["note_no"])).to_be_focused()
        expect(page.get_by_role("group", name=words["note_sure"])).to_be_visible()
        refuse()
        expect(again).to_be_focused()
        expect(page.locator("#thank-you-who")).to_have_value("Yvon")
    again.press("Enter")
    page.get_by_role("button", name=words["note_yes"]).press("Enter")
    expect(page.locator("#thank-you-who")).to_be_focused()
    expect(page.locator(".tool-said")).to_have_text(words["note_cleared"])
    expect(page.locator(".note-card")).to_have_text(words["note_empty"])
    page.goto(page.base + "en/suppliers/saying-thanks.html")
    for name in FIELDS:
        expect(page.locator(f"#thank-you-{name}")).to_have_value("")


# The map of internal clients.


@everywhere
def test_the_map_is_filled_in_by_keyboard_and_kept_in_both_languages(visit, whole, disk):
    page = visit(f"fr/{MAP}", disk)
    words = whole.strings["fr"]
    page.get_by_label(words["map_me"]).focus()
    page.keyboard.type("La buanderie")
    for text in ("Yvon", "le linge trié"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    drawing = page.get_by_role("img", name=words["map_title"])
    described = f"{words['map_from']} Yvon\xa0: le linge trié ({words['map_checked']})."
    expect(drawing).to_have_accessible_description(re.compile(re.escape(described).replace("\xa0", r"\s")))
    expect(drawing.locator(".line.checked")).to_have_count(2)  # the row's, and the legend's
    page.reload()
    expect(page.get_by_label(words["map_me"])).to_have_value("La buanderie")
    page.locator("a.switch").click()
    english = whole.strings["en"]
    expect(page.get_by_role("img", name=english["map_title"])).to_have_accessible_description(re.compile("Yvon"))
    expect(page.get_by_label(english["map_row_checked"]).first).to_be_checked()
    assert json.loads(kept(page, "client-map.rows")) == [
        {"side": "from", "name": "Yvon", "expects": "le linge trié", "checked": True}
    ]


def test_rows_come_and_go_up_to_six_and_the_focus_is_never_lost(visit, whole):
    page = visit(f"fr/{MAP}")
    words = whole.strings["fr"]
    side = page.locator(".map-side").last
    add = side.get_by_role("button", name=words["map_add_to"])
    for n in range(1, 6):
        side.locator(".map-row input[type=text]").nth(n - 1).fill(f"Personne {n}")
        add.press("Enter")
        expect(side.locator(".map-row input[type=text]").nth(n)).to_be_focused()
    expect(add).to_have_count(0)
    expect(side).to_contain_text(words["map_full"])
    expect(page.locator("figure.map .name")).to_have_count(5)
    side.get_by_role("button", name=f"{words['map_remove']} Personne 2").press("Enter")
    back = side.get_by_role("button", name=words["map_back"].format(name="Personne 2"))
    expect(back).to_be_focused()
    expect(page.locator("figure.map .name")).to_have_count(4)
    back.press("Enter")
    expect(side.locator(".map-row input[type=text]").nth(1)).to_be_focused()
    expect(side.locator(".map-row input[type=text]").nth(1)).to_have_value("Personne 2")
    side.get_by_role("button", name=re.compile(f"^{words['map_remove']}")).last.press("Enter")  # the empty one
    expect(add).to_be_focused()
    while side.locator(".map-row").count():
        side.get_by_role("button", name=re.compile(f"^{words['map_remove']}")).first.press("Enter")
        assert focused(page, ".map-side"), "the focus is lost"
    page.reload()
    expect(side.locator(".map-row")).to_have_count(1)


@everywhere
def test_the_saved_picture_opens_by_itself(visit, whole, tmp_path, disk):
    page = visit(f"fr/{MAP}", disk, viewport={"width": 360, "height": 740})
    put(page, {"client-map.me": "Buanderie <&>", "client-map.rows": json.dumps(ROWS)})
    words = whole.strings["fr"]
    with page.expect_download() as saving:
        page.get_by_role("button", name=words["map_save"]).click()
    assert saving.value.suggested_filename == words["map_file"]
    expect(page.locator("client-map > .tool-said")).to_contain_text(words["map_file"])
    file = tmp_path / words["map_file"]
    saving.value.save_as(file)
    root = etree.parse(str(file)).getroot()
    texts = "".join(root.itertext())
    for wanted in ("Buanderie <&>", "Martine & <Yvon>", "مريم", words["map_to"], words["map_guessed"]):
        assert wanted in texts, wanted
    assert root.get("lang") == "fr"
    picture = page.context.new_page()
    picture.goto(file.as_uri())
    assert picture.evaluate("document.documentElement.tagName") == "svg"
    assert picture.evaluate("document.querySelector('text').getBoundingClientRect().height") > 8


@pytest.mark.parametrize("rows", ["{", "7", '[{"side":"to"}]', '[{"side":"from","name":"' + "x" * 500 + '"}]'])
def test_a_damaged_map_breaks_nothing_and_stays_until_one_writes(visit, rows):
    page = visit(f"fr/{MAP}")
    put(page, {"client-map.rows": rows, "client-map.me": "a" * 500})
    expect(page.locator("figure.map svg")).to_be_visible()
    page.reload()
    assert kept(page, "client-map.rows") == rows
    page.locator(".map-row input[type=text]").last.fill("Ana")
    page.reload()
    assert "Ana" in kept(page, "client-map.rows")
    expect(page.locator("figure.map .name", has_text="Ana")).to_be_visible()


@pytest.mark.parametrize(("width", "zoom"), [(1280, ""), (320, ""), (320, "213%")])
def test_the_map_can_be_read_at_any_width_and_its_words_stay_in_their_boxes(visit, width, zoom):
    page = visit(f"fr/{MAP}", viewport={"width": width, "height": 740})
    long = [{**row, "expects": "w" * 60 + " une attente qui n’en finit plus " * 4} for row in ROWS]
    put(page, {"client-map.rows": json.dumps(long)})
    page.evaluate("size => (document.documentElement.style.fontSize = size)", zoom)
    page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") <= width + 1
    out = page.evaluate(
        """() => { const boxes = [...document.querySelectorAll("figure.map .box")].map((box) => box.getBoundingClientRect());
             return [...document.querySelectorAll("figure.map :is(.name, .text)")].map((text) => [text, text.getBoundingClientRect()])
               .filter(([text, box]) => box.height < 11 || (text.getAttribute("text-anchor") &&
                 !boxes.some((other) => box.left >= other.left && box.right <= other.right && box.top >= other.top - 1 && box.bottom <= other.bottom + 1)))
               .map(([text]) => text.textContent); }"""
    )
    assert out == []


@papers
def test_the_map_prints_alone_on_one_sheet(visit, whole, paper):
    page = visit(f"en/{MAP}", viewport={"width": 360, "height": 740})
    many = [
        {**row, "name": f"{row['name']} {n}", "expects": "word " * 40} for n in range(6) for row in (ROWS[0], ROWS[2])
    ]
    put(page, {"client-map.me": "Laundry", "client-map.rows": json.dumps(many)})
    words = whole.strings["en"]
    sheets = on_paper(page, page.get_by_role("button", name=words["map_print"]), paper)
    assert len(sheets) == 1
    for wanted in ("Laundry", "Catherine 5", words["map_from"], words["map_checked"]):
        assert squeezed(wanted) in squeezed(sheets[0])
    assert words["map_save"] not in sheets[0] and words["map_me"] not in sheets[0]


# The self-diagnosis.


def entries(whole, moment, answers, day):
    """Return the entries of one moment, `answers` as one text, a sign for each statement (n: does not apply)."""
    named = zip((entry["id"] for entry in whole.statements), answers, strict=False)
    found = {f"self-diagnosis.{moment}.{id}": "na" if answer == "n" else answer for id, answer in named}
    return found | {f"self-diagnosis.{moment}.date": day}


@everywhere
def test_twelve_answers_in_two_visits_make_a_profile_and_suggest_lessons(visit, whole, disk):
    page = visit(f"fr/{DIAGNOSIS}", disk)
    words = whole.strings["fr"]
    groups = page.locator("self-diagnosis fieldset")
    expect(groups).to_have_count(12)
    for index, entry in enumerate(whole.statements):
        name = {0: "na", 1: "0"}.get(index, "3")
        page.get_by_role("group", name=entry["fr"]).get_by_label(words[f"diagnosis_{name}"]).check()
        if index == 5:
            expect(page.locator(".chart")).to_have_count(0)
            expect(page.locator("self-diagnosis")).to_contain_text(words["diagnosis_count"].format(count=6, total=12))
            page.reload()
    expect(page.locator("self-diagnosis .tool-said")).to_have_text(words["diagnosis_done"])
    expect(page.locator(".tracks li")).to_have_count(12)
    expect(page.locator(".tracks li").first).to_contain_text(words["diagnosis_na"])
    expect(page.locator(".tracks li").first.locator("circle")).to_have_count(0)
    expect(page.locator(".sum").first).to_have_text(words["diagnosis_sum"].format(before=6, of=9))
    suggested = page.locator(".suggested a")
    expect(suggested).to_have_count(1)
    lesson = whole.courses["fr"].pages[whole.statements[1]["lesson"]]
    suggested.click()
    expect(page.locator("h1")).to_have_text(lesson.title)


@everywhere
def test_two_times_stand_side_by_side_in_words_and_marks(visit, whole, disk):
    page = visit(f"fr/{DIAGNOSIS}", disk)
    put(page, entries(whole, "before", "0123n0123012", "2026-11-01"))
    words = whole.strings["fr"]
    expect(page.locator(".chart")).to_contain_text("1er novembre 2026")
    begin = page.get_by_role("button", name=words["diagnosis_begin"])
    begin.press("Enter")
    assert focused(page, ".diagnosis-form summary")
    expect(page.locator("self-diagnosis input:checked")).to_have_count(0)
    expect(page.locator(".chart")).to_have_count(0)
    page.get_by_role("button", name=words["diagnosis_back"]).press("Enter")
    expect(page.locator(".chart")).to_be_visible()
    assert focused(page, ".diagnosis-form summary")
    begin.press("Enter")
    for group in page.locator("self-diagnosis fieldset").all():
        group.get_by_label(words["diagnosis_2"]).check()
    rows = page.locator(".tracks li")
    both = words["diagnosis_both"]
    low = [words[f"diagnosis_{code}"].lower() for code in "0123"] + [words["diagnosis_na"].lower()]
    expect(rows.nth(0)).to_contain_text(both.format(before=low[0], after=low[2]))
    expect(rows.nth(4)).to_contain_text(both.format(before=low[4], after=low[2]))
    expect(rows.nth(2).locator(".ring, .dot")).to_have_count(2)
    at = rows.nth(0).evaluate(
        "row => [...row.querySelectorAll('circle')].map((mark) => Number(mark.getAttribute('cx')))"
    )
    assert at[0] < at[1], "more often is to the right"
    expect(page.locator(".sum").nth(1)).to_have_text(words["diagnosis_sum_both"].format(before=3, after=6, of=9))
    expect(page.locator(".chart")).to_contain_text(words["diagnosis_honest"])
    page.locator("a.switch").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".tracks li").first).to_contain_text("Before: never. After: two or three times.")
    expect(page.locator(".chart")).to_contain_text("November 1, 2026")


@papers
def test_the_chart_prints_alone_on_one_sheet(visit, whole, paper):
    page = visit(f"en/{DIAGNOSIS}", viewport={"width": 360, "height": 740}, color_scheme="dark")
    put(page, entries(whole, "before", "0123n0123012", "2026-11-01") | entries(whole, "after", "3" * 12, "2026-12-15"))
    words = whole.strings["en"]
    sheets = on_paper(page, page.get_by_role("button", name=words["diagnosis_print"]), paper)
    assert len(sheets) == 1
    for entry in whole.statements:
        assert squeezed(entry["en"]) in squeezed(sheets[0])
    assert squeezed(words["diagnosis_honest"]) in squeezed(sheets[0])
    assert words["diagnosis_again"] not in sheets[0] and words["diagnosis_after"] not in sheets[0]


def test_starting_over_asks_once_and_forgets_both_times(visit, whole):
    page = visit(f"fr/{DIAGNOSIS}")
    both = entries(whole, "before", "0" * 12, "2026-11-01") | entries(whole, "after", "3" * 12, "2026-12-15")
    put(page, both)
    words = whole.strings["fr"]
    again = page.get_by_role("button", name=words["diagnosis_again"])
    again.press("Enter")
    page.get_by_role("button", name=words["diagnosis_no"]).press("Enter")
    expect(again).to_be_focused()
    expect(page.locator(".tracks li")).to_have_count(12)
    again.press("Enter")
    page.get_by_role("button", name=words["diagnosis_yes"]).press("Enter")
    expect(page.locator("self-diagnosis .tool-said")).to_have_text(words["diagnosis_emptied"])
    assert focused(page, ".diagnosis-form summary")
    expect(page.locator("self-diagnosis input:checked, .chart")).to_have_count(0)
    assert {kept(page, id) for id in both} == {""}


def test_odd_answers_count_as_none(visit, whole):
    page = visit(f"fr/{DIAGNOSIS}")
    put(page, entries(whole, "before", "0" * 11 + "9", "yesterday"))
    words = whole.strings["fr"]
    expect(page.locator("self-diagnosis")).to_contain_text(words["diagnosis_count"].format(count=11, total=12))
    expect(page.locator(".chart")).to_have_count(0)


# The pocket phrases.


@everywhere
def test_each_phrase_can_be_copied_by_name(visit, whole, disk):
    page = visit(f"en/{PHRASES}", disk)
    words = whole.strings["en"]
    phrases = [(phrase[code], code) for entry in whole.phrases for phrase in entry["phrases"] for code in ("en", "fr")]
    shown = page.locator(".phrase")
    assert [(each.inner_text(), each.get_attribute("lang")) for each in shown.all()] == phrases
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for index, (text, _) in enumerate(phrases[:2]):
        button = page.locator(".phrase-row").nth(index).get_by_role("button")
        beginning = " ".join(text.split()[:5])
        expect(button).to_have_accessible_name(re.compile(re.escape(f"{words['phrases_copy']} {beginning}")))
        button.press("Enter")
        expect(page.locator("pocket-phrases [role=status]")).to_have_text(words["phrases_copied"])
        assert page.evaluate("navigator.clipboard.readText()") == text
        assert focused(page, ".copy")
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.reload()
    page.locator(".copy").first.click()
    expect(page.locator("pocket-phrases [role=status]")).to_have_text(words["phrases_selected"])
    assert page.evaluate("getSelection().toString()").strip() == phrases[0][0]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_an_index_leads_to_each_situation(visit, whole, scripts):
    page = visit(f"fr/{PHRASES}", java_script_enabled=scripts)
    links = page.get_by_role("navigation", name=whole.strings["fr"]["phrases_index"]).get_by_role("link")
    expect(links).to_have_text([entry["fr"] for entry in whole.phrases])
    links.last.click()
    expect(page.locator("h2:target")).to_have_id(whole.phrases[-1]["id"])
    expect(page.locator("h2:target")).to_be_in_viewport()


@in_english
def test_the_pocket_sheet_holds_nothing_but_phrases(visit, whole, language):
    page = visit(f"{language}/{PHRASES}", viewport={"width": 360, "height": 740})
    words = whole.strings[language]
    for sheets in (
        on_paper(page, page.get_by_role("button", name=words["phrases_print"])),
        on_paper(page, page.locator("h1")),  # the whole page printed, as a browser's menu does
    ):
        text = squeezed(" ".join(sheets))
        wanted = {squeezed(text) for entry in whole.phrases for text in (entry["fr"], entry["en"])}
        wanted |= {
            squeezed(text) for entry in whole.phrases for each in entry["phrases"] for text in (each["fr"], each["en"])
        }
        assert {each for each in wanted if each not in text} == set()
        assert len(text) == sum(len(squeezed(each)) for each in all_of(whole)), text
        assert all(sheet.strip() for sheet in sheets) and len(sheets) <= 2


def all_of(whole):
    """Return every text of the pocket sheet."""
    for entry in whole.phrases:
        yield from (entry["fr"], entry["en"])
        for each in entry["phrases"]:
            yield from (each["fr"], each["en"])


# What all of them promise.


def used(page, whole, path):
    """Fill a tool in as someone would have by its end."""
    full = entries(whole, "before", "0123n0123012", "2026-11-01") | entries(
        whole, "after", "3210n3210330", "2026-12-15"
    )
    note = {f"thank-you.{name}": f"Texte {name}" for name in FIELDS}
    put(page, full | note | {"client-map.me": "Buanderie", "client-map.rows": json.dumps(ROWS)})
    if path == DIAGNOSIS:
        page.locator(".diagnosis-form summary").click()
    if path in (NOTE, DIAGNOSIS):
        page.get_by_role("button", name=whole.strings["fr"][f"{'note' if path == NOTE else 'diagnosis'}_again"]).click()


tools = pytest.mark.parametrize("path", [NOTE, MAP, DIAGNOSIS, PHRASES], ids=["note", "map", "diagnosis", "phrases"])


@tools
@pytest.mark.parametrize("zoom", ["", "213%"], ids=["100%", "200%"])
def test_a_tool_fits_a_narrow_screen_and_a_thumb(visit, whole, path, zoom):
    page = visit(f"fr/{path}", viewport={"width": 320, "height": 640})
    used(page, whole, path)
    page.evaluate("size => (document.documentElement.style.fontSize = size)", zoom)
    assert page.evaluate("document.documentElement.scrollWidth") <= 321
    small = page.evaluate(
        """() => [...document.querySelectorAll("#page-content :is(button, summary, .pill, textarea, input[type=text], nav a)")]
             .filter((element) => element.checkVisibility()).map((element) => [element.getBoundingClientRect(), element])
             .filter(([box]) => box.height < 44 || box.width < 44).map(([, element]) => element.outerHTML.slice(0, 90))"""
    )
    assert small == []


@tools
def test_every_stop_of_the_keyboard_is_seen(visit, whole, path):
    page = visit(f"fr/{path}", forced_colors="active", viewport={"width": 360, "height": 740})
    used(page, whole, path)
    page.locator("#page-content").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            """() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
                 return [outlineStyle, parseFloat(outlineWidth), document.activeElement.checkVisibility()]; }"""
        )
        assert style[0] != "none" and style[1] >= 2 and style[2], page.evaluate("document.activeElement.outerHTML")


@tools
@languages
def test_without_a_script_there_is_something_to_use_and_to_print(visit, whole, path, language):
    page = visit(f"{language}/{path}", java_script_enabled=False)
    tool = page.locator("thank-you-note, client-map, self-diagnosis, pocket-phrases")
    expect(tool.locator("button")).to_have_count(0)
    wanted = {NOTE: "textarea", MAP: "textarea", DIAGNOSIS: "li", PHRASES: ".phrase"}[path]
    assert tool.locator(wanted).count() >= 2
    text = squeezed(" ".join(texts_of(page.pdf(format="Letter"))))
    first = tool.locator({NOTE: "label", MAP: "label", DIAGNOSIS: "li", PHRASES: ".phrase"}[path]).first
    assert squeezed(first.inner_text()) in text


@tools
def test_where_nothing_is_kept_the_tool_works_and_says_so(visit, whole, path):
    page = visit(f"fr/{path}")
    page.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } })")
    page.reload()
    expect(page.locator(".notice")).to_be_hidden()
    if path == NOTE:
        write(page, "Yvon")
        page.locator("#thank-you-who").blur()
        expect(page.locator(".greeting")).to_have_text("Yvon,")
    elif path == MAP:
        page.locator(".map-row input[type=text]").first.fill("Yvon")
        expect(page.locator("figure.map .name")).to_have_text("Yvon")
    elif path == DIAGNOSIS:
        for group in page.locator("self-diagnosis fieldset").all():
            group.locator("input").first.check()
        expect(page.locator(".tracks li")).to_have_count(12)
    else:
        expect(page.locator(".copy").first).to_be_visible()
        return
    expect(page.locator(".notice")).to_be_visible()


def test_another_tab_is_taken_in_without_losing_the_place(visit, whole):
    page = visit(f"fr/{MAP}")
    other = visit(f"en/{MAP}", context=page.context)
    page.locator("#map-to-1-name").focus()
    other.locator("#map-from-1-name").fill("Ana")
    other.locator("#map-from-1-name").blur()
    expect(page.locator("#map-from-1-name")).to_have_value("Ana")
    expect(page.locator("#map-to-1-name")).to_be_focused()
    page.keyboard.type("Yvon")
    page.locator("#map-to-1-name").blur()
    expect(other.locator("#map-to-1-name")).to_have_value("Yvon")
    expect(other.locator("#map-from-1-name")).to_have_value("Ana")
