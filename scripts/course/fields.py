"""The fields of a worksheet: a block `fields` names the sheet and lists what to write, as `- key (lines): Label`."""

import re
from dataclasses import dataclass

FIELD = re.compile(r"^- ([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?: \(([1-9])\))?: (\S.*)$")
SHEET = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


@dataclass(frozen=True)
class Field:
    """A field: its key in the sheet, the lines of room that it has, and its label (plain text)."""

    key: str
    rows: int
    label: str


def of_block(block):
    """Return the `Field`s of a block `fields`; lines that are none are left out (see `problems`)."""
    found = [FIELD.match(line) for line in block.lines]
    return [Field(match[1], int(match[2] or 1), match[3]) for match in found if match]


def problems(page):
    """Return what is wrong with the fields of a page."""
    found = []
    for block in page.blocks_of("fields"):
        if not SHEET.fullmatch(block.title):
            told = f"'{block.title}' names no sheet; write two or more lower-case words joined by hyphens"
            found.append(page.problem(told, line=block.start))
        keys = [field.key for field in of_block(block)]
        for number, line in enumerate(block.lines, block.start + 1):
            match = FIELD.match(line)
            if line.strip() and not match:
                told = (
                    f"this is no field: {line.strip()!r}; write '- key: Label', or '- key (3): Label' for three lines"
                )
                found.append(page.problem(told, line=number))
            elif match and keys.count(match[1]) > 1:
                found.append(page.problem(f"the field '{match[1]}' stands twice here; rename one", line=number))
        if not keys:
            found.append(page.problem("a sheet has at least one field; write '- key: Label'", line=block.start))
    return found


def of_course(course):
    """Return the sheets that stand on two pages with other fields: what is written in one is read in the other."""
    found, seen = [], {}
    for page in course.pages.values():
        for block in page.blocks_of("fields"):
            keys = [field.key for field in of_block(block)]
            first, where = seen.setdefault(block.title, (keys, f"{page.shown}:{block.start}"))
            if keys != first:
                told = f"the sheet '{block.title}' has other fields in {where}; make them the same, or rename it"
                found.append(page.problem(told, line=block.start))
    return found
