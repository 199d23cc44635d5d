"""Sources from one data file: a footnote for each id that a page cites, and the list on the sources page."""

from datetime import date

from babel.dates import format_date
from mkdocs.plugins import event_priority

from course import pages

LIST = "<!-- list: sources -->"


@event_priority(80)
def on_page_markdown(markdown, page, config, files):
    """Define the footnotes that the page cites and fill in the list where the page asks for it."""
    sources, words = config.extra["outline"].sources, config.extra["words"]
    language = config.theme["language"]
    up = "../" * page.file.src_uri.count("/")
    cited = dict.fromkeys(pages.CITATION.findall(markdown))
    notes = [
        f"[^{id}]: {sources[id]['reference']} *({words['source_' + sources[id]['kind']]})* "
        f"[{words['source_more']}]({up}sources.md#{id})"
        for id in cited
    ]
    if LIST in markdown:
        markdown = markdown.replace(
            LIST, "\n\n".join(_entry(id, entry, language, words) for id, entry in sources.items())
        )
    return "\n".join([markdown, "", *notes])


def _entry(id, entry, language, words):
    """Return one source of the list as Markdown."""
    link = f" [{words['source_link']}]({entry['url']})" if "url" in entry else ""
    return "\n\n".join(
        [
            f"### {short(entry['reference'])} {{#{id}}}",
            f"*{words['source_' + entry['kind']].capitalize()}*",
            f"{entry['reference']}{link}",
            f"**{words['source_says']}**{words['colon']} {entry['says'][language]}",
            f"**{words['source_limits']}**{words['colon']} {entry['limits'][language]}",
            words["source_checked"].format(
                date=format_date(date.fromisoformat(entry["checked"]), "long", f"{language}_CA")
            ),
        ]
    )


def short(reference):
    """Return the authors and the year of a reference, or its authors where it has no year, as its entry's title."""
    head, found, _ = reference.partition("). ")
    return f"{head})" if found else reference.split(" *")[0].split(" [")[0]
