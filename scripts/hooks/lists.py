"""Lists from data, where a page asks for them: terms, ideas, plans of lessons, statements, pocket phrases, changes; on
the trainer's pages, what they put together from the lessons."""

from mkdocs.plugins import event_priority

from course import lists, trainer_lists


# Before the sources: what a list brings may cite some.
@event_priority(85)
def on_page_markdown(markdown, page, config, files):
    """Fill in each list that the page asks for."""
    whole, course, words = (config.extra[name] for name in ("outline", "course", "words"))
    for name, write in (lists.LISTS | trainer_lists.LISTS).items():
        mark = f"<!-- list: {name} -->"
        if mark in markdown:
            markdown = markdown.replace(mark, write(whole, course, words, course.page_of(page.file)))
    return markdown
