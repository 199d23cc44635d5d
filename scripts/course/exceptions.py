"""`docs/exceptions.yml`: what the checks let pass for a while, each with a reason and a last day."""

from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import urldefrag

from course import ROOT, yaml_file
from course.problems import Problem, read_text, stop_if

NAME = "docs/exceptions.yml"
LONGEST = timedelta(days=366)  # an exception that lasts longer would be a rule


@dataclass(frozen=True)
class RuleException:
    """What one rule of proofreading, or of axe, lets pass: `about` is part of the text or target that it would blame on
    `page`."""

    rule: str
    page: str
    about: str
    reason: str
    until: date
    line: int


@dataclass(frozen=True)
class Quarantine:
    """A link out of the course that is not asked for, and who looks after it. `url` has no fragment."""

    url: str
    reason: str
    owner: str
    until: date
    line: int


@dataclass(frozen=True)
class Advisory:
    """A known vulnerability of a package that does no harm here, or that cannot be mended yet."""

    id: str
    package: str
    reason: str
    until: date
    line: int


@dataclass(frozen=True)
class Exceptions:
    """All that `docs/exceptions.yml` says."""

    rules: tuple = ()
    quarantine: tuple = ()
    advisories: tuple = ()
    accessibility: tuple = ()


def load(root=ROOT, today=None):
    """Return the `Exceptions` of the folder `root`, none if there is no such file; raise `CourseError` if it is wrong.

    An entry may last 366 days from `today` (a date; by default this day). Expired ones are returned like the others;
    `expired` tells them.
    """
    path, today = root / NAME, today or date.today()
    data, lines = yaml_file.parse(read_text(path, NAME), NAME) if path.exists() else (None, {})
    if data is None:
        return Exceptions()
    stop_if(yaml_file.check(data, lines, "exceptions", NAME))
    problems = []

    def entries(key, kind):
        """Yield the entries of one list, without those whose last day is no day."""
        for index, entry in enumerate(data.get(key, [])):
            line = lines.get((key, index, "until"), 0)
            try:
                until = date.fromisoformat(entry["until"])
            except ValueError:
                told = f"there is no day {entry['until']}; write the last day of the exception, such as {today}"
                problems.append(Problem(NAME, line, told))
                continue
            if until - today > LONGEST:
                told = f"an exception ends within a year; write a day up to {today + LONGEST}, and renew it if need be"
                problems.append(Problem(NAME, line, told))
            changed = {"until": until, **({"url": urldefrag(entry["url"]).url} if "url" in entry else {})}
            yield kind(**{**entry, **changed}, line=lines[(key, index)])

    found = Exceptions(
        tuple(entries("rules", RuleException)),
        tuple(entries("quarantine", Quarantine)),
        tuple(entries("advisories", Advisory)),
        tuple(entries("accessibility", RuleException)),
    )
    first = {}
    for entry in found.quarantine:
        if entry.url in first:
            told = f"line {first[entry.url]} has this address already; keep one (what follows # does not count)"
            problems.append(Problem(NAME, entry.line, told))
        first.setdefault(entry.url, entry.line)
    stop_if(problems)
    return found


def expired(exceptions, today):
    """Return a problem for each entry whose last day is before `today` (a date)."""
    told = "this exception ended on {}; mend what it excused and remove it, or write a new day and why"
    entries = (*exceptions.rules, *exceptions.quarantine, *exceptions.advisories, *exceptions.accessibility)
    return [Problem(NAME, entry.line, told.format(entry.until)) for entry in entries if entry.until < today]
