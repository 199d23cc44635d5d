"""How a defect is described and planted, and quizzes to plant it in.

Edits are anchored on the form of a lesson (tags, block names, keys) and not on its prose, which changes every week.
"""

from typing import NamedTuple

FIRST = "docs/fr/start/three-circles.md"
FR = "docs/fr/suppliers/saying-thanks.md"
EN = "docs/en/suppliers/saying-thanks.md"
MODULE = "docs/fr/suppliers/index.md"
COMPANY, NAV = "company.yml", "mkdocs.yml"
SOURCES, GLOSSARY, STRINGS = "docs/sources.yml", "docs/glossary.yml", "overrides/strings.yml"
SLOTS, IDEAS = "docs/slots.yml", "docs/ideas.yml"
CHECK = "docs/fr/suppliers/check.md"


class Case(NamedTuple):
    """Edits are `(file, pattern, new)`, or `(file, content)` to write a file anew (None removes it). `at` is a file and
    a pattern found once in it after the edits, or a line. `also` are other files that must be told of too."""

    name: str
    edits: list
    at: tuple
    remedy: str
    also: tuple = ()


def one(name, file, pattern, new, where, remedy, also=()):
    """Return a case of one edit, told in the same file."""
    return Case(name, [(file, pattern, new)], (file, where), remedy, also)


HEAD = r"(\A(?s:.*?)^<quiz>\n)"  # up to the header of the first quiz
FRONT = r"\A(---\n(?s:.*?)\n---\n)"
FIRST_QUIZ = r"\A(?s:.*?)^(<quiz>)"
FIRST_HEADER = r"\A(?s:.*?)^<quiz>\n(.)"
LAST_QUIZ = r"^<quiz>(?!(?s:.*)^<quiz>)"
CHOICE = r"/// choice .*\n(?:(?!///).*\n)*///\n"

SINGLE = """Omega?

- [ ] Alpha
  > Why alpha.
- [x] Beta
  > Why beta.
- [ ] Gamma
  > Why gamma.
"""
MULTIPLE = SINGLE.replace("[ ] Gamma", "[x] Gamma")
BLANK = """Omega is [[beta]] here.

---
Why beta.
"""
QUIZZES = {"single": SINGLE, "multiple": MULTIPLE, "blank": BLANK, "asterisks": SINGLE.replace("- [", "* [")}


def fill_quiz(file, body):
    """Return the edit that puts `body` under the header of a lesson's first quiz."""
    return file, HEAD + r"(.*\n)(?s:.*?)^</quiz>", rf"\1\2{body}</quiz>"


def plant_quiz(body):
    """Return the edits that put one quiz in both languages."""
    return [fill_quiz(FR, body), fill_quiz(EN, body)]


def quiz(name, old, new, where, remedy, body=SINGLE):
    """Return a case of a quiz in which `old` was replaced by `new`."""
    assert old in body, f"{old!r} is not in the quiz"
    return Case(name, [fill_quiz(FR, body.replace(old, new))], (FR, where), remedy)


def header(name, new, remedy):
    """Return a case of a first quiz with another header."""
    return one(name, FR, HEAD + ".*", rf"\1{new}", FIRST_HEADER, remedy)
