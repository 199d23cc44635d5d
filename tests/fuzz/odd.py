"""Odd texts, and files as an editor, a keyboard or a bad copy may leave them."""

from collections import Counter

import yaml
from hypothesis import strategies as st

MARKUP = [
    "<script>pwned()</script>",
    '"><img src=x onerror=pwned()>',
    "</title></p>",
    "<!-- x",
    "{{ pwned }}",
    "{% x %}",
]
MARKDOWN = [
    "**gras**",
    "[lien](javascript:pwned)",
    "`code`",
    "[^auger]",
    "<quiz>",
    "/// trainer",
    "<!-- list: plans -->",
]
SIGNS = [
    "🧑🏽‍🏭",
    "חברה",
    "شركة",
    "e\u0301",
    "\u202etxet",
    "\u00a0",
    "\u200b",
    "« oui »",
    "“yes”",
    "'",
    '"',
    "\\",
    "&amp;",
]
YAML = [
    "no",
    "~",
    "null",
    "true",
    "0123",
    "1e3",
    "2026-11-22",
    "2026-02-31",
    "12:30:00",
    "1_000",
    "0x1F",
    ".inf",
    "=",
    "<<",
]
YAML += [
    "- a",
    "a: b",
    "a #b",
    "#a",
    "*a",
    "&a b",
    "!a b",
    "%a",
    "@a",
    "`a",
    "| a",
    "> a",
    "[a",
    "{a",
    "a, b",
    "? a",
    "...",
]
CONTROL = ["\x00", "\x02", "\x0c", "\x1b", "\x7f", "\x85", "\u2028", "\ufeff", "\ufffe", "\t", "\n", "\r"]
LONG = ["a" * 81, "mot " * 60, "9" * 5000, "[" * 3000, "{" * 3000, "- " * 3000, "é" * 200]
PIECES = [*MARKUP, *MARKDOWN, *SIGNS, *YAML, *CONTROL, *LONG, "Acmé", "Ana Roy", " ", ""]

pieces = st.sampled_from(PIECES)
texts = st.one_of(
    pieces,
    st.text(max_size=30),
    st.lists(st.one_of(pieces, st.sampled_from(["Acmé", "mot", " "])), min_size=1, max_size=3).map("".join),
)
# What is no text: of another kind than asked, deep, huge.
values = st.recursive(
    st.one_of(texts, st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.just(10**9)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(texts, inner, max_size=2)),
    max_leaves=4,
)


@st.composite
def mangled(draw, text, most=3):
    """Return the bytes of a file after some slips of an editor, a keyboard or a merge."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, most))):
        at = draw(st.integers(0, len(lines) - 1))
        what = draw(st.sampled_from(["drop", "twice", "swap", "cut", "insert", "type", "indent", "value", "uncomment"]))
        line = lines[at]
        column = draw(st.integers(0, len(line)))
        if what == "drop" and len(lines) > 1:
            del lines[at]
        elif what == "twice":
            lines.insert(at, line)
        elif what == "swap":
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], line
        elif what == "cut":
            lines[at] = line[:column]
        elif what == "insert":
            lines.insert(at, draw(texts))
        elif what == "type":
            lines[at] = line[:column] + draw(texts) + line[column:]
        elif what == "indent":
            lines[at] = draw(st.sampled_from(["  ", " ", "\t", "\u00a0", "- "])) + line
        elif what == "value":
            lines[at] = line.partition(":")[0] + ": " + draw(texts)
        else:
            lines[at] = line.removeprefix("#").removeprefix("   ")
    ends = draw(st.sampled_from(["\n"] * 6 + ["\r\n", "\r"]))
    raw = ends.join(lines).encode("utf-8", "surrogatepass")
    start = draw(st.sampled_from([b""] * 8 + [b"\xef\xbb\xbf"]))
    wrong = draw(st.sampled_from([b""] * 8 + [b"\xe9", b"\xff\xfe", b"\xc3"]))
    at = draw(st.integers(0, len(raw))) if wrong else 0
    return start + raw[:at] + wrong + raw[at:]


def said(text):
    """Return a `Counter` of the scalars that stand in YAML, keys included, as somebody else's parser finds them."""
    events = yaml.parse(text, Loader=yaml.SafeLoader)
    return Counter(
        event.value.strip() for event in events if isinstance(event, yaml.ScalarEvent) and event.value.strip()
    )


def kept(data):
    """Return a `Counter` of what a model holds, keys included, as text."""
    if isinstance(data, dict):
        return sum((kept(key) + kept(value) for key, value in data.items()), Counter())
    if isinstance(data, list | tuple):
        return sum(map(kept, data), Counter())
    if data is None or isinstance(data, bool):
        return Counter([str(data).lower()])
    return Counter([str(data).strip()])
