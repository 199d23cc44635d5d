"""What scripts of pages are given, and the lists that pages ask for: whole, in both languages, without a script."""

import json
import re

import pytest
from lxml import html as lxml_html

from course import elements, passages, pictures, web_outline

LANGUAGES = ["fr", "en"]


def page(built, language, path):
    return lxml_html.parse(str(built / language / path)).getroot()


def handed_over(built, language, name):
    """Return what a script of data hands over to pages."""
    (file,) = (built / language / "assets").glob(f"{name}.????????.js")
    text = file.read_text(encoding="utf-8")
    return json.loads(text.removeprefix(f"self.{name}=").rstrip(";\n"))


def outline_of(built, language):
    """Return the whole outline: what every page loads, and what is left out of that."""
    return handed_over(built, language, "courseOutline") | handed_over(built, language, "courseSteps")


def steps_of(outline):
    return [step for steps in outline["modules"].values() for step in steps]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_page_of_a_module_loads_is_that_part_of_the_whole(built, whole, language):
    frame, rest = (handed_over(built, language, name) for name in ("courseOutline", "courseSteps"))
    assert (built / language / frame["whole"]).is_file()
    assert [module["id"] for module in frame["modules"]] == [each.id for each in whole.courses[language].modules]
    for module in frame["modules"]:
        assert module["steps"] == [], "what every page loads grows with the lessons"
        text = (built / language / module["part"]).read_text(encoding="utf-8")
        part = json.loads(text.removeprefix("self.courseSteps=").rstrip(";\n"))
        assert part["modules"] == {module["id"]: rest["modules"][module["id"]]}
        ids = {step["id"] for step in part["modules"][module["id"]]}
        assert part["required"] == [id for id in rest["required"] if id in ids]


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_know_every_step_and_question_with_its_fingerprint(built, whole, language):
    course = whole.courses[language]
    outline = outline_of(built, language)
    steps = steps_of(outline)
    assert [step["id"] for step in steps] == [step.id for step in course.steps]
    asked = {id: digits for step in steps for id, digits in step["asks"]} | {
        question["id"]: question["hash"] for question in outline["bank"]
    }
    assert asked == {id: whole.fingerprint(id) for id in course.questions}
    assert outline["required"] == [step.id for step in course.steps] and outline["minutes"] == course.minutes
    assert outline["mastery"] == whole.company["mastery"] and outline["id"] == whole.company["course"]["id"]
    (case,) = [step for step in steps if step["kind"] == "case"]
    assert len(case["ends"]) >= 4


def test_ids_and_fingerprints_are_the_same_in_both_languages(built):
    def bare(outline):
        return [[step["id"], step["asks"]] for step in steps_of(outline)], outline["bank"]

    fr, en = (outline_of(built, language) for language in LANGUAGES)
    assert bare(fr) == bare(en)


def test_a_required_path_is_what_pages_ask_for(example):
    assert "\nrequired: employee\n" in pictures.EXAMPLE.read_text(encoding="utf-8")
    outline = outline_of(example.site, "fr")
    assert len(outline["required"]) == 10 and "suppliers/gifts" not in outline["required"]
    assert outline["minutes"] < 150


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_course_leads_to_the_passage_that_answers_it(built, whole, language):
    course = whole.courses[language]
    told = handed_over(built, language, "courseQuestions")
    assert set(told) == set(course.questions)
    ids = {}
    for id, (where, beginning, passage) in told.items():
        question = course.questions[id]
        assert question.passage, f"{id} has no passage"
        path, _, place = passage.partition("#")
        ids.setdefault(path, set(page(built, language, path).xpath("//h2/@id")))
        assert place in ids[path], f"{id} leads to {passage}, which is not there"
        asked = page(built, language, where).xpath(f"//*[@id='q-{id}']")
        assert len(asked) == 1
        assert 10 < len(beginning) <= web_outline.SHORT + 1 and "[[" not in beginning and "](" not in beginning


def test_a_passage_is_never_the_questions_themselves(whole):
    for course in whole.courses.values():
        for question in course.questions.values():
            lesson = course.lesson_of(question) or course.pages[question.page_id]
            assert passages.sections(lesson)[question.passage - 1][0] not in ("Vérifiez", "Check yourself"), question.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists_stand_in_the_page_without_a_script(built, whole, language):
    course = whole.courses[language]
    plans = page(built, language, "tools/commitments.html").xpath("//*[@data-plan]")
    assert [plan.get("data-plan") for plan in plans] == [lesson.id for lesson in course.lessons]
    assert all(len("".join(plan.find("blockquote").itertext()).split()) > 8 for plan in plans)
    for path in ("tools/self-diagnosis.html", "start/three-circles.html"):
        said = page(built, language, path).xpath("//*[@data-statement]")
        assert [each.text for each in said] == [entry[language] for entry in whole.statements]
    phrases = page(built, language, "tools/phrases.html").xpath("//*[contains(@class, 'phrase') and @lang]")
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    wanted = [
        (code, phrase[code]) for entry in whole.phrases for phrase in entry["phrases"] for code in (language, other)
    ]
    assert [(each.get("lang"), "".join(each.itertext())) for each in phrases] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_label_and_every_sheet_a_word_for_those_without_a_script(built, whole, language):
    count = 0
    for each in whole.courses[language].pages.values():
        root = page(built, language, each.url)
        for sheet in root.iter("course-sheet"):
            areas = list(sheet.iter("textarea"))
            count += len(areas)
            assert [label.get("for") for label in sheet.iter("label")] == [area.get("id") for area in areas]
            assert whole.strings[language]["without_script"] in sheet.text_content()
    assert (
        count
        == sum(
            len([line for line in block.lines if line.startswith("- ")])
            for each in whole.courses[language].pages.values()
            for block in each.blocks
            if block.name == "fields"
        )
        and count > 60
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_loads_the_scripts_of_its_elements_and_no_other(built, whole, language):
    for each in whole.courses[language].pages.values():
        text = (built / language / each.url).read_text(encoding="utf-8")
        sources = re.findall(r'<script defer src="([^"]+)"', text)
        loaded = {re.sub(r".*/|\.\w{8}\.js$", "", source) for source in sources}
        module = whole.courses[language].module_of(each.id)
        wanted = {name.removesuffix(".js") for name in elements.scripts(text)} | set(elements.data(text, module))
        if module and each.kind != "assessment":
            assert f"courseSteps.{module.id}" in wanted and "courseSteps" not in wanted, each.id
        # A deck is no page of the course's frame: it has no menu, search or progress.
        assert loaded == wanted | ({"deck"} if each.kind == "deck" else {"course", "courseOutline"}), each.id


def test_every_element_has_its_script_and_its_words():
    assert set(elements.WORDS) == set(elements.SCRIPTS) - {"print-button"} and set(elements.DATA) <= set(
        elements.SCRIPTS
    )
    assert elements.scripts("<course-sheet data-sheet='x'><course-plan></course-plan>") == ["sheets.js"]
    assert elements.of_html("<p>course-sheet</p>") == []
