"""./scripts/new-lesson: a lesson in the right form, that builds; the rules say what is still to be written."""

import re
import sys

import pytest

from course import ROOT, outline
from course.verbs import new_lesson
from tests.copies import SITE, Copy


@pytest.fixture
def course(tmp_path):
    return Copy(ROOT, tmp_path, SITE)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A copy that every test leaves as it is."""
    return Copy(ROOT, tmp_path_factory.mktemp("untouched"), SITE)


def test_a_lesson_is_begun_in_both_languages_builds_and_says_what_it_lacks(course):
    done = course.verb("new_lesson", "suppliers/first-call")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("docs/fr/suppliers/first-call.md: begun\ndocs/en/suppliers/first-call.md: begun\n")
    whole = outline.load(course.root)
    for language, mark in (("fr", "[à écrire"), ("en", "[to write")):
        (module,) = [each for each in whole.courses[language].modules if each.id == "suppliers"]
        lessons = [lesson.id for lesson in module.lessons]
        assert lessons[-1] == "suppliers/first-call", "the lesson does not stand last in its module, before the check"
        page = whole.courses[language].pages["suppliers/first-call"]
        assert [question.id for question in page.questions] == [f"first-call-{n}" for n in ("first", "second", "third")]
        assert page.recall == whole.courses[language].pages[lessons[-2]].questions[0].id
        assert course.read(page.shown).count(mark) > 30
    done = course.verb("proofread", "--rule", "unfinished-text", "--json", "found.json")
    assert done.returncode == 1 and "does not build" not in done.stderr, done.stderr
    said = done.stderr + course.read("found.json")
    for language in ("fr", "en"):
        path = f"docs/{language}/suppliers/first-call.md"
        lines = {int(line) for line in re.findall(rf'"path": "{path}",\s+"line": (\d+)', said)}
        marked = [
            n for n, text in enumerate(course.read(path).splitlines(), 1) if re.search(r"\[(à écrire|to write)", text)
        ]
        assert len(lines & set(marked)) >= 25, f"of {len(marked)} lines to be written in {path}, few are told of"
        assert max(marked) in lines, "what is to be written for the trainer is not told of"


def test_a_second_lesson_and_another_module_get_ids_of_their_own(course):
    for name in ("suppliers/first-call", "start/first-call", "suppliers/last-call"):
        new_lesson.begin(course.root, name)
    questions = outline.load(course.root).courses["fr"].questions
    assert {"first-call-first", "first-call-first-2", "last-call-first"} <= set(questions)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("first-call", "'first-call' is no MODULE/NAME; write small letters and hyphens, such as suppliers/first-call"),
        ("suppliers/First Call", "is no MODULE/NAME"),
        ("suppliers/../x", "is no MODULE/NAME"),
        ("nowhere/first-call", "there is no module 'nowhere'; choose among start, suppliers"),
        ("suppliers/gifts", "suppliers/gifts is taken; choose another name"),
        ("suppliers/check", "suppliers/check is taken"),
        ("suppliers/index", "suppliers/index is taken"),
        ("start/check", "start/check is taken"),
    ],
)
def test_a_name_that_cannot_be_writes_nothing(untouched, monkeypatch, name, said):
    course = untouched
    before = course.read("mkdocs.yml")
    monkeypatch.setattr(new_lesson, "ROOT", course.root)
    monkeypatch.setattr(sys, "argv", ["new-lesson", name])
    with pytest.raises(SystemExit) as stop:  # a sentence as its code is said, and the code is 1
        new_lesson.main()
    assert said in stop.value.code and "Nothing was written." in stop.value.code
    assert course.read("mkdocs.yml") == before
    assert not list(course.root.glob("docs/*/nowhere")) and not list(course.root.glob("docs/**/x.md"))


def test_a_course_that_is_not_in_order_is_left_alone(course):
    course.edit("docs/fr/about.md", r"^title: .*", "title: A")
    done = course.verb("new_lesson", "suppliers/first-call")
    assert done.returncode == 1 and "docs/fr/about.md:2: " in done.stderr and "mend the course first" in done.stderr
    assert not (course.root / "docs/fr/suppliers/first-call.md").exists()
