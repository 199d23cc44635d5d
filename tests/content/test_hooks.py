"""What the hooks promise, looked at in the built pages: what must not be there, and what must be there once."""

import json
import posixpath
import re

import pytest
from lxml import etree
from lxml import html as lxml_html

from course import blocks, days, passages

LANGUAGES = ["fr", "en"]
LEFT_OVER = re.compile(
    r"MKDOCS_QUIZ|__CODEBLOCK|BLANK_PLACEHOLDER|wzxhzdk|klzzwxh|[\x02\x03]|<!-- list|\{\{|\{%|course-blank|\[\^|^/{3,}",
    re.MULTILINE,
)
MARKS = re.compile(r"\*+|\[\^[^\]]*\]|\[|\]\([^)]*\)|`|^[->#:\s]+|\s*>\s|\n")


@pytest.fixture(scope="module")
def pages(built):
    """The built pages, parsed, by their path from the site's folder."""
    return {
        path.relative_to(built).as_posix(): lxml_html.parse(str(path), lxml_html.HTMLParser(encoding="utf-8")).getroot()
        for path in built.glob("*/**/*.html")
    }


@pytest.fixture(scope="module")
def lessons(whole, pages):
    """`(language, lesson, its built page)` of every lesson."""
    return [
        (language, lesson, pages[f"{language}/{lesson.url}"])
        for language, course in whole.courses.items()
        for lesson in course.lessons
    ]


@pytest.fixture(scope="module")
def steps(whole, pages):
    """`(language, lesson or check, its built page)` of all that asks questions."""
    return [
        (language, step, pages[f"{language}/{step.url}"])
        for language, course in whole.courses.items()
        for step in course.steps
    ]


def folded(text):
    return " ".join(text.split())


def pieces(markdown, length=30):
    """Return the long stretches of a Markdown text that hold no markup, which its HTML must hold as they are."""
    return [folded(piece) for piece in MARKS.split(markdown) if len(folded(piece)) >= length]


def holding(lesson, name):
    """Return the pieces of text that a lesson's blocks of one name hold."""
    found = [piece for block in lesson.blocks if block.name == name for line in block.lines for piece in pieces(line)]
    assert found, f"{lesson.shown} holds no text in '{name}', so there is nothing to look for"
    return found


def ids(root):
    return {element.get("id") for element in root.iter() if isinstance(element.tag, str) and element.get("id")}


def test_every_page_of_the_outline_is_built(whole, pages):
    expected = {
        f"{language}/{page.url}" for language, course in whole.courses.items() for page in course.pages.values()
    }
    assert set(pages) == expected, "the built pages are not those of the outline"
    for path, root in pages.items():
        assert root.get("lang") == path.split("/")[0], f"{path} says that it is in another language"


def test_a_trainer_note_is_in_the_guide_of_its_theme_and_in_no_learners_page_script_or_search(steps, lessons, built):
    published = {
        path: folded(path.read_text(encoding="utf-8")) for path in built.rglob("*") if path.suffix in {".html", ".js"}
    }
    themes = {path.parent.name for path in published if path.name == "guide.html"}
    assert len(themes) == 3, "there are not three guides, so this test reads less than it should"
    for _, lesson, root in lessons:
        shown = folded(root.text_content())
        lost = [piece for piece in holding(lesson, "keypoints") if piece not in shown]
        assert not lost, (
            f"this test looks for text in the wrong way, it does not find what {lesson.shown} shows: {lost}"
        )
    for language, step, _ in [each for each in steps if "/// trainer" in each[1].body]:
        theme = step.id.partition("/")[0]
        # What opens and closes every theme is in every guide.
        guides = {f"{language}/trainer/{name}/guide.html" for name in ({theme} if theme in themes else themes)}
        for piece in holding(step, "trainer"):
            where = {path.relative_to(built).as_posix() for path, text in published.items() if piece in text}
            assert where == guides, f"a trainer note of {step.shown} is published in {where}: {piece}"


def test_nothing_of_mkdocs_quiz_is_shipped(built, pages):
    for path in pages:
        text = (built / path).read_text(encoding="utf-8")
        assert "<quiz" not in text, f"{path} holds a quiz that was not rendered"
        assert "<style" not in text, f"{path} holds a style of its own"
        assert not re.search(r"quiz-(button|progress|feedback|header|blank|question)", text), (
            f"{path} holds foreign markup"
        )
        assert not re.search(r"mkdocs[-_]quiz|quiz_progress|confetti", text, re.IGNORECASE), f"{path} holds its script"


