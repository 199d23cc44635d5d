"""Problems in what authors and companies write: where, what, and what to write instead."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One problem: `path` as the author knows it, `line` from 1 (0 for none), a message with its remedy."""

    path: str
    line: int
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.message}" if self.line else f"{self.path}: {self.message}"


class CourseError(Exception):
    """Raised once with every problem found, so that one run tells all there is to mend."""

    def __init__(self, problems):
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))


def stop_if(problems):
    """Raise `CourseError` if there is any problem."""
    if problems:
        raise CourseError(problems)


def untranslated(path, entries, languages, words="…"):
    """Return a problem of the file `path` for each entry without one of `languages`. An entry is `(what to call it, its
    line, its texts by language)`; `words` is what to write there."""
    return [
        Problem(path, line, f"{name} has no '{language}'; add {language}: {words}")
        for name, line, texts in entries
        for language in languages
        if language not in texts
    ]


# What no keyboard types and no page shows; some of it would end a line for one reader of the file and not for another.
UNSHOWN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ufdd0-\ufdef]|[\ud800-\udfff]")


def read_text(path, shown):
    """Return the text of a UTF-8 file; raise `CourseError` naming the first line that is not UTF-8, or each line that
    holds a sign that cannot be shown."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise CourseError([Problem(shown, line, "this is not UTF-8; save the file with the encoding UTF-8")]) from None
    stop_if(list(unshown(text, shown)))
    return text


def unshown(text, shown):
    """Yield a problem for each line of `text` that holds a sign that cannot be shown."""
    if UNSHOWN.search(text):
        for number, line in enumerate(text.split("\n"), 1):
            if match := UNSHOWN.search(line):
                told = (
                    f"this line holds a sign that cannot be read (U+{ord(match[0]):04X}); take it out or type it again"
                )
                yield Problem(shown, number, told)
