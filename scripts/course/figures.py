"""Drawings: SVG files that carry their words in every language, inlined in the page's.

An element with a `lang` other than the page's is left out, so one file holds one geometry and all its translations.
Inlined, a drawing follows the theme's colours; in an `<img>` it would not. Its title and description are read aloud in
place of the words drawn in it; the ids and roles that this takes are written here and not by authors.
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


def unknown(name):
    """Return the message for a drawing that does not exist."""
    known = ", ".join(names())
    return f"no drawing '{name}'; choose among {known}, or add overrides/assets/figures/{name}.svg"


def problems(languages):
    """Return what the drawings lack in these languages."""
    found = []
    for name in names():
        for language in languages:
            try:
                drawing(name, language)
            except CourseError as error:
                found += error.problems
        found += [] if found else _check_words(name, languages)
    return found


def _check_words(name, languages):
    """Return the words of a drawing that stand in no language, and the languages with other words than the first."""
    path = FOLDER / f"{name}.svg"
    shown = f"overrides/assets/figures/{name}.svg"
    root = _tree(str(path), path.stat().st_mtime_ns).getroot()
    found, counts = [], dict.fromkeys(languages, 0)
    for element in root.iter(f"{SVG}text", f"{SVG}title", f"{SVG}desc"):
        known = next((up.get("lang") for up in (element, *element.iterancestors()) if up.get("lang")), None)
        if known in counts:
            counts[known] += 1
        elif known is None and any(character.isalpha() for character in "".join(element.itertext())):
            text = " ".join("".join(element.itertext()).split())
            found.append(Problem(shown, element.sourceline, f"'{text}' has no lang; say which language it is in"))
    for language in languages[1:]:
        if counts[language] != counts[languages[0]]:
            told = (
                f"{counts[language]} texts in '{language}', {counts[languages[0]]} in '{languages[0]}'; add what lacks"
            )
            found.append(Problem(shown, 1, told))
    return found


def drawing(name, language):
    """Return the SVG `name` with its words in `language`, as text; raise `CourseError` if it or they are missing."""
    path = FOLDER / f"{name}.svg"
    shown = f"overrides/assets/figures/{name}.svg"
    if not path.is_file():
        raise CourseError([Problem(shown, 0, unknown(name))])
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
    said = {tag: next((each for each in root.findall(f"{SVG}{tag}") if each.text), None) for tag in ("title", "desc")}
    lacking = [f'<{tag} lang="{language}">' for tag, element in said.items() if element is None]
    lacking += [] if root.get("viewBox") else ['viewBox="0 0 width height"']
    if lacking:
        raise CourseError([Problem(shown, 1, f"the drawing has no {text}; add it to <svg>") for text in lacking])
    drawn = etree.Element(f"{SVG}g", {"aria-hidden": "true"})
    drawn.extend([child for child in root if child not in said.values()])
    root.append(drawn)
    root.set("role", "img")
    for attribute, (tag, element) in zip(("aria-labelledby", "aria-describedby"), said.items(), strict=True):
        element.set("id", f"fig-{name}-{tag[0]}")
        root.set(attribute, f"fig-{name}-{tag[0]}")
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")