def test_nothing_is_left_to_be_filled_in(built, pages):
    for path in pages:
        found = LEFT_OVER.search((built / path).read_text(encoding="utf-8"))
        assert not found, f"{path} still holds {found and found[0]!r}"


def test_pages_load_only_our_scripts(pages):
    for path, root in pages.items():
        for source in [script.get("src") for script in root.iter("script") if script.get("src")]:
            assert re.search(r"assets/[a-zA-Z-]+(?:\.[a-z-]+)?\.[0-9a-f]{8}\.js$", source), (
                f"{path} loads a foreign script: {source}"
            )


def test_a_question_has_the_same_fingerprint_in_both_languages(whole, steps):
    found = {language: {} for language in LANGUAGES}
    for language, lesson, root in steps:
        questions = root.xpath("//*[@data-question][not(ancestor::section[contains(@class, 'recall')])]")
        assert [each.get("data-question") for each in questions] == [each.id for each in lesson.questions], (
            f"the questions of {language}/{lesson.url} are not those of {lesson.shown}, in order"
        )
        found[language] |= {each.get("data-question"): each.get("data-hash") for each in questions}
    assert found["fr"] == found["en"], "a question has one fingerprint in French and another in English"
    expected = {id: whole.fingerprint(id) for id in whole.courses["fr"].questions}
    assert found["fr"] == expected, "a page carries another fingerprint than the outline's"
    assert len(set(expected.values())) == len(expected), "two questions have one fingerprint"


def test_the_recalled_question_stands_once_and_before_the_text(lessons):
    asked = 0
    for language, lesson, root in lessons:
        order = [element for element in root.iter(etree.Element)]
        again = root.xpath("//*[starts-with(@id, 'q-again-')]")
        assert [each.get("id") for each in again] == ([f"q-again-{lesson.recall}"] if lesson.recall else []), (
            f"{language}/{lesson.url} asks again something else than '{lesson.recall}', or not once"
        )
        if lesson.recall:
            asked += 1
            (text,) = root.xpath("//div[@class='text']")
            assert order.index(again[0]) < order.index(text), f"{language}/{lesson.url} asks again after the text"
            same = root.xpath(f"//*[@data-question='{lesson.recall}']")
            assert same == again, f"{language}/{lesson.url} holds the recalled question in its text too"
    assert asked, "no lesson asks a question again, so this test looked at nothing"


def test_citations_lead_to_their_note_and_to_the_source(pages, lessons):
    for language, lesson, root in lessons:
        here = ids(root)
        references = [a.get("href") for a in root.xpath("//a[contains(@class, 'footnote-ref')]")]
        assert {href.removeprefix("#fn-") for href in references} == set(lesson.sources) - only_in_notes(lesson), (
            f"{language}/{lesson.url} does not cite exactly its sources"
        )
        for href in references:
            assert href.removeprefix("#") in here, f"{language}/{lesson.url}: {href} leads nowhere"
            (note,) = root.xpath(f"//li[@id='{href.removeprefix('#')}']")
            more = f"../sources.html#{href.removeprefix('#fn-')}"
            assert more in [a.get("href") for a in note.iter("a")], f"{href} does not lead on to {more}"
            assert more.split("#")[1] in ids(pages[f"{language}/sources.html"]), f"{more} is not on the sources page"


def test_notes_and_the_links_to_and_from_them_have_names(whole, lessons):
    for language, lesson, root in lessons:
        words = whole.strings[language]
        (notes,) = root.xpath("//section[@class='footnote']")
        (heading,) = root.xpath(f"//h2[@id='{notes.get('aria-labelledby')}']")
        assert folded(heading.text_content()) == words["footnotes"], f"{lesson.shown}: the notes have another heading"
        for call in root.xpath("//a[contains(@class, 'footnote-ref')]"):
            assert call.get("aria-label") == words["note"].format(n=call.text), (
                f"{lesson.shown}: a call is only a number"
            )
        for number, note in enumerate(notes.find("ol"), 1):
            names = [a.get("aria-label") for a in note.find_class("footnote-backref")]
            assert set(names) == {f"{words['back_to_text']} ({number})"}, f"{lesson.shown}: a way back is only an arrow"
            (more,) = [a for a in note.iter("a") if a.text == words["source_more"]]
            assert more.get("aria-label").startswith(f"{more.text}{words['colon']} "), f"{lesson.shown}: a bare link"


