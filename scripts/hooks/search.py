"""Collects what each page says, section by section, into the search index of the page's language."""

from pathlib import Path

from mkdocs.plugins import event_priority

from course import pages, search

_sections = []


def on_pre_build(config):
    """Begin anew: the hook outlives a build when the site is served."""
    _sections.clear()


@event_priority(-200)
def on_page_content(html, page, config, files):
    """Take the sections of a page, after every other hook had its word."""
    me = config.extra["course"].pages[page.file.src_uri.removesuffix(".md")]
    if not pages.is_searched(me.id):
        return
    _sections.extend(search.sections(html, me))


def on_post_build(config):
    """Write the index, unless only the changed pages were built: it would know nothing of the others."""
    if not config.extra.get("quick"):
        search.write(_sections, Path(config.site_dir) / "assets" / "search-index.js")
