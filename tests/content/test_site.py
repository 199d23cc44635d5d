"""The site as a whole: a build that stops leaves the last one alone, and what stands beside the languages is right."""

import hashlib
import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import pytest
from lxml import etree
from lxml import html as lxml_html

from course import make, site
from tests.copies import ADDRESS, text_of

from .planting import FR

# Edits that stop a build, each at another moment; and what must be said.
STOPS = {
    "a lesson that is refused": (FR, r"^minutes: .*", "minutes: dix", f"{FR}:4: 'minutes' cannot be"),
    "a style that does not bundle": ("overrides/assets/css/course.css", r"\A", r'@import "./zeta.css";\n', "zeta.css"),
    "a page beside the languages": ("overrides/404.html", r"\A", r"{{ zeta.zeta }}\n", "zeta"),
}
# What MkDocs itself refuses is in tests/links/test_mkdocs.py.


def contents(folder):
    """Return the files of a folder with their contents' hashes."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def left_behind(root):
    """Return what a build left aside in a repository."""
    return [path.name for folder in (root, root / ".cache") for path in folder.glob(".site*")]


@pytest.fixture
def published(repository, built):
    """A repository to plant a defect in, whose last site stands in `site/`."""
    shutil.copytree(built, repository.root / "site")
    return repository


@pytest.mark.parametrize("file, pattern, new, said", STOPS.values(), ids=STOPS)
def test_a_build_that_stops_leaves_the_last_site_whole(published, built, file, pattern, new, said):
    published.edit(file, pattern, new)
    published.edit("company.yml", r"^languages: .*", "languages: [fr]")  # one is enough, in half the time
    done = published.run("-m", "course.verbs.build")
    assert done.returncode != 0, "a defect did not stop the build"
    assert said in done.stdout + done.stderr, f"the build does not say what stopped it:\n{done.stdout}{done.stderr}"
    assert contents(published.root / "site") == contents(built), "the last site was touched by a build that stopped"
    assert left_behind(published.root) == [], "a build that stopped left a folder behind"
    if file == FR:
        assert "Nothing was published: 1 problem(s)" in done.stderr, f"an author is not told so:\n{done.stderr}"
        assert "Traceback" not in done.stderr, "an author is shown Python's own words"


def test_a_build_replaces_the_last_site_whole_and_is_the_same_to_the_byte(published, built):
    """With an empty company.yml, too, which is the course as it comes, and an address as GitHub gives it."""
    published.write("company.yml", "")
    (published.root / "site" / "stale.html").write_text("Zeta", encoding="utf-8")
    given = {"SITE_URL": ADDRESS.rstrip("/")}
    elsewhere = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "LC_ALL": "C", **given}
    done = published.run("-m", "course.verbs.build", **elsewhere)
    assert done.returncode == 0, f"the course does not build:\n{done.stdout}{done.stderr}"
    made = contents(published.root / "site")
    assert "stale.html" not in made, "a file of the last site is still published"
    before = contents(built)
    assert set(made) == set(before), "two builds of the same sources hold other files"
    changed = [name for name in made if made[name] != before[name]]
    assert changed == [], f"two builds of the same sources differ in {changed}"
    assert left_behind(published.root) == [], "a build left a folder behind"
    assert "Tous clients" in text_of(published.root / "site" / "fr" / "index.html")


def test_a_build_does_not_replace_a_folder_that_is_no_site(repository):
    before = contents(repository.root / "docs")
    done = repository.run("-m", "course.verbs.build", "docs")
    assert done.returncode != 0 and "choose another folder" in done.stderr, f"not refused:\n{done.stdout}{done.stderr}"
    assert contents(repository.root / "docs") == before, "a build replaced a folder of the author's"


def test_a_site_is_put_in_place_of_the_last(tmp_path):
    made, target = tmp_path / "made", tmp_path / "site"
    for folder, text in ((made, "new"), (target, "old")):
        folder.mkdir()
        (folder / "index.html").write_text(text, encoding="utf-8")
    site.swap(made, target)
    assert (target / "index.html").read_text(encoding="utf-8") == "new", "the new site is not in place"
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "something else than the new site is left"


def test_a_site_that_cannot_be_put_in_place_gives_the_last_one_back(tmp_path):
    target = tmp_path / "site"
    target.mkdir()
    (target / "index.html").write_text("old", encoding="utf-8")
    with pytest.raises(OSError):
        site.swap(tmp_path / "never-made", target)
    assert (target / "index.html").read_text(encoding="utf-8") == "old", "the last site is lost"
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "something else than the last site is left"


def test_the_first_site_needs_none_before_it(tmp_path):
    (tmp_path / "made").mkdir()
    site.swap(tmp_path / "made", tmp_path / "site")
    assert [path.name for path in tmp_path.iterdir()] == ["site"], "the first site is not in place"


@pytest.mark.parametrize("address", ["https://example.org/", "https://example.org/a/b/", ADDRESS])
def test_the_links_of_the_404_page_begin_with_the_sites_path(whole, tmp_path, address):
    files = {name: Path(f"{name}.X") for name in ("course.css", "home.css", "front.js", "mark.svg", "course.js")}
    site.finish(tmp_path, whole, address, files)
    root = lxml_html.parse(str(tmp_path / "404.html")).getroot()
    links = [link for _, _, link, _ in root.iterlinks()]
    path = urlsplit(address).path
    assert {f"{path}{language}/index.html" for language in whole.courses} <= set(links), "a language has no way home"
    wrong = [link for link in links if not link.startswith(path) or link.startswith("//")]
    assert links and not wrong, f"served at any depth, the page needs links that begin with {path}, not {wrong}"


@pytest.mark.parametrize("name", ["index.html", "404.html"])
def test_the_roots_own_pages_lead_to_files_of_the_site(built, name):
    root = lxml_html.parse(str(built / name)).getroot()
    path = urlsplit(ADDRESS).path if name == "404.html" else ""
    links = [link for _, _, link, _ in root.iterlinks() if not re.match(r"[a-z]+:|#", link)]
    missing = [link for link in links if not (built / link.removeprefix(path).split("#")[0]).is_file()]
    assert links and not missing, f"{name} leads to {missing}, which are not in the site"


def sitemap(folder):
    """Return `{address: {language: twin's address}}` of a sitemap."""
    found = {}
    for url in etree.parse(str(folder / "sitemap.xml")).getroot():
        twins = {link.get("hreflang"): link.get("href") for link in url if link.get("rel") == "alternate"}
        found[url[0].text] = twins
    return found


def test_search_engines_may_read_all_and_find_the_sitemap(built):
    """Crawlers ask for it at the root of a host: it serves where the course has a host of its own."""
    rules = RobotFileParser()
    rules.parse((built / "robots.txt").read_text(encoding="utf-8").splitlines())
    assert rules.can_fetch("*", f"{ADDRESS}fr/index.html")
    assert rules.site_maps() == [f"{ADDRESS}sitemap.xml"]


def test_the_sitemap_lists_every_page_once_with_its_twins(built):
    pages = {path.relative_to(built).as_posix() for path in built.glob("*/**/*.html")}
    found = sitemap(built)
    text = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert len(found) == text.count("<loc>"), "a page stands twice in the sitemap"
    assert set(found) == {ADDRESS + page for page in pages}, "the sitemap is not the list of the pages"
    for address, twins in found.items():
        name = address.removeprefix(ADDRESS).split("/", 1)[1]
        assert twins == {code: f"{ADDRESS}{code}/{name}" for code in ("fr", "en")}, f"{address} has other twins"


def test_each_page_names_the_address_and_the_twins_that_the_sitemap_gives(built):
    for address, twins in sitemap(built).items():
        root = lxml_html.parse(str(built / address.removeprefix(ADDRESS))).getroot()
        assert root.xpath("//link[@rel='canonical']/@href") == [address], f"{address} gives itself another address"
        given = {link.get("hreflang"): link.get("href") for link in root.xpath("//link[@rel='alternate'][@hreflang]")}
        assert given == twins, f"{address} names other twins than the sitemap"


def test_a_company_may_publish_one_language_alone(repository, tmp_path):
    repository.edit("company.yml", r"^languages: .*", "languages: [en]")
    built = repository.build(tmp_path / "site")
    assert [path.name for path in built.iterdir() if path.is_dir()] == ["en"], "another language is published"
    assert all(set(twins) == {"en"} for twins in sitemap(built).values()), "the sitemap names a language left out"
    assert (built / "index.html").read_text(encoding="utf-8").count("<li>") == 1
    for path in built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        within = re.sub(
            r'href="https://(?!example\.org)[^"]*"', "", text
        )  # an official page may stand in such a folder
        assert not re.search(r'hreflang="fr"|href="[^"]*\bfr/', within), f"{path.name} leads to a language left out"
        assert 'class="switch"' not in text, f"{path.name} has a switch to no other language"


@pytest.mark.parametrize("given", ["https://x.org/a", "https://x.org/a/"])
def test_the_host_may_give_the_address(monkeypatch, given):
    monkeypatch.setenv("SITE_URL", given)
    assert make.address_of({"address": ADDRESS}) == "https://x.org/a/", (
        "the host's address is not taken, or lacks its /"
    )


@pytest.mark.parametrize("given", [None, ""])
def test_without_a_host_the_companys_address_holds(monkeypatch, given):
    monkeypatch.delenv("SITE_URL", raising=False)
    if given is not None:
        monkeypatch.setenv("SITE_URL", given)
    assert make.address_of({"address": ADDRESS}) == ADDRESS, "the company's address is not taken"
