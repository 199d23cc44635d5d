"""What the trainer's pages of a theme put together from the lessons and the deck, as Markdown: the schedule of a
session, the activities that the lessons hold, questions to vote on, to answer on paper, with their answers.

Each function takes the outline, the course of the page's language, the interface's words, and the page. A question is
written as `<quiz>` and rendered as on its lesson, in the form that the page wants (see hooks/questions.py).
"""

import re

from markupsafe import Markup

from course import blocks, citations, fields, question_html, schedule, values

# A paragraph that sends to a tool of the course, and a sentence about where the browser keeps what one writes.
TOOL = re.compile(r"\]\([^)]*/tools/")
SCREEN = re.compile(r"(?<=[.!?] )[^.!?]*\b(?:navigateur|browser)\b[^.!?]*[.!?] ?")


def activities(whole, course, words, page):
    """Return the theme's trainer notes, with their minutes, between those of the modules that open and close it."""
    parts = []
    for step in schedule.taught(course, page):
        for block in step.blocks_of("trainer"):
            link = f"[{step.title}]({_up(page)}{step.id}.md)"
            parts.append(f"### {link} · {block.title} {{#activity-{_name(step)}}}")
            parts.append(question_html.move(block.text.strip(), step.id, page.id))
    return "\n\n".join(parts)


def key(whole, course, words, page):
    """Return the questions of the theme's check, to be shown with their answers."""
    return _quizzes(course.theme_of(page).check.questions, page)


def answers(whole, course, words, page):
    """Return the questions of the theme's lessons and of its check, under their titles."""
    return _by_step(course, page, lambda question: True)


def votes(whole, course, words, page):
    """Return the questions of the theme on which a room can vote, under the titles of their steps."""
    return _by_step(course, page, lambda question: question.kind != "blank")


def _by_step(course, page, wanted):
    """Return the wanted questions of the page's theme as Markdown, under the titles of their steps."""
    return "\n\n".join(
        f"## {step.title} {{#{_name(step)}}}\n\n{_quizzes(filter(wanted, step.questions), page)}"
        for step in course.theme_of(page).steps
    )


def _quizzes(questions, page):
    return "\n\n".join(quiz(question, page.id) for question in questions)


def quiz(question, page_id):
    """Return a question as it stands in its lesson, with its links made right for another page."""
    return f"<quiz>{question_html.move_links(question, page_id)}</quiz>"


def workbook(whole, course, words, page):
    """Return what participants write in: a cover, a sheet a lesson, then the check's questions without answers."""
    theme = course.theme_of(page)
    check = theme.check
    parts = [_cover(theme, words), *(_sheet(lesson, whole.sources, words, page) for lesson in theme.lessons)]
    parts.append(f"## {check.title} {{#check}}")
    parts += ['<div class="paper-questions" markdown="1">', _quizzes(check.questions, page), "</div>"]
    return "\n\n".join(parts)


def _cover(theme, words):
    """Return what stands under the workbook's title: whose it is, what is in it, what one takes away."""
    inside = Markup("").join(
        Markup('<li><a href="#{}">{}</a></li>').format(_name(step), step.title) for step in theme.steps
    )
    return Markup('<div class="cover">{}<div class="inside"><p><b>{}</b></p><ul>{}</ul></div></div>\n\n{}').format(
        Markup("").join(_lines(words[f"workbook_{key}"]) for key in ("name", "date")),
        words["workbook_inside"],
        inside,
        Markup('<section class="take-away"><h2 id="take-away">{}</h2>{}</section>').format(
            words["workbook_take"],
            Markup("").join(_lines(words[f"workbook_{key}"], n) for key, n in (("plan", 3), ("word", 2), ("again", 1))),
        ),
    )


