"""What only a source can say: sentences that claim it, and cite none."""

import itertools
import re

from course import citations, masks

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
    study needs no source. Blocks and quizzes are the caller's to leave out.
    """
    for paragraph in PARAGRAPH.finditer(masks.blank(body, masks.FENCED)):
        text, at, cited = paragraph[0], 0, False
        sentences = [] if text.startswith(("#", "[^")) else SENTENCE.split(text)
        for sentence, following in itertools.zip_longest(sentences, sentences[1:], fillvalue=""):
            at = text.index(sentence, at)
            cited = cited or bool(citations.CITATION.search(sentence))
            claims = CLAIM.search(NOTHING_FOUND.sub("", sentence))
            if claims and not cited and not citations.CITATION.search(following):
                yield first_line + body.count("\n", 0, paragraph.start() + at), sentence.strip().replace("\n", " ")
