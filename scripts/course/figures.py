"""Drawings: SVG files that carry their words in every language, inlined in the page's.

An element with a `lang` other than the page's is left out, so one file holds one geometry and all its translations.
Inlined, a drawing follows the theme's colours; in an `<img>` it would not.
"""

import copy
from functools import lru_cache

from lxml import etree

from course import ROOT
from course.problems import CourseError, Problem

FOLDER = ROOT / "overrides" / "assets" / "figures"
SVG = "{http://www.w3.org/2000/svg}"


@lru_cache
def _tree(path, modified):
    """Return the parsed file (`modified` is only there to read a changed file again)."""
    return etree.parse(path, etree.XMLParser(remove_blank_text=True, remove_comments=True))


def names():
    """Return the names of all drawings."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


def drawing(name, language):
    """Return the SVG `name` with its words in `language`, as text; raise `CourseError` if there is no such SVG."""
    path = FOLDER / f"{name}.svg"
    shown = f"overrides/assets/figures/{name}.svg"
    if not path.is_file():
        raise CourseError([Problem(shown, 0, f"there is no such drawing; choose among {', '.join(names())}")])
    try:
        root = copy.deepcopy(_tree(str(path), path.stat().st_mtime_ns).getroot())
    except etree.XMLSyntaxError as error:
        raise CourseError([Problem(shown, error.lineno or 1, f"this is not SVG: {error.msg}")]) from None
    for element in list(root.iter()):
        words = element.get("lang")
        if words is None:
            continue
        if words == language:
            del element.attrib["lang"]
        else:
            element.getparent().remove(element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")
