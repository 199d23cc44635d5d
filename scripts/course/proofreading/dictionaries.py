"""What is a right word: Hunspell's dictionaries, the project's lists in `docs/words/`, and how compounds are made."""

import re
from functools import cache
from pathlib import Path

from hunspell import Hunspell

from course import ROOT
from course.problems import read_text

FOLDERS = {"fr": "dictionary-fr", "en": "dictionary-en-ca"}
LISTS = ("fr", "en", "both")
CUT = re.compile(r"(?:[ldjmnstc]|qu|jusqu|lorsqu|puisqu|quoiqu)[’']", re.IGNORECASE)
OWNED = re.compile(r"[’']s?$")
# Spans joined without a blank, such as a card's title and its text: `FrançaisFR`.
JOINT = re.compile(r"(?<=[a-zà-öø-ÿœ])(?=[A-ZÀ-ÖØ-Þ])")
EUPHONIC = {"t"}
SUGGESTED = 20
EXPLAINED = {language: [] for language in FOLDERS}


def explained(language, pattern):
    """Leave what a compiled pattern matches to the rule that explains it, out of the spelling rule's words."""
    EXPLAINED[language].append(pattern)


@cache
def dictionary(language):
    """Return the Hunspell of `fr` or `en`; raise FileNotFoundError where npm has not installed it."""
    folder = ROOT / "node_modules" / FOLDERS[language]
    if not (folder / "index.dic").is_file():  # chunspell itself would know no word and say nothing
        raise FileNotFoundError(f"no dictionary in {folder}; run ./scripts/check, which installs it")
    return Hunspell("index", hunspell_data_dir=str(folder))


@cache
def knows(language, word):
    """Return whether a dictionary has a word."""
    return dictionary(language).spell(word)


@cache
def suggestions(language, word):
    """Return up to three words that look like a wrong one; none from the 21st wrong word on, as each takes 0.2 s."""
    if suggestions.cache_info().misses > SUGGESTED:
        return ()
    cut = CUT.match(word) if language == "fr" else None
    before = cut[0] if cut else ""
    return tuple(before + near for near in dictionary(language).suggest(word.removeprefix(before))[:3])


def listed(text):
    """Return the entries of a list: a word or a name a line, blank lines and comments apart, as `{entry: line}`."""
    words = {}
    for number, line in enumerate(text.splitlines(), 1):
        if word := line.partition("#")[0].strip():
            words.setdefault(word, number)
    return words


def lists(root):
    """Return `{fr, en, both: {word: line}}` of a repository's `docs/words/`; empty where there is none.

    Raises `CourseError` for a list that is not UTF-8."""
    found = {}
    for name in LISTS:
        path = Path(root) / "docs" / "words" / f"{name}.txt" if root else None
        found[name] = listed(read_text(path, f"docs/words/{name}.txt")) if path and path.is_file() else {}
    return found


class Speller:
    """A dictionary with a project's words. `own` words stand as they are written, or in capitals throughout; one in
    small letters may also begin with a capital. A name of several words, such as Commissaire au lobbyisme, is right as
    a whole: its words are not right elsewhere."""

    def __init__(self, language, own):
        self.language, self.known = language, {}
        self.own = {form for word in own for form in (word, word.upper(), word[0].upper() + word[1:])}
        names = sorted((re.escape(name) for name in own if " " in name), key=len, reverse=True)
        self.names = re.compile(rf"\b(?:{'|'.join(names) or '(?!)'})\b")

    def named(self, text, start, end):
        """Return whether some characters of a text belong to a name of several words."""
        text = text.replace("\u00a0", " ").replace("\u202f", " ")
        return any(found.start() <= start and end <= found.end() for found in self.names.finditer(text))

    def right(self, word):
        """Return whether a word is right: itself, without its elision or possessive, or each part of a compound."""
        if word not in self.known:
            self.known[word] = self._right(word.replace("’", "'"))
        return self.known[word]

    def _right(self, word):
        if len(word) < 2 or word in self.own or knows(self.language, word):
            return True
        if self.language == "fr" and (cut := CUT.match(word)):
            return self._right(word[cut.end() :])
        if self.language == "en" and (mark := OWNED.search(word)):
            return self._right(word[: mark.start()])
        for parts in (re.split("[-‑]", word), JOINT.split(word)):
            if len(parts) > 1:
                return all(part.lower() in EUPHONIC or self._right(part) for part in parts)
        return False
