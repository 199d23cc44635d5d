"""The slides of a trainer's deck, and the sessions of 30, 60 and 90 minutes that are made of them.

A slide says how long it takes and which is the shortest session that keeps it; everything that tells a trainer the time
(the guide's schedule, the deck's pacing, what to cut first) is worked out from these two numbers.
"""

import re
from dataclasses import dataclass

from course import blocks, citations

LENGTHS = (30, 60, 90)  # minutes of a session
SLIDES = (10, 15)  # fewest and most slides of a deck
LONGEST = 12  # minutes of a slide, and minutes in a row without an activity or a vote
WORDS = 45  # that a slide shows at most, captions, votes and notes apart
NOTES = ("say", "ask", "avoid")
EXAMPLE = (
    "write '//// slide | Title', then under it 'id: two-words', 'minutes: 4' and 'from: 30', each indented by four"
)
WHOLE = re.compile(r"[1-9][0-9]?")


@dataclass(frozen=True)
class Slide:
    """A slide: minutes it takes, the shortest session that keeps it (`shortest`, in minutes), minutes of the clock that
    it shows (`timer`, 0 for none), the lesson that it comes from and the question that it lets the room vote on."""

    id: str
    title: str
    minutes: int
    shortest: int
    timer: int
    lesson: str
    vote: str
    line: int

    @property
    def active(self):
        """Whether the room does something: an activity, which has a clock, or a vote."""
        return bool(self.timer or self.vote)


def slides(page):
    """Return the slides of a deck in order; `problems` says what is wrong with them."""
    return [_slide(block) for block in page.blocks_of("slide")]


def _slide(block):
    number = {key: int(value) for key, value in block.options.items() if WHOLE.fullmatch(value)}
    votes = [child.title for child in block.children if child.name == "vote"]
    return Slide(
        block.options.get("id", ""),
        block.title,
        number.get("minutes", 0),
        number.get("from", 0),
        number.get("timer", 0),
        block.options.get("lesson", ""),
        votes[0] if votes else "",
        block.start,
    )


def session(slides, length):
    """Return `(minute, slide)` of each slide that a session of `length` minutes keeps: `minute` is when it begins."""
    kept, minute = [], 0
    for slide in slides:
        if slide.shortest <= length:
            kept.append((minute, slide))
            minute += slide.minutes
    return kept


def cuts(slides, length):
    """Return what a session of `length` minutes can lose first: the slides that the next shorter one does without."""
    shorter = max((other for other in LENGTHS if other < length), default=0)
    return [slide for slide in slides if shorter < slide.shortest <= length] if shorter else []


def problems(page):
    """Return what a deck lacks or has too much of."""
    found, seen = [], {}
    shown = page.blocks_of("slide")
    for block in shown:
        found += [page.problem(told, line=block.start) for told in _wrong(block)]
        first = seen.setdefault(block.options.get("id"), block.start)
        if first != block.start:
            told = f"the slide id '{block.options['id']}' stands already at line {first}; rename one"
            found.append(page.problem(told, line=block.start))
    outside = blocks.without(page.body, "slide")
    for number, line in enumerate(outside.split("\n"), page.body_line):
        if line.strip():
            found.append(page.problem(f"this stands in no slide: {line.strip()[:50]!r}; {EXAMPLE}", line=number))
            break
    if not SLIDES[0] <= len(shown) <= SLIDES[1]:
        told = f"{len(shown)} slides; a deck has {SLIDES[0]} to {SLIDES[1]}"
        found.append(page.problem(told, line=shown[-1].start if shown else page.body_line))
    return found or _times(page)


def _wrong(block):
    """Yield what is wrong with one slide."""
    options = block.options
    if not blocks.ID.fullmatch(options.get("id", "")):
        yield "a slide has an id, which is its address; write '    id: two-words' right under its first line"
    for key in ("minutes", "timer"):
        value = options.get(key, "" if key == "minutes" else "1")
        if not (WHOLE.fullmatch(value) and int(value) <= LONGEST):
            yield f"'{key}: {value}' of a slide; write a whole number of minutes from 1 to {LONGEST}"
    if options.get("from") not in map(str, LENGTHS):
        yield f"'from: {options.get('from', '')}'; write the shortest session that keeps this slide: 30, 60 or 90"
    if options.get("timer", "0").isdigit() and int(options.get("timer", 0)) > int(_slide(block).minutes or LONGEST):
        yield f"its clock runs {options['timer']} minutes and the slide has {options['minutes']}; shorten the clock"
    names = [child.name for child in block.children]
    for name in NOTES:
        if names.count(name) != 1:
            yield f"{names.count(name)} note(s) '{name}'; a slide has one, /// {name} … ///: what to {name}"
    if names.count("vote") > 1:
        yield "two votes on one slide; the room answers one question at a time"
    shown = citations.CITATION.sub("", "\n".join(block.own)).split()
    words = sum(any(character.isalnum() for character in word) for word in shown)
    if words > WORDS:
        yield f"{words} words on a slide; keep at most {WORDS}, and say the rest (/// say)"


def _times(page):
    """Return the sessions whose slides do not add up, or that let the room sit still too long."""
    found, shown = [], slides(page)
    for length in LENGTHS:
        kept = session(shown, length)
        total = sum(slide.minutes for _, slide in kept)
        if total != length:
            told = f"the slides with 'from: {length}' or less take {total} minutes; make it {length}"
            found.append(page.problem(told, line=kept[0][1].line if kept else page.body_line))
        still = 0
        for _, slide in kept:
            still = 0 if slide.active else still + slide.minutes
            if still > LONGEST:
                told = f"{still} minutes without an activity or a vote in {length} minutes; vote before this slide"
                found.append(page.problem(told, line=slide.line))
                break
    return found


def of_course(course):
    """Return the slides that name a lesson or a question of another theme, or none."""
    found = []
    for page in course.pages.values():
        if page.kind != "deck":
            continue
        theme = course.theme_of(page)
        lessons = {lesson.id for module in course.modules for lesson in module.lessons}
        asked = [question.id for step in theme.steps for question in step.questions] if theme else []
        for slide in slides(page):
            if slide.lesson and slide.lesson not in lessons:
                told = f"'{slide.lesson}' is no lesson; choose among {', '.join(sorted(lessons))}"
                found.append(page.problem(told, line=slide.line))
            if slide.vote and slide.vote not in asked:
                told = f"'{slide.vote}' is no question of this theme; choose among {', '.join(asked)}"
                found.append(page.problem(told, line=slide.line))
            elif slide.vote and course.questions[slide.vote].kind == "blank":
                told = f"'{slide.vote}' has no options to vote on; choose a question that has"
                found.append(page.problem(told, line=slide.line))
    return found


def expand(body, quiz):
    """Return a deck's Markdown with each vote as a question to render: `quiz` gives its source by its id."""
    lines = body.split("\n")
    for block in blocks.scan(body, "")[0]:
        if block.name == "vote" and block.end:
            lines[block.start - 1 : block.end] = [quiz(block.title)] + [""] * (block.end - block.start)
    return "\n".join(lines)
