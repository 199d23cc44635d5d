"""mkdocs-quiz parses and renders the questions; this turns its markup into ours and ships none of its scripts."""

import mkdocs_quiz.plugin
from mkdocs.plugins import CombinedEvent, event_priority

from course import decks, question_html, quick_quizzes, trainer_lists


def on_config(config):
    """Empty what mkdocs-quiz would inline in each page: 14 kB of style and script that ours replaces."""
    mkdocs_quiz.plugin.style = mkdocs_quiz.plugin.js_script = ""
    quick_quizzes.install()
    whole, course, words = (config.extra[name] for name in ("outline", "course", "words"))
    config.extra["renderer"] = question_html.Renderer(whole, course, words)
    return config


@event_priority(100)
def _add(markdown, page, config, files):
    """Add what a page asks again, so that a question is written once and rendered like any other: the recalled question
    of an earlier lesson, and those on which a deck lets the room vote."""
    course = config.extra["course"]
    me = course.page_of(page.file)
    if me.recall:
        markdown += f"\n\n{trainer_lists.quiz(course.questions[me.recall], me.id)}\n"
    if me.kind == "deck":
        markdown = decks.expand(markdown, lambda id: trainer_lists.quiz(course.questions[id], me.id))
    return markdown


@event_priority(70)
def _count(markdown, page, config, files):
    """Count the questions that a page shows, once its lists have put theirs in."""
    page.shown_questions = markdown.count("<quiz>")
    return markdown


on_page_markdown = CombinedEvent(_add, _count)


@event_priority(-100)
def on_page_content(html, page, config, files):
    """Write each question in our markup; the recalled one goes to the template, which shows it first. The bank is what
    the final assessment draws from: its element holds the whole page."""
    me = config.extra["course"].page_of(page.file)
    html, page.recall = config.extra["renderer"].page(
        html, me, page.shown_questions if me.kind in question_html.FORMS else None
    )
    return f"<course-assessment>{html}</course-assessment>" if me.kind == "assessment" else html
