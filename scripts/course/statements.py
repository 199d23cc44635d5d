"""The statements of the self-diagnosis: twelve things that one did or not these days, four for each circle."""

from course.problems import Problem, untranslated

NAME = "docs/statements.yml"
CIRCLES = ("customers", "internal", "suppliers")
EACH = 4  # statements of a circle


def problems(statements, lines, courses):
    """Return statements without words in a language, of a lesson that does not exist, twice, or too many or few."""
    course = next(iter(courses.values()))
    entries = [(f"'{entry['id']}'", lines.get((n,), 0), entry) for n, entry in enumerate(statements)]
    found = untranslated(NAME, entries, courses)
    lessons = [lesson.id for lesson in course.lessons]
    for n, entry in enumerate(statements):
        if entry["lesson"] not in lessons:
            told = f"'{entry['lesson']}' is no lesson; choose among {', '.join(lessons)}"
            found.append(Problem(NAME, lines.get((n, "lesson"), 0), told))
        if entry["id"] in [other["id"] for other in statements[:n]]:
            found.append(Problem(NAME, lines.get((n,), 0), f"the id '{entry['id']}' stands twice; rename one"))
    for circle in CIRCLES:
        count = sum(entry["circle"] == circle for entry in statements)
        if count != EACH:
            found.append(Problem(NAME, 0, f"{count} statement(s) of the circle '{circle}'; write {EACH}"))
    return found
