"""The company's values, which lessons, decks and worksheets show: its own, or a sample that says that it is one."""

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from course import yaml_file
from course.company import PARTS
from course.problems import untranslated
from course.templates import speaker

NAME = "docs/values.yml"
# What a slide, a charter and a sheet of paper have room for: values, and signs of a name and of a line.
MOST, NAME_LENGTH, LINE_LENGTH = 3, 32, 80
WAYS = ("whole", "short")  # how a page may show them
BOX = Markup('<p class="kind">{kind}</p><p><b>{title}</b>{told}</p>{values}')
TOLD = Markup(" <em>({})</em>")
SHORT = Markup("<li><b><bdi>{}</bdi></b>{}</li>")
PART = Markup("<div><dt>{}</dt>{}</div>")
LINE = Markup('<dd dir="auto">{}</dd>')


@dataclass(frozen=True)
class Shown:
    """The values in one language: a list of `(name, {part: lines})`, whether they are a sample, and the title of the
    lesson that shows all that is said of them, if there is one."""

    values: list
    sample: bool
    lesson: str


def of_course(whole, course):
    """Return what the pages of a course show."""
    own = whole.company["values"]
    lesson = next((lesson for lesson in course.lessons if shows(lesson, "whole")), None)
    values = [
        (
            value["name"][course.language],
            {part: _lines(value[part][course.language]) for part in PARTS if part in value},
        )
        for value in own or whole.values
    ]
    return Shown(values, not own, lesson.title if lesson else "")


def shows(page, *ways):
    """Whether a page shows the values, in one of these ways."""
    return any(block.title in ways for block in page.blocks_of("values"))


def pages(course):
    """Return the pages that show the values: those that ask for them, and the workbooks of lessons that do."""
    found = []
    for page in course.pages.values():
        theme = course.theme_of(page) if page.kind == "workbook" else None
        if shows(page, *WAYS) or (theme and any(shows(lesson, "whole") for lesson in theme.lessons)):
            found.append(page)
    return found


def problems(course):
    """Return the blocks of pages that ask for the values in a way that there is not."""
    told = "there is no way '{}' to show the values; write /// values | whole or /// values | short"
    return [
        page.problem(told.format(block.title), line=block.start)
        for page in course.pages.values()
        for block in page.blocks_of("values")
        if block.title not in WAYS
    ]


def check(data, lines, languages):
    """Return what is wrong with the sample (`data`, with its lines)."""
    shared = yaml_file.schema("company")
    found = yaml_file.check(data, lines, {**shared["properties"]["values"], "$defs": shared["$defs"]}, NAME)
    if found:
        return found
    texts = [
        (f"'{key}'", lines.get((index, key), 0), texts)
        for index, value in enumerate(data)
        for key, texts in value.items()
    ]
    return untranslated(NAME, texts, languages)


def box(shown, way, words):
    """Return what stands in the box of a page as HTML; what a company writes is text in it, whatever signs it holds."""
    told = words["slot_sample"] if shown.sample else ""
    if way == "whole":
        values = Markup("").join(_whole(name, parts, words) for name, parts in shown.values)
    else:
        items = Markup("").join(_short(name, parts, words) for name, parts in shown.values[:MOST])
        values = Markup("<ul>{}</ul>").format(items)
        if len(shown.values) > MOST:
            key = "values_elsewhere" if shown.lesson else "values_some"
            told = speaker(words)(key, shown=MOST, count=len(shown.values), lesson=shown.lesson)
    told = TOLD.format(told) if told else ""
    return BOX.format(kind=words["slot"], title=words["values_ours"], told=told, values=values)


def _lines(text):
    return [text] if isinstance(text, str) else text


def _whole(name, parts, words):
    """Return a value with all that is said of it."""
    said = Markup("").join(
        PART.format(words[f"values_{part}"], Markup("").join(map(LINE.format, parts[part])))
        for part in PARTS
        if part in parts
    )
    head = Markup('<p class="value" dir="auto"><b>{}</b></p>').format(name)
    return head + (Markup("<dl>{}</dl>").format(said) if said else "")


def _short(name, parts, words):
    """Return a value with the first of what is said of it, cut where a slide has no more room."""
    line = next((parts[part][0] for part in PARTS if part in parts), "")
    said = Markup("{} <bdi>{}</bdi>").format(words["colon"], cut(line, LINE_LENGTH)) if line else ""
    return SHORT.format(cut(name, NAME_LENGTH), said)


def cut(text, length):
    """Return a text of at most `length` signs, cut between two words if there is a place."""
    text = re.sub(r"[ \t\n]+", " ", text)  # no-break spaces stay
    if len(text) <= length:
        return escape(text)
    kept = text[: length - 1]
    return escape(f"{kept.rpartition(' ')[0] or kept}…")
