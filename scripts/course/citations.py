"""What a Markdown text cites as `[^id]`. Code only shows how to cite; in a quiz, mkdocs-quiz leaves it as text."""

import re
from html import escape

from course.masks import FENCED, QUIZ, SPAN, blank

CITATION = re.compile(r"^ {0,3}\[\^[^\]\n]*\]:|\[\^([^\]\s]+)\]", re.MULTILINE)  # a note's definition cites nothing
# The head of a reference: who, then a year where there is one. A law begins with its title.
HEAD = re.compile(r"(?P<who>[^*]+?)[ ]?\((?P<year>\d{4})[^)]*\)\.|(?P<alone>[^*\[]+?)\.?[ ][*\[]")
AUTHOR = re.compile(r"([^\s,&][^,&]*), (?:[A-ZÀ-Ý]\.[ -]?)+")
LAW = re.compile(r"\*([^*]+)\*(?:.*?(, (?:art\.|s\.) [\d.]+))?")


def scan(text, first_line=1):
    """Return a dict from each id that `text` cites outside code to the line where it does so first, in order."""
    text = blank(text, FENCED, SPAN)
    found = {}
    for match in CITATION.finditer(text):
        if match[1]:
            found.setdefault(match[1], text.count("\n", 0, match.start()) + first_line)
    return found


def of_page(body, first_line=1):
    """Return what `scan` finds outside the page's quizzes."""
    return scan(blank(body, FENCED, QUIZ), first_line)


def in_text(reference, words):
    """Return a reference as slides name it: Kumar and Epley, 2018; its first author of three; or a law and its section.

    `words` has `cite_and` and `cite_others` in the page's language.
    """
    law, head, dated = LAW.match(reference), HEAD.match(reference), re.search(r"\((\d{4})\)", reference)
    if law and law[2]:
        return law[1] + law[2].replace(". ", ".\u00a0")
    who = law[1] if law else (head["who"] or head["alone"]) if head else reference
    names = AUTHOR.findall(f"{who}.") or [who.rstrip(".")]
    name = f"{names[0]} {words['cite_others']}" if len(names) > 2 else f" {words['cite_and']} ".join(names)
    year = (head and head["year"]) or (dated and dated[1])
    return f"{name}, {year}" if year else name


def named(entry, language, words):
    """Return a source of docs/sources.yml as `in_text` names it, as HTML: a title in another language says which."""
    text = escape(in_text(entry["reference"], words), quote=False)
    title = entry["reference"].startswith("*") and entry["language"] != language
    return f'<span lang="{entry["language"]}">{text}</span>' if title else text
