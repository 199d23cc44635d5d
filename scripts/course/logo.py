"""A company's logo: an image of the repository that is what its name says, asks nothing elsewhere and weighs little."""

import difflib
import re
from pathlib import PurePosixPath

from lxml import etree

LARGEST = 200_000  # bytes: every page loads it
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
# How a file of each kind begins.
BEGINNINGS = {
    ".png": lambda raw: raw.startswith(b"\x89PNG\r\n\x1a\n"),
    ".jpg": lambda raw: raw.startswith(b"\xff\xd8\xff"),
    ".jpeg": lambda raw: raw.startswith(b"\xff\xd8\xff"),
    ".webp": lambda raw: raw.startswith(b"RIFF") and raw[8:12] == b"WEBP",
}
KINDS = (".svg", *BEGINNINGS)
ACTIVE = {"script", "foreignObject", "iframe"}
ASKING = re.compile(rb"@import|url\(\s*[\"']?(?:https?:)?//")


def wrong(root, name):
    """Return what to tell of the logo `name`, an address from the folder `root`, or None if it can be shown."""
    path = PurePosixPath(name)
    if path.is_absolute() or "\\" in name or ":" in name or ".." in path.parts:
        return (
            f"'{name}' leads out of this repository; put the image in it, and write its way, such as company/logo.svg"
        )
    if path.suffix.lower() not in KINDS:
        return f"'{name}' is no image that pages can show; write a file that ends in {', '.join(KINDS)}"
    folder = root
    for (
        part
    ) in path.parts:  # one at a time: some systems find « Logo.SVG » under the name « logo.svg », the web does not
        names = [each.name for each in folder.iterdir()] if folder.is_dir() else []
        if part not in names:
            near = difflib.get_close_matches(part, names, 1)
            hint = f"did you mean '{near[0]}'?" if near else "add the file, or correct its name"
            return f"there is no file '{name}' in this repository; {hint}"
        folder /= part
        if folder.is_symlink():
            return f"'{name}' is a link to another place; put the image itself here"
    if not folder.is_file():
        return f"'{name}' is a folder; write the image's file, such as {name}/logo.svg"
    if folder.stat().st_size > LARGEST:
        size = round(folder.stat().st_size / 1000)
        return (
            f"'{name}' weighs {size} kB, and every page loads it; {LARGEST // 1000} kB is the most: save it smaller "
            "(200 pixels high are enough), or as svg"
        )
    raw = folder.read_bytes()
    if path.suffix.lower() != ".svg":
        if not BEGINNINGS[path.suffix.lower()](raw):
            return (
                f"'{name}' is no {path.suffix[1:]} inside, whatever its name; export the image again as {path.suffix}"
            )
        return None
    return _wrong_svg(name, raw)


def _wrong_svg(name, raw):
    """Return what to tell of a drawing that is no SVG, or that holds more than a drawing."""
    if b"<!DOCTYPE" in raw and b"<!ENTITY" in raw:
        return f"'{name}' declares entities; export the drawing again as a plain svg"
    try:
        root = etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        return f"'{name}' is no svg inside, whatever its name (line {error.lineno}); export the drawing again as svg"
    if root.tag != f"{SVG}svg":
        return f"'{name}' is no svg inside, whatever its name; export the drawing again as svg"
    for element in root.iter(etree.Element):
        tag = etree.QName(element).localname
        if tag in ACTIVE or any(key.startswith("on") for key in element.attrib):
            return f"'{name}' holds a script or a page; export the drawing again as a plain svg"
        for key in ("href", XLINK):
            if not element.get(key, "#").strip().startswith(("#", "data:image/")):
                return f"'{name}' asks for {element.get(key)[:60]}, outside itself; export it with everything in it"
    if ASKING.search(raw):
        return f"'{name}' asks for a style or an image of another site; export it with everything in it"
    return None
