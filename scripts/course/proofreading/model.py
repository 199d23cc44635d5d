"""The finished site as a reader's browser meets it: files, pages, and every link from one to another.

The model is read from the built files alone; `Sources` tell where an author wrote what a page shows.
"""

import json
import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree, html

from course.proofreading.sources import Sources

# Where HTML keeps an address; `*` is any element. Lists of addresses are cut by `of_list`.
ADDRESSES = {
    "href": "*",
    "src": "*",
    "poster": "*",
    "action": "form",
    "formaction": "*",
    "data": "object",
    "cite": "*",
    "background": "*",
    "longdesc": "*",
    "{http://www.w3.org/1999/xlink}href": "*",
    "xlink:href": "*",
}
LISTS = {"srcset", "imagesrcset"}
# Elements that only name an address and fetch nothing.
NAMED_ONLY = {"canonical", "alternate", "prev", "next", "author", "license", "help", "me"}
SOCIAL = {"og:image", "og:image:url", "og:image:secure_url", "og:url", "og:video", "og:audio", "twitter:image"}
REFERENCES = {
    *("for", "list", "headers", "popovertarget", "commandfor", "form", "aria-labelledby", "aria-describedby"),
    *("aria-controls", "aria-owns", "aria-details", "aria-errormessage", "aria-activedescendant", "aria-flowto"),
}
CSS_URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')]*))\s*\)""", re.IGNORECASE)
CSS_IMPORT = re.compile(r"""@import\s+["']([^"']+)["']""", re.IGNORECASE)
CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
FILE_NAME = re.compile(
    r"[\w./~%-]+\.(?:js|mjs|css|json|svg|png|jpe?g|webp|avif|gif|pdf|html|xml|woff2?|mp3|m4a|ogg|mp4|webm|mov|vtt)(?:#\S*)?"
)
# What was meant as an address on the web or of a person, and what a browser takes for something else.
MISWRITTEN = re.compile(
    r"https?:(?!//[^/])"  # one slash, three slashes, none
    r"|[a-z]+:/*(?:https?|ftp|file|mailto):"  # two schemes
    r"|(?:www\.|https?/{1,2}|https?;|//)"  # no scheme
    r"|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|ca|quebec)(?:[/?#].*)?$"  # a host alone
    r"|[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$",  # an e-mail address alone
    re.IGNORECASE,
)
REFRESH = re.compile(r"^\s*[\d.]+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Link:
    """An address in a document: `kind` says where it stood, such as `a[href]`; `url` is as written, without blanks at
    its ends; `element` is lxml's, None outside HTML."""

    document: "Document"
    url: str
    kind: str
    element: object = None

    @property
    def page(self):
        """The document that holds the link."""
        return self.document

    @cached_property
    def target(self):
        """Where the link leads (see `Target`)."""
        return resolve(self.document, self.url)

    @property
    def external(self):
        """Whether a browser would ask another site over http or https."""
        return self.target.kind == "external" and urlsplit(self.url).scheme.lower() in ("http", "https")

    @property
    def is_anchor(self):
        """Whether readers follow it, rather than a browser on its own."""
        return self.kind in ("a[href]", "area[href]", "form[action]", "button[formaction]")

    @property
    def fetched(self):
        """Whether a browser asks for it without being told to."""
        if self.element is not None and self.element.tag == "link":
            return not NAMED_ONLY & set(self.element.get("rel", "").lower().split())
        return not self.is_anchor and self.kind not in ("sitemap", "search entry", "og", "blockquote[cite]", "q[cite]")

    @property
    def text(self):
        """What a screen reader calls an `<a>`: its label, or its text and the alternatives of its pictures."""
        return name_of(self.element, self.document)

    @property
    def place(self):
        # The menus' links come from templates: only those of the page's own part are counted.
        alike = [link for link in self.document.own_links if link.url == self.url]
        nth = alike.index(self) if self in alike else 0
        sources, text = self.document.site.sources, self.text if self.is_anchor else ""
        return *sources.of_link(self.document, self.url, text, nth, self in alike), self.url or '""'


@dataclass(frozen=True)
class Target:
    """Where an address leads: `kind` is `internal`, `external`, `outside` (of the site, on its own host), `other` (such
    as mailto) or `broken` (no address, or not the one that was meant); `path` from the site's root and `fragment`,
    decoded; `own` if the site's own host is written out."""

    kind: str
    path: str = ""
    fragment: str = ""
    own: bool = False


def resolve(document, url):
    """Return the `Target` of an address written in a document."""
    site = document.site
    if MISWRITTEN.match(url):
        return Target("broken")
    try:
        parts = urlsplit(url)
        joined = urlsplit(urljoin(document.base, url))
        joined.port  # noqa: B018 — reading it is what checks it
    except ValueError:
        return Target("broken")
    if parts.scheme and parts.scheme.lower() not in ("http", "https"):
        return Target("other")
    home = urlsplit(site.address)
    if joined.scheme.lower() not in ("http", "https") or _host(joined) != _host(home):
        return Target("external")
    own = bool(parts.netloc)
    if not joined.path.startswith(home.path):
        return Target("external" if own else "outside", joined.path)
    path = unquote(joined.path.removeprefix(home.path))
    return Target("internal", path, unquote(joined.fragment).partition(":~:")[0], own)


def _host(parts):
    """Return a host as browsers and most servers take it: small letters, www. apart."""
    return parts.netloc.lower().removeprefix("www.")


@dataclass(frozen=True, eq=False)
class Words:
    """Words of a document, as a place: a heading, an id, whatever its author can look for."""

    document: "Document"
    words: str

    @property
    def place(self):
        path, line = self.document.site.sources.of_text(self.document, self.words)
        return path if line else self.document.place[0], line, ""


class Document:
    """A file of the site that leads to others. `path` is from the site's root, with slashes."""

    # The lines of its author's file that it is made of.
    first, last = 0, float("inf")

    def __init__(self, site, path, text):
        self.site, self.path, self.text = site, path, text

    @property
    def language(self):
        """The language whose folder holds the file, or None."""
        first = self.path.partition("/")[0]
        return first if first in self.site.languages else None

    @property
    def base(self):
        """The address that relative links start from. The 404 page is served at any depth, so it gets a deep one."""
        return self.site.address + ("no/such/page.html" if self.path == "404.html" else self.path)

    @property
    def place(self):
        return self.site.sources.of_page(self), 0, ""

    def at(self, words):
        """Return the place where some words of the document were written."""
        return Words(self, words)

    @cached_property
    def links(self):
        """The links of the document, in its order."""
        return list(self._links())

    @property
    def own_links(self):
        """The links that no menu repeats."""
        return self.links

    def _links(self):
        return ()


class Style(Document):
    """A style sheet."""

    def _links(self):
        for url in css_urls(self.text):
            yield Link(self, url, "css")


class Xml(Document):
    """A sitemap or a feed."""

    def _links(self):
        try:
            root = etree.fromstring(self.text.encode())
        except etree.XMLSyntaxError:
            return
        kind = "sitemap" if etree.QName(root).localname in ("urlset", "sitemapindex") else "feed"
        for element in root.iter(etree.Element):
            name = etree.QName(element).localname
            # Atom and xhtml give addresses as attributes, sitemaps and RSS as text.
            if name in ("loc", "link", "url", "id") and (element.text or "").strip():
                yield Link(self, element.text.strip(), kind)
            for attribute in ("href", "url"):
                if element.get(attribute) is not None:
                    yield Link(self, element.get(attribute).strip(), kind)


class Manifest(Document):
    """A web app's manifest."""

    def _links(self):
        try:
            data = json.loads(self.text)
        except ValueError:
            return
        for key in ("start_url", "scope"):
            if isinstance(data.get(key), str):
                yield Link(self, data[key], "manifest")
        for item in [*data.get("icons", []), *data.get("screenshots", []), *data.get("shortcuts", [])]:
            for key in ("src", "url"):
                if key in item:
                    yield Link(self, item[key], "manifest")


class SearchIndex(Document):
    """The sections that the search of one language shows: `self.courseSections=[…]`, addresses from the language."""

    @property
    def sections(self):
        return json.loads(self.text[self.text.index("=") + 1 :].rstrip().rstrip(";"))

    @property
    def base(self):
        return f"{self.site.address}{self.language}/"

    def _links(self):
        for section in self.sections:
            yield Link(self, section["u"], "search entry")


class Page(Document):
    """An HTML page."""

    @cached_property
    def tree(self):
        """The page's root element."""
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True)
        return html.document_fromstring(self.text.encode() or b"<html></html>", parser=parser)

    @cached_property
    def base(self):
        given = self.tree.xpath("string(//base/@href)")
        return urljoin(super().base, given) if given else super().base

    @cached_property
    def ids(self):
        """Every place that a link can lead to, as `{id: how often}`."""
        found = {}
        for id in self.tree.xpath("//@id | //a/@name"):
            found[str(id)] = found.get(str(id), 0) + 1
        return found

    @property
    def main(self):
        """What the page is for: its article or main part, else its body."""
        for path in ("//article", "//main", "//body"):
            if found := self.tree.xpath(path):
                return found[0]
        return self.tree

    @property
    def name(self):
        """The page's path within its language, the same in every language."""
        return self.path.removeprefix(f"{self.language}/") if self.language else self.path

    @property
    def twins(self):
        """The same page in the other languages, as `{language: Page or None}`."""
        return {
            language: self.site.pages.get(f"{language}/{self.name}")
            for language in self.site.languages
            if language != self.language
        }

    @property
    def lang(self):
        """The language that the page says it is in."""
        return self.tree.get("lang", "")

    @cached_property
    def own_links(self):
        inside = set(self.main.iter())
        return [link for link in self.links if link.element in inside]

    def links_of(self, *kinds):
        """Return the links of some kinds, such as `a[href]`."""
        return [link for link in self.links if link.kind in kinds]

    def _links(self):
        for element in self.tree.iter(etree.Element):
            tag = element.tag
            for name, value in element.attrib.items():
                where = ADDRESSES.get(name)
                if tag == "base":
                    continue
                if where in ("*", tag):
                    kind = f"{tag}[{name}]"
                    yield Link(self, value.strip(), kind, element)
                elif name in LISTS:
                    for url in of_list(value):
                        yield Link(self, url, f"{tag}[{name}]", element)
                elif name.startswith("data-") and FILE_NAME.fullmatch(value):
                    yield Link(self, value, f"{tag}[{name}]", element)
                elif "url(" in value and name != "content":
                    for url in css_urls(value):
                        yield Link(self, url, "css", element)
            if tag == "style":
                for url in css_urls(element.text or ""):
                    yield Link(self, url, "css", element)
            elif tag == "meta":
                content = element.get("content", "")
                if element.get("http-equiv", "").lower() == "refresh" and (match := REFRESH.match(content)):
                    yield Link(self, match[1].strip(), "refresh", element)
                elif element.get("property", element.get("name", "")).lower() in SOCIAL:
                    yield Link(self, content.strip(), "og", element)


