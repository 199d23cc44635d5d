"""No-break spaces for French authors, who cannot type them easily: where French wants one, a space becomes U+00A0.

Nothing is added, taken out or moved: a text keeps its length, and a second time changes nothing. Code, addresses, tags,
comments and notes are left alone. What a space cannot mend, the rules of `proofreading` find.
"""

import re

import yaml

from course import masks, yaml_file
from course.problems import read_text

NO_BREAK = "\u00a0"
BLANK = "[ \u00a0\u202f]"
# One character that is neither blank, letter, digit nor mark stands for each one that is left alone.
HIDDEN = "\ufffc"
UNREAD = (
    masks.FENCED,
    masks.COMMENT,
    masks.SPAN,
    re.compile(r"</?[A-Za-z][^<>]*>"),
    re.compile(r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)|^ {0,3}\[[^\]\n]+\]:.*|\[\^[^\]\n]*\]", re.MULTILINE),
    re.compile(r"https?://[^\s»”)]+"),
    re.compile(r"\{[:#.][^{}\n]*\}"),
    re.compile(r"^(?:[-*+]|\d+\.)? *\|.*\|$", re.MULTILINE),  # a table: its spaces and colons align
)
UNITS = "h|min|s|km|m|cm|mm|kg|g|mg|L|l|ml|mL|kWh|ko|Ko|Mo|Go|To|°C|°F|pi|po|lb"
# Each pattern matches the ordinary spaces to mend, alone.
SPACES = re.compile(
    r"(?<=«) (?=\S)"
    r"|(?<=\S) (?=»)"
    r"|(?<=[^\s|:]) (?=:(?:[\s*_»”)]|$))"
    rf"|(?<=\d) (?=[kMG]?[$€]|%|(?:{UNITS})(?![\w’'-]|\.\w))"
    r"|(?<=\d[ \u00a0]h) (?=[0-5]\d(?!\w))"
    r"|(?<=\bM\.) (?=[A-ZÀ-ÖØ-Þ])|(?<=\b(?:MM\.|Mme)) (?=[A-ZÀ-ÖØ-Þ])|(?<=\b(?:Mmes|Mlle)) (?=[A-ZÀ-ÖØ-Þ])"
    r"|(?<=\b(?:Dr|Me|Pr)) (?=[A-ZÀ-ÖØ-Þ])|(?<=\b(?:Dre|Pre)) (?=[A-ZÀ-ÖØ-Þ])"
    r"|(?<=\b(?:no|p\.|n[o°º])) (?=\d)|(?<=\bpp\.) (?=\d)|(?<=\b(?:art|vol|fig)\.) (?=\d)|(?<=\bchap\.) (?=\d)",
    re.MULTILINE,
)
# Thousands: neither a year followed by a number nor a telephone number.
NUMBER = re.compile(rf"(?<![\d,.-])[1-9]\d{{0,2}}(?:{BLANK}\d{{3}})+(?![\d-])")


def mend(text):
    """Return a French text, in Markdown, with no-break spaces where French wants them; it keeps its length."""
    seen = hide(text)
    characters = list(text)
    places = [match.start() for match in SPACES.finditer(seen)]
    for match in NUMBER.finditer(seen):
        places += [place for place in range(*match.span()) if seen[place] == " "]
    for place in places:
        characters[place] = NO_BREAK
    return "".join(characters)


def hide(text):
    """Return a Markdown text with each character that is not to be read as language made U+FFFC, line ends apart."""
    for pattern in UNREAD:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", HIDDEN, match[0]), text)
    return text


def mend_yaml(text):
    """Return YAML with its French mended: what stands under a key `fr`, whatever its depth."""
    found = []

    def look(node):
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if key.value == "fr":
                    found.append((value.start_mark.index, value.end_mark.index))
                else:
                    look(value)
        elif isinstance(node, yaml.SequenceNode):
            for item in node.value:
                look(item)

    look(yaml.compose(text, Loader=yaml_file.FAST))
    for start, end in found:
        text = text[:start] + mend(text[start:end]) + text[end:]
    return text


def mend_all(root, write=True):
    """Mend the French pages and data under `root`; return the paths, from `root`, of those that change.

    With `write=False` nothing is written. Raise `CourseError` for a file that is not UTF-8.
    """
    changed = []
    pages = [(path, mend) for path in sorted((root / "docs" / "fr").rglob("*.md"))]
    data = [(path, mend_yaml) for path in [*sorted((root / "docs").glob("*.yml")), root / "overrides" / "strings.yml"]]
    for path, mended in pages + data:
        shown = path.relative_to(root).as_posix()
        read_text(path, shown)  # says where a file is not UTF-8
        before = path.read_bytes().decode()
        try:
            after = mended(before)
        except yaml.YAMLError:
            continue  # the build says what is wrong with it, and where
        if after != before:
            changed.append(shown)
            if write:
                path.write_bytes(after.encode())
    return changed
