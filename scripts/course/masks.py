"""What readers of Markdown leave out before they read the rest: code, which only shows things, quizzes, comments."""

import re

from mkdocs_quiz.parsing import QUIZ_REGEX

# As Python-Markdown sees a fence: at the margin, closed by the same marks. One that is never closed is text.
FENCED = re.compile(r"^(`{3,}(?!`)|~{3,}(?!~))[^`\n]*\n(?:.*\n)*?\1[ ]*$", re.MULTILINE)
SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ ]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
QUIZ = re.compile(QUIZ_REGEX, re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def blank(text, *patterns):
    """Return `text` with what each of the compiled `patterns` finds made blank in turn, line for line."""
    for pattern in patterns:
        text = pattern.sub(lambda match: "\n" * match[0].count("\n"), text)
    return text
