"""Trainer notes: they are cut out of the lessons before HTML, and are read here as pages that nobody visits."""

import re

import markdown

from course import blocks
from course.proofreading import model

EXTENSIONS = ("attr_list", "def_list", "footnotes", "md_in_html", "tables")
SOURCE = re.compile(r"docs/([^/]+)/(.+)\.md")
# MkDocs turns these into addresses of pages; nobody does it here.
TO_MARKDOWN = re.compile(r'(<a [^>]*href="[^":#?]+)\.md(?=["#])')
CITATION = re.compile(r" ?\[\^([\w-]+)\](?!:)")


class Note(model.Page):
    """A trainer's note as a page, which stands where its lesson does and leads to what its lesson could."""

    def __init__(self, site, path, block):
        # What a lesson cites, its template lists; a source that is not known stays and is found.
        source = CITATION.sub(lambda match: "" if _known(site, match[1]) else match[0], block.text)
        body = TO_MARKDOWN.sub(r"\1.html", markdown.markdown(source, extensions=EXTENSIONS))
        language = path.partition("/")[0]
        super().__init__(site, path, f'<html lang="{language}"><body><article>{body}</article></body></html>')
        self.first, self.last = block.start, block.end or float("inf")


def of_site(site):
    """Return the notes of every page in the site's languages."""
    found = []
    for source, text in site.sources.texts.items():
        if (match := SOURCE.fullmatch(source)) and match[1] in site.languages and "/// trainer" in text:
            noted = [block for block in blocks.scan(text, source)[0] if block.name == "trainer"]
            found += [Note(site, f"{match[1]}/{match[2]}.html", block) for block in noted]
    return found


def _known(site, id):
    return re.search(rf"^{re.escape(id)}:", site.sources.texts.get("docs/sources.yml", ""), re.MULTILINE)
