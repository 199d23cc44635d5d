"""Misconceptions: what people sensibly believe, and the wrong options of questions that tempt with it."""

from course.problems import Problem, untranslated

NAME = "docs/misconceptions.yml"


def problems(known, lines, courses):
    """Return the misconceptions without words in a language, and those that questions name and nobody wrote down."""
    found = untranslated(NAME, [(f"'{id}'", lines.get((id,), 0), texts) for id, texts in known.items()], courses)
    for course in courses.values():
        for question in course.questions.values():
            for id in question.misconceptions:
                if id not in known:
                    told = f"'{id}' is no misconception of {NAME}; mend the id, or write the misconception there"
                    found.append(Problem(question.path, question.line, told))
    return found
