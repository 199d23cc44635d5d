"""Finds, excuses and says: what a proofreading run tells its reader."""

import json
import re
import time
from dataclasses import asdict, replace

from course import exceptions
from course.problems import Problem
from course.proofreading import registry

SHOWN = 50  # findings printed; the rest is counted, and all of them are in the JSON
TEMPLATES = "overrides/"
MANY = 4  # pages; fewer may well have been written alike
PATH = re.compile(r"(?:\.{1,2}/)+|(?:[\w-]+/)+(?=[\w.-])")


def findings(site, rules=None):
    """Return what the rules find in a site, in their order; `rules` are all of them by default.

    What a template does wrong is told once: see `gathered`.
    """
    return [finding for rule in rules or registry.of() for finding in gathered(site, rule.findings(site))]


def gathered(site, found):
    """Return one rule's findings, with those that most pages of a language have alike, without a line, made one.

    A page's own author wrote none of them: they come from `overrides/`.
    """
    pages = {page.place[0]: page.language for page in site.course_pages}
    alike = {}
    for finding in found:
        if not finding.line and finding.path in pages:
            # A page of a folder names the same thing otherwise: ../about.html.
            key = pages[finding.path], PATH.sub("", finding.message)
            alike.setdefault(key, {}).setdefault(finding.path, []).append(finding)
    told = []
    for (language, _), by_page in alike.items():
        number = list(pages.values()).count(language)
        if len(by_page) >= MANY and 2 * len(by_page) > number:
            first = next(iter(by_page.values()))[0]
            where = f"{first.message} (on {len(by_page)} of {number} pages in '{language}': mend the template)"
            told.append(replace(first, path=TEMPLATES, message=where))
            gone = {finding for findings in by_page.values() for finding in findings}
            found = [finding for finding in found if finding not in gone]
    return [*told, *found]


def excuse(found, entries):
    """Return `(left, problems)`: the findings that no exception excuses, and the exceptions that excuse nothing.

    `entries` are the rules of `docs/exceptions.yml` (see `exceptions.RuleException`).
    """
    used, left = set(), []
    for finding in found:
        excused = {entry for entry in entries if _excuses(entry, finding)}
        used |= excused
        left += [] if excused else [finding]
    problems, known = [], registry.ids()
    for entry in entries:
        if entry.rule not in known:
            told = f"there is no rule '{entry.rule}'; tests/RULES.md lists them"
            problems.append(Problem(exceptions.NAME, entry.line, told))
        elif entry not in used:
            told = f"[{entry.rule}] finds nothing of the kind on {entry.page} any more; take this exception out"
            problems.append(Problem(exceptions.NAME, entry.line, told))
    return left, problems


def _excuses(entry, finding):
    place = (entry.rule, entry.page) == (finding.rule, finding.path)
    return place and (entry.about in finding.about or entry.about in finding.message)


def as_text(found):
    """Return findings as lines for people: at most `SHOWN`, then how many there are of each rule."""
    lines = [str(finding) for finding in found[:SHOWN]]
    if len(found) > SHOWN:
        left = {}
        for finding in found[SHOWN:]:
            left[finding.rule] = left.get(finding.rule, 0) + 1
        told = ", ".join(f"{count} [{rule}]" for rule, count in left.items())
        lines.append(f"… and {len(found) - SHOWN} more: {told}")
    return "\n".join(lines)


def as_json(found):
    """Return all findings as JSON, for tools."""
    return json.dumps([asdict(finding) for finding in found], ensure_ascii=False, indent=2) + "\n"


def timed(site):
    """Return `{rule id: seconds}` that each rule takes on a site, slowest first; for benchmarks."""
    taken = {}
    for rule in registry.of():
        start = time.perf_counter()
        rule.findings(site)
        taken[rule.id] = time.perf_counter() - start
    return dict(sorted(taken.items(), key=lambda pair: -pair[1]))
