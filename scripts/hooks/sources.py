"""Sources from one data file: a footnote for each id that a page cites, and the list on the sources page."""

import re

from mkdocs.plugins import event_priority

from course import citations, days

LIST = "<!-- list: sources -->"


@event_priority(80)
def on_page_markdown(markdown, page, config, files):
    """Define the footnotes that the page cites and fill in the list where the page asks for it."""
    sources, words = config.extra["outline"].sources, config.extra["words"]
    language = config.theme["language"]
    up = "../" * page.file.src_uri.count("/")
    notes = [
        f"[^{id}]: {_spoken(sources[id]['reference'], sources[id], language)} "
        f"*({words['source_' + sources[id]['kind']]})* "
        f"{_link(words['source_more'], f'{up}sources.md#{id}', sources[id], words)}"
        for id in citations.of_page(markdown)
    ]
    if LIST in markdown:
        markdown = markdown.replace(
            LIST, "\n\n".join(_entry(id, entry, language, words) for id, entry in sources.items())
        )
    return "\n".join([markdown, "", *notes])


@event_priority(-150)
def on_page_content(html, page, config, files):
    """Name the notes and the links to and from them, which are only a number and an arrow (after the questions)."""
    words = config.extra["words"]
    html = re.sub(r'\s+(?=<sup id="fnref)', "", html)  # a number would begin a line of its own
    html = re.sub(
        r'(<a class="footnote-ref"[^>]*)>(\d+)<',
        lambda match: f'{match[1]} aria-label="{words["note"].format(n=match[2])}">{match[2]}<',
        html,
    )
    # Numbers would be far from the list that they lead to: a slide, and what one says of it, name their sources.
    if config.extra["course"].page_of(page.file).kind == "deck":
        html = _named(html, config.extra["outline"].sources, language=config.theme["language"], words=words)
    html = re.sub(r'(<a class="footnote-backref"[^>]*?) title=("[^"]*")', r"\1 title=\2 aria-label=\2", html)
    heading = f'<h2 id="page-sources"><span class="kind">{words["footnotes"]}</span></h2>'
    return re.sub(
        r'<div class="footnote">\s*<hr />(.*?</ol>)\s*</div>',
        lambda match: f'<section class="footnote" aria-labelledby="page-sources">{heading}{match[1]}</section>',
        html,
        flags=re.DOTALL,
    )


def _named(html, sources, language, words):
    """Return a deck's HTML with authors and year where a page has a number: the notes of a slide stand far from it."""
    return re.sub(
        r'<sup id="([^"]+)"><a class="footnote-ref" href="#fn-([^"]+)"[^>]*>\d+</a></sup>',
        lambda match: (
            f' <span class="cited" id="{match[1]}">(<a href="#fn-{match[2]}">'
            f"{citations.named(sources[match[2]], language, words)}</a>)</span>"
        ),
        html,
    )


def _spoken(text, entry, language):
    """Return words of a reference, said to be in its language where the page is in another."""
    return text if entry["language"] == language else f'<span lang="{entry["language"]}">{text}</span>'


def _link(text, address, entry, words):
    """Return a link whose name says which source it is about, and begins with the words that one sees."""
    about = short(entry["reference"]).replace("*", "").replace('"', "")
    return f'[{text}]({address}){{ aria-label="{text}{words["colon"]} {about}" }}'


def _entry(id, entry, language, words):
    """Return one source of the list as Markdown."""
    link = f" {_link(words['source_link'], entry['url'], entry, words)}" if "url" in entry else ""
    return "\n\n".join(
        [
            f"### {_spoken(short(entry['reference']), entry, language)} {{#{id}}}",
            f"*{words['source_' + entry['kind']].capitalize()}*",
            f"{_spoken(entry['reference'], entry, language)}{link}",
            f"**{words['source_says']}**{words['colon']} {entry['says'][language]}",
            f"**{words['source_limits']}**{words['colon']} {entry['limits'][language]}",
            words["source_checked"].format(date=days.in_words(entry["checked"], language)),
        ]
    )


def short(reference):
    """Return the authors and the year of a reference, or its authors where it has no year, as its entry's title."""
    head, found, _ = reference.partition("). ")
    return f"{head})" if found else reference.split(" *")[0].split(" [")[0]
