"""Problems in what authors and companies write: where, what, and what to write instead."""

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


def read_text(path, shown):
    """Return the text of a UTF-8 file; raise `CourseError` naming the first line that is not UTF-8."""
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise CourseError([Problem(shown, line, "this is not UTF-8; save the file with the encoding UTF-8")]) from None
