"""Templates outside MkDocs: the same folder, the same way of saying the interface's words."""

import json

import jinja2

from course import ROOT


def environment(**shared):
    """Return a Jinja environment over `overrides/` that escapes what is not markup; `shared` is known everywhere."""
    loader = jinja2.FileSystemLoader(ROOT / "overrides")
    env = jinja2.Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    env.globals.update(shared)
    return env


def speaker(words):
    """Return `t(key, **values)`, which says one of `words` (key → text) with its `{values}` filled in."""
    return lambda key, **values: words[key].format(**values) if values else words[key]


def duration(words, minutes):
    """Return minutes in words: hours and minutes from an hour on."""
    t, (hours, rest) = speaker(words), divmod(minutes, 60)
    if not hours:
        return t("minutes", count=minutes)
    return t("hours", hours=hours, minutes=rest) if rest else t("hours_even", hours=hours)


def json_of(content):
    """Return content as JSON that can stand in a script of a page."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
