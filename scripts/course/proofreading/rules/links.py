"""Links: everything that a page leads to exists, under exactly that name, for every way in which the course is read."""

import difflib
import posixpath
import re
import unicodedata
from urllib.parse import quote, unquote_to_bytes, urlsplit

from course.pages import is_searched
from course.proofreading import model
from course.proofreading.registry import FileLine, rule

PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def near(wanted, known):
    """Return ` (nearest NAME)` for the known name most like the wanted one, or nothing."""
    found = difflib.get_close_matches(wanted, known, 1, 0.5)
    return f" (nearest {found[0]})" if found else ""


def near_file(url, document):
    """Return ` (nearest FILE)` for the site's file whose name is most like that of an address, or nothing."""
    path = url.partition("#")[0]
    stem, _, suffix = path.rpartition(".")
    known = {}
    for file in document.site.files:
        if file.endswith(f".{suffix}"):
            known.setdefault(relative(file, document).removesuffix(f".{suffix}"), file)
    found = difflib.get_close_matches(stem, known, 1, 0.6)
    return f" (nearest {found[0]}.{suffix})" if found else ""


def relative(path, document):
    """Return the path of the site's file `path` as a document's author would write it."""
    return posixpath.relpath(path, posixpath.dirname(document.path) or ".")


def internal(site):
    """Yield each link to the site itself, with its target."""
    for link in site.links:
        if link.url and link.target.kind == "internal":
            yield link, link.target


@rule("links")
def dead_link(site):
    """What a link, picture, script, style, frame, manifest, feed, sitemap or search entry names is a file of the site.

    The site's own absolute addresses are followed like the others.
    """
    lower = {file.lower() for file in site.files}
    composed = {unicodedata.normalize("NFC", file) for file in site.files}
    for link, target in internal(site):
        path = target.path
        if path in site.files or path.rstrip("/") in site.folders:
            continue
        if path.lower() in lower or unicodedata.normalize("NFC", path) in composed:
            continue  # wrong-case and decomposed-name say it better
        yield link, f"no {path} in the site{near_file(link.url, link.document)}"


@rule("links")
def wrong_case(site):
    """A link has its file's capitals and small letters: a web server tells them apart, the author's disk may not."""
    by_lower = {file.lower(): file for file in site.files}
    for link, target in internal(site):
        actual = by_lower.get(target.path.lower())
        if actual and target.path not in site.files:
            yield link, f"the file is called {actual}"


@rule("links")
def decomposed_name(site):
    """Names of files, links and places keep an accented letter as one character (NFC), as keyboards write it."""
    for link in site.links:
        if unicodedata.normalize("NFC", link.url) != link.url:
            yield link, "an accent stands apart from its letter; type the address again"
    for path in site.files:
        if unicodedata.normalize("NFC", path) != path:
            yield FileLine(path), "an accent stands apart from its letter; rename the file"


@rule("links")
def dead_anchor(site):
    """The place in a page that a link names with # is there."""
    for link, target in internal(site):
        fragment = target.fragment
        if not fragment or fragment == "top" or target.path.endswith(".svg"):
            continue
        page = site.documents.get(target.path)
        if isinstance(page, model.Page) and fragment not in page.ids:
            where = posixpath.basename(target.path).removesuffix(".html")
            hint = near(fragment, page.ids)
            yield link, f"no #{fragment} in {where}{hint.replace('nearest ', 'nearest #')}"


@rule("links")
def dead_reference(site):
    """What an attribute such as for, list or aria-labelledby names is an id of the page."""
    for page in site.pages.values():
        for element in page.tree.iter("*"):
            for name in model.REFERENCES & set(element.attrib):
                for id in element.get(name).split():
                    if id not in page.ids:
                        yield page, f"<{element.tag} {name}> names #{id}, which is not in the page{near(id, page.ids)}"


@rule("links")
def bad_encoding(site):
    """An address is well encoded: blanks and % are written %20 and %25, accents as UTF-8, folders with slashes."""
    for link in site.links:
        if link.target.kind == "other" and not link.url.lower().startswith("mailto:"):
            continue
        if re.search(r"[\s<>\"{}|^`]", link.url):
            yield (
                link,
                f"a blank or a sign that an address cannot hold; write {quote(link.url, safe='/:?#@!$&()*+,;=%~')}",
            )
        elif "\\" in link.url:
            yield link, f"write slashes: {link.url.replace(chr(92), '/')}"
        elif match := PERCENT.search(link.url):
            yield link, f"% begins no code at character {match.start() + 1}; write %25 for a percent sign"
        elif not _is_utf8(unquote_to_bytes(link.url)):
            yield link, "the codes after % are not UTF-8; type the letters themselves"
        elif re.search(r"%25[0-9A-Fa-f]{2}", link.url):
            yield link, "the address is encoded twice; write % for %25"


@rule("links")
def outside_site(site):
    """A link stays in the site's folder: the course may be served under any address, or be a folder on a disk."""
    for link in site.links:
        if link.target.kind == "outside":
            yield link, f"this leads to {link.target.path}, outside the course; write a link relative to the page"


@rule("links")
def rooted_link(site):
    """A link is relative to its page: one that begins with / breaks on a disk and in an LMS. The 404 page is the
    exception, being served at any depth."""
    for link, _ in internal(site):
        if link.url.startswith("/") and link.document.path != "404.html":
            yield link, f"write it from the page: {relative(link.target.path, link.document)}"


