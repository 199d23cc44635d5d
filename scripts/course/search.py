"""The search index of one language: what each page says, cut at its headings.

MiniSearch builds its index from this in the reader's browser on the first search (see assets/js/lib/search-index.js).
The file is a script and not JSON, because a page opened from disk may load a script and may not fetch a file.
"""

from lxml import html as lxml_html

from course import templates

SKIPPED = {"question", "kind", "best", "footnote"}
HEADINGS = {"h2", "h3"}
# Elements that stand in a line of text: a word goes on across their edges.
INLINE = {"a", "abbr", "b", "code", "em", "i", "span", "strong", "sub", "sup"}


def sections(html, page):
    """Return the page's sections as dicts: `u` address in the language's folder, `t` page, `h` heading, `b` text."""
    root = lxml_html.fragment_fromstring(html, create_parent="div")
    found = [{"u": page.url, "t": page.title, "h": "", "b": [page.description]}]

    def walk(element):
        classes = set((element.get("class") or "").split()) if isinstance(element.tag, str) else set()
        if not isinstance(element.tag, str) or classes & SKIPPED or element.tag in {"svg", "script", "sup", "template"}:
            return take(element.tail)
        if element.tag in HEADINGS:
            anchor = element.get("id") or next((up.get("id") for up in element.iterancestors() if up.get("id")), "")
            address = f"{page.url}#{anchor}" if anchor else page.url
            found.append({"u": address, "t": page.title, "h": _heading(element), "b": []})
            return take(element.tail)
        edge = "" if element.tag in INLINE else " "
        take(edge + (element.text or ""))
        for child in element:
            walk(child)
        take(edge + (element.tail or ""))

    def take(text):
        found[-1]["b"].append(text or "")

    walk(root)
    for section in found:
        section["b"] = _clean("".join(section["b"]))
    return [section for section in found if section["b"] or section["h"]]


def _heading(element):
    """Return a heading's own words: those after the label that says what kind of block it opens, if it has both."""
    labels = element.find_class("kind")
    own = "".join(label.tail or "" for label in labels)
    return _clean(own) or _clean(element.text_content())


def _clean(text):
    """Return text with its white space folded (non-breaking spaces too)."""
    return " ".join(text.split())


def script(found):
    """Return the sections as a script that hands them over."""
    return f"self.courseSections={templates.json_of(found)};\n"
