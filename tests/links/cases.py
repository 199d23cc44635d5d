"""For each rule about links: defects that fire it, each beside a valid twin. Both go into the small site."""

P = "fr/page.html"


def link(target, text="Le camion"):
    return f'<p><a href="{target}">{text}</a></p>'


def both(html):
    """Return the edits that put the same HTML into a page of each language."""
    return {f"{language}/page.html": ("</article>", f"{html}</article>") for language in ("fr", "en")}


GIF = b"GIF89a"
PIC = {"fr/assets/a.gif": GIF}


def file(html, path="fr/assets/a.gif", content=GIF, page=P):
    """Return the edits that put HTML into a page, and a file beside it."""
    return {page: ("</article>", f"{html}</article>"), path: content}


def head(html, page=P):
    return {page: ("</head>", f"{html}</head>")}


CASES = {
    "dead-link": [
        ("link", link("gone.html"), link("other.html")),
        ("link with a place", link("gone.html#first"), link("other.html#first")),
        ("area", '<map name="m"><area href="gone.html" alt="Le camion"></map>',
         '<map name="m"><area href="other.html" alt="Le camion"></map>'),
        ("picture", '<img src="assets/b.gif" alt="Un camion">', file('<img src="assets/a.gif" alt="Un camion">')),
        ("srcset", '<img srcset="assets/mark.svg 1x, assets/b.gif 2x" alt="Un camion">',
         file('<img srcset="assets/mark.svg 1x, assets/a.gif 2x" alt="Un camion">')),
        ("srcset by width", '<img srcset="assets/mark.svg 100w,assets/b.gif 200w" alt="Un camion">',
         file('<img srcset="assets/mark.svg 100w,assets/a.gif 200w" alt="Un camion">')),
        ("imagesrcset", head('<link rel="preload" as="image" imagesrcset="assets/b.gif 2x">'),
         head('<link rel="preload" as="image" imagesrcset="assets/mark.svg 2x">')),
        ("source", '<picture><source srcset="assets/b.gif"><img src="assets/mark.svg" alt="Un camion"></picture>',
         '<picture><source srcset="assets/mark.svg"><img src="assets/mark.svg" alt="Un camion"></picture>'),
        ("poster", '<video poster="assets/b.gif" aria-label="Un camion"></video>',
         file('<video poster="assets/a.gif" aria-label="Un camion"></video>')),
        ("track", '<video aria-label="Un camion"><track src="assets/b.vtt"></video>',
         file('<video aria-label="Un camion"><track src="assets/b.vtt"></video>', "fr/assets/b.vtt")),
        ("script", '<script src="assets/b.js"></script>', file('<script src="assets/b.js"></script>', "fr/assets/b.js")),
        ("style", head('<link rel="stylesheet" href="assets/b.css">'),
         {**head('<link rel="stylesheet" href="assets/b.css">'), "fr/assets/b.css": "p {}"}),
        ("icon", head('<link rel="icon" href="assets/b.svg">'), head('<link rel="icon" href="assets/mark.svg">')),
        ("prefetch", head('<link rel="prefetch" href="gone.html">'), head('<link rel="prefetch" href="other.html">')),
        ("css url", {"fr/assets/style.css": "a { background: url('b.gif'); } b { background: url(mark.svg) }"},
         {"fr/assets/style.css": "a { background: url( \"mark.svg\" ) } /* url(b.gif) */ b { mask: url(data:x) }"}),
        ("css import", {"fr/assets/style.css": '@import "b.css"; a { background: url(mark.svg) }'},
         {"fr/assets/style.css": '@import "b.css"; a { background: url(mark.svg) }', "fr/assets/b.css": "a {}"}),
        ("style element", '<style>p { background: url(assets/b.gif) }</style>',
         '<style>p { background: url(assets/mark.svg) }</style>'),
        ("inline style", '<p style="background: url(assets/b.gif)">Un camion.</p>',
         '<p style="background: url(assets/mark.svg)">Un camion.</p>'),
        ("frame", '<iframe src="gone.html" title="Le camion"></iframe>',
         '<iframe src="other.html" title="Le camion"></iframe>'),
        ("object", '<object data="assets/b.gif" aria-label="Un camion"></object>',
         file('<object data="assets/a.gif" aria-label="Un camion"></object>')),
        ("embed", '<embed src="assets/b.gif">', file('<embed src="assets/a.gif">')),
        ("form", '<form action="gone.html"></form>', '<form action="other.html"></form>'),
        ("quotation", '<blockquote cite="gone.html"><p>Merci.</p></blockquote>',
         '<blockquote cite="other.html"><p>Merci.</p></blockquote>'),
        ("svg use", '<svg aria-hidden="true"><use href="assets/b.svg#a"/></svg>',
         '<svg aria-hidden="true"><use href="assets/mark.svg#a"/></svg>'),
        ("svg image", '<svg aria-hidden="true"><image xlink:href="assets/b.gif"/></svg>',
         '<svg aria-hidden="true"><image xlink:href="assets/mark.svg"/></svg>'),
        ("refresh", head('<meta http-equiv="refresh" content="0; url=gone.html">'),
         head('<meta http-equiv="refresh" content="0; url=other.html">')),
        ("manifest", head('<link rel="manifest" href="gone.webmanifest">'),
         {**head('<link rel="manifest" href="a.webmanifest">'), "fr/a.webmanifest": '{"start_url": "index.html"}'}),
        ("inside the manifest",
         {**head('<link rel="manifest" href="a.webmanifest">'), "fr/a.webmanifest": '{"icons": [{"src": "b.png"}]}'},
         {**head('<link rel="manifest" href="a.webmanifest">'),
          "fr/a.webmanifest": '{"icons": [{"src": "assets/mark.svg"}], "shortcuts": [{"url": "other.html"}]}'}),
        ("feed", head('<link rel="alternate" type="application/rss+xml" href="gone.xml">'),
         {**head('<link rel="alternate" type="application/rss+xml" href="a.rss">'), "fr/a.rss": "<rss></rss>"}),
        ("inside the feed",
         {**head('<link rel="alternate" type="application/rss+xml" href="a.rss">'),
          "fr/a.rss": "<rss><channel><item><link>https://example.org/formation/fr/gone.html</link></item></channel></rss>"},
         {**head('<link rel="alternate" type="application/rss+xml" href="a.rss">'),
          "fr/a.rss": "<rss><channel><item><link>https://example.org/formation/fr/other.html</link></item></channel></rss>"}),
        ("open graph", head('<meta property="og:image" content="https://example.org/formation/fr/assets/b.png">'),
         head('<meta property="og:image" content="https://example.org/formation/fr/assets/mark.svg">')),
        ("search entry", {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"gone.html"},{"u":"other.html"')},
         {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"page.html#first"},{"u":"other.html"')}),
        ("data of an element", '<course-search data-script="assets/b.js"></course-search>',
         file('<course-search data-script="assets/b.js" data-base="../"></course-search>', "fr/assets/b.js")),
        ("404 page", {"404.html": ("</body>", '<a href="/formation/fr/gone.html">La carte</a></body>')},
         {"404.html": ("</body>", '<a href="/formation/fr/page.html">La carte</a></body>')}),
        ("404 page, relative", {"404.html": ("</body>", '<img src="fr/assets/mark.svg" alt="Une carte"></body>')},
         {"404.html": ("</body>", '<img src="/formation/fr/assets/mark.svg" alt="Une carte"></body>')}),
        ("in an option", '<form><label><input type="radio"> <a href="gone.html">Le camion</a></label></form>',
         '<form><label><input type="radio"> <a href="other.html">Le camion</a></label></form>'),
        ("in a reason", f'<details><summary>La raison</summary>{link("gone.html")}</details>',
         f'<details><summary>La raison</summary>{link("other.html")}</details>'),
        ("base", {"404.html": ("</head>", '<base href="/formation/en/"><link rel="icon" href="assets/b.svg"></head>')},
         {"404.html": ("</head>", '<base href="/formation/en/"><link rel="icon" href="assets/mark.svg"></head>')}),
    ],
    "wrong-case": [
        ("page", link("Other.html"), link("other.html")),
        ("folder", '<img src="Assets/mark.svg" alt="Une carte">', '<img src="assets/mark.svg" alt="Une carte">'),
        ("own address in capitals", head('<meta property="og:image" content="https://example.org/formation/fr/assets/Mark.svg">'),
         head('<meta property="og:image" content="https://EXAMPLE.org/formation/fr/assets/mark.svg">')),
    ],
    "decomposed-name": [
        ("link", link("https://example.com/e\u0301te\u0301"),
         file('<img src="assets/é.gif" alt="Une carte">', "fr/assets/é.gif")),
        ("file", file('<img src="assets/e%CC%81.gif" alt="Une carte">', "fr/assets/e\u0301.gif"),
         file('<img src="assets/%C3%A9.gif" alt="Une carte">', "fr/assets/é.gif")),
    ],
    "dead-anchor": [
        ("elsewhere", link("other.html#frist"), link("other.html#first")),
        ("in the page", link("#frist"), link("#first")),
        ("accented", '<p id="repère">Merci.</p>' + link("#repere"), '<p id="repère">Merci.</p>' + link("#rep%C3%A8re")),
        ("other capitals", link("other.html#First"), '<p><a name="First">Merci.</a></p>' + link("#First")),
        ("text fragment", link("other.html#frist:~:text=camion"), link("other.html#first:~:text=camion")),
        ("only a text fragment", link("other.html#frist"), link("other.html#:~:text=camion")),
        ("svg use", '<svg aria-hidden="true"><use href="#frist"/></svg>', '<svg aria-hidden="true"><use href="#first"/></svg>'),
        ("svg paint", '<svg aria-hidden="true"><path fill="url(#frist)"/></svg>',
         '<svg aria-hidden="true"><path fill="url(#first)"/></svg>'),
        ("search entry", {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"other.html#frist"')},
         {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"other.html#first"')}),
        ("top of the page", link("#tpo"), link("#top")),
    ],
    "dead-reference": [
        ("label", '<label for="frist">Merci</label>', '<label for="first">Merci</label>'),
        ("described", '<p aria-describedby="first frist">Merci.</p>', '<p aria-describedby="first page-content">Merci.</p>'),
        ("popover", '<button popovertarget="frist">Menu</button>', '<button popovertarget="first">Menu</button>'),
    ],
    "bad-encoding": [
        ("blank", file('<img src="assets/a b.gif" alt="Une carte">', "fr/assets/a b.gif"),
         file('<img src="assets/a%20b.gif" alt="Une carte">', "fr/assets/a b.gif")),
        ("percent", link("https://example.com/100%"), link("https://example.com/100%25")),
        ("backslash", link(r"https://example.com/a\b"), link("https://example.com/a/b")),
        ("Latin-1", link("https://example.com/%E9t%E9"), link("https://example.com/%C3%A9t%C3%A9")),
        ("twice", link("https://example.com/a%2520b"), link("https://example.com/a%20b")),
        ("accents as typed", link("https://example.com/é{1}"), link("https://example.com/été")),
    ],
    "outside-site": [
        ("up", link("../../other.html"), link("../fr/other.html")),
        ("root of the host", link("/autre.html"), link("https://example.org/autre/page.html")),
    ],
    "rooted-link": [
        ("page", link("/formation/fr/other.html"), link("other.html")),
    ],
    "own-address": [
        ("link", link("https://example.org/formation/fr/other.html"), link("https://example.org/formations/")),
        ("picture", '<img src="https://example.org/formation/fr/assets/mark.svg" alt="Une carte">',
         '<img src="assets/mark.svg" alt="Une carte">'),
    ],
    "folder-link": [
        ("this folder", link("./"), link("./index.html")),
        ("by its name", link("../fr"), link("../fr/index.html")),
        ("with a place", link("../fr/#first"), link("../fr/index.html#first")),
    ],
    "empty-target": [
        ("empty", link(""), link("other.html")),
        ("lone #", link("#"), link("#first")),
        ("blank", link(" "), link(" other.html ")),
    ],
    "other-language": [
        ("link", link("../en/other.html"), link("other.html")),
        ("with hreflang in a sentence", '<p><a hreflang="en" href="../en/other.html">Le camion</a></p>',
         '<p><a class="switch" lang="en" hreflang="en" href="../en/other.html">The truck</a></p>'),
        ("picture", '<img src="../en/assets/mark.svg" alt="Une carte">', '<img src="../fr/assets/mark.svg" alt="Une carte">'),
        ("search entry", {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"other.html"},{"u":"../en/other.html"')},
         {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"other.html"},{"u":"../fr/other.html"')}),
    ],
    "foreign-resource": [
        ("picture", '<img src="https://example.com/a.gif" alt="Une carte">', link("https://example.com/a.gif")),
        ("script", '<script src="https://example.com/a.js"></script>', '<script>1</script>'),
        ("preconnect", head('<link rel="preconnect" href="https://example.com">'),
         head('<link rel="license" href="https://example.com/licence">')),
        ("font", {"fr/assets/style.css": "@font-face { src: url(https://example.com/a.woff2) } a { mask: url(mark.svg) }"},
         {"fr/assets/style.css": "/* https://example.com */ a { mask: url(mark.svg) }"}),
        ("frame", '<iframe src="https://example.com/a" title="Une carte"></iframe>',
         '<blockquote cite="https://example.com/a"><p>Merci.</p></blockquote>'),
    ],
    "canonical": [
        ("missing", {P: ('rel="canonical"', 'rel="author"')}, {}),
        ("another page's", {P: ('rel="canonical" href="https://example.org/formation/fr/page', 'rel="canonical" href="https://example.org/formation/fr/other')}, {}),
        ("twice", head('<link rel="canonical" href="https://example.org/formation/fr/page.html">'), {}),
    ],
    "hreflang": [
        ("missing", {P: ('<link rel="alternate" hreflang="en" href="https://example.org/formation/en/page.html">', "")}, {}),
        ("another page's", {P: ("formation/en/page.html", "formation/en/other.html")}, {}),
        ("a language without the page", head('<link rel="alternate" hreflang="es" href="https://example.org/formation/fr/page.html">'),
         head('<link rel="alternate" type="application/json" href="assets/mark.svg">')),
    ],
    "sitemap": [
        ("page left out", {"sitemap.xml": ("<url><loc>https://example.org/formation/fr/page.html</loc></url>", "")}, {}),
        ("page twice", {"sitemap.xml": ("</urlset>", "<url><loc>https://example.org/formation/fr/page.html</loc></url></urlset>")}, {}),
        ("no page", {"sitemap.xml": ("</urlset>", "<url><loc>https://example.org/formation/404.html</loc></url></urlset>")}, {}),
        ("missing", {"sitemap.xml": None}, {}),
    ],
    "search-entry": [
        ("page left out", {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"page.html"')}, {}),
        ("no page", {"fr/assets/search-index.js": ('"u":"other.html"', '"u":"other.html"},{"u":"assets/mark.svg"')}, {}),
    ],
    "unused-file": [
        ("picture", {"fr/assets/a.gif": GIF}, file('<img src="assets/a.gif" alt="Une carte">')),
        ("known to hosts", {"fr/robots.txt": "User-agent: *"}, {"robots.txt": "User-agent: *", ".nojekyll": ""}),
    ],
    "local-address": [
        ("localhost", link("http://localhost:8000/fr/"), link("https://localhost.example.com/fr/")),
        ("loopback", link("https://127.0.0.1/a"), link("https://127.example.com/a")),
        ("private network", link("https://192.168.1.4/a"), link("https://192.168.example.com/a")),
        ("local name", link("https://intranet.local/a"), link("https://local.example.com/a")),
        ("file", link("file:///C:/cours/a.html"), link("other.html?file=a")),
        ("drive", link("C:/cours/a.html"), link("https://example.com/C:/a")),
    ],
    "odd-scheme": [
        ("misspelt", link("htps://example.com/a"), link("https://example.com/htps")),
        ("doubled", link("https://https://example.com/a"), link("https://example.com/a?to=https://example.com")),
        ("doubled without slashes", link("http:https://example.com/a"), link("https://example.com/http:/a")),
        ("no host", link("https:///a"), link("https://example.com///a")),
        ("one slash", link("https:/example.com/a"), link("https://example.com/a/b")),
        ("no colon", link("https//example.com/a"), link("https://example.com//a")),
        ("no scheme", link("www.example.com"), link("https://www.example.com")),
        ("a host alone", link("example.com/a"), link("https://example.com/a")),
        ("of the page", link("//example.com/a"), link("https://example.com/a")),
        ("ftp", link("ftp://example.com/a"), link("tel:+1-514-555-0123")),
    ],
    "script-link": [
        ("javascript", link("javascript:void(0)"), '<button type="button">Le camion</button>'),
        ("in capitals", link("JavaScript:void(0)"), link("other.html")),
        ("data", link("data:text/html,a"), '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="Une carte">'),
    ],
    "insecure-link": [
        ("http", link("http://example.com/a"), link("https://example.com/http://a")),
    ],
    "malformed-address": [
        ("host without a dot", link("https://example/a"), link("https://example.com/a")),
        ("two dots", link("https://example..com/a"), link("https://exa-mple.com/a")),
        ("accented host", link("https://-exemple.com/a"), link("https://éléphant.example.com/a")),
        ("password", link("https://me:pass@example.com/a"), link("https://example.com/@me")),
        ("port", link("https://example.com:8443/a"), link("https://example.com/8443")),
        ("port that is none", link("https://example.com:80a/a"), link("https://example.com/80a")),
        ("full stop", link("https://example.com/a."), link("https://example.com/a.b")),
        ("bracket", link("https://example.com/a)."), link("https://example.com/a_(b)")),
    ],
    "tracking-parameter": [
        ("campaign", link("https://example.com/a?b=1&utm_source=c"), link("https://example.com/a?b=1&source=utm")),
    ],
    "bad-mailto": [
        ("empty", link("mailto:"), link("mailto:info@example.com")),
        ("no host", link("mailto:info@example"), link("mailto:info@example.com?subject=Merci%20Nadia&body=a")),
        ("two addresses", link("mailto:a@example.com;b@example.com"), link("mailto:a@example.com,b@example.com")),
        ("two question marks", link("mailto:a@example.com?subject=a?body=b"), link("mailto:a@example.com?subject=a&body=b")),
        ("no scheme", link("info@example.com"), link("mailto:in.fo+a@example.com")),
        ("telephone", link("tel:CNESST"), link("tel:+1-844-838-0808")),
    ],
    "empty-link-text": [
        ("link", link("other.html", ""), link("other.html", "Camion")),
        ("picture without alternative", link("other.html", '<img src="assets/mark.svg" alt="">'),
         link("other.html", '<img src="assets/mark.svg" alt="Le camion">')),
        ("hidden words", link("other.html", '<span aria-hidden="true">Camion</span>'),
         '<p><a href="other.html" aria-label="Le camion">→</a></p>'),
        ("button", '<button type="button"><svg aria-hidden="true"></svg></button>',
         '<button type="button" aria-labelledby="first"><svg aria-hidden="true"></svg></button>'),
        ("summary", "<details><summary> </summary><p>Merci.</p></details>",
         "<details><summary>Merci</summary><p>Merci.</p></details>"),
        ("svg with a title", link("other.html", '<svg aria-hidden="true"><title>Camion</title></svg>'),
         link("other.html", "<svg><title>Camion</title></svg>")),
    ],
    "vague-link-text": [
        ("ici", link("other.html", "ici"), link("other.html", "le camion d’ici")),
        ("cliquez ici", link("other.html", "Cliquez ici…"),
         link("other.html", "Ici, le camion")),
        ("here", link("other.html", "click  here"), link("other.html", "the truck over here")),
        ("an address", link("https://example.com/a", "https://example.com/a"), link("https://example.com/a", "La charte (example.com)")),
        ("a label tells more", link("other.html", "En savoir plus"),
         '<p><a href="other.html" aria-label="En savoir plus sur le camion">En savoir plus</a></p>'),
    ],
}  # fmt: skip
