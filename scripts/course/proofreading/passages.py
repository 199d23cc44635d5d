"""The texts of a site: every paragraph, title, label and alternative text, each with its language, each once."""

from dataclasses import dataclass

from lxml import etree

INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s"),
    *("samp", "small", "span", "strong", "sub", "sup", "time", "tspan", "u", "var", "wbr", "output"),
}
# Code and what readers never see as text; a thing stands where they stood, so that what is around does not touch.
SKIPPED = {"script", "style", "template", "noscript"}
CODE = {"code", "kbd", "samp", "pre", "var"}
THING = "\ufffc"
ATTRIBUTES = ("alt", "title", "aria-label", "placeholder", "content")
META = {"description", "og:title", "og:description", "twitter:title", "twitter:description"}


@dataclass(frozen=True)
class Passage:
    """A text without a break: `kind` is the element or `@attribute` that holds it; blanks other than no-break ones are
    single; code and words in another language are one U+FFFC each."""

    page: object
    language: str
    kind: str
    text: str

    def at(self, start=0, end=None):
        """Return the spot of some of its characters, for a rule to yield."""
        return Spot(self, start, len(self.text) if end is None else end)

    @property
    def place(self):
        return self.at().place


@dataclass(frozen=True)
class Spot:
    """Some characters of a passage."""

    passage: Passage
    start: int
    end: int

    @property
    def place(self):
        """`(path, line, about)`: where it was written, and the words around it."""
        page, text = self.passage.page, self.passage.text
        path, line = page.site.sources.of_text(page, text, self.start, self.end)
        before, after = max(0, self.start - 15), min(len(text), self.end + 15)
        words = f"{'…' if before else ''}{text[before:after]}{'…' if after < len(text) else ''}"
        return path, line, words.replace("\u00a0", "⍽").replace("\u202f", "⍽")


def of_site(site):
    """Return the passages of every page and note; what stands on many is given once, for the first of them."""
    found = {}
    for page in (*site.pages.values(), *site.notes):
        for passage in of_page(page):
            found.setdefault((passage.language, passage.text, passage.kind.startswith("h")), passage)
    return list(found.values())


def of_page(page):
    """Yield the passages of a page, in its order."""
    walker = _Walker(page)
    walker.block(page.tree, page.tree.get("lang", ""))
    return [passage for passage in walker.found if any(character.isalpha() for character in passage.text)]


class _Walker:
    """Cuts a page's tree into passages: an inline element goes on with the text around it, any other ends it."""

    def __init__(self, page):
        self.page, self.found, self.parts = page, [], []

    def block(self, element, language):
        """Read an element that stands alone."""
        self.attributes(element, language)
        outer, self.parts = self.parts, []
        self.inside(element, language, element.tag)
        self.end(language, element.tag)
        self.parts = outer

    def inside(self, element, language, kind):
        """Read what an element holds."""
        self.parts.append(element.text or "")
        for child in element:
            self.child(child, language, kind)
            self.parts.append(child.tail or "")

    def child(self, child, language, kind):
        """Read a child: skipped, code, in another language, inline, or a block that ends the passage before it."""
        if not isinstance(child.tag, str) or child.tag in SKIPPED:
            return
        own = child.get("lang") or child.get("{http://www.w3.org/XML/1998/namespace}lang") or language
        if child.tag == "sup" and child.get("id", "").startswith("fnref"):
            # A note's number is no part of the sentence, nor is the blank before it.
            while self.parts and not self.parts[-1].strip(" "):
                self.parts.pop()
            if self.parts:
                self.parts[-1] = self.parts[-1].rstrip(" \n")
        elif child.tag in CODE:
            self.parts.append(THING)
        elif child.tag in INLINE and own == language:
            self.attributes(child, own)
            self.inside(child, own, kind)
        elif child.tag in INLINE:
            self.parts.append(THING)
            self.block(child, own)
        else:
            self.end(language, kind)
            self.block(child, own)

    def end(self, language, kind):
        """End the passage that is being read."""
        text = _single_blanks("".join(self.parts))
        self.parts = []
        if text:
            self.found.append(Passage(self.page, language, str(kind), text))

    def attributes(self, element, language):
        """Read what an element says in its attributes."""
        if not isinstance(element, etree.ElementBase) and not isinstance(element.tag, str):
            return
        for name, value in element.attrib.items():
            if name == "content" and element.get("name", element.get("property", "")) not in META:
                continue
            # The course's own elements carry sentences for their scripts in data attributes.
            if (name in ATTRIBUTES or (name.startswith("data-") and " " in value)) and (text := _single_blanks(value)):
                self.found.append(Passage(self.page, language, f"@{name}", text))


def _single_blanks(text):
    """Return a text with runs of ordinary blanks made one, and none at its ends; no-break spaces stay."""
    return " ".join(part for part in text.replace("\t", " ").replace("\n", " ").split(" ") if part)
