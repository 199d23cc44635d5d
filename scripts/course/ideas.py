"""Ideas: what the course took from its two articles, and the lessons, practices and questions where each one lives."""

from course.problems import Problem, untranslated

NAME = "docs/ideas.yml"
LISTS = {"lessons": "teaches it", "practices": "makes one do it", "questions": "checks it"}


def problems(ideas, lines, courses):
    """Return what is wrong in `docs/ideas.yml`, given the course in each language: what it names that does not exist,
    and the ideas of a module in the navigation that are not taught, practised or checked yet."""
    course = next(iter(courses.values()))
    lessons = {lesson.id for lesson in course.lessons}
    modules = {module.id for module in course.modules}
    found = untranslated(NAME, [(f"'{id}'", lines.get((id,), 0), idea) for id, idea in ideas.items()], courses)

    def problem(message, *where):
        found.append(Problem(NAME, lines.get(where, lines.get(where[:1], 0)), message))

    for id, idea in ideas.items():
        for key, what in LISTS.items():
            known = course.questions if key == "questions" else lessons
            for index, name in enumerate(idea[key]):
                if name not in known:
                    told = "id of a question" if key == "questions" else "lesson, such as suppliers/saying-thanks"
                    problem(f"'{name}' is no {told}; mend it, or take it out", id, key, index)
            if idea["module"] in modules and not idea[key]:
                told = f"nothing {what} yet, and its module '{idea['module']}' is in the navigation; add to {key}:"
                problem(f"'{id}': {told}", id, key)
    return found
