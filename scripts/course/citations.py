"""What a Markdown text cites as `[^id]`. Code only shows how to cite; in a quiz, mkdocs-quiz leaves it as text."""

import re

from mkdocs_quiz.parsing import QUIZ_REGEX

CITATION = re.compile(r"^ {0,3}\[\^[^\]\n]*\]:|\[\^([^\]\s]+)\]", re.MULTILINE)  # a note's definition cites nothing
FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1[ ]*$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ ]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
QUIZ = re.compile(QUIZ_REGEX, re.DOTALL)


def blank(pattern, text):
    """Return `text` with what `pattern` finds made blank, line for line."""
    return pattern.sub(lambda match: "\n" * match[0].count("\n"), text)


def scan(text, first_line=1):
    """Return a dict from each id that `text` cites outside code to the line where it does so first, in order."""
    text = blank(SPAN, blank(FENCED, text))
    found = {}
    for match in CITATION.finditer(text):
        if match[1]:
            found.setdefault(match[1], text.count("\n", 0, match.start()) + first_line)
    return found


def of_page(body, first_line=1):
    """Return what `scan` finds outside the page's quizzes."""
    return scan(blank(QUIZ, blank(FENCED, body)), first_line)
