"""From a place in a page back to the line that an author wrote, as far as that can be known."""

import html
import re
from functools import cached_property
from pathlib import Path

# What a page is made of besides its own Markdown, in the order in which a passage is looked for.
SHARED = ("docs/*.yml", "company.yml", "overrides/strings.yml", "overrides/**/*.svg", "overrides/**/*.html")
BESIDE = {"index.html": "overrides/front.html", "404.html": "overrides/404.html"}

# Characters before and after a spot that are looked for with it.
AROUND = ((40, 40), (40, 0), (0, 40), (20, 20), (20, 0), (0, 20), (10, 10), (10, 0), (0, 10), (4, 4), (4, 0), (0, 4))
AROUND += ((0, 0),)
# Characters that stand by chance in another file too; only a whole text may be shorter.
SURE = 15
PART = 40
ENTITY = re.compile(r"&(?:[a-zA-Z]\w{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")


class Sources:
    """The files that a site is made from, as `{path: text}`; empty when only the site is at hand."""

    def __init__(self, root=None):
        self.root = Path(root) if root else None

    @cached_property
    def texts(self):
        """`{path from the repository's root: text}` of the pages and of all that they share."""
        found = {}
        for pattern in ("docs/**/*.md", *SHARED):
            for path in sorted(self.root.glob(pattern)) if self.root else ():
                text = path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
                found[path.relative_to(self.root).as_posix()] = text
        return found

    def of_page(self, document):
        """Return the path of the file that a document was made from: the Markdown if there is one."""
        source = f"docs/{document.path.removesuffix('.html')}.md"
        return source if source in self.texts else BESIDE.get(document.path, document.path)

    def of_link(self, document, url, text="", nth=0, own_part=True):
        """Return `(path, line)` of the `nth` link to `url` that a document holds, from 0; line 0 where it is not known
        who wrote it. What is not of the page's `own_part` is looked for only in what pages share."""
        own, shown = self.of_page(document), (document.first, document.last)
        path, mark, fragment = url.partition("#")
        written = re.sub(r"\.html$", ".md", path) + mark + fragment
        # As a Markdown or HTML target first, since the same words may stand in the text too.
        needles = [f"]({written}", f"](<{written}", f"]({url}", f'"{url}"', f"]: {written}", f"url: {url}"]
        # A menu's link may be written like one of the page, and is not it.
        for needle in filter(lambda needle: own_part and needle.strip(']:(<" url'), needles):
            if lines := self.lines_of(own, needle, shown=shown):
                return own, lines[min(nth, len(lines) - 1)]
        # Then the bare address, as a list of pictures or a style has it.
        if own_part and len(url) > 3 and (lines := self.lines_of(own, url, whole=True, shown=shown)):
            return own, lines[min(nth, len(lines) - 1)]
        for other in self._shared_with(document):
            for needle in (f'"{url}"', url):
                if len(url) > 8 and (line := self.line_of(other, needle)):
                    return other, line
        return own, self.line_of(own, f"[{text}]") if text and own_part else 0

    def of_text(self, document, passage, start=0, end=None):
        """Return `(path, line)` where the characters `start` to `end` of a passage were written.

        The words around them are looked for too, fewer and fewer, on both sides and then on one (the other may hold a
        link, or a word of the interface), in the page and then in what pages share.
        """
        end = len(passage) if end is None else end
        own, needles = self.of_page(document), list(_needles(passage, start, end))
        shown = (document.first, document.last)
        for needle, offset, whole in needles:
            if len(needle) > 2 and (lines := self.lines_of(own, needle, offset, whole, shown)):
                return own, lines[0]
        for path in self._shared_with(document):
            for needle, offset, _ in needles:
                if len(needle) >= SURE and (lines := self.lines_of(path, needle, offset)):
                    return path, lines[0]
        # Short words of the interface stand alone between their marks: `en: Search, fr: …` or `<text>Search</text>`.
        alone = re.compile(rf"(?:[:>\"'] ?){re.escape(_squeeze(passage))}(?=[\"'<,}}]| |$)")
        for path in self._shared_with(document):
            if len(passage) > 2 and not path.endswith(".md") and (match := alone.search(self._plain(path)[0])):
                return path, self._plain(path)[1][match.end() - 1]
        return own, 0

    def line_of(self, path, needle):
        """Return the first line of a source that holds `needle`, emphasis and line ends apart; 0 if none does."""
        return next(iter(self.lines_of(path, needle)), 0)

    def lines_of(self, path, needle, offset=0, whole=False, shown=(0, float("inf"))):
        """Return the lines of a source that hold `needle` at its character `offset`, emphasis and line ends apart; with
        `whole`, only where it is no part of a longer word or address; `shown` are the first and last lines to count."""
        plain, lines = self._plain(path)
        pattern = re.escape(_squeeze(needle))
        pattern = rf"(?<![\w/-]){pattern}(?![\w/-])" if whole else pattern
        found = re.finditer(pattern, plain) if needle.strip() else ()
        found = [lines[min(match.start() + offset, match.end() - 1)] for match in found]
        return [line for line in found if shown[0] <= line <= shown[1]]

    def _shared_with(self, document):
        """Return the paths in which a page's passage may stand when its own Markdown does not have it."""
        own = self.of_page(document)
        rest = [path for path in self.texts if path != own and not path.endswith(".md")]
        lessons = [path for path in self.texts if path.startswith(f"docs/{document.language}/") and path != own]
        return [*rest, *lessons]

    def _plain(self, path):
        """Return `(text, lines)`: a source without emphasis, with single blanks and with the characters that its codes
        stand for, and the line of each character."""
        if path not in self._plains:
            characters, lines, number = [], [], 1
            for character in ENTITY.sub(lambda match: html.unescape(match[0]), self.texts.get(path, "")):
                if character in "*_`":
                    continue
                blank = character in " \t\n"
                if not (blank and characters and characters[-1] == " "):
                    characters.append(" " if blank else character)
                    lines.append(number)
                number += character == "\n"
            self._plains[path] = "".join(characters), lines
        return self._plains[path]

    @cached_property
    def _plains(self):
        return {}


def _needles(passage, start, end):
    """Yield `(needle, offset, whole)`: what to look for in order to find the characters `start` to `end` of a passage,
    where in it they begin, and whether it must be whole words."""
    for left, right in AROUND:
        before = passage[max(0, start - left) : start].lstrip()
        yield (before + passage[start : end + right]).strip(), len(_squeeze(before)), not left and not right
    # Of a long text, a part: the interface may have put words before it, or a link stands in it.
    for at in (end - PART, start, (start + end - PART) // 2) if end - start > PART else ():
        yield passage[at : at + PART].strip(), 0, False
    # Next to it, when it lies where two texts touch.
    yield passage[end : end + PART // 2].strip(), 0, False
    before = passage[max(0, start - PART // 2) : start].strip()
    yield before, max(0, len(_squeeze(before)) - 1), False


def _squeeze(text):
    """Return a text without emphasis and with single blanks."""
    return re.sub(r"[ \t\n]+", " ", re.sub(r"[*_`]", "", text))
