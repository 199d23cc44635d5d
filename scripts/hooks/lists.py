"""Lists from data, where a page asks for them: plans of lessons, statements, pocket phrases, changes."""

import posixpath

from mkdocs.plugins import event_priority

from course import lists


@event_priority(80)
def on_page_markdown(markdown, page, config, files):
    """Fill in each list that the page asks for, with links from where the page stands."""
    for name, write in lists.LISTS.items():
        mark = f"<!-- list: {name} -->"
        if mark in markdown:
            base = posixpath.dirname(page.file.url) or "."
            whole, course, words = config.extra["outline"], config.extra["course"], config.extra["words"]
            text = write(whole, course, words, lambda url, base=base: posixpath.relpath(url, base))
            markdown = markdown.replace(mark, text)
    return markdown
