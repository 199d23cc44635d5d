"""Every defect that an author or a company may write: it is refused at its line, with what to write instead."""

import pytest

from .defects import OF_BANK, OF_BLOCKS, OF_CASE, OF_CHECKS, OF_CLAIMS, OF_FRONT_MATTER, OF_QUIZZES, OF_SLOTS, OF_TWINS
from .defects_of_data import CLEAN, OF_COMPANY, OF_DATA, OF_FILES
from .defects_of_decks import OF_DECKS
from .defects_of_tools import OF_LISTS, OF_PASSAGES, OF_SHEETS
from .planting import FR, QUIZZES, plant_quiz

CASES = OF_QUIZZES + OF_TWINS + OF_BLOCKS + OF_FRONT_MATTER + OF_FILES + OF_COMPANY + OF_DATA
CASES += OF_CHECKS + OF_BANK + OF_CASE + OF_CLAIMS + OF_SLOTS
CASES += OF_SHEETS + OF_PASSAGES + OF_LISTS + OF_DECKS

# Words of the tools underneath, which an author should never have to read.
JARGON = ["is not of type", "does not match", "dependency", "Traceback", "NoneType", "'':", "''"]


def plant(course, edits):
    """Edit files, or write them anew (see `planting.Case`)."""
    for edit in edits:
        if len(edit) == 3:
            course.edit(*edit)
        else:
            course.write(*edit)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_defect_is_refused_at_its_line_with_its_remedy(course, case):
    plant(course, case.edits)
    file, where = case.at
    line = where if isinstance(where, int) else course.line(file, where)
    prefix = f"{file}:{line}: " if line else f"{file}: "
    problems = course.problems()
    told = "\n".join(map(str, problems))
    assert any(str(problem).startswith(prefix) and case.remedy in problem.message for problem in problems), (
        f"no problem begins with {prefix!r} and says {case.remedy!r}; what was said:\n{told or 'nothing'}"
    )
    check_manners(course, problems)
    elsewhere = {problem.path for problem in problems} - {file}
    assert elsewhere <= set(case.also), f"files without a defect are blamed:\n{told}"


def check_manners(course, problems):
    """Check that problems stand at lines that exist and are told in an author's words."""
    for problem in problems:
        assert not any(word in problem.message for word in JARGON), f"an author would not understand: {problem}"
        if problem.line:
            count = (course.root / problem.path).read_bytes().count(b"\n") + 1
            assert problem.line < count, f"{problem.path} has no line {problem.line}, its last is {count - 1}"


def test_the_names_of_the_defects_are_unique():
    names = [case.name for case in CASES]
    assert len(names) == len(set(names)), "two defects of the table have one name"


def test_the_course_as_it_is_has_no_problem(course):
    assert course.problems() == [], "the clean copy is refused, so no test of a defect says anything"


@pytest.mark.parametrize("edits", CLEAN.values(), ids=CLEAN)
def test_what_is_right_is_not_refused(course, edits):
    plant(course, edits)
    assert [str(problem) for problem in course.problems()] == [], "something that is right is refused"


@pytest.mark.parametrize("quiz", QUIZZES.values(), ids=QUIZZES)
def test_the_quizzes_that_carry_defects_are_right_without_them(course, quiz):
    plant(course, plant_quiz(quiz))
    assert [str(problem) for problem in course.problems()] == [], "the quiz is refused before any defect is in it"


def test_lines_may_end_as_on_windows(course):
    for name in (FR, "company.yml", "docs/sources.yml", "mkdocs.yml"):
        course.write(name, course.read(name).replace("\n", "\r\n"))
    assert [str(problem) for problem in course.problems()] == [], "a file saved on Windows is refused"


def test_a_file_may_begin_with_a_byte_order_mark(course):
    course.write(FR, "\ufeff" + course.read(FR))
    assert [str(problem) for problem in course.problems()] == [], "a file saved by Windows' Notepad is refused"


def test_a_quiz_never_closed_is_told_of_once(course):
    (case,) = [case for case in CASES if case.name == "quiz never closed"]
    plant(course, case.edits)
    told = [str(problem) for problem in course.problems()]
    assert len(told) == 1, f"one defect hides among others that it caused: {told}"


def test_an_id_that_stands_twice_is_told_of_with_both_places(course):
    first, second = "docs/fr/start/three-circles.md", FR
    for file in (first, second):
        course.edit(file, r"(\A(?s:.*?)^<!-- id: )[a-z-]+", r"\1ze-ta")
        course.edit(file, r"^    id: .*", "    id: ze-ta")
    told = "\n".join(map(str, course.problems()))
    for what, place in (("question", r"\A(?s:.*?)^(<quiz>)"), ("scenario", r"^//// scenario")):
        expected = (
            f"{second}:{course.line(second, place)}: the {what} id 'ze-ta' stands already in "
            f"{first}:{course.line(first, place)}; "
        )
        assert expected in told, f"a place is missing:\n{told}"


def test_several_defects_are_all_told_at_once(course):
    names = ["option with a letter other than x", "minutes as text", "two plans"]
    files = [
        "docs/fr/suppliers/saying-thanks.md",
        "docs/en/suppliers/saying-thanks.md",
        "docs/en/start/three-circles.md",
    ]
    course.edit(files[0], r"(\A(?s:.*?)<quiz>(?s:.*?)\n)- \[.\]", r"\1- [v]")
    course.edit(files[1], r"^minutes: .*$", "minutes: ten")
    course.edit(files[2], r"^/// plan(?s:.*?)^///\n", r"\g<0>\n\g<0>")
    blamed = {problem.path for problem in course.problems()}
    assert blamed == set(files), f"of {', '.join(names)}, only these files were told of: {blamed}"


def test_several_defects_of_one_file_are_all_told_at_once(course):
    file = "company.yml"
    course.edit(file, r"^mastery: .*$", "mastery: 200")
    course.edit(file, r"^address: .*$", "address: example.org")
    course.edit(file, r"^contacts:.*$", "contact: {}")
    told = {problem.line for problem in course.problems()}
    expected = {course.line(file, rf"^{key}:") for key in ("mastery", "address", "contact")}
    assert told == expected, f"defects stand at the lines {sorted(expected)} and were told of at {sorted(told)}"
