"""The outline, the fingerprints, the blocks and the YAML reader, each against what is counted or written by hand."""

import datetime
import re
from collections import Counter

import pytest

from course import blocks, citations, outline, pages, questions, yaml_file
from course.problems import CourseError

from .planting import EN, FR, SINGLE, fill_quiz

LANGUAGES = ["fr", "en"]
SHELVES = ("progress", "tools", "trainer", "host")  # folders that are no modules
OTHERS = ("index", "check", "case", "assessment")  # the files of a module that are no lessons


def files(copy, language, pattern="**/*.md"):
    """Return the paths of a language's pages, as ids."""
    folder = copy.root / "docs" / language
    return {path.relative_to(folder).with_suffix("").as_posix(): path for path in folder.glob(pattern)}


def steps(copy, language):
    """Return the files of a module's steps: pages in its folder that are not its index."""
    found = files(copy, language, "*/*.md").items()
    return {id: path for id, path in found if not id.endswith("/index") and id.partition("/")[0] not in SHELVES}


def lessons(copy, language):
    """Return the lessons' files: pages in a folder that have no other part in it."""
    return {id: path for id, path in steps(copy, language).items() if id.partition("/")[2] not in OTHERS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_lessons_are_the_files_that_stand_in_the_folder(pristine, whole, language):
    course = whole.courses[language]
    assert set(course.pages) == set(files(pristine, language)), "the outline's pages are not the folder's files"
    assert {lesson.id for lesson in course.lessons} == set(lessons(pristine, language)), "lessons differ from the files"
    modules = {path.parent.name for path in files(pristine, language, "*/index.md").values()} - set(SHELVES)
    assert {module.id for module in course.modules} == modules, "modules are not the folders with an index.md"


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_and_questions_are_those_counted_in_the_files(pristine, whole, language):
    course = whole.courses[language]
    texts = {id: path.read_text(encoding="utf-8") for id, path in steps(pristine, language).items()}
    minutes = {id: int(re.search(r"^minutes: (\d+)$", text, re.MULTILINE)[1]) for id, text in texts.items()}
    assert {step.id: step.minutes for step in course.steps} == minutes, "a lesson's minutes are not the file's"
    assert course.minutes == sum(minutes.values()), "the course's minutes are not the sum of its lessons'"
    for module in course.modules:
        expected = sum(count for id, count in minutes.items() if id.startswith(f"{module.id}/"))
        assert module.minutes == expected, f"the minutes of {module.id} are not the sum of its lessons'"
    ids = [id for text in texts.values() for id in re.findall(r"^<quiz>\n<!-- id: ([a-z0-9-]+);", text, re.MULTILINE)]
    assert len(ids) == sum(text.count("\n</quiz>") for text in texts.values()), "this test did not see every question"
    assert sorted(course.questions) == sorted(ids), "the outline's questions are not those of the files"


@pytest.mark.parametrize("language", LANGUAGES)
def test_options_and_right_answers_are_those_counted_in_the_files(pristine, whole, language):
    found = list(whole.courses[language].questions.values())
    text = "".join(path.read_text(encoding="utf-8") for path in steps(pristine, language).values())
    options = [option for question in found if question.kind != "blank" for option in question.options]
    assert len(options) == len(re.findall(r"^- \[[ x]\] ", text, re.MULTILINE)), "an option was lost or invented"
    right = sum(option.right for option in options)
    assert right == len(re.findall(r"^- \[x\] ", text, re.MULTILINE)), "another number of options is right in the files"
    assert all(option.reason.strip() for option in options), "an option lost its reason"


def test_a_modules_check_draws_from_each_of_its_lessons(whole):
    """A lesson may be begun before the check knows of it: the build goes on, and this says so."""
    for course in whole.courses.values():
        for module in [module for module in course.modules if module.check]:
            drawn = {f"{module.id}/{question.lesson}" for question in module.check.questions}
            left = {lesson.id for lesson in module.lessons} - drawn
            assert not left, f"{module.check.shown} asks nothing of {', '.join(sorted(left))}"


def test_every_misconception_tempts_somewhere_and_in_a_wrong_option(whole):
    """An author may write a misconception down before a question tempts with it; this says which ones wait."""
    for course in whole.courses.values():
        tempting = {id for question in course.questions.values() for id in question.misconceptions}
        assert set(whole.misconceptions) == tempting, "a misconception tempts nowhere"


def test_the_bank_has_twelve_situations_of_each_theme_with_the_required_path_in_reach(whole):
    """The final assessment draws four of each theme from the lessons of a path: the short ones must leave enough."""
    for course in whole.courses.values():
        (bank,) = [step for step in course.steps if step.kind == "assessment"]
        lessons = Counter(question.lesson for question in bank.questions)
        themes = [module for module in course.modules if module.check]
        assert [module.id for module in themes] == ["suppliers", "internal-clients", "civility"]
        for module in themes:
            assert sum(lessons[lesson.id] for lesson in module.lessons) == 12
            assert all(lessons[lesson.id] >= 2 for lesson in module.lessons), "a lesson is hardly asked about"
            for id in ("employee", "manager", "buyer"):
                within = sum(lessons[name] for name in whole.paths[id]["lessons"] if name.startswith(f"{module.id}/"))
                assert within >= 4, f"the path {id} leaves {within} questions of {module.id} to draw from"


def test_each_lesson_knows_its_place(pristine, whole):
    nav = re.findall(r"^ +- ([a-z-]+)/([a-z-]+)\.md$", pristine.read("mkdocs.yml"), re.MULTILINE)
    modules = list(dict.fromkeys(folder for folder, _ in nav if folder not in SHELVES))
    for course in whole.courses.values():
        for folder, name in nav:
            module, k, lesson, i = course.place_of(f"{folder}/{name}")
            if folder in SHELVES:
                assert (module, k, lesson, i) == (None, None, None, None), f"{folder}/{name} is no part of a module"
                continue
            order = [other for where, other in nav if where == folder and other != "index"]
            assert (module.id, k) == (folder, modules.index(folder) + 1), f"{folder}/{name} is in the wrong module"
            expected = (None, None) if name in OTHERS else (f"{folder}/{name}", order.index(name) + 1)
            assert (lesson and lesson.id, i) == expected, f"{folder}/{name} has the wrong place in its module"


def test_a_page_outside_the_modules_has_no_place(whole):
    course = whole.courses["fr"]
    for id in ("index", "sources", "no/such-page"):
        assert course.place_of(id) == (None, None, None, None), f"{id} belongs to no module and was given a place"
        assert course.module_of(id) is None, f"{id} belongs to no module and was given one"


def test_the_order_of_the_languages_is_the_companys(course):
    course.edit("company.yml", r"^languages: .*", "languages: [en, fr]")
    assert list(outline.load(course.root).courses) == ["en", "fr"], "the company's order of languages is lost"


def fingerprints(copy, french=SINGLE, english=SINGLE):
    """Return the first question's fingerprint once its texts are these."""
    copy.edit(*fill_quiz(FR, french))
    copy.edit(*fill_quiz(EN, english))
    whole = outline.load(copy.root)
    first = next(page for page in whole.courses["fr"].lessons if page.shown == FR).questions[0]
    return whole.fingerprint(first.id)


CHANGES = {
    "question": ("Omega?", "Omega now?"),
    "option": ("Alpha", "Alpha now"),
    "reason": ("Why gamma", "Why gamma now"),
    "explanation": ("Why gamma.\n", "Why gamma.\n\nAs said.\n"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_fingerprint_changes_with_the_text_of_either_language(course, change):
    base = fingerprints(course)
    french = fingerprints(course, french=SINGLE.replace(*change))
    english = fingerprints(course, english=SINGLE.replace(*change))
    assert len({base, french, english}) == 3, "an edit in one of the languages left the fingerprint as it was"


def test_a_fingerprint_changes_with_what_is_right(course):
    moved = SINGLE.replace("[ ] Alpha", "[?] Alpha").replace("[x]", "[ ]").replace("[?]", "[x]")
    assert fingerprints(course) != fingerprints(course, moved, moved), (
        "another right answer left the fingerprint as it was"
    )


def test_a_fingerprint_does_not_change_with_white_space(course):
    spaced = SINGLE.replace("Why gamma.", "Why   gamma. ").replace("\n\n- [ ] Alpha", "\n\n\n- [ ] Alpha")
    assert spaced != SINGLE, "this test spaced nothing"
    assert fingerprints(course) == fingerprints(course, french=spaced), "white space alone made another question of it"


def test_a_fingerprint_does_not_depend_on_the_order_of_the_languages(course):
    english = SINGLE.replace("Alpha", "First")
    before = fingerprints(course, english=english)
    course.edit("company.yml", r"^languages: .*", "languages: [en, fr]")
    assert fingerprints(course, english=english) == before, (
        "the company's order of languages made another question of it"
    )


NOTED = """One
//// scenario | Two
    id: ze-ta

/// choice | Three
Four
///
////

```text
/// trainer | Shown as an example
///
```

/// trainer | 20 min
Secret
/// plan
Secret plan
///
```
/// secret fence
```
///
Last"""


def test_cutting_trainer_notes_keeps_every_other_line_where_it_was():
    note = NOTED.index("/// trainer | 20 min")
    whole = NOTED.replace("/// trainer | 20", "//// trainer | 20").replace("```\n///\nLast", "```\n////\nLast")
    cut = blocks.without(whole, "trainer").split("\n")
    kept = whole.split("\n")
    first, last = NOTED.count("\n", 0, note), len(kept) - 1
    assert cut[:first] == kept[:first], "lines before the notes were changed"
    assert cut[first:last] == [""] * (last - first), "something of the notes is left, or lines have moved"
    assert cut[last:] == ["Last"], "what follows the notes has moved"


def test_cutting_leaves_other_blocks_alone():
    assert blocks.without(NOTED.split("\n\n/// trainer")[0], "keypoints") == NOTED.split("\n\n/// trainer")[0], (
        "cutting one kind of block touched others"
    )


def test_blocks_in_a_code_fence_are_no_blocks():
    found, problems = blocks.scan("```text\n/// zeta\n```\n\n~~~\n////\n~~~\n\n/// plan\nIf\n///\n", "f.md")
    assert ([block.name for block in found], problems) == (["plan"], []), (
        "an example in a code fence was taken for a block"
    )


def test_blocks_know_their_lines_options_and_what_they_hold():
    found, problems = blocks.scan(
        "\n//// scenario | Two words\n    id: ze-ta\n\nText\n/// choice | A\nB\n///\n////\n", "f.md", 10
    )
    assert problems == [], "a right scenario is refused"
    outer, inner = found
    assert (outer.name, outer.title, outer.start, outer.end) == ("scenario", "Two words", 11, 18), (
        "the scenario is misread"
    )
    assert (inner.name, inner.start, inner.end, inner.text) == ("choice", 15, 17, "B"), "the choice is misread"
    assert (outer.options, outer.children, inner.parent) == ({"id": "ze-ta"}, [inner], outer), (
        "who holds what is misread"
    )


def test_citations_and_headings_in_a_code_fence_do_not_count():
    body = "## One\n\n```text\n# Not a heading [^not-cited]\n```\n\n### Two [^cited]\n\n[^defined]: its note\n"
    page = pages.Page("a/b", "fr", "f.md", "lesson", {}, body, 5, {})
    assert page.headings == [(2, "One", 5), (3, "Two [^cited]", 11)], (
        "headings, their levels or their lines are misread"
    )
    assert page.citations == {"cited": 11}, "citations are misread"


def test_citations_in_a_quiz_or_in_a_span_of_code_do_not_count():
    body = "A `[^one]`.\n<quiz>\n[^two]\n</quiz>\n\nB [^three]: c ``[^four] ` `` \\`[^five]\\`\n"
    body += "\nA ` alone [^six]\n\nand ` [^three]\n"
    assert citations.of_page(body, 3) == {"three": 8, "five": 8, "six": 10}, "citations are misread"


def test_quizzes_in_a_code_fence_do_not_count_and_lines_still_hold():
    quiz = f"<quiz>\n<!-- id: ze-ta; objective: 1; level: apply -->\n{SINGLE}</quiz>\n"
    found, problems = questions.scan(f"```text\n{quiz}```\n\n{quiz}", "f.md")
    assert problems == [], "a right quiz is refused"
    assert [question.line for question in found] == [quiz.count("\n") + 4], "the quiz after the fence has another line"


def test_a_question_is_read_into_its_parts():
    quiz = f"<quiz>\n<!-- id: ze-ta; objective: 2; level: apply -->\n{SINGLE}\nAs said.\n</quiz>\n"
    ((question,), problems) = questions.scan(quiz, "f.md", 7)
    assert problems == [], "a right quiz is refused"
    head = (question.id, question.objective, question.level, question.kind, question.line)
    assert head == ("ze-ta", 2, "apply", "single", 7), "the header is misread"
    assert (question.text, question.explanation) == ("Omega?", "As said."), "the question or its explanation is misread"
    assert [(option.text, option.right, option.reason) for option in question.options] == [
        ("Alpha", False, "Why alpha."),
        ("Beta", True, "Why beta."),
        ("Gamma", False, "Why gamma."),
    ], "the options are misread"


def test_yaml_keeps_dates_and_words_such_as_no_and_on_as_text():
    text = "date: 2026-11-22\nno: no\non: on\nyes: Yes\noctal: 010\ntime: 12:30\nversion: 1.10.0\nquoted: '80'\n"
    data, _ = yaml_file.parse(text, "f.yml")
    expected = ["2026-11-22", "no", "on", "Yes", "010", "12:30", "1.10.0", "80"]
    assert list(data) == ["date", "no", "on", "yes", "octal", "time", "version", "quoted"], (
        "a key became something else"
    )
    assert list(data.values()) == expected, "a value that an author wrote as words became something else"
    assert not any(isinstance(value, datetime.date) for value in data.values()), "a date became an object"


def test_yaml_knows_numbers_true_and_nothing():
    data, _ = yaml_file.parse("a: 80\nb: -2\nc: 0.5\nd: true\ne: false\nf: null\ng:\nh: ~\n", "f.yml")
    assert data == dict(a=80, b=-2, c=0.5, d=True, e=False, f=None, g=None, h=None), "a plain value is misread"


def test_yaml_knows_the_line_of_every_value():
    _, lines = yaml_file.parse("a: 1\nb:\n  # a remark\n  c: 2\n  d:\n    - x\n    - e: 3\n", "f.yml", first_line=11)
    expected = {
        (): 11,
        ("a",): 11,
        ("b",): 12,
        ("b", "c"): 14,
        ("b", "d"): 15,
        ("b", "d", 0): 16,
        ("b", "d", 1): 17,
        ("b", "d", 1, "e"): 17,
    }
    assert lines == expected, "a value is given another line than its own"


def test_yaml_tells_of_every_key_that_stands_twice():
    with pytest.raises(CourseError) as caught:
        yaml_file.parse("a: 1\nb: {c: 1, c: 2}\na: 2\n", "f.yml")
    told = [(problem.path, problem.line) for problem in caught.value.problems]
    assert told == [("f.yml", 2), ("f.yml", 3)], "not every key that stands twice is told of, at the line of the second"


def test_problems_are_sorted_told_once_and_clickable():
    with pytest.raises(CourseError) as caught:
        yaml_file.parse("a: 1\nb: 1\nb: 1\na: 1\n", "f.yml")
    assert str(caught.value).split("\n")[0].startswith("f.yml:3: "), "a problem does not begin with file:line:"
    twice = CourseError([*caught.value.problems, *reversed(caught.value.problems)])
    assert twice.problems == caught.value.problems, "problems are not sorted, or are told twice"


def test_yaml_keys_are_text():
    data, lines = yaml_file.parse("404: a\nb:\n  2026: c\n", "f.yml")
    assert data == {"404": "a", "b": {"2026": "c"}}, "a key that looks like a number is no text"
    assert lines[("b", "2026")] == 3, "a key that looks like a number lost its line"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_lesson_takes_the_minutes_that_it_says(whole, language):
    """Between 800 and 1,300 words of prose outside its questions, which is what ten or twelve minutes hold."""
    for lesson in whole.courses[language].lessons:
        assert 800 <= lesson.words <= 1300, f"{lesson.shown} has {lesson.words} words of prose; 800 to 1,300 are read"


def test_what_is_counted_as_prose():
    body = """Un mot\u00a0: *deux* « trois » [quatre cinq](six.md#x) [^sept].

## Six sept

//// scenario | Huit
    id: ze-ta

/// choice | Neuf
Dix
:   Onze
///
////

/// figure | name
Douze
///

/// slot | gifts
///

/// trainer | 20 min
Rien
///

<quiz>
Rien
</quiz>

- treize
> quatorze
"""
    page = pages.Page("a/b", "fr", "docs/fr/a/b.md", "lesson", {}, body, 1, {})
    assert page.words == 15, page.prose


def test_what_is_parsed_once_is_given_anew():
    """A text is parsed once; whoever changes what they were given changes nobody else's."""
    first, lines = yaml_file.parse("a: [1]\n", "x.yml")
    first["a"].append(2)
    lines.clear()
    assert yaml_file.parse("a: [1]\n", "x.yml") == ({"a": [1]}, {(): 1, ("a",): 1, ("a", 0): 1})
    with pytest.raises(CourseError, match=r"y\.yml:5"):
        yaml_file.parse("\ta: 1", "y.yml", 5)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_length_of_an_option_does_not_tell_the_right_one(whole, language):
    """Test-takers look for the longest option, or, in a course that always avoids it, for the shortest: with three or
    four options, each end is right about as often as chance would have it."""
    longest = shortest = 0
    asked = [question for question in whole.courses[language].questions.values() if question.kind == "single"]
    for question in asked:
        lengths = [len(option.text) for option in question.options]
        (right,) = [len(option.text) for option in question.options if option.right]
        longest += right == max(lengths)
        shortest += right == min(lengths)
    assert len(asked) > 100
    for end, count in (("longest", longest), ("shortest", shortest)):
        assert len(asked) / 8 <= count <= len(asked) * 3 / 8, (
            f"the right option is the {end} in {count} of {len(asked)}"
        )
