"""Lists from data, where a page asks for them: plans of lessons, statements, pocket phrases, changes; on the trainer's
pages, what they put together from the lessons."""

import posixpath

from mkdocs.plugins import event_priority

from course import lists, trainer_lists


# Before the sources: what a list brings may cite some.
@event_priority(85)
def on_page_markdown(markdown, page, config, files):
    """Fill in each list that the page asks for, with links from where the page stands."""
    for name, write in lists.LISTS.items():
        mark = f"<!-- list: {name} -->"
        if mark in markdown:
            base = posixpath.dirname(page.file.url) or "."
            whole, course, words = config.extra["outline"], config.extra["course"], config.extra["words"]
            text = write(whole, course, words, lambda url, base=base: posixpath.relpath(url, base))
            markdown = markdown.replace(mark, text)
    for name, write in trainer_lists.LISTS.items():
        mark = f"<!-- list: {name} -->"
        if mark in markdown:
            whole, course, words = config.extra["outline"], config.extra["course"], config.extra["words"]
            me = course.pages[page.file.src_uri.removesuffix(".md")]
            markdown = markdown.replace(mark, write(whole, course, words, me))
    return markdown
