"""What a Markdown text cites as `[^id]`. Code only shows how to cite; in a quiz, mkdocs-quiz leaves it as text."""

import itertools
import re

from mkdocs_quiz.parsing import QUIZ_REGEX

CITATION = re.compile(r"^ {0,3}\[\^[^\]\n]*\]:|\[\^([^\]\s]+)\]", re.MULTILINE)  # a note's definition cites nothing
FENCED = re.compile(r"^(`{3,}|~{3,}).*?^\1[ ]*$", re.DOTALL | re.MULTILINE)
SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ ]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
QUIZ = re.compile(QUIZ_REGEX, re.DOTALL)


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
