"""Where a question is answered: the section of its lesson that its header numbers, to be read again after a mistake."""

import re

from markdown.extensions.toc import slugify

MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]")


def plain(text):
    """Return a line of Markdown as plain text."""
    return MARKUP.sub(lambda match: match[1] or "", text)


def sections(lesson):
    """Return `(text, line)` of the sections that a lesson's text has: its headings of level 2, in order."""
    return [(text, line) for level, text, line in lesson.headings if level == 2]


def address(question, course):
    """Return where the passage of a question stands, from the language's folder, such as `start/x.html#a-heading`."""
    lesson = course.lesson_of(question) or course.pages[question.page_id]
    if not question.passage:
        return lesson.url
    text, _ = sections(lesson)[question.passage - 1]
    return f"{lesson.url}#{slugify(plain(text), '-')}"


def problems(course):
    """Return the questions whose passage is no section of their lesson."""
    found = []
    for step in course.steps:
        for question in step.questions:
            lesson = course.lesson_of(question) or step
            count = len(sections(lesson))
            if question.passage > count:
                told = f"passage {question.passage} is none of the {count} sections of {lesson.shown} (its ## headings)"
                found.append(step.problem(told, line=question.line))
    return found