def test_a_reference_says_its_language_where_it_is_not_the_pages(whole, pages):
    for language in LANGUAGES:
        root = pages[f"{language}/sources.html"]
        for id, entry in whole.sources.items():
            (heading,) = root.xpath(f"//h3[@id='{id}']")
            spoken = heading.xpath("string(span/@lang)") or language
            assert spoken == entry["language"], f"{language}/sources.html#{id} is read aloud in {spoken}"
            reference = heading.getnext().getnext()
            assert (reference.xpath("string(span/@lang)") or language) == entry["language"], (
                f"{id}: its reference is not"
            )
            assert reference.xpath(".//em") and "*" not in reference.text_content(), f"{id}: its emphasis is lost"
            for link in reference.iter("a"):
                about = link.get("aria-label").removeprefix(link.text + whole.strings[language]["colon"]).strip()
                assert about and folded(heading.text_content()).startswith(about), f"{id}: a link does not say to what"


@pytest.mark.parametrize("language, said", [("fr", "22 novembre 2026"), ("es", "22 de noviembre de 2026")])
def test_a_day_is_said_in_any_language(language, said):
    assert folded(days.in_words("2026-11-22", language)) == said, "a day is said otherwise"


def test_the_first_of_a_month_is_said_as_an_ordinal_in_french():
    assert folded(days.in_words("2027-02-01", "fr")) == "1er février 2027"
    assert folded(days.in_words("2027-02-11", "fr")) == "11 février 2027"


def only_in_notes(lesson):
    """Return the sources that only the trainer's notes cite."""
    notes = "".join(block.text for block in lesson.blocks if block.name == "trainer")
    return {id for id in lesson.sources if lesson.body.count(f"[^{id}]") == notes.count(f"[^{id}]")}


def test_the_sources_and_glossary_pages_hold_every_entry(whole, pages):
    for language in LANGUAGES:
        missing = set(whole.sources) - ids(pages[f"{language}/sources.html"])
        assert not missing, f"{language}/sources.html lacks {missing}"
        terms = [entry[language]["term"] for entry in whole.glossary]
        headings = [folded(h.text_content()) for h in pages[f"{language}/glossary.html"].iter("h3")]
        assert sorted(headings) == sorted(terms), f"{language}/glossary.html does not hold every term once"
        assert {entry["id"] for entry in whole.glossary} <= ids(pages[f"{language}/glossary.html"]), (
            "a term has no anchor"
        )


def test_every_link_inside_the_site_leads_to_a_page_and_an_anchor(built, pages):
    glossary = 0
    for path, root in pages.items():
        for href in {a.get("href") for a in root.iter("a") if a.get("href")}:
            if re.match(r"[a-z]+:", href):
                continue
            file, _, anchor = href.partition("#")
            file = file.partition("?")[0]
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
            assert (built / target).is_file(), f"{path} links to {href}, which is not in the site"
            glossary += "glossary.html#" in href
            assert not anchor or anchor in ids(pages[target]), f"{path} links to {href}, and {target} has no such place"
    assert glossary, "no page links to a term of the glossary, so this test saw less than it should"


def test_a_drawing_speaks_only_the_language_of_its_page(pristine, pages, lessons):
    folder = pristine.root / "overrides" / "assets" / "figures"
    seen = 0
    for language, lesson, root in lessons:
        for name in [block.title for block in lesson.blocks if block.name == "figure"]:
            drawing = etree.parse(str(folder / f"{name}.svg"))
            foreign = drawing.xpath(f"//*[@lang and @lang != '{language}']")
            assert foreign, f"{name}.svg has no words in another language, so there is nothing to leave out"
            for element in foreign:
                element.getparent().remove(element)
            (shown,) = root.xpath(f"//figure[contains(concat(' ', @class, ' '), ' {name} ')]//*[local-name() = 'svg']")
            assert words(shown) == words(drawing.getroot()), (
                f"{language}/{lesson.url}: {name} has other words than its own"
            )
            assert not shown.xpath(".//*[@lang]"), f"{language}/{lesson.url}: {name} still says which language it is in"
            seen += 1
    assert seen, "no lesson has a drawing, so this test looked at nothing"


