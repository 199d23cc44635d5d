"""Pocket phrases: what one could say, by situation, in every language side by side."""

from course.problems import Problem

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
        for language in courses:
            told = f"has no '{language}'; add {language}: …"
            if language not in entry:
                found.append(Problem(NAME, lines.get((n,), 0), f"'{entry['id']}' {told}"))
            found += [
                Problem(NAME, lines.get((n, "phrases", index), 0), f"phrase {index + 1} of '{entry['id']}' {told}")
                for index, phrase in enumerate(entry["phrases"])
                if language not in phrase
            ]
    return found
