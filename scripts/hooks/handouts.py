"""Puts a print button above what trainers hand out, and with it the style that such a page has on paper."""

from mkdocs.plugins import event_priority

from course import handouts


@event_priority(-170)
def on_page_content(html, page, config, files):
    """Add the button, which is nothing where scripts do not run."""
    me = config.extra["course"].page_of(page.file)
    return f"{handouts.button(config.extra['words'])}\n{html}" if handouts.printed(me) else html
