"""A course of ten times the lessons takes ten times as long, and not a hundred: steps are counted, not seconds."""

import sys

import pytest

from course import outline, site, web_outline, yaml_file
from course import paths as ways
from tests.copies import ADDRESS, CONTENT, Copy
from tests.growth import grow

TIMES = (1, 2, 3)


def steps(action):
    """Return how many lines of Python `action` runs, a round of a loop on one line counted as one."""
    count, before = 0, sys.gettrace()

    def trace(frame, event, argument):
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count


@pytest.fixture(scope="module")
def grown(pristine, whole, tmp_path_factory):
    """`(lessons, steps to read it, outline)` of the course at each size of `TIMES`. `whole` was read before: what only
    the first course costs counts for none."""
    found = []
    for times in TIMES:
        copy = Copy(pristine.root, tmp_path_factory.mktemp(f"grown-{times}"), CONTENT)
        lessons, read = grow(copy, times), []
        yaml_file._parse.cache_clear()
        count = steps(lambda copy=copy, read=read: read.append(outline.load(copy.root)))
        assert len(next(iter(read[0].courses.values())).lessons) == lessons
        found.append((lessons, count, read[0]))
    return found


def assert_linear(lessons, counts):
    """Each lesson more costs what it cost before, give or take what sorting takes."""
    first, then = ((counts[n + 1] - counts[n]) / (lessons[n + 1] - lessons[n]) for n in (0, 1))
    assert then <= 1.02 * first, f"a lesson more cost {first:.0f} steps, and in a bigger course {then:.0f}"


def test_reading_a_bigger_course_takes_no_more_for_each_lesson(grown):
    lessons, counts, _ = zip(*grown, strict=True)
    assert_linear(lessons, counts)


def ask(whole):
    """Ask of the course what its pages ask, page after page."""
    for course in whole.courses.values():
        for page in course.pages.values():
            course.place_of(page.id), course.theme_of(page), course.position.get(page.id)
            len(course.footer), len(course.lessons), len(course.steps)
            if page.kind == "shelf" and not page.id.startswith("trainer/"):
                course.beside(page)
            for question in page.questions:
                course.lesson_of(question), whole.fingerprint(question.id)


def test_the_pages_of_a_bigger_course_ask_no_more_of_it_each(grown):
    assert_linear(
        [lessons for lessons, _, _ in grown], [steps(lambda whole=whole: ask(whole)) for _, _, whole in grown]
    )


def test_what_stands_beside_the_pages_takes_no_more_for_each_lesson(grown):
    def write(whole):
        site.sitemap(whole, ADDRESS)
        for language, course in whole.courses.items():
            asked = ways.of_course(course, whole.paths, whole.company, whole.strings[language])
            web_outline.files(whole, course, asked)

    write(grown[0][2])  # what only the first one costs counts for none
    counts = [steps(lambda whole=whole: write(whole)) for _, _, whole in grown]
    assert_linear([lessons for lessons, _, _ in grown], counts)
