"""What a page of a lesson costs does not grow with the course."""

from benchmarks import growth

MOST = 5000  # bytes, compressed


def test_a_first_lesson_costs_little_more_in_a_course_of_ten_times_the_lessons(whole):
    course = whole.courses["fr"]
    for shape, times in growth.SHAPES.items():
        larger = growth.larger(course, *times)
        assert len(larger.lessons) >= 9.5 * len(course.lessons), shape
        assert len({each.title for each in larger.lessons}) == len(larger.lessons), shape
    for language in whole.courses:
        for shape, more in growth.extra(whole, language).items():
            assert 0 < more <= MOST, f"{language}, {shape}: {more} bytes more"
