"""What trainers hand out: on paper as on the screen, whole, without answers where there should be none, easy to use."""

import functools
import io
import re
import unicodedata
from collections import Counter

import pypdf
import pytest
from playwright.sync_api import expect

from course import handouts, make
from tests.paper import texts_of

from .variants import crosswise, in_english, in_french, languages

MM = 96 / 25.4
# Width and height of what a sheet holds between its margins, in mm (see handout.css).
SHEETS = {"letter": (215.9 - 28, 279.4 - 25), "A4": (210 - 28, 297 - 25)}
PAGES = [
    "suppliers/workbook",
    "civility/workbook",
    "suppliers/key",
    "civility/roles",
    "voting-cards",
    "thank-you-cards",
]


def letters(text):
    """Return the letters of a text alone: a PDF has its own spaces, hyphens, ligatures, numbers of pages and of lists."""
    return "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text).casefold()))


def plain(markdown):
    """Return Markdown without what it is written with: links, notes, marks."""
    return re.sub(r"\[\^[^\]]*\]|\]\([^)]*\)|[*_`\[\]]", "", markdown)


@pytest.fixture(scope="session")
def papers(browser, served, whole, tmp_path_factory):
    """The handouts as PDF, printed once: `{(language, page id): PdfReader}`."""
    folder = tmp_path_factory.mktemp("papers")
    list(handouts.write(browser, served[0], whole, folder))
    return {
        (language, page.id): pypdf.PdfReader(
            io.BytesIO((folder / handouts.file_name(whole, course, page)).read_bytes())
        )
        for language, course in whole.courses.items()
        for page in handouts.of_course(course)
    }


@functools.cache
def sheets_of(paper):
    """Return the letters of each sheet of a PDF, without what stands in its margin."""
    return [letters(text.replace("CC BY 4.0", "")) for text in texts_of(paper.stream.getvalue())]


def outline_of(entries):
    """Return the titles of a PDF's outline, in order."""
    return [title for each in entries for title in (outline_of(each) if isinstance(each, list) else [each.title])]


