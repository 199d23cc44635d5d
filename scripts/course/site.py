"""What stands beside the languages' folders: the front door, the page that is not there, the sitemap, what crawlers may
read; and the swap that puts a finished site in place of the last one."""

import shutil
from pathlib import Path
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from markupsafe import Markup

from course import branding, editions, figures, sharing, templates


def finish(target, outline, address, files):
    """Write the root's own pages into `target`, which holds one built folder a language.

    `address` is where the site will be published (its path makes the 404 page's links right at any depth); `files` maps
    the names of bundled files to paths relative to a language's folder (see `assets.bundle`).
    """
    languages = list(outline.courses)
    folder = f"{languages[0]}/assets"
    env = templates.environment(
        company=outline.company,
        languages=languages,
        words=outline.strings,
        figure=lambda name, language: Markup(figures.drawing(name, language)),
        asset=lambda name: f"{folder}/{files[name].name}",
        brand=branding.of_company(outline.company),
        folder=folder,
        address=address,
        description=outline.courses[languages[0]].pages["index"].description,
        share=sharing.tags(outline, languages[0], address) if sharing.is_public(address, editions.WHOLE) else (),
    )
    for name, template, base in (("index.html", "front.html", ""), ("404.html", "404.html", urlsplit(address).path)):
        (target / name).write_text(env.get_template(template).render(base=base), encoding="utf-8")
    (target / "sitemap.xml").write_text(sitemap(outline, address), encoding="utf-8")
    (target / "robots.txt").write_text(robots(address), encoding="utf-8")
    (target / ".nojekyll").write_text("", encoding="utf-8")


def robots(address):
    """Return what crawlers may read, which is everything, and where the sitemap is (RFC 9309; sitemaps.org). They look
    for it at the root of a host: a site in a folder of one is found by its links."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {address}sitemap.xml\n"


def sitemap(outline, address):
    """Return the sitemap of all pages, each with its twins, as XML."""

    def link(language, page):
        return escape(f"{address}{language}/{page.url}", {'"': "&quot;"})

    entries = []
    for language, course in outline.courses.items():
        for id, page in course.pages.items():
            twins = "".join(
                f'<xhtml:link rel="alternate" hreflang="{code}" href="{link(code, other.pages[id])}"/>'
                for code, other in outline.courses.items()
            )
            entries.append(f"<url><loc>{link(language, page)}</loc>{twins}</url>")
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *entries, "</urlset>"]) + "\n"


def _before(target):
    """Return where `swap` keeps the last site while it puts the new one in place."""
    return target.with_name(f".{target.name}-before")


def recover(target):
    """Put the last site back if a `swap` was killed halfway."""
    target = Path(target)
    if _before(target).exists() and not target.exists():
        _before(target).rename(target)


def swap(made, target):
    """Put the finished folder `made` in place of `target`; the last site goes only once the new one stands."""
    made, target = Path(made), Path(target)
    old = _before(target)
    recover(target)
    shutil.rmtree(old, ignore_errors=True)
    try:
        if target.exists():
            target.rename(old)
        made.rename(target)
    except OSError:
        recover(target)
        raise
    shutil.rmtree(old, ignore_errors=True)
