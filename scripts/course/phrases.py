"""Pocket phrases: what one could say, by situation, in every language side by side."""

from course.problems import Problem, untranslated

NAME = "docs/phrases.yml"


def problems(situations, lines, courses):
    """Return situations and phrases without words in a language, of a lesson that does not exist, or twice."""
    course = next(iter(courses.values()))
    lessons = [lesson.id for lesson in course.lessons]
    found = []
    for n, entry in enumerate(situations):
        if entry["id"] in [other["id"] for other in situations[:n]]:
            found.append(Problem(NAME, lines.get((n,), 0), f"the id '{entry['id']}' stands twice; rename one"))
        for index, id in enumerate(entry["lessons"]):
            if id not in lessons:
                told = f"'{id}' is no lesson; choose among {', '.join(lessons)}"
                found.append(Problem(NAME, lines.get((n, "lessons", index), 0), told))
        texts = [(f"'{entry['id']}'", lines.get((n,), 0), entry)]
        texts += [
            (f"phrase {index + 1} of '{entry['id']}'", lines.get((n, "phrases", index), 0), phrase)
            for index, phrase in enumerate(entry["phrases"])
        ]
        found += untranslated(NAME, texts, courses)
    return found
