"""A company's colour beside the course's own: contrast as WCAG 2.2 computes it, and the nearest shade that can be read.

The course's colours are read from `overrides/assets/css/tokens.css`, so that they stand in one place.
"""

import colorsys
import re
from dataclasses import dataclass
from functools import cache

from course import ROOT

TOKENS = ROOT / "overrides" / "assets" / "css" / "tokens.css"
# Where each theme's colours begin in that file.
THEMES = {"light": ":root {", "dark": ':root[data-theme="dark"] {'}
TOKEN = re.compile(r"--([a-z]+): (#[0-9a-f]{6});")
# What a colour must reach, as a ratio to one: where we choose the shade, as the course's own do; where a company does.
AIM, LEAST = 6.0, 4.5


@dataclass(frozen=True)
class Shade:
    """A colour in one theme: as given, as shown, and the lowest contrast of each with what it stands on."""

    theme: str
    given: str
    given_ratio: float
    shown: str
    ratio: float


@cache
def tokens(theme):
    """Return `{name: colour}` of the course's own colours in a theme, "light" or "dark"."""
    block = TOKENS.read_text(encoding="utf-8").partition(THEMES[theme])[2].partition("}")[0]
    return dict(TOKEN.findall(block))


def luminance(colour):
    """Return the relative luminance, from 0 to 1, of a colour such as "#0b5fa5" (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def ratio(colour, theme):
    """Return the lower of a colour's contrasts with the course's paper and cards in a theme."""
    return min(contrast(colour, tokens(theme)[name]) for name in ("paper", "card"))


def nearest(colour, theme, aim=AIM):
    """Return the colour of the same hue, darker by day and lighter by night, that is the first to reach `aim`."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    step = -1 / 255 if theme == "light" else 1 / 255
    tried = colour.lower()
    while ratio(tried, theme) < aim and 0 <= lightness <= 1:
        lightness += step
        parts = colorsys.hls_to_rgb(hue, min(max(lightness, 0), 1), saturation)
        tried = "#" + "".join(f"{round(255 * part):02x}" for part in parts)
    return tried


def shades(accent):
    """Return the `Shade` of each theme. `accent` is one colour, corrected in each theme until it reaches `AIM`,
    or a dict of one for each theme, which stand as they are (see `refused`)."""
    found = []
    for theme in THEMES:
        given = (accent if isinstance(accent, str) else accent[theme]).lower()
        shown = nearest(given, theme) if isinstance(accent, str) else given
        found.append(Shade(theme, given, ratio(given, theme), shown, ratio(shown, theme)))
    return found


def refused(accent):
    """Yield `(theme, what to tell)` of each colour that a company chose for a theme and that cannot be read there."""
    for shade in [] if isinstance(accent, str) else shades(accent):
        if shade.ratio < LEAST:
            where = "light paper" if shade.theme == "light" else "dark paper"
            yield (
                shade.theme,
                f"{shade.given} cannot be read on the course's {where}: contrast {shade.ratio:.1f}:1, and {LEAST}:1 is "
                f'the least; the nearest that works is "{nearest(shade.given, shade.theme, LEAST)}"',
            )