class Site:
    """A built site. `address` is where it will be served, with a slash at its end; `languages` are its folders."""

    def __init__(self, folder, address, sources, languages=("fr", "en")):
        self.folder, self.address, self.sources = Path(folder), address, sources
        self.files = {path.relative_to(folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
        self.folders = {"", *(parent for file in self.files for parent in _parents(file))}
        tops = {file.partition("/")[0] for file in self.files if "/" in file}
        self.languages = [language for language in languages if language in tops]
        self.documents = {}
        for path in sorted(self.files):
            if kind := _kind_of(path):
                text = (self.folder / path).read_bytes().decode("utf-8", "replace")
                self.documents[path] = kind(self, path, text)
        self.pages = {path: page for path, page in self.documents.items() if isinstance(page, Page)}

    @cached_property
    def links(self):
        """Every link of every document, and of what only trainers read."""
        return [link for document in (*self.documents.values(), *self.notes) for link in document.links]

    @property
    def course_pages(self):
        """The pages of the languages; the front door and the 404 page stand beside them."""
        return [page for page in self.pages.values() if page.language]

    @cached_property
    def notes(self):
        """What trainers read and learners do not, as pages (see `notes`)."""
        from course.proofreading import notes

        return notes.of_site(self)

    @cached_property
    def passages(self):
        """Every text that a reader meets, each once (see `passages`)."""
        from course.proofreading import passages

        return passages.of_site(self)


def read(folder, address, root=None, languages=("fr", "en")):
    """Return the `Site` in `folder`, served at `address`; `root` is the repository that it was built from, if any."""
    return Site(folder, address if address.endswith("/") else address + "/", Sources(root), languages)


def css_urls(text):
    """Return the addresses in a style sheet or a style attribute."""
    text = CSS_COMMENT.sub("", text)
    found = [next(filter(None, match.groups()), "").strip() for match in CSS_URL.finditer(text)]
    return [*found, *CSS_IMPORT.findall(text)]


def of_list(value):
    """Return the addresses of a `srcset`: each up to a blank, candidates parted by commas that follow a blank."""
    return [part.split()[0].rstrip(",") for part in re.split(r",\s+|,(?=\S+\s+[\d.]+[wx])", value) if part.split()]


def name_of(element, page):
    """Return the accessible name of an element, in short: what labels it, else its text with its pictures' words."""
    if element is None:
        return ""
    if labels := element.get("aria-labelledby", "").split():
        found = [page.tree.get_element_by_id(id, None) for id in labels]
        return " ".join(" ".join(part.text_content().split()) for part in found if part is not None)
    if label := element.get("aria-label", "").strip():
        return label
    parts = []
    _gather_name(element, parts)
    return " ".join(" ".join(parts).split()) or element.get("title", "").strip()


def sign_of(element):
    """Return what its author can look for to find an element: an address, an id or a class, else its name."""
    given = (element.get(name) for name in ("href", "src", "data", "srcset", "id", "class"))
    return next((value for value in given if value and len(value) > 2), f"<{element.tag}")


def _gather_name(element, parts):
    """Add to `parts` the words of an element that assistive technology hears."""
    if element.get("aria-hidden") != "true":
        if element.tag in ("img", "area"):
            parts.append(element.get("alt") or "")
        elif label := element.get("aria-label"):
            parts.append(label)
        elif isinstance(element.tag, str) and element.tag not in ("script", "style", "desc"):
            parts.append(element.text or "")
            for child in element:
                _gather_name(child, parts)
                parts.append(child.tail or "")


def _parents(file):
    """Return the folders above a file, each with slashes and none at its end."""
    while file := posixpath.dirname(file):
        yield file


def _kind_of(path):
    """Return the class that reads a file, or None."""
    name = path.rpartition("/")[2]
    if re.fullmatch(r"search-index(?:\.\w+)?\.js", name):
        return SearchIndex
    suffix = name.rpartition(".")[2].lower()
    if name in ("manifest.json", "site.webmanifest") or suffix == "webmanifest":
        return Manifest
    return {"html": Page, "htm": Page, "css": Style, "xml": Xml, "rss": Xml, "atom": Xml}.get(suffix)
