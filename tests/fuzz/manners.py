"""What a problem owes to whoever reads it: the file, a line that exists, what to do, in words that can be printed."""

import re

from tests.content.test_bad_input import JARGON

# How what is told says what to do.
REMEDY = re.compile(
    r"\b(?:write|choose|keep|take|move|close|mend|add|save|put|open|give|rename|end|begin|type|use|let|lead|link|cite|say"
    r"|indent|make|mark|leave|show|split|copy|did you mean|known here|takes none|(?:has|needs) (?:one|two|three|\d))\b"
)
MORE_JARGON = ["RecursionError", "Error(", "is too long", "is too short", "expected <", "Exceeds the limit"]


def lines(text):
    """Return how many lines an editor shows of a file, bytes or text."""
    raw = text if isinstance(text, bytes) else text.encode()
    return len(re.split(rb"\r\n|\r|\n", raw))


def check(problems, files):
    """Check problems of `files`, path → text or bytes."""
    assert problems, "the file is refused without a reason"
    for problem in problems:
        assert problem.path in files, f"another file is blamed: {problem}"
        assert 1 <= problem.line <= lines(files[problem.path]), f"no such line: {problem}"
        assert REMEDY.search(problem.message), f"no remedy: {problem}"
        assert not any(word in problem.message for word in [*JARGON, *MORE_JARGON]), f"jargon: {problem}"
        assert len(problem.message) < 1500, f"too much to read: {problem}"
        str(problem).encode()
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", str(problem)), f"unprintable: {problem!r}"
