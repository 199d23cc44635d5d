"""Collects what each page says, section by section, into the search index of the page's language."""

from pathlib import Path

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

from course import assets, pages, search

NAME = "search-index.js"
_sections = []


def on_pre_build(config):
    """Begin anew: the hook outlives a build when the site is served."""
    _sections.clear()


@event_priority(-200)
def on_page_content(html, page, config, files):
    """Take the sections of a page, after every other hook had its word."""
    me = config.extra["course"].page_of(page.file)
    if not pages.is_searched(me.id):
        return
    _sections.extend(search.sections(html, me))


def on_env(env, config, files):
    """Write the index, now that every page has said what it holds, and give templates its address, `search_index`.

    Where only the changed pages are built, it would know nothing of the others: the last one stays.
    """
    if config.extra.get("quick"):
        last = next(Path(config.site_dir, "assets").glob("search-index.*.js"))
        env.globals["search_index"] = f"assets/{last.name}"
        return env
    text = search.script(_sections)
    env.globals["search_index"] = address = f"assets/{assets.named(NAME, text.encode())}"
    files.append(File.generated(config, address, content=text))
    return env
