"""Known vulnerabilities of what the course is made with: what the two clients report, in the same words, without those
that `docs/exceptions.yml` lets pass for a while.

pip-audit asks OSV about the Python locks (https://google.github.io/osv.dev/post-v1-query/); npm asks its registry's
advisories about package-lock.json.
"""

import json
import re
from dataclasses import dataclass

from course.problems import CourseError

READERS, BUILDERS, TESTS = "reaches readers", "on machines that build the course", "in the tests alone"


class CannotAsk(Exception):
    """A database could not be asked, or not about everything: nothing can be said."""


@dataclass(frozen=True)
class Finding:
    """One advisory about one package: `ids` are its names in several databases, the first the one to show; `fixed` says
    in words which versions are well again; `where` is one of `READERS`, `BUILDERS` and `TESTS`."""

    package: str
    version: str
    ids: tuple
    title: str
    fixed: str
    where: str

    def __str__(self):
        others = f" ({', '.join(self.ids[1:])})" if self.ids[1:] else ""
        return f"{self.package} {self.version}: {self.ids[0]}{others} [{self.where}]\n  {self.title}\n  {self.fixed}"


def locked(lock):
    """Return the `{package: version}` pairs of the text of a lock of Python packages, as a set of pairs."""
    found = set(re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", lock, re.MULTILINE))
    if not found:
        raise CourseError("a requirements lock names no package; run ./scripts/lock")
    return {(name.lower().replace("_", "-"), version) for name, version in found}


def of_python(report, builders):
    """Return the findings of pip-audit's JSON `report`. `builders` are the names of the packages that build the course.

    Raises `CannotAsk` where a package was passed over: pip-audit calls that "no known vulnerabilities".
    """
    try:
        dependencies = json.loads(report)["dependencies"]
    except (ValueError, KeyError, TypeError):
        raise CannotAsk("The database of Python packages did not answer") from None
    passed = [f"{each['name']} ({each['skip_reason']})" for each in dependencies if "skip_reason" in each]
    if passed:
        raise CannotAsk(f"The database of Python packages was not asked about {', '.join(passed)}")
    return [
        Finding(
            each["name"],
            each["version"],
            (found["id"], *sorted(set(found.get("aliases", [])) - {found["id"]})),
            first_line(found.get("description")),
            mended(found.get("fix_versions")),
            BUILDERS if each["name"].lower() in builders else TESTS,
        )
        for each in dependencies
        for found in each["vulns"]
    ]


def mended(versions):
    """Return in words which versions are well again, none being known where there are none."""
    return f"fixed in {' or '.join(versions)}" if versions else "no version is known to mend it"


def of_npm(report, lock, bundled):
    """Return the findings of npm's JSON `report`, with versions from `lock`, the content of package-lock.json.

    `bundled` are the names of the packages whose code or style is in the pages. Raises `CannotAsk` where npm answered
    nothing, or nothing that this understands.
    """
    try:
        told = json.loads(report)["vulnerabilities"]
    except (ValueError, KeyError, TypeError):
        raise CannotAsk("The database of npm packages did not answer") from None
    findings = []
    for name, entry in told.items():
        for node in entry["nodes"]:
            package = lock["packages"].get(node, {})
            where = READERS if name in bundled else TESTS if package.get("dev") else BUILDERS
            for found in entry["via"]:
                if isinstance(found, dict):  # else it only needs a package that has an entry of its own
                    id = found["url"].rpartition("/")[2]
                    fixed = f"in versions {found['range']}; any other is well"
                    if not entry.get("fixAvailable"):
                        fixed += ", and nothing that is asked for here allows one"
                    title = first_line(found["title"])
                    findings.append(Finding(name, package.get("version", "?"), (id,), title, fixed, where))
    if told and not findings:
        raise CannotAsk("The database of npm packages answered in a way that this version does not understand")
    return findings


def first_line(text):
    """Return the first line of a description, short enough for a terminal."""
    line = next(iter((text or "").strip().splitlines()), "") or "no description"
    return line if len(line) <= 200 else line[:199] + "…"


def part(findings, advisories, today):
    """Part findings by what `advisories` excuses: return `(open, excused, idle)`.

    `open` are the findings that count, `excused` pairs of a finding and its entry, `idle` entries that nothing needs.
    An entry whose last day is before `today` (a date) excuses nothing.
    """
    valid = [entry for entry in advisories if entry.until >= today]
    pairs = [(each, next((entry for entry in valid if excuses(entry, each)), None)) for each in findings]
    used = {entry for _, entry in pairs if entry}
    return (
        [each for each, entry in pairs if not entry],
        [(each, entry) for each, entry in pairs if entry],
        [entry for entry in valid if entry not in used],
    )


def excuses(entry, finding):
    """Tell whether an exception is about a finding, whichever of its names it uses."""
    return entry.package == finding.package and entry.id in finding.ids