@rule("links")
def own_address(site):
    """A page does not lead to the course by its address on the web: readers of the folder or the LMS would leave it."""
    for link, target in internal(site):
        if target.own and (link.is_anchor or link.fetched) and isinstance(link.document, model.Page):
            yield link, f"write it from the page: {relative(target.path or 'index.html', link.document)}"


@rule("links")
def folder_link(site):
    """A link names a page and not its folder: from a disk, a folder opens a list of files."""
    for link, target in internal(site):
        followed = link.is_anchor or link.kind == "search entry"
        if followed and target.path not in site.files and target.path.rstrip("/") in site.folders:
            yield link, f"write {link.url.partition('#')[0].rstrip('/') or '.'}/index.html"


@rule("links")
def empty_target(site):
    """A link leads somewhere: an empty address or a lone # only reloads the page or jumps to its top."""
    for link in site.links:
        if link.url in ("", "#"):
            yield link, "say where it leads, or make it a button"
    for page in (*site.pages.values(), *site.notes):
        for element in page.tree.xpath("//a[not(@href or @name or @id)]"):
            if text := " ".join(element.text_content().split()):
                yield page.at(text), f"'{text[:60]}' is in an <a> without href; write href, or take the <a> out"


@rule("links")
def other_language(site):
    """Only the language switch leads into the other language; a lesson links to pages of its own."""
    for link, target in internal(site):
        document = link.document
        if not isinstance(document, model.Page | model.SearchIndex) or not document.language:
            continue
        language = target.path.partition("/")[0]
        if language not in site.languages or language == document.language:
            continue
        element = link.element
        named = element is not None and element.get("hreflang") == language
        if not (named and (element.tag == "link" or _is_switch(element))):
            here = target.path.replace(f"{language}/", f"{document.language}/", 1)
            yield link, f"this leads to the course in '{language}'; write {relative(here, document)}"


@rule("links")
def foreign_resource(site):
    """Pictures, scripts, styles, fonts and frames come from the site itself: readers' browsers ask nobody else."""
    for link in site.links:
        if link.fetched and link.external:
            yield link, "put a copy in the site, or write a plain link"


@rule("links")
def canonical(site):
    """Each page of the course names its own address, once, as the one to remember."""
    for page in site.course_pages:
        given = page.tree.xpath("//link[@rel='canonical']/@href")
        if given != [site.address + page.path]:
            yield page, f"canonical is {', '.join(given) or 'missing'}; it should be {site.address + page.path}"


@rule("links")
def hreflang(site):
    """Each page names itself and its twins as versions in other languages, and each twin names it back."""
    for page in site.course_pages:
        twins = {language: twin for language, twin in page.twins.items() if twin}
        wanted = {name: site.address + twin.path for name, twin in {page.language: page, **twins}.items()}
        given = [(link.get("hreflang"), link.get("href")) for link in page.tree.xpath("//link[@rel='alternate']")]
        given = [(name, address) for name, address in given if name]
        for name in sorted({*wanted, *dict(given)}):
            addresses = [address for other, address in given if other == name]
            if addresses != [wanted[name]] if name in wanted else True:
                told = f"; it should be {wanted[name]}" if name in wanted else ", a language without this page"
                yield page, f"hreflang {name} is {', '.join(filter(None, addresses)) or 'missing'}{told}"


@rule("links")
def sitemap(site):
    """The sitemap names every page of the course once, and nothing else."""
    document = site.documents.get("sitemap.xml")
    if document is None:
        yield FileLine("sitemap.xml"), "there is no sitemap"
        return
    listed = re.findall(r"<loc>\s*(.*?)\s*</loc>", document.text)
    pages = {site.address + page.path for page in site.course_pages}
    for address in sorted(pages - set(listed)):
        yield document, f"{address} is missing"
    for address in sorted({address for address in listed if listed.count(address) > 1}):
        yield document, f"{address} stands twice"
    for address in sorted(set(listed) - pages):
        yield document, f"{address} is no page of the course"


@rule("links")
def search_entry(site):
    """The search of each language knows every page for learners and none for trainers, and leads to no other place."""
    for language in site.languages:
        beginning = f"{language}/assets/search-index."
        document = next((each for path, each in site.documents.items() if path.startswith(beginning)), None)
        if document is None:
            yield FileLine(f"{beginning}js"), "there is no search index"
            continue
        found = {link.target.path for link in document.links}
        for page in site.course_pages:
            searched = is_searched(page.name.removesuffix(".html"))
            if page.language == language and searched and page.path not in found:
                yield page, "the search does not know this page"
            elif not searched and page.path in found:
                yield page, "the search sends learners to this page, which is for trainers"
        for path in sorted(found - {page.path for page in site.course_pages}):
            if path in site.files:
                yield document, f"the search sends readers to {path}, which is no page of the course"


@rule("links")
def unused_file(site):
    """Every file of the site is a page or is used by one: what nobody asks for is weight to publish and to package."""
    used = {target.path for _, target in internal(site)}
    for path in sorted(site.files - used):
        # Hosts and browsers ask for these by themselves.
        known = path in (".nojekyll", "404.html", "index.html", "robots.txt", "sitemap.xml", "favicon.ico", "CNAME")
        if not known and not isinstance(site.documents.get(path), model.Page):
            yield FileLine(path), "no page uses this file"


def _is_switch(element):
    """Whether a link says in its own language that it leads to this page in that language, as a switch does."""
    return element.get("lang") == element.get("hreflang") and "switch" in element.get("class", "").split()


def _is_utf8(raw):
    try:
        raw.decode()
    except UnicodeDecodeError:
        return False
    return True


def host_of(url):
    """Return the host that an address names, or nothing."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
