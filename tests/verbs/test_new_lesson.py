"""./scripts/new-lesson: a lesson in the right form, that builds; the rules say what is still to be written."""

import json
import re
import sys
import types

import pytest

from course import ROOT, outline
from course.verbs import new_lesson
from tests.copies import SITE, Copy

CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.fixture
def course(tmp_path):
    return Copy(ROOT, tmp_path, SITE)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    """A copy that every test leaves as it is."""
    return Copy(ROOT, tmp_path_factory.mktemp("untouched"), SITE)


@pytest.fixture(scope="module")
def begun(tmp_path_factory):
    """A copy where a lesson was begun, to be left as it is: `copy`, what the verb `said`, and what was then `found`
    to be still unfinished."""
    copy = Copy(ROOT, tmp_path_factory.mktemp("begun"), SITE)
    done = copy.verb("new_lesson", "suppliers/first-call")
    assert done.returncode == 0, done.stderr
    return types.SimpleNamespace(copy=copy, said=done.stdout, found=unfinished(copy))


def unfinished(copy):
    """Return what proofreading finds unfinished in a copy that builds."""
    done = copy.verb("proofread", "--rule", "unfinished-text", "--json", "found.json")
    assert done.returncode == 1 and "does not build" not in done.stderr, done.stderr
    return json.loads(copy.read("found.json"))


def told(found):
    """Return findings once each: trainers' pages show a lesson's questions too."""
    return {(each["path"], each["line"], each["message"]) for each in found}


def test_a_lesson_is_begun_in_both_languages_builds_and_says_what_it_lacks(begun):
    course = begun.copy
    assert begun.said.startswith("docs/fr/suppliers/first-call.md: begun\ndocs/en/suppliers/first-call.md: begun\n")
    whole = outline.load(course.root)
    for language, mark in (("fr", "[à écrire"), ("en", "[to write")):
        (module,) = [each for each in whole.courses[language].modules if each.id == "suppliers"]
        lessons = [lesson.id for lesson in module.lessons]
        assert lessons[-1] == "suppliers/first-call", "the lesson does not stand last in its module, before the check"
        page = whole.courses[language].pages["suppliers/first-call"]
        assert [question.id for question in page.questions] == [f"first-call-{n}" for n in ("first", "second", "third")]
        assert page.recall == whole.courses[language].pages[lessons[-2]].questions[0].id
        assert course.read(page.shown).count(mark) > 30
    for language in ("fr", "en"):
        path = f"docs/{language}/suppliers/first-call.md"
        lines = {each["line"] for each in begun.found if each["path"] == path}
        marked = [
            n for n, text in enumerate(course.read(path).splitlines(), 1) if re.search(r"\[(à écrire|to write)", text)
        ]
        assert len(lines & set(marked)) >= 25, f"of {len(marked)} lines to be written in {path}, few are told of"
        assert max(marked) in lines, "what is to be written for the trainer is not told of"


def test_the_ten_minutes_of_contributing_work_as_they_are_told(begun, tmp_path):
    """What the section tells a newcomer to run and to paste is run and pasted, in its order."""
    section = re.search(r"^## A lesson, a question.*?(?=^## )", CONTRIBUTING, re.DOTALL | re.MULTILINE)[0]
    quiz, figure = re.findall(r"^```markdown\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    (svg,) = re.findall(r"^```svg\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    commands = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    assert commands == ["./scripts/new-lesson suppliers/first-call", "./scripts/serve", "./scripts/proofread"]
    repository = Copy(begun.copy.root, tmp_path, SITE)

    before, lesson = told(begun.found), "docs/en/suppliers/first-call.md"
    text = repository.read(lesson)
    asked = re.search(r"^<quiz>\n.*?^</quiz>\n", text, re.DOTALL | re.MULTILINE)[0]
    repository.write(lesson, text.replace(asked, quiz))
    repository.write("overrides/assets/figures/first-call.svg", svg)
    for path in (lesson, lesson.replace("/en/", "/fr/")):
        repository.edit(path, r"(?=^//// scenario)", figure.replace("\\", r"\\") + "\n")
    after = told(unfinished(repository))
    assert len(before) > 60 and len(after) == len(before) - 7, (len(before), len(after))
    repository.edit(lesson, r"^- \[x\] (“I have one.*)\n(.*)\n- \[ \] (“Call.*)$", r"- [ ] \1\n\2\n- [x] \3")
    assert "kinds and right answers differ from" in repository.verb("build").stderr


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
