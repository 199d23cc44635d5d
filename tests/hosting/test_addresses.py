"""A copy of the template, published where GitHub Pages puts it: every link leads somewhere, asked over HTTP too."""

import urllib.error
import urllib.request
from urllib.parse import urljoin, urlsplit

import pytest
from lxml import html

from course import make
from course.proofreading import model, registry, report
from tests.conftest import serve
from tests.copies import ADDRESS
from tests.links.test_second_opinion import opinion

# GitHub gives the address of a project page; a company's own server has one in company.yml, at the root of its host.
PLACES = {"project page": "example", "domain": "acme"}
FOLLOWED = "//a/@href | //link/@href | //script/@src | //img/@src | //*/@data-script | //*/@data-index"


@pytest.fixture(scope="module", params=PLACES.values(), ids=PLACES)
def published(request):
    """A company's copy of the template and its site, built by the verb that the workflow runs."""
    return request.getfixturevalue(request.param)


def test_no_rule_about_links_finds_anything(published, excused):
    read = model.read(published.site, published.address, published.copy.root)
    assert len(read.course_pages) > 100 and len(read.links) > 5000, "there was little to look at"
    left, _ = report.excuse([found for rule in registry.of("links") for found in rule.findings(read)], excused)
    assert not left, f"\n{report.as_text(left)}"


def test_lychee_finds_nothing_either(published):
    _, folder, _, address = published
    code, said = opinion(folder, address)
    assert code == 0 and said["errors"] == 0, said["error_map"]
    assert said["successful"] > 5000, f"lychee followed only {said['successful']} links"


def test_a_reader_who_follows_every_link_misses_nothing(published):
    """From the front door, over HTTP, on a server that serves the site at its subpath and nothing else."""
    _, folder, site, address = published
    subpath = urlsplit(address).path
    server, origin = serve(folder, subpath)
    here = origin + subpath
    front = f"{here}index.html"
    try:
        waiting, met, missing = [here, front], {here, front}, []
        while waiting:
            url = waiting.pop()
            status, kind, body = ask(url)
            if status != 200:
                missing.append(url)
            if status != 200 or kind != "text/html":
                continue
            for link in html.fromstring(body).xpath(FOLLOWED):
                to = urljoin(url, link.replace(address, here)).partition("#")[0].partition("?")[0]
                if to.startswith(origin) and to not in met:
                    met.add(to)
                    waiting.append(to)
        assert missing == []
        assert all(url.startswith(here) for url in met), "a link leaves the site for its host's root"
        pages = {f"{here}{path.relative_to(site).as_posix()}" for path in site.rglob("*.html")} - {f"{here}404.html"}
        assert pages - met == set(), "a page that no link leads to"
        for deep in ("nowhere.html", "fr/deep/down/nowhere.html"):
            status, _, body = ask(here + deep)
            led = [urljoin(here + deep, link) for link in html.fromstring(body).xpath("//a/@href | //link/@href")]
            assert status == 404 and len(led) >= 4
            assert [ask(url)[0] for url in led] == [200] * len(led), "the 404 page does not lead home"
    finally:
        server.shutdown()


def ask(url):
    """Return the status, type and body of an answer."""
    try:
        with urllib.request.urlopen(url) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read()


def test_pages_give_the_address_where_they_are_and_no_other(published):
    _, _, site, address = published
    for language in ("fr", "en"):
        page = html.fromstring((site / language / "start" / "index.html").read_bytes())
        assert page.xpath("//link[@rel='canonical']/@href") == [f"{address}{language}/start/index.html"]
        twins = page.xpath("//link[@rel='alternate']")
        assert {(twin.get("hreflang"), twin.get("href")) for twin in twins} == {
            (code, f"{address}{code}/start/index.html") for code in ("fr", "en")
        }
    assert (site / "sitemap.xml").read_text(encoding="utf-8").count(f"<loc>{address}") > 100
    for path in site.rglob("*"):
        if path.suffix in (".html", ".xml", ".js", ".css"):
            assert ADDRESS not in path.read_text(encoding="utf-8"), f"{path.name} names the template's sample address"


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("https://riviere-aux-pins.github.io", "https://riviere-aux-pins.github.io/"),
        ("https://riviere-aux-pins.github.io/course", "https://riviere-aux-pins.github.io/course/"),
        ("http://formation.example.com", "http://formation.example.com/"),  # until the certificate is there
        ("https://formation.example.com/", "https://formation.example.com/"),
        ("", "https://intranet.example/formation/"),  # Pages is off: company.yml decides
    ],
)
def test_the_address_is_githubs_then_the_companys_with_one_slash(monkeypatch, given, address):
    monkeypatch.setenv("SITE_URL", given)
    assert make.address_of({"address": "https://intranet.example/formation/"}) == address
