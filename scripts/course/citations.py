"""What a Markdown text cites as `[^id]`. Code only shows how to cite; in a quiz, mkdocs-quiz leaves it as text."""

import itertools
import re
from html import escape

from mkdocs_quiz.parsing import QUIZ_REGEX

CITATION = re.compile(r"^ {0,3}\[\^[^\]\n]*\]:|\[\^([^\]\s]+)\]", re.MULTILINE)  # a note's definition cites nothing
FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1[ ]*$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ ]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
QUIZ = re.compile(QUIZ_REGEX, re.DOTALL)


# The head of a reference: who, then a year where there is one. A law begins with its title.
HEAD = re.compile(r"(?P<who>[^*]+?)[ ]?\((?P<year>\d{4})[^)]*\)\.|(?P<alone>[^*\[]+?)\.?[ ][*\[]")
AUTHOR = re.compile(r"([^\s,&][^,&]*), (?:[A-ZÀ-Ý]\.[ -]?)+")
LAW = re.compile(r"\*([^*]+)\*(?:.*?(, (?:art\.|s\.) [\d.]+))?")
# What a sentence says with a source behind it: a share, or the word for a kind of evidence.
CLAIM = re.compile(
    r"\d[\s\u00a0]?%|\b\d+[\s\u00a0](?:sur|of|in|out of)[\s\u00a0](?:\d|ten\b|dix\b)"
    r"|\b(?:études?|enquêtes?|sondages?|méta-analyses?|expériences? de terrain|lois?|règlements?"
    r"|stud(?:y|ies)|surveys?|meta-analys[ie]s|field experiments?|laws?|regulations?)\b",
    re.IGNORECASE,
)
NOTHING_FOUND = re.compile(r"\b(?:no|aucune|pas d[’e] ?)\s?(?:étude|study|studies)\b", re.IGNORECASE)
SENTENCE = re.compile(r"(?<=[.!?…»”])\s+(?=[A-ZÀ-Ý«“*\[0-9])")
PARAGRAPH = re.compile(r"(?:^(?![ ]*$).*\n?)+", re.MULTILINE)


def unsupported(body, first_line=1):
    """Yield `(line, sentence)` of each sentence that claims what only a source can, and cites none.

    A citation serves its own sentence, the one before and those that follow in its paragraph; to say that one found no
    study needs no source. Blocks, quizzes and code are the caller's to leave out.
    """
    for paragraph in PARAGRAPH.finditer(blank(FENCED, body)):
        text, at, cited = paragraph[0], 0, False
        sentences = [] if text.startswith(("#", "[^")) else SENTENCE.split(text)
        for sentence, following in itertools.zip_longest(sentences, sentences[1:], fillvalue=""):
            at = text.index(sentence, at)
            cited = cited or bool(CITATION.search(sentence))
            claims = CLAIM.search(NOTHING_FOUND.sub("", sentence))
            if claims and not cited and not CITATION.search(following):
                yield first_line + body.count("\n", 0, paragraph.start() + at), sentence.strip().replace("\n", " ")


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