@languages
def test_every_handout_is_a_tagged_letter_document_with_title_language_and_outline(papers, whole, language):
    course = whole.courses[language]
    pages = handouts.of_course(course)
    assert [page.kind for page in pages].count("workbook") == 3 and len(pages) == 11
    for page in pages:
        paper = papers[language, page.id]
        root = paper.trailer["/Root"]
        sizes = {(float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in paper.pages}
        assert sizes == {(612, 792)}, f"{page.id}: {sizes}"
        assert root["/MarkInfo"]["/Marked"] and root["/StructTreeRoot"]["/K"], page.id
        assert root["/Lang"] == language
        assert paper.metadata.title == f"{page.title} — {whole.company['course']['title'][language]}"
        titles = outline_of(paper.outline)
        assert titles[0] == page.title and len(titles) > (page.id != "trainer/thank-you-cards"), page.id


@languages
def test_paper_says_what_the_page_says(visit, papers, whole, language):
    page = visit(f"{language}/trainer/voting-cards.html")
    for handout in handouts.of_course(whole.courses[language]):
        page.goto(f"{page.base}{language}/{handout.url}")
        page.emulate_media(media="print")
        printed = "".join(sheets_of(papers[language, handout.id]))
        shown = page.evaluate("document.body.innerText")
        assert len(letters(shown)) >= 4, handout.id
        missing, more = Counter(letters(shown)), Counter(printed)
        assert missing == more, f"{handout.id}: not printed {missing - more}, printed besides {more - missing}"
        blocks = page.evaluate(
            """() => [...document.querySelectorAll("article :is(h1, h2, h3, p, li, td, th, .stem, .why)")]
                 .filter((block) => block.checkVisibility()).map((block) => block.innerText)"""
        )
        lost = [block for block in blocks if letters(block) not in printed]
        assert lost == [], f"{handout.id}: {lost[:3]}"


@languages
@pytest.mark.parametrize("sheet", SHEETS)
def test_nothing_is_wider_or_higher_than_a_sheet(visit, whole, language, sheet):
    width, height = SHEETS[sheet]
    page = visit(f"{language}/trainer/voting-cards.html", viewport={"width": int(width * MM), "height": 900})
    for handout in handouts.of_course(whole.courses[language]):
        page.goto(f"{page.base}{language}/{handout.url}")
        page.emulate_media(media="print")
        out = page.evaluate(
            """([height, whole]) => [...document.querySelectorAll("article, article *")].filter((element) => {
                 const box = element.getBoundingClientRect();
                 if (!box.width || !box.height) return false;
                 return box.left < -1 || box.right > innerWidth + 1 || (element.matches(whole) && box.height > height);
               }).map((element) => element.outerHTML.slice(0, 120))""",
            [
                height * MM,
                ".card, .letter, .note-to-write, .write, .take-away, .example, .paper-question, .answer li, tr",
            ],
        )
        assert out == [], f"{handout.id} on {sheet}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), handout.id


@languages
def test_a_handout_takes_as_many_sheets_as_it_should(papers, whole, language):
    for theme in [module for module in whole.courses[language].modules if module.check]:
        lessons = len(theme.lessons)
        of = {kind: sheets_of(papers[language, f"trainer/{theme.id}/{kind}"]) for kind in handouts.KINDS}
        assert lessons + 2 <= len(of["workbook"]) <= lessons + 4, "a cover, a sheet a lesson, the check"
        for step in theme.steps:
            assert [text.startswith(letters(step.title)) for text in of["workbook"]].count(True) == 1, step.id
        assert 4 <= len(of["roles"]) <= 6 and 4 <= len(of["key"]) <= 11
    assert len(papers[language, "trainer/voting-cards"].pages) == 2
    assert len(papers[language, "trainer/thank-you-cards"].pages) == 1


@languages
def test_the_workbook_gives_no_answer_away(served, papers, whole, language):
    course = whole.courses[language]
    for theme in [module for module in course.modules if module.check]:
        id = f"trainer/{theme.id}/workbook"
        html = (served[0] / language / f"{id}.html").read_text(encoding="utf-8")
        html = html[html.index("<article") : html.index("</article>")]
        printed = "".join(sheets_of(papers[language, id]))
        assert not re.search(r"<input|<!--|data-(right|correct)|(class|id)=\"[^\"]*\b(right|why|verdict|q-|k-)", html)
        rows = re.findall(r"<li><i class=\"box\">.*?</li>", html, re.DOTALL)
        assert {re.sub(r"<b>[A-H]</b><div>.*?</div></li>", "", row) for row in rows} == {'<li><i class="box"></i>'}
        shown = letters(re.sub(r"<[^>]+>", "", html))
        at = 0
        for question in theme.check.questions:
            for option in question.options:
                assert letters(plain(option.reason)) not in shown + printed, f"{question.id}: {option.reason}"
                assert letters(plain(option.text)) in printed, f"{question.id}: {option.text}"
                at = shown.index(letters(plain(option.text)), at)  # in the order of the check, right ones nowhere apart
            assert not question.explanation or letters(plain(question.explanation)) not in shown + printed
        for word in ("right", "not_right", "belongs", "does_not_belong"):
            assert letters(whole.strings[language][word]) not in printed


@languages
def test_the_key_has_every_answer_and_every_reason(visit, papers, whole, language):
    words = whole.strings[language]
    page = visit(f"{language}/trainer/voting-cards.html")
    for theme in [module for module in whole.courses[language].modules if module.check]:
        page.goto(f"{page.base}{language}/trainer/{theme.id}/key.html")
        printed = "".join(sheets_of(papers[language, f"trainer/{theme.id}/key"]))
        for question in [question for step in theme.steps for question in step.questions]:
            answer = page.locator(f"#k-{question.id}")
            number = answer.locator(".number").inner_text()
            step = next(step for step in theme.steps if question in step.questions)
            assert number == f"{step.questions.index(question) + 1}.", "as in the lesson and in the workbook"
            right = [option for option in question.options if option.right]
            expect(answer.locator(".right")).to_have_count(len(right))
            said = words["belongs" if question.kind == "multiple" else "right"]
            for index, option in enumerate(right):
                row = answer.locator(".right").nth(index)
                assert letters(plain(option.text)) in letters(row.locator("strong").inner_text())
                if question.kind != "blank":
                    letter = "ABCDEFGH"[question.options.index(option)]
                    assert row.inner_text().startswith(letter) and f"✓\u00a0{said}" in row.inner_text()
                    assert letters(f"{letter}{plain(option.text)}{said}") in printed
            for option in question.options:
                assert letters(plain(option.reason)) in printed, f"{question.id}: {option.reason}"


@languages
def test_a_role_card_and_the_observers_grid_stand_whole_on_a_sheet(visit, papers, whole, language):
    page = visit(f"{language}/trainer/voting-cards.html")
    for id in [each.id for each in handouts.of_course(whole.courses[language]) if each.kind == "roles"]:
        page.goto(f"{page.base}{language}/{id}.html")
        page.emulate_media(media="print")
        sheets = sheets_of(papers[language, id])
        cards = page.locator(".card").all_inner_texts()
        assert len(cards) == 9, "three situations of three cards"
        assert [card for card in cards if not any(letters(card) in sheet for sheet in sheets)] == []
        table = page.locator(".roles > table")
        assert table.locator("thead th").count() == 4 and table.locator("tbody tr").count() == 6
        assert any(letters(table.inner_text()) in sheet for sheet in sheets), "the grid is broken over two sheets"
        room = table.locator("tbody tr").evaluate_all("rows => Math.min(...rows.map((row) => row.offsetHeight))")
        assert room >= 16 * MM, f"a row of {room / MM:.0f} mm leaves no room to write"


@languages
def test_letters_are_huge_two_a_sheet_and_each_has_its_own_shape(visit, papers, language):
    page = visit(f"{language}/trainer/voting-cards.html", viewport={"width": 710, "height": 900})
    page.emulate_media(media="print")
    sheets = sheets_of(papers[language, "trainer/voting-cards"])
    assert [sheets[0][-2:], sheets[1]] == ["ab", "cd"]
    cards = page.locator(".letter")
    shapes = [cards.nth(index).locator("svg").first.inner_html() for index in range(4)]
    assert len(set(shapes)) == 4, "two letters have the same shape"
    heights = page.evaluate(
        """() => [...document.querySelectorAll(".letter h2")].map((letter) => {
             const pen = document.createElement("canvas").getContext("2d"), style = getComputedStyle(letter);
             pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
             const ink = pen.measureText(letter.textContent);
             return ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent;
           })"""
    )
    # From 10 m one reads letters of 4 cm well; and all of it stands on its half of the sheet.
    assert all(75 * MM < height < 115 * MM for height in heights), [height / MM for height in heights]
    assert page.locator(".letter").first.evaluate("card => card.offsetHeight") <= 127.5 * MM


@in_french
def test_lines_leave_room_for_a_hand(visit, whole, language):
    page = visit(f"{language}/trainer/suppliers/workbook.html", viewport={"width": 710, "height": 900})
    for path in ("suppliers/workbook", "internal-clients/workbook", "civility/workbook", "thank-you-cards"):
        page.goto(f"{page.base}{language}/trainer/{path}.html")
        page.emulate_media(media="print")
        lines = page.locator(".write i").evaluate_all(
            "lines => lines.map((line) => [line.offsetWidth, line.offsetHeight])"
        )
        assert len(lines) >= 32
        assert min(height for _, height in lines) >= 8 * MM, path
        assert min(width for width, _ in lines) >= 34 * MM, path
    fields = page.locator(".note-to-write").first.locator(".write p").all_inner_texts()
    assert fields == [whole.strings[language][f"thanks_{key}"] for key in ("gesture", "effect", "person")]


@in_english
def test_the_workbook_asks_nothing_that_only_a_screen_can_do(visit, whole, language):
    page = visit(f"{language}/trainer/voting-cards.html")
    for theme in [module for module in whole.courses[language].modules if module.check]:
        page.goto(f"{page.base}{language}/trainer/{theme.id}/workbook.html")
        briefs = page.locator(".brief")
        expect(briefs).to_have_count(len(theme.lessons))
        for index, lesson in enumerate(theme.lessons):
            text = briefs.nth(index).inner_text()
            assert not re.search(r"\b(navigateur|browser)\b", text), text
            assert briefs.nth(index).locator("p:not(:first-of-type) > a[href*='/tools/']").count() <= 1
            for objective in lesson.objectives:
                assert letters(plain(objective)) in letters(text)
            assert briefs.nth(index).locator(".example").count() == 2, "the weak and the good example"
            assert page.locator(".worksheet").nth(index).locator("textarea, .footnote-ref").count() == 0


@crosswise
def test_the_button_prints_and_stays_off_the_paper(visit, whole, language, disk):
    words = whole.strings[language]
    page = visit(f"{language}/index.html", disk)
    for path in PAGES:
        page.emulate_media(media="screen")
        page.goto(f"{page.base}{language}/trainer/{path}.html")
        page.evaluate("() => { window.printed = 0; window.print = () => (window.printed += 1) }")
        button = page.get_by_role("button", name=words["print_page"], exact=True)
        button.focus()
        page.keyboard.press("Enter")
        assert page.evaluate("window.printed") == 1
        assert button.evaluate("button => button.offsetHeight") >= 44
        page.emulate_media(media="print")
        expect(page.locator("print-button")).to_be_hidden()


@in_english
def test_without_scripts_there_is_no_dead_button(visit, language):
    page = visit(f"{language}/index.html", java_script_enabled=False)
    for path in PAGES:
        page.goto(f"{page.base}{language}/trainer/{path}.html")
        expect(page.locator("article h1")).to_be_visible()
        expect(page.locator("article button:visible")).to_have_count(0)
        expect(page.locator("print-button")).to_be_hidden()


@languages
def test_links_on_paper_lead_to_where_the_course_is_published(papers, whole, language):
    address, found = make.address_of(whole.company), []
    for (code, id), paper in papers.items():
        for note in [note.get_object() for sheet in paper.pages for note in sheet.get("/Annots", [])]:
            if code == language and "/A" in note and "/URI" in note["/A"]:
                found.append(note["/A"]["/URI"])
                assert note["/A"]["/URI"].startswith(address), f"{id}: {note['/A']['/URI']}"
    assert len(found) > 3


def test_only_a_trainers_pages_load_the_handouts_style(served):
    loading = [
        path.relative_to(served[0]).as_posix()
        for path in served[0].rglob("*.html")
        if re.search(r"handout\.|print-button\.", path.read_text(encoding="utf-8"))
    ]
    assert len(loading) >= 22 and not [path for path in loading if path.split("/")[1] != "trainer"]


@languages
@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways(visit, path, language):
    page = visit(f"{language}/trainer/{path}.html", viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 321
    page.evaluate("document.documentElement.style.fontSize = '213%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 321, "at 200 %"
