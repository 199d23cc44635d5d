"""Paths: ways through the course for those who need not take it all, and the one that a company requires."""

from dataclasses import dataclass

from course import company
from course.problems import Problem, untranslated

NAME = "docs/paths.yml"


@dataclass
class Path:
    """A path in one language: its title, whom it is for, the pages that it leads through, and if all must take it."""

    id: str
    title: str
    audience: str
    steps: list
    required: bool

    minutes = property(lambda self: sum(step.minutes for step in self.steps))
    lessons = property(lambda self: [step for step in self.steps if step.kind == "lesson"])


def of_course(course, paths, settings, words):
    """Return the paths of a course, the required one first; `words` are the interface's. A path without lessons is the
    whole course, checks included; the lessons that a company lists are a path of its own."""
    required = settings["required"]
    found = [
        Path(
            id,
            entry[course.language]["title"],
            entry[course.language]["audience"],
            [course.pages[id] for id in entry["lessons"]] or course.steps,
            required == id,
        )
        for id, entry in paths.items()
    ]
    if isinstance(required, list) and required:
        steps = [course.pages[id] for id in required]
        found.append(Path("required", words["path_own"], words["path_own_audience"], steps, True))
    return sorted(found, key=lambda path: not path.required)


def problems(root, paths, lines, settings, courses):
    """Return the paths without words in a language, and what paths and company.yml require that does not exist."""
    course = next(iter(courses.values()))
    known = [lesson.id for lesson in course.lessons]
    told = f"is no lesson; choose among {', '.join(known)}"
    found = untranslated(NAME, [(f"'{id}'", lines.get((id,), 0), entry) for id, entry in paths.items()], courses)
    for id, entry in paths.items():
        for index, name in enumerate(entry["lessons"]):
            if name not in known:
                found.append(Problem(NAME, lines.get((id, "lessons", index), 0), f"'{name}' {told}"))
    required = settings["required"]
    if not required:
        return found
    _, places = company.read(root)
    if isinstance(required, str):
        if required not in paths:
            remedy = f"is no path; choose among {', '.join(paths)}, or list lessons between square brackets"
            found.append(Problem(company.NAME, places[("required",)], f"'{required}' {remedy}"))
        return found
    return found + [
        Problem(company.NAME, places[("required", index)], f"'{name}' {told}")
        for index, name in enumerate(required)
        if name not in known
    ]
