"""Addresses that lead out of the course, and the words on which readers follow a link."""

import ipaddress
import re
from urllib.parse import unquote, urlsplit

from course.proofreading import model
from course.proofreading.registry import rule
from course.proofreading.rules.links import host_of

# Schemes that a course has reason to use.
SCHEMES = {"http", "https", "mailto", "tel", "data"}
SCHEME = re.compile(r"^([a-z][a-z0-9+.-]*):", re.IGNORECASE)
HOST = re.compile(r"(?=.{4,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+'-]+@" + HOST.pattern.replace("(?=.{4,253}$)", ""), re.IGNORECASE)
SLIPPED = re.compile(r"^w{2}\.|^w{4,}\.|\.(?:con|cmo|ocm|ogr|rog|nte)$|\.(ca|com|org)\.\1$", re.IGNORECASE)
LOCAL_HOST = re.compile(r"^(localhost|.*\.(local|localhost|lan|internal|test))$", re.IGNORECASE)
DRIVE = re.compile(r"^[a-z]:[\\/]", re.IGNORECASE)
TRACKER = re.compile(r"[?&](utm_\w+|fbclid|gclid|mc_[ce]id|igshid|msclkid)=", re.IGNORECASE)
# Addresses that firms put before a link in their mail or their results: they expire, and tell who followed them.
WRAPPED = re.compile(
    r"https?://(?:[\w.-]*\.safelinks\.protection\.outlook\.com|urldefense\.(?:com|proofpoint\.com)|l\.facebook\.com/l\.php"
    r"|(?:www\.)?google\.\w+/url\?|(?:www\.)?linkedin\.com/redir|linkprotect\.cudasvc\.com)",
    re.IGNORECASE,
)
# What readers would have to copy: an address in a text.
BARE = re.compile(
    r"(?:https?://|(?<![\w.@/])www\.)[^\s<>«»“”()]*[^\s<>«»“”.,;:!?()…]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
UNCLICKED = {"a", "code", "pre", "kbd", "samp", "script", "style", "textarea", "title", "svg", "template", "button"}
# Words that say nothing of where a link leads, as a screen reader's list of links would show them.
VAGUE = {
    *("ici", "cliquez ici", "cliquer ici", "clique ici", "ce lien", "lien", "le lien", "page", "cette page", "suite"),
    *("en savoir plus", "pour en savoir plus", "lire la suite", "lire plus", "voir plus", "plus", "plus d’infos"),
    *("here", "click here", "this link", "link", "this page", "read more", "learn more", "more", "find out more", "go"),
    *("this", "ceci", "cela", "voir", "see", "voir ici", "see here", "details", "détails", "source", "article", "site"),
}

VAGUE_START = re.compile(r"(?:cliquez|cliquer|clique|click)(?: sur)? (?:ici|here|(?:on )?this link|ce lien)\b")


def addressed(site):
    """Yield the links that have an address."""
    return (link for link in site.links if link.url)


@rule("links")
def local_address(site):
    """No link leads to the author's own machine or network: localhost, file:, a disk, a private address."""
    for link in addressed(site):
        if link.url.lower().startswith("file:") or DRIVE.match(link.url):
            yield link, "this is a file of your machine; put it in the course and link to it there"
        elif link.target.kind == "external" and _is_local(host_of(link.url)):
            yield link, "only your machine or network answers there; link to the public address"


@rule("links")
def odd_scheme(site):
    """An address begins with one right scheme: neither htps: nor https//, nor https://https://, nor www. alone."""
    for link in addressed(site):
        url, scheme = link.url, SCHEME.match(link.url)
        if link.target.kind == "broken" and model.MISWRITTEN.match(url) and not EMAIL.fullmatch(url):
            if re.match(r"[a-z]+:/*[a-z]+:", url, re.IGNORECASE):
                yield link, "two schemes; keep one"
            elif scheme:
                yield link, "write https:// with two slashes, and a host"
            else:
                yield link, "a browser takes this for a file of the site; write https:// before the host"
        elif scheme and not DRIVE.match(url) and scheme[1].lower() not in SCHEMES | {"file", "javascript", "vbscript"}:
            yield link, f"'{scheme[1]}:' is no scheme of this course; write https:, mailto: or tel:"


@rule("links")
def script_link(site):
    """A link is an address and not a program: javascript: does nothing for readers without scripts."""
    for link in addressed(site):
        if re.match(r"^(javascript|vbscript):", link.url, re.IGNORECASE):
            yield link, "write a button and a script, or a link to a page"
        elif link.is_anchor and link.url.lower().startswith("data:"):
            yield link, "browsers refuse to follow data:; put the file in the course"


@rule("links")
def insecure_link(site):
    """Links to other sites are https: on http, anybody on the way can read and change the page."""
    for link in addressed(site):
        if link.external and link.url.lower().startswith("http:") and not _is_local(host_of(link.url)):
            yield link, f"write https{link.url[4:]} if the site has it; most do"


@rule("links")
def malformed_address(site):
    """An address on the web has a host with a dot, and no name, password, odd port or sentence's punctuation in it."""
    for link in addressed(site):
        if link.target.kind == "broken" and not model.MISWRITTEN.match(link.url):
            yield link, "this is no address; paste it anew"
        elif link.external and not _is_local(host := host_of(link.url)):
            parts = urlsplit(link.url)
            if not HOST.fullmatch(_ascii(host)):
                yield link, f"'{host}' is no name of a site"
            elif match := SLIPPED.search(host):
                yield link, f"'{match[0]}' in the host is a slip of the finger; write it again"
            elif host.lower() in ("doi.org", "dx.doi.org") and not re.match(r"/10\.\d{4,}/\S", parts.path):
                yield link, "what follows doi.org/ begins with 10.; write it as the article does"
            elif parts.username is not None:
                yield link, "a name or a password stands before the host; take it out"
            elif parts.port:
                yield link, f"port {parts.port} is blocked by many networks; link to the site's plain address"
            elif re.search(r"([.,;:!?’”»]|%C2%A0|…)$", unquote(link.url)):
                yield link, "the sentence's punctuation is part of the address; move it out"


@rule("links")
def tracking_parameter(site):
    """An address carries nothing that tells another site who followed it from where."""
    for link in addressed(site):
        if match := TRACKER.search(link.url):
            yield link, f"take '{match[1]}' and its value out of the address"


@rule("links")
def wrapped_address(site):
    """An address is the page's own, not the one that a mail program or a search engine put around it."""
    for link in addressed(site):
        if WRAPPED.match(link.url):
            yield (
                link,
                "a mail program's or a search's address; open it, and write the one of the page that it leads to",
            )


@rule("links")
def bare_address(site):
    """An address in a text is a link: readers cannot follow the others."""
    holding = "//body//text()[contains(., '://') or contains(., 'www.') or contains(., '@')]"
    for page in (*site.pages.values(), *site.notes):
        for text in page.tree.xpath(holding):
            around = [*text.getparent().iterancestors(), *([text.getparent()] if text.is_text else [])]
            if not UNCLICKED & {up.tag for up in around}:
                for match in BARE.finditer(text):
                    if not _is_local(host_of(match[0])):  # leaked-path says it better
                        told = f"'{match[0]}' cannot be followed; write [what it is]({_as_link(match[0])})"
                        yield page.at(match[0]), told


@rule("links")
def bad_mailto(site):
    """An e-mail or telephone link can be used: one whole address, or a number that begins with + or a digit."""
    for link in addressed(site):
        scheme, _, rest = link.url.partition(":")
        if scheme.lower() == "mailto":
            address = unquote(rest.partition("?")[0])
            if not address or not all(EMAIL.fullmatch(one.strip()) for one in address.split(",")):
                yield link, "write mailto: and an address such as name@company.example"
            elif rest.count("?") > 1:
                yield link, "parts after the first are joined by &, not by ?"
        elif scheme.lower() == "tel" and not re.fullmatch(r"\+?[\d().-]{3,20}(;ext=\d+)?", rest):
            yield link, "write tel: and digits, such as tel:+1-514-555-0123"
        elif EMAIL.fullmatch(link.url):
            yield link, f"write mailto:{link.url}"


@rule("links")
def empty_link_text(site):
    """Every link and button has a name that a screen reader can say: words, a label, or a picture's alternative."""
    for page in site.pages.values():
        links = {link.element: link for link in page.links if link.is_anchor}
        for element in page.tree.xpath("//a[@href] | //area[@href] | //button | //summary"):
            hidden = element.get("aria-hidden") == "true" or "hidden" in element.attrib  # a script shows and names it
            if not hidden and not model.name_of(element, page):
                yield (
                    links.get(element) or page.at(model.sign_of(element)),
                    f"<{element.tag}{_hint(element)}> has no words; write what it does or where it leads",
                )


@rule("links")
def vague_link_text(site):
    """A link's words say where it leads when they are read alone, as screen readers list them."""
    for link in addressed(site):
        if link.is_anchor and link.element.tag == "a":
            words = re.sub(r"[\s.…»«:→›>]+", " ", link.text).strip().lower().replace("'", "’")
            if words in VAGUE or VAGUE_START.match(words):
                yield link, f"'{link.text}' says nothing alone; name what stands there"
            elif re.match(r"(https?://|www\.)\S+$", link.text):
                yield link, "an address read aloud is noise; name what stands there"


def _is_local(host):
    """Whether only one machine or one network knows a host."""
    if LOCAL_HOST.match(host) or host in ("0.0.0.0", "::", ""):
        return bool(host)
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_private or address.is_loopback or address.is_link_local


def _as_link(address):
    """Return an address as a link has it."""
    if "@" in address and "://" not in address:
        return f"mailto:{address}"
    return address if "://" in address else f"https://{address}"


def _ascii(host):
    """Return a host as the network writes it, accents in punycode."""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return host


def _hint(element):
    """Return the attribute by which an author recognizes an element."""
    for name in ("href", "class", "id"):
        if element.get(name):
            return f' {name}="{element.get(name)}"'
    return ""
