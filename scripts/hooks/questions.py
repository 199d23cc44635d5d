"""mkdocs-quiz parses and renders the questions; this turns its markup into ours and ships none of its scripts."""

import mkdocs_quiz.plugin
from mkdocs.plugins import event_priority

from course import question_html


def on_config(config):
    """Empty what mkdocs-quiz would inline in each page: 14 kB of style and script that ours replaces."""
    mkdocs_quiz.plugin.style = mkdocs_quiz.plugin.js_script = ""
    return config


@event_priority(100)
def on_page_markdown(markdown, page, config, files):
    """Add the recalled question of an earlier lesson, so that it is written once and rendered like any other."""
    course = config.extra["course"]
    me = course.pages.get(page.file.src_uri.removesuffix(".md"))
    if me and me.recall:
        recalled = course.questions[me.recall]
        markdown += f"\n\n<quiz>{question_html.move_links(recalled, me.id)}</quiz>\n"
    return markdown


@event_priority(-100)
def on_page_content(html, page, config, files):
    """Write each question in our markup; the recalled one goes to the template, which shows it first. The bank is what
    the final assessment draws from: its element holds the whole page."""
    id = page.file.src_uri.removesuffix(".md")
    whole, course = config.extra["outline"], config.extra["course"]
    renderer = question_html.Renderer(whole, course, config.extra["words"])
    me = course.pages[id]
    html, page.recall = renderer.page(html, me)
    return f"<course-assessment>{html}</course-assessment>" if me.kind == "assessment" else html
