"""What makes the course look like the company's: a small style sheet for its colour and its logo, and the logo itself.

A company that gives neither ships no byte of this.
"""

from dataclasses import dataclass
from pathlib import PurePosixPath

from course import ROOT, assets, colours

# The same three places as in tokens.css; print keeps to the first.
THEMES = """:root{{--brand:{light}}}
@media screen and (prefers-color-scheme:dark){{:root:not([data-theme="light"]){{--brand:{dark}}}}}
@media screen{{:root[data-theme="dark"]{{--brand:{dark}}}}}
"""


@dataclass(frozen=True)
class Brand:
    """`files`: the name of each file of the company → its bytes. `style`: the name of the style sheet, or "".
    `logo`: the names of the images to show, by theme, or {}."""

    files: dict
    style: str
    logo: dict


def of_company(company):
    """Return the `Brand` of a company (see `company.load`)."""
    files, logo = {}, {}
    for theme, path in company["logo"].items():
        content = (ROOT / path).read_bytes()
        logo[theme] = assets.named(f"logo{PurePosixPath(path).suffix.lower()}", content)
        files[logo[theme]] = content
    parts = []
    if company["colours"]:
        shown = {shade.theme: shade.shown for shade in colours.shades(company["colours"]["accent"])}
        parts += [THEMES.format(**shown), _source("brand.css")]
    if logo:
        parts.append(_source("logo.css"))
    content = "".join(parts).encode()
    style = assets.named("company.css", content) if parts else ""
    return Brand(files | ({style: content} if parts else {}), style, logo)


def _source(name):
    return (assets.SOURCE / "css" / name).read_text(encoding="utf-8")
