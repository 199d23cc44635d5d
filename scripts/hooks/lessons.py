"""Keeps trainer notes out of the learner's page, its headings and its search."""

from mkdocs.plugins import event_priority

from course import blocks


@event_priority(90)
def on_page_markdown(markdown, page, config, files):
    """Cut the notes out of the source before anything else reads it."""
    return blocks.without(markdown, "trainer")
