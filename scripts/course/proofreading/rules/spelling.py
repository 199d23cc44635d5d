"""Spelling, by the French and the Canadian English dictionaries and the project's own words."""

import re
import unicodedata
from functools import lru_cache

import yaml

from course.proofreading import dictionaries
from course.proofreading.registry import rule
from course.proofreading.wording import YEAR, own_words, reference_texts

# A name follows: of what is called so, no dictionary has the half.
TITLE = re.compile(
    r"(?<!\w)(?:MM?\.|Mmes?|Mlles?|Me|Dre?|Pre?|Mr\.|Mrs\.|Ms\.|Mx\.|Dr\.)[ \u00a0](?:[A-ZÀ-Þ][\w’.-]*[ \u00a0])*$"
)
WORD = re.compile(r"\w+(?:[’'‑-]\w+)*")


@lru_cache(maxsize=4)
def speller(site, language):
    """Return the `Speller` of a site's language: the project's lists, the company's names, the sources' authors."""
    lists = dictionaries.lists(site.sources.root)
    return dictionaries.Speller(language, {*lists[language], *lists["both"], *names(site.sources)})


def names(sources):
    """Return the words of what the company writes, and of the sources' authors."""
    company = yaml.safe_load(sources.texts.get("company.yml", "")) if sources.root else None
    texts = [*_texts(company)]
    for reference in reference_texts(sources):
        year = YEAR.search(reference)
        texts.append(reference[: year.start()] if year else reference.partition(".")[0])
    return {word for text in texts for word in WORD.findall(text)}


def _texts(value):
    """Yield each text in a value of company.yml."""
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(item)
    if isinstance(value, str):
        yield value


def _misspelled(site, language):
    """Yield a finding for each word that is not right, unless a rule explains it."""
    words = speller(site, language)
    for passage, text in own_words(site, language):
        if not unicodedata.is_normalized("NFC", text):
            continue  # an accent apart from its letter would cut the word; another rule asks for it first
        for match in WORD.finditer(text):
            if words.right(match[0]) or any(character.isdigit() or character == "_" for character in match[0]):
                continue
            if match[0][0].isupper() and TITLE.search(text, 0, match.start()):
                continue
            if words.named(text, *match.span()) or _explained(language, text, *match.span()):
                continue
            near = ", ".join(dictionaries.suggestions(language, match[0]))
            told = f"“{match[0]}” is not in the dictionary; "
            told += f"write {near}; " if near else ""
            yield passage.at(*match.span()), f"{told}if it is right, add it to docs/words/{language}.txt"


def _explained(language, text, start, end):
    """Return whether a rule that says what to write instead matches some of these characters."""
    patterns = dictionaries.EXPLAINED[language]
    return any(found.start() < end and found.end() > start for each in patterns for found in each.finditer(text))


@rule("text")
def fr_spelling(site):
    """Every French word is in the dictionary or in the project's words, docs/words/fr.txt and both.txt."""
    yield from _misspelled(site, "fr")


@rule("text")
def en_spelling(site):
    """Every English word is in the Canadian dictionary or in the project's words, docs/words/en.txt and both.txt."""
    yield from _misspelled(site, "en")