def _sheet(lesson, sources, words, page):
    """Return the sheet of a lesson: its aims and its practice, then room to write and for a plan."""
    [practice], [plan] = lesson.blocks_of("practice"), lesson.blocks_of("plan")
    room = [field for block in lesson.blocks_of("fields") for field in fields.of_block(block)]
    return "\n\n".join(
        [
            '<section class="worksheet" markdown="1">',
            f"## {lesson.title} {{#{_name(lesson)}}}",
            '<div class="brief" markdown="1">',
            f"**{words['objectives']}**",
            "\n".join(f"- {objective}" for objective in lesson.objectives),
            f"### {practice.title}",
            _named(question_html.move(on_paper(lesson, practice), lesson.id, page.id), sources, words, page),
            "</div>",
            '<div class="room" markdown="1">',
            *(["/// values | short\n///"] if values.shows(lesson, "whole") else []),
            *(_lines(field.label, field.rows) for field in room),
            f"### {words['plan']} {{#plan-{_name(lesson)}}}",
            f"> {plan.text.strip()}",
            _lines(words["workbook_plan"], 2),
            "</div>",
            "</section>",
        ]
    )


def on_paper(lesson, block):
    """Return what a practice asks, as Markdown, without its fields and without what only a screen can do."""
    lines = lesson.body.split("\n")[block.start - lesson.body_line + 1 : block.end - lesson.body_line]
    first, *rest = blocks.without("\n".join(lines), "fields").strip().split("\n\n")
    kept = [first, *(part for part in rest if not TOOL.search(part))]
    return "\n\n".join(SCREEN.sub("", part) for part in kept).strip()


def _named(text, sources, words, page):
    """Return Markdown that names its sources where it cites them: a sheet has no room for notes at its foot."""

    def name(match):
        return f" ([{citations.named(sources[match[1]], page.language, words)}]({_up(page)}sources.md#{match[1]}))"

    return re.sub(r"[ ]?\[\^([^\]\s]+)\]", name, text)


def _lines(label, rows=1):
    """Return a label and lines to write on: beside it where there is one, under it where there are several."""
    return Markup('<div class="write{}"><p>{}</p>{}</div>').format(
        " one" if rows == 1 else "", label, Markup("<i></i>") * rows
    )


def _name(step):
    """Return where a step stands in a page of its theme."""
    return step.id.rpartition("/")[2]


def _up(page):
    return "../" * page.id.count("/")


# Drawn in a corner of each card: letters alone look alike from afar.
SHAPES = {
    "A": '<circle cx="15" cy="15" r="13"/>',
    "B": '<path d="M3 3h24v24H3z"/>',
    "C": '<path d="M15 2l14 26H1z"/>',
    "D": '<path d="M15 1l14 14-14 14L1 15z"/>',
}
SVG = Markup('<svg viewBox="0 0 30 30" fill="currentColor" aria-hidden="true">{}</svg>')


def voting_cards(whole, course, words, page):
    """Return the four letters to raise, one half of a sheet each."""
    cards = Markup("").join(
        Markup('<section class="letter">{1}<h2 id="card-{2}">{0}</h2>{1}</section>').format(
            letter, SVG.format(Markup(shape)), letter.lower()
        )
        for letter, shape in SHAPES.items()
    )
    return Markup('<div class="letters">{}</div>').format(cards)


STAMP = Markup(
    '<svg class="stamp" viewBox="0 0 40 38" aria-hidden="true"><circle cx="20" cy="13" r="8"/>'
    '<circle cx="13" cy="25" r="8"/><circle cx="27" cy="25" r="8"/></svg>'
)


def thank_you_cards(whole, course, words, page):
    """Return four cards to write by hand."""
    prompts = Markup("").join(
        _lines(words[f"thanks_{key}"], n) for key, n in (("gesture", 3), ("effect", 3), ("person", 2))
    )
    card = Markup('<div class="note-to-write">{}{}</div>').format(STAMP, prompts)
    return Markup('<div class="notes-to-write">{}</div>').format(Markup("").join([card] * 4))


LISTS = {
    "schedule": schedule.sessions,
    "activities": activities,
    "key": key,
    "answers": answers,
    "workbook": workbook,
    "vote": votes,
    "voting-cards": voting_cards,
    "thank-you-cards": thank_you_cards,
}
