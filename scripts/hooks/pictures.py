"""Writes the size of each picture of the course beside its address."""

from course import pictures


def on_page_content(html, page, config, files):
    """Look where a page shows one."""
    return pictures.with_sizes(html, config.theme["language"])
