"""The source: what an author typed that Markdown takes otherwise, and that no page shows as such."""

import re

from course.masks import COMMENT, QUIZ, blank
from course.pages import FRONT_MATTER
from course.proofreading.registry import FileLine, rule
from course.proofreading.rules.wholeness import without_code

ITEM = re.compile(r"^( {0,3})([-*+•]|\d{1,2}\.)[ \t]+\S")
BULLET = re.compile(r"^ *• ?\S")
# Lines after which a list needs no blank one: headings, the edges of blocks and their options, tags.
EDGE = re.compile(r"^(?:#{1,6} |/{3,}|    [a-z]+:|</?[a-z])")
# What may hold text that is indented by four spaces: lists, definitions, notes.
HOLDS = re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}\.|:|\[\^[^\]]+\]:)\s")
INDENTED = re.compile(r"^(?: {4}|\t)\s*[^\s<]")
DASHES = re.compile(r"^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$")
CELLS = re.compile(r"(?<!\\)\|")
PROGRAM = re.compile(r"<script\b|<\w[^>]*\s(on[a-z]{3,})\s*=", re.IGNORECASE)


def written(site):
    """Yield `(path, lines)` of each page's Markdown, its front matter, code, comments and quizzes made blank."""
    for path, text in site.sources.texts.items():
        if path.endswith(".md"):
            text = without_code(blank(text, FRONT_MATTER))
            yield path, blank(text, COMMENT, QUIZ).split("\n")


def paragraphs(lines):
    """Yield `(number of the first line, lines)` of what stands between blank lines."""
    start = None
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            start = number if start is None else start
        elif start is not None:
            yield start, lines[start - 1 : number - 1]
            start = None


@rule("pages")
def unseen_list(site):
    """A list is seen as one: a blank line before it, -, * or 1. before each item, four spaces before an inner one."""
    for path, lines in written(site):
        for start, block in paragraphs(lines):
            outer = None  # how far the last item is indented; None where text would swallow a list, -1 after an edge
            for number, line in enumerate(block, start):
                item = ITEM.match(line)
                if BULLET.match(line):
                    yield FileLine(path, number), "• is no mark of a list; write - and a blank"
                elif EDGE.match(line):
                    outer = -1
                elif item and number == start:
                    outer = len(item[1])
                elif item and outer is None:
                    yield (
                        FileLine(path, number),
                        f"'{item[2]}' right under a text makes no list; put a blank line before it",
                    )
                    break
                elif item and 0 <= outer < len(item[1]):
                    yield FileLine(path, number), "an inner list is indented by four spaces; write them before its mark"
                elif item:
                    outer = len(item[1])
                elif outer == -1:
                    outer = None


@rule("pages")
def unmeant_code(site):
    """Text that begins four spaces from the margin, outside a list, becomes code: write it at the margin."""
    for path, lines in written(site):
        holds = False
        for start, block in paragraphs(lines):
            if INDENTED.match(block[0]):
                if not holds:
                    yield (
                        FileLine(path, start),
                        "four spaces make this code; write it at the margin, or code in a fence",
                    )
            elif not block[0].startswith(" "):
                holds = any(HOLDS.match(line) for line in block)


@rule("pages")
def lost_cell(site):
    """A row of a table has as many cells as its header: those beyond are not shown."""
    for path, lines in written(site):
        for start, block in paragraphs(lines):
            if len(block) > 2 and "|" in block[1] and DASHES.match(block[1]):
                wanted = _cells(block[0])
                for number, line in enumerate(block[2:], start + 2):
                    if _cells(line) > wanted:
                        told = f"{_cells(line)} cells under a header of {wanted}; give the header more, or write \\|"
                        yield FileLine(path, number), told


@rule("pages")
def written_script(site):
    """No page holds a program of its own, neither <script> nor onclick: scripts are in overrides/assets/js."""
    for path, lines in written(site):
        for number, line in enumerate(lines, 1):
            if match := PROGRAM.search(line):
                what = match[1] or "<script>"
                yield (
                    FileLine(path, number),
                    f"{what} in a page; write plain HTML, and the script in overrides/assets/js",
                )


def _cells(line):
    return len(CELLS.split(line.strip().removeprefix("|").removesuffix("|")))
