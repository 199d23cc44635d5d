"""The course's own blocks in a lesson's source: `/// name | title` … `///`, an outer block having more slashes.

pymdown-extensions renders them, and closes by itself what an author forgot to close or leaves an unknown name as text.
This reader exists to notice that, to find what a lesson holds, and to cut out what learners must not get.
"""

import difflib
import re
from dataclasses import dataclass, field

from course import masks
from course.problems import Problem

OPENING = re.compile(r"^(/{3,})[ ]+([a-z][a-z-]*)[ ]*(?:\|[ ]*(.*?))?[ ]*$")
CLOSING = re.compile(r"^(/{3,})[ ]*$")
INDENTED = re.compile(r"^[ \t]+/{3,}")
OPTION = re.compile(r"^ {4}([a-z]+):[ ]*(.*?)[ ]*$")
# Each block: whether it takes a title, and the options that it takes.
KNOWN = {
    "scenario": (True, {"id", "note"}),
    "choice": (True, {"best"}),
    "figure": (True, set()),
    "practice": (True, set()),
    "plan": (False, set()),
    "keypoints": (False, set()),
    "examples": (False, set()),
    "fields": (True, set()),
    "element": (True, set()),
    "slot": (True, set()),
    "values": (True, set()),
    "legal": (False, set()),
    "trainer": (True, set()),
    "scene": (True, {"id", "circle", "note"}),
    "option": (True, {"to"}),
    "ending": (True, {"id"}),
    "slide": (True, {"id", "minutes", "from", "lesson", "timer"}),
    "vote": (True, set()),
    "say": (False, set()),
    "ask": (False, set()),
    "avoid": (False, set()),
    "cards": (False, set()),
    "card": (True, set()),
}
INSIDE = {"choice": "scenario", "option": "scene", "card": "cards"}
INSIDE |= dict.fromkeys(["vote", "say", "ask", "avoid"], "slide")
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


@dataclass
class Block:
    """A block of a page: lines `start` to `end` (from 1, in the file), its options, the source lines that it and its
    children hold (`lines`), and those that stand in no child (`own`)."""

    name: str
    title: str
    start: int
    depth: int
    parent: "Block | None" = None
    end: int = 0
    options: dict = field(default_factory=dict)
    lines: list = field(default_factory=list)
    own: list = field(default_factory=list)
    children: list = field(default_factory=list)

    @property
    def text(self):
        """The source inside the block, without its options."""
        return "\n".join(self.lines)


def scan(body, path, first_line=1):
    """Return `(blocks, problems)`: the blocks of the Markdown `body` in reading order, and what is wrong with them.

    `first_line` is the line of the file at which `body` begins.
    """
    found, problems, stack = [], [], []
    in_options = False

    def problem(line, message):
        problems.append(Problem(path, line, message))

    outside = masks.blank(body, masks.FENCED).split("\n")
    for number, (line, read) in enumerate(zip(body.split("\n"), outside, strict=True), first_line):
        if stack and in_options and (option := OPTION.match(read)):
            _read_option(stack[-1], *option.groups(), lambda message, number=number: problem(number, message))
            continue
        elif opening := OPENING.match(read):
            block = Block(opening[2], opening[3] or "", number, len(opening[1]), stack[-1] if stack else None)
            _check_opening(block, problem)
            if stack:
                stack[-1].children.append(block)
            stack.append(block)
            found.append(block)
            in_options = block.name in KNOWN
            continue
        elif closing := CLOSING.match(read):
            if not stack:
                problem(number, f"'{closing[1]}' closes nothing; remove it, or open a block above it")
            elif len(closing[1]) != stack[-1].depth:
                problem(
                    number,
                    f"'{closing[1]}' does not close '{stack[-1].name}' of line {stack[-1].start}; "
                    f"write {'/' * stack[-1].depth}",
                )
            else:
                stack.pop().end = number
            continue
        elif read.startswith("///"):
            problem(number, f"this is no block: {line!r}; write '/// name | title', or '///' alone to close one")
        elif INDENTED.match(read):
            problem(number, "blocks begin at the start of the line; take the spaces before the slashes out")
        in_options = False
        for block in stack:
            block.lines.append(line)
        if stack:
            stack[-1].own.append(line)
    for block in stack:
        problem(block.start, f"'{block.name}' is never closed; write {'/' * block.depth} alone on a line after it")
    return found, problems


def _read_option(block, name, value, problem):
    """Give an option to its block; report one that it does not take, and a value that pymdown-extensions misreads."""
    allowed = KNOWN[block.name][1]
    if name not in allowed:
        remedy = f"known here: {', '.join(sorted(allowed))}" if allowed else "this block takes none"
        problem(f"unknown option '{name}' of '{block.name}'; {remedy}")
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    if not quoted and (": " in value or " #" in value or value[:1] in tuple("&*!|>@%`\"'[]{}#,")):
        problem(f"{name}: holds a sign that YAML reads as its own; put it all between quotes")
    block.options[name] = value[1:-1] if quoted else value


def _check_opening(block, problem):
    """Report an unknown name, a title too many or too few, and a wrong place of a block."""
    if block.name not in KNOWN:
        near = difflib.get_close_matches(block.name, KNOWN, 1)
        remedy = f"did you mean '{near[0]}'?" if near else f"known blocks: {', '.join(KNOWN)}"
        return problem(block.start, f"unknown block '{block.name}'; {remedy}")
    if KNOWN[block.name][0] and not block.title:
        problem(block.start, f"'{block.name}' needs a title; write {'/' * block.depth} {block.name} | The title")
    if not KNOWN[block.name][0] and block.title:
        problem(block.start, f"'{block.name}' takes no title; write {'/' * block.depth} {block.name} alone")
    if block.parent and block.depth >= block.parent.depth:
        problem(
            block.start,
            f"'{block.name}' stands in '{block.parent.name}' of line {block.parent.start} and must have "
            f"fewer slashes than it; give the outer block more",
        )
    outer = INSIDE.get(block.name)
    if outer and (not block.parent or block.parent.name != outer):
        problem(block.start, f"'{block.name}' belongs inside '{outer}'; open it between '//// {outer} | …' and '////'")


def without(body, *names):
    """Return the Markdown `body` with the blocks of these names made blank lines, so that line numbers still hold."""
    lines = body.split("\n")
    for block in scan(body, "")[0]:
        if block.name in names and block.end:
            lines[block.start - 1 : block.end] = [""] * (block.end - block.start + 1)
    return "\n".join(lines)
