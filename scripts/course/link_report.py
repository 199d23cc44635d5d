"""The report of external links: Markdown for people, and at its end the days on which links failed, for the next check.

It becomes the body of an issue. So nothing in an address may end the comment, call somebody with an @, or make GitHub
note in another repository that it was mentioned here: addresses stand between backticks, and the comment is JSON with
every sign escaped that means something to HTML or GitHub.
"""

import json
import re
from datetime import date

from course.external_links import DAYS_TO_DIE, Verdict

LIMIT = 60_000  # characters; an issue holds 65,536
MEMORY_LIMIT = 40_000  # of these, for the memory
LONGEST = 1_000  # characters of one address
ALL_WELL = "No external link is failing."  # the workflow reads this first line
BEGIN = "<!-- check-links remembers here on which days links failed; leave it in place"
MEMORY = re.compile(r"^<!-- check-links remembers[^\n]*\n(.*?)^-->", re.DOTALL | re.MULTILINE)
SIGNS = re.compile("[<>&@#`]|--")

SECTIONS = {
    Verdict.DEAD: (
        "Dead",
        f"Failed on {DAYS_TO_DIE} days or more, with no good answer in between. Mend each on the pages that hold it, "
        "in every language; for a source, in docs/sources.yml. To put up with one for a while, give it an entry under "
        "`quarantine` in docs/exceptions.yml.",
    ),
    Verdict.FAILING: ("Failing", f"Not dead yet: a link is dead when it has failed on {DAYS_TO_DIE} days."),
    Verdict.UNKNOWN: ("Unknown", "The server turned away our robot. Open these in a browser now and then."),
    Verdict.MOVED: ("Moved", "These work. Their servers say that the new address is for good."),
}


def read_memory(text, today):
    """Return `(history, complaints)` of a former report: `{url: sorted ISO dates}`, and sentences about what was lost.

    People edit issues: whatever is no address with days up to `today` is left out, and told.
    """
    if not text.strip():
        return {}, []
    found = MEMORY.findall(text)
    if not found:
        return {}, ["The former report has lost its memory, so days are counted anew."]
    try:
        data = json.loads(found[-1])
    except ValueError as error:
        return {}, [f"The former report's memory cannot be read ({error}), so days are counted anew."]
    if not isinstance(data, dict):
        return {}, ["The former report's memory is no list of links, so days are counted anew."]
    history, lost = {}, []
    for url, days in data.items():
        good = {day for day in days if _is_day(day, today)} if isinstance(days, list) else set()
        if good:
            history[url] = sorted(good)
        if not good or len(good) < len(days):
            lost.append(url)
    return history, [_told_of(lost)] if lost else []


def _told_of(lost):
    """Return the sentence about links whose days could not be read."""
    shown = ", ".join(code(url) for url in lost[:5]) + (f" and {len(lost) - 5} more" if len(lost) > 5 else "")
    return f"In the former report's memory, days that are none were left out: see {shown}."


def _is_day(text, today):
    """Tell whether a value is an ISO date that is not in the future."""
    try:
        return isinstance(text, str) and date.fromisoformat(text).isoformat() == text <= today.isoformat()
    except ValueError:
        return False


def write_memory(history):
    """Return `(comment, left out)`: the HTML comment that `read_memory` reads, and how many links it had no room for.

    Links that failed on most days come first; for room, a link's days shrink to as many as make it dead.
    """
    longest_first = sorted(history.items(), key=lambda item: (-len(item[1]), item[0]))
    entries, room, out = [], MEMORY_LIMIT, 0
    tight = sum(len(_entry(*item)) for item in longest_first) > room
    for url, days in longest_first:
        entry = _entry(url, [days[0], *days[1:][1 - DAYS_TO_DIE :]] if tight else days)
        if len(entry) > room:
            out += 1
            continue
        room -= len(entry)
        entries.append(entry)
    return BEGIN + "\n{\n" + ",\n".join(entries) + "\n}\n-->\n", out


def _entry(url, days):
    """Return one line of the memory: JSON that holds nothing which ends a comment or calls anybody."""
    return f"{_json(url)}: {_json(days)}"


