"""What a company reads before it publishes: what its file leaves as sample text and where, how its colour is shown."""

import os
import re
from dataclasses import dataclass

from course import colours, company, company_file, slots, values
from course.problems import Problem

# Addresses that belong to nobody, left in from an example.
EXAMPLE = re.compile(r"(?:[@/.]|^)(?:example\.(?:org|com|net)|[a-z0-9-]+\.example)\b", re.IGNORECASE)
CUT = re.compile(r"^ *(?:- +)?[a-z_]+: +(?![\"'|>\[{#])(?P<kept>.*?) #(?P<lost>\S.*)$")
PAGES = 3  # pages that a line names before it counts the others


@dataclass(frozen=True)
class Report:
    """`samples`: what readers will see marked as a sample, a `Problem` each. `doubts`: what is allowed and likely to be
    a slip. `notes`: lines that only inform."""

    samples: list
    doubts: list
    notes: list


def of_outline(whole, data, lines, text):
    """Return the `Report` of a course in order. `data` and `lines` are those of company.yml as it is written (see
    `company.read`), `text` is the file."""
    data = data or {}
    return Report(
        [Problem(company.NAME, line, told) for line, told in _samples(whole, lines)],
        [Problem(company.NAME, line, told) for line, told in _doubts(whole.company, data, lines, text)],
        [*_colours(whole.company["colours"]), *_addresses(whole.company)],
    )


def _samples(whole, lines):
    """Yield `(line, what to tell)` of each place that shows a sample, and of addresses left from an example."""
    settings, course = whole.company, next(iter(whole.courses.values()))
    for kind in ("contacts", "policies"):
        for id, slot in whole.slots.items():
            given = slots.fill({id: slot}, settings, course.language)[id]
            if slot["from"].startswith(f"{kind}.") and given.sample:
                where = [
                    page for page in course.pages.values() if id in [block.title for block in page.blocks_of("slot")]
                ]
                told = f"{slot['from']} is left out: {_shown_on(where)} « {slot[course.language]['sample']} »"
                yield lines.get((kind,), 0), told
    if "email" not in settings["contacts"].get("course", {}):
        line = lines.get(("contacts", "course"), lines.get(("contacts",), 0))
        yield line, "contacts.course has no email: the letters that each lesson begins go to a sample address"
    if not settings["values"]:
        where = values.pages(course)
        names = ", ".join(value["name"][course.language] for value in whole.values)
        yield (
            lines.get(("values",), 0),
            f"values is empty: {_shown_on(where)} the values of a made-up company ({names})",
        )
    if not settings["legal_review"]:
        yield 0, "legal_review is left out: pages on the law say that no jurist has reviewed them"


def _shown_on(pages):
    """Return which pages show something, the first few by name."""
    named = ", ".join(page.id for page in pages[:PAGES])
    rest = f" and {len(pages) - PAGES} more" if len(pages) > PAGES else ""
    return f"{named}{rest} show{'s' if len(pages) == 1 else ''}"


def _doubts(settings, data, lines, text):
    """Yield `(line, what to tell)` of what the file may hold and its author hardly meant."""
    if not os.environ.get("SITE_URL") and EXAMPLE.search(settings["address"]):
        told = "address is still that of an example; GitHub Pages fills in its own, any other host needs yours"
        yield lines.get(("address",), 0), told
    for here, value in company_file.texts(data):
        if here != ("address",) and EXAMPLE.search(value):
            yield lines.get(here, 0), f"'{value}' is an example's address and leads nowhere; write your own"
    for number, line in enumerate(text.split("\n"), 1):
        if match := CUT.match(line):
            yield (
                number,
                f"« #{match['lost'][:40]} » is not read: # begins a comment; put the whole text between quotes",
            )
    for here, value in company_file.texts(data):
        said = here[0] == "values" and "name" not in here  # what one says stands between quotation marks
        if value[:1] in company_file.QUOTES and value[-1:] in company_file.QUOTES and not said:
            yield lines.get(here, 0), f"readers will see the quotation marks of {value[:60]}; take them out"
    given, known = data.get("contacts") or {}, {"email", "phone", "url"}
    for key, contact in given.items():
        if not known & set(contact):
            told = f"contacts.{key} has a name and no way to reach it; add email:, phone: or url:"
            yield lines.get(("contacts", key), 0), told


def _colours(given):
    """Yield how a company's colour is shown, a line a theme."""
    for shade in colours.shades(given["accent"]) if given else []:
        if shade.shown == shade.given:
            yield f"colour, {shade.theme} theme: {shade.given} as it is, contrast {shade.ratio:.1f}:1"
        else:
            yield (
                f"colour, {shade.theme} theme: {shade.given} has a contrast of {shade.given_ratio:.1f}:1; shown as "
                f"{shade.shown}, same hue, {shade.ratio:.1f}:1"
            )


def _addresses(settings):
    """Yield that addresses are not asked."""
    asked = [policy["url"] for policy in settings["policies"].values()]
    asked += [contact["url"] for contact in settings["contacts"].values() if "url" in contact]
    if asked:
        yield f"addresses: {len(asked)}, well written and not asked: only ./scripts/check-links asks them"
