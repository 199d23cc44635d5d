"""Questions: no answer gives itself away, and each one can be understood by somebody who is tired."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from course.proofreading.model import Words
from course.proofreading.registry import rule

# An option this many times as long as the shortest stands out; short ones differ by a word or two anyway.
RATIO, SHORT = 1.7, 30
# The longest option is the right one in at most this share of the questions; chance would give a third to a fourth.
LONGEST_RIGHT, ENOUGH = 0.5, 8
# The right answer stands at one place in at most this share of the questions.
SAME_PLACE = 0.5
ALL_OR_NONE = re.compile(
    r"\b(?:tout(?:es)? (?:ces|les) réponses|aucune (?:de ces|des) réponses|les deux premières"
    r"|(?:all|none|both) of (?:the above|these answers)|(?:all|none) of these$"
    r"|réponses? [a-d] et [b-d]\b|answers? [a-d] and [b-d]\b)",
    re.IGNORECASE,
)
NEGATIVE = re.compile(
    r"\b(?:sauf|excepté|à l’exception|except)\b|(?-i:\bNOT\b)"
    r"|\b(?:lequel|laquelle|lesquels|lesquelles|quel(?:le)?s? \w+)\b[^?]*\b(?:n’|ne )[^?]*\b(?:pas|jamais)\b"
    r"|\bwhich\b[^?]*\b(?:is|are|does|do|would|should|can)(?: not|n’t)\b",
    re.IGNORECASE,
)
SEVERAL = re.compile(
    r"\bplusieurs\b|\b(?:toutes|tous) (?:les|ceux|celles)\b|\b(?:deux|trois)\b"
    r"|\ball that\b|\bmore than one\b|\b(?:two|three)\b|\bseveral\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Asked:
    """A question as it stands in a page: its markup."""

    page: object
    element: object

    id = property(lambda self: self.element.get("data-question"))
    kind = property(lambda self: self.element.get("data-kind"))

    @cached_property
    def stem(self):
        return " ".join(self.element.find_class("stem")[0].text_content().split())

    @cached_property
    def options(self):
        """`(text, right)` of each option, in its order."""
        found = []
        for option in self.element.find_class("option"):
            label, control = option.find("label"), next(option.iter("input"))
            found.append((" ".join(label.text_content().split()), "data-right" in control.attrib))
        return found

    @property
    def place(self):
        return Words(self.page, f"id: {self.id};").place


def asked(site):
    """Return every question of a site, in each language, once: not where a lesson recalls it or a room votes."""
    return [
        Asked(page, element)
        for page in site.course_pages
        for element in page.tree.xpath("//div[@data-question]")
        if not element.get("id", "").startswith("q-again-")
    ]


def by_language(site):
    """Yield the questions of each language that have one right option."""
    for language in site.languages:
        yield [each for each in asked(site) if each.page.language == language and each.kind == "single"]


@rule("questions")
def option_lengths(site):
    """The options of a question are about as long as one another: one that stands out is chosen, or left, for that."""
    for question in asked(site):
        lengths = [len(text) for text, _ in question.options]
        if lengths and max(lengths) > SHORT and max(lengths) > RATIO * min(lengths):
            told = f"'{question.id}' has options of {min(lengths)} to {max(lengths)} characters; make them alike"
            yield question, told


@rule("questions")
def longest_is_right(site):
    """The right answer is the longest option in half of a language's questions at most: test-takers know that trick."""
    for questions in by_language(site):
        found = [question for question in questions if _longest_is_right(question)]
        if len(questions) >= ENOUGH and len(found) > LONGEST_RIGHT * len(questions):
            told = f"the right answer is the longest option in {len(found)} of {len(questions)} questions; shorten some"
            for question in found:
                yield question, told


@rule("questions")
def right_places(site):
    """Over a language's questions, the right answer stands now here, now there: at most half of them at one place."""
    for questions in by_language(site):
        places = Counter(next(n for n, (_, right) in enumerate(question.options) if right) for question in questions)
        for place, times in places.items():
            if len(questions) >= ENOUGH and times > SAME_PLACE * len(questions):
                told = f"the right answer is number {place + 1} in {times} of {len(questions)} questions; move some"
                yield questions[0].page, told


@rule("questions")
def all_or_none(site):
    """No option is about the other options: “all of the above” can be guessed from one of them."""
    for question in asked(site):
        for text, _ in question.options:
            if match := ALL_OR_NONE.search(text):
                yield question, f"'{match[0]}' in '{question.id}': write an option of its own, or let several be right"


@rule("questions")
def negative_question(site):
    """A question asks what is so, not what is not: a tired reader misses the word that turns it round."""
    for question in asked(site):
        if match := NEGATIVE.search(question.stem):
            yield question, f"'{match[0]}' in '{question.id}': ask it the other way round"


@rule("questions")
def several_unsaid(site):
    """A question with several right options says so, since nothing else tells it from one that has a single one."""
    for question in asked(site):
        if question.kind == "multiple" and not SEVERAL.search(question.stem):
            yield question, f"'{question.id}' has several right options; write how many, or « plusieurs réponses »"


def _longest_is_right(question):
    longest = max(len(text) for text, _ in question.options)
    return any(right and len(text) == longest for text, right in question.options)