def words(root):
    """Return the words of a drawing, without its style, comments and spaces."""
    return "".join("".join(text.split()) for text in root.xpath(".//text()[not(ancestor::*[local-name() = 'style'])]"))


def sections(built, language):
    [index] = (built / language / "assets").glob("search-index.*.js")
    text = index.read_text(encoding="utf-8")
    assert text.startswith("self.courseSections=") and text.endswith(";\n"), (
        "the search index is not the script expected"
    )
    return json.loads(text.removeprefix("self.courseSections=").removesuffix(";\n"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_index_leads_to_places_that_exist_and_knows_every_page(built, whole, pages, language):
    found = sections(built, language)
    assert {each["u"].split("#")[0] for each in found} == {
        page.url
        for page in whole.courses[language].pages.values()
        if not page.id.startswith(("trainer/", "host/")) or page.id in ("trainer/index", "host/index")
    }, "the search index does not know exactly the pages of the course that are for learners"
    for each in found:
        page, _, anchor = each["u"].partition("#")
        assert not anchor or anchor in ids(pages[f"{language}/{page}"]), (
            f"search leads to {each['u']}, which is not there"
        )
    titles = {page.url: page.title for page in whole.courses[language].pages.values()}
    assert all(each["t"] == titles[each["u"].split("#")[0]] for each in found), "a section has another page's title"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_search_index_gives_no_question_and_no_reason_away(built, whole, language):
    said = folded(" ".join(f"{each['h']} {each['b']}" for each in sections(built, language)))
    for lesson in whole.courses[language].lessons:
        assert any(piece in said for piece in holding(lesson, "keypoints")), f"search does not know {lesson.shown}"
        shown = blocks.without(lesson.body, "trainer")
        own = folded(re.sub(r"<quiz>.*?</quiz>", "", shown, flags=re.DOTALL))  # a reason may repeat the lesson
        for question in lesson.questions:
            texts = [
                question.text,
                *(option.text for option in question.options),
                *(o.reason for o in question.options),
            ]
            given = [piece for text in texts for piece in pieces(text) if piece in said and piece not in own]
            assert not given, f"search gives away '{question.id}': {given}"


def test_a_check_says_where_to_read_again_and_closes_its_module(whole, pages):
    for language, course in whole.courses.items():
        for module in [module for module in course.modules if module.check]:
            root = pages[f"{language}/{module.check.url}"]
            for question in module.check.questions:
                (block,) = root.xpath(f"//*[@id='q-{question.id}']")
                lesson = course.pages[f"{module.id}/{question.lesson}"]
                told = [(link.get("href"), link.text) for link in block.xpath(".//p[contains(@class, 'small')]/a")]
                heading = passages.sections(lesson)[question.passage - 1][0]
                ((address, title),) = told
                page, _, place = address.partition("#")
                assert (page, title) == (posixpath.basename(lesson.url), lesson.title)
                (there,) = pages[f"{language}/{lesson.url}"].xpath(f"//h2[@id='{place}']")
                assert "".join(there.itertext()) == heading.replace("*", ""), "it leads to another section"
            last = pages[f"{language}/{module.lessons[-1].url}"]
            assert last.xpath("//a[@rel='next' and contains(@class, 'button')]/@href") == ["check.html"]
            assert "check.html" in last.xpath("//nav[@id='page-menu']//a/@href"), "the menu lacks the module's check"
            listed = pages[f"{language}/{module.page.url}"].xpath("//ol[@class='lessons']//a/@href")
            assert listed == [posixpath.basename(step.url) for step in module.steps]


def test_a_lessons_own_questions_lead_nowhere_else(steps):
    for _, step, root in steps:
        if step.kind == "lesson":
            assert not root.xpath("//*[@data-question]//p[contains(@class, 'small')]/a")


def test_a_notes_number_stands_against_its_word_and_never_begins_a_line(built, lessons):
    for language, lesson, _ in lessons:
        html = (built / language / lesson.url).read_text(encoding="utf-8")
        assert 'sup id="fnref' in html and not re.search(r'\s<sup id="fnref', html), f"{lesson.shown}: a lone number"
