"""The words that rules of language read: what authors wrote, without addresses, placeholders and quoted references."""

import re
from functools import lru_cache

import yaml

from course.proofreading.passages import THING
from course.proofreading.registry import rule

LANGUAGES = ("fr", "en")
ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]…]"
    r"|(?:doi:\s?)?\b10\.\d{4,}/[^\s]*\w"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b(?:[\w-]+\.)+(?:ca|com|org|net|quebec|example|md|yml|html|css|js|pdf)\b(?:/\w[\w/.-]*\w)?"
    r"|\{\w+\}"  # what the interface fills in, such as {count}
)
SIGNS_OF_ADDRESS = ("/", "@", ".", "{")
DIGITS = "0123456789"
YEAR = re.compile(r"\(\d{4}\)")


@lru_cache(maxsize=2)
def _own_words(site):
    """Return `{language: [(passage, text, characters)]}`: a text as long as its passage's, and all it holds."""
    quoted = references(site.sources)
    found = {language: [] for language in LANGUAGES}
    for passage in site.passages:
        # The front door and the 404 page have one title for all languages.
        if passage.language[:2] in found and (passage.page.language or passage.kind != "title"):
            text = _without(quoted, passage.text)
            found[passage.language[:2]].append((passage, text, frozenset(text)))
    return found


def own_words(site, *languages, signs=""):
    """Yield `(passage, text)` of the passages in some languages, or in all: in `text`, as long as the passage's, each
    character of an address, of a placeholder and of a source's reference is U+FFFC.

    Where `signs` are given, only texts that hold one of them are: most texts are not searched then.
    """
    signs = frozenset(signs)
    for language in languages or LANGUAGES:
        for passage, text, characters in _own_words(site)[language]:
            if not signs or not signs.isdisjoint(characters):
                yield passage, text


def references(sources):
    """Return `{first word: [reference, …]}`: the sources' references as printed and as shortened, long ones first.

    They are quoted as their journals wrote them, in their spelling and their typography.
    """
    found = {}
    for text in reference_texts(sources):
        year = YEAR.search(text)
        for form in (text, text[: year.end()] if year else text.rstrip(".")):
            found.setdefault(form.split()[0], set()).add(form)
    return {word: sorted(forms, key=len, reverse=True) for word, forms in found.items()}


def reference_texts(sources):
    """Return the `reference` of every source, without emphasis."""
    listed = yaml.safe_load(sources.texts.get("docs/sources.yml", "")) if sources.root else None
    return [" ".join(source["reference"].replace("*", "").split()) for source in (listed or {}).values()]


def _without(quoted, text):
    """Return a text with each character of its addresses and references made U+FFFC."""
    for word in quoted.keys() & text.split(" ") if quoted else ():
        for reference in quoted[word]:
            text = text.replace(reference, THING * len(reference))
    if any(sign in text for sign in SIGNS_OF_ADDRESS):
        text = ADDRESS.sub(lambda match: THING * len(match[0]), text)
    return text


def pattern(id, asks, regex, message, languages=LANGUAGES, signs="", kinds=None):
    """Make a pattern a rule of the family `text`, and return it compiled.

    Each match is a finding. `message` is told with `str.format`: {0} is the match, {1} its first group; a no-break
    space is shown as ⍽. `kinds` are the only kinds of passage to look at; `signs` are characters of which every match
    has one.
    """
    search = re.compile(regex)

    def look(site):
        for passage, text in own_words(site, *languages, signs=signs):
            if not kinds or passage.kind in kinds:
                for match in search.finditer(text):
                    told = message.format(match[0].strip(), *(group or "" for group in match.groups()))
                    yield passage.at(*match.span()), visible(told)

    look.__name__, look.__doc__ = id.replace("-", "_"), asks
    rule("text")(look)
    return search


def visible(text):
    """Return a text with its no-break spaces shown as ⍽."""
    return text.replace("\u00a0", "⍽").replace("\u202f", "⍽")