def _json(value):
    def escaped(match):
        return "".join(f"\\u{ord(sign):04x}" for sign in match[0])

    return SIGNS.sub(escaped, json.dumps(value))


def code(text):
    """Return text as Markdown code, which nothing in it can end: neither a backtick nor a line break is left."""
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in text[:LONGEST]).split())
    cut = "…" if len(text) > LONGEST or not words else ""  # two backticks alone would be no code
    return f"`{words.replace('`', '%60')}{cut}`"


def write(findings, history, spared, idle, complaints, today):
    """Return the report, `LIMIT` characters at most: what does not fit is counted.

    `findings` are those of `external_links.judge`, `spared` and `idle` those of `external_links.part`;
    `complaints` are sentences for the maintainers.
    """
    memory, out = write_memory(history)
    if out:
        complaints = [*complaints, f"There was no room to remember {out} of the failing links; mend some first."]
    parts = [_summary(findings, spared, today), *(f"**Look:** {complaint}\n" for complaint in complaints)]
    sections = [
        (f"## {title} ({len(lines)})\n\n{intro}\n", lines)
        for title, intro, lines in _sections(findings, spared, idle)
        if lines
    ]
    room = LIMIT - sum(len(part) + 1 for part in (*parts, memory)) - sum(len(head) + 40 for head, _ in sections)
    for head, lines in sections:
        kept = _that_fit(lines, room)
        room -= sum(len(line) + 1 for line in kept)
        left = [f"- … and {len(lines) - len(kept)} more"] if len(kept) < len(lines) else []
        parts += [head, *kept, *left, ""]
    return "\n".join([*parts, memory])


def _that_fit(lines, room):
    """Return the first of `lines` that take `room` characters together, with their line breaks."""
    for index, line in enumerate(lines):
        room -= len(line) + 1
        if room < 0:
            return lines[:index]
    return lines


def _summary(findings, spared, today):
    """Return the first lines: whether all is well, the date and the counts."""
    count = {verdict: sum(finding.verdict is verdict for finding in findings) for verdict in Verdict}
    bad = count[Verdict.DEAD] + count[Verdict.FAILING]
    remembered = sum(finding.verdict is Verdict.ALIVE and finding.answer.reached is None for finding in findings)
    pages = {page for finding in findings for page in finding.pages}
    first = f"{bad} external link(s) failing, {count[Verdict.DEAD]} of them dead." if bad else ALL_WELL
    return (
        f"{first}\n\n{today.isoformat()}: {len(findings)} external link(s) on {len(pages)} page(s): "
        f"{count[Verdict.ALIVE] + count[Verdict.MOVED]} answer ({remembered} of them did within seven days and were "
        f"not asked again, {count[Verdict.MOVED]} have moved), {count[Verdict.UNKNOWN]} unknown, "
        f"{count[Verdict.FAILING]} failing, {count[Verdict.DEAD]} dead; {len(spared)} more in quarantine.\n"
    )


def _sections(findings, spared, idle):
    """Yield `(title, introduction, lines)` of each section, the most pressing first."""
    for verdict, (title, intro) in SECTIONS.items():
        yield title, intro, [_line(finding) for finding in findings if finding.verdict is verdict]
    lines = [
        f"- {code(entry.url)} until {entry.until.isoformat()}, {code(entry.owner)}: {code(entry.reason)}{_on(pages)}"
        for entry, pages in spared
    ]
    yield "In quarantine", "Not asked, because docs/exceptions.yml says so.", lines
    lines = [f"- {code(entry.url)} (line {entry.line})" for entry in idle]
    yield "Quarantined for nothing", "No page holds these any more; take them out of docs/exceptions.yml.", lines


def _line(finding):
    """Return the line of one link."""
    said = f"leads to {code(finding.answer.moved)}" if finding.verdict is Verdict.MOVED else code(finding.answer.said)
    days = f"; failed on {', '.join(finding.days)}" if finding.days else ""
    return f"- {code(finding.url)}: {said}{days}{_on(finding.pages)}"


def _on(pages):
    """Return where a link stands, with three pages at most."""
    more = f" and {len(pages) - 3} more" if len(pages) > 3 else ""
    return f". On {', '.join(code(page) for page in pages[:3])}{more}"
