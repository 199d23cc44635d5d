"""What search engines, catalogues and social networks read of the site; and names of files that browsers may keep."""

import json
import re
import struct
from copy import deepcopy
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

import jsonschema
import pytest
from lxml import etree
from lxml import html as lxml_html

from course import assets, company, editions, pictures, sharing
from tests.copies import ADDRESS

LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])
LIGHT = 60_000  # bytes of a card: some networks give up on a heavy picture
# Files that hosts and crawlers ask for by these very names.
ASKED = {".nojekyll", "robots.txt", "sitemap.xml"}
SITEMAPS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
TIME = {"type": "string", "pattern": r"^PT(?=\d)(\d+H)?(\d+M)?$"}
URL = {"type": "string", "pattern": r"^https?://[^\s/]+/[^\s]*$"}
SAID = {"type": "string", "minLength": 3}
COMMON = {
    "@context": {"const": "https://schema.org"},
    "inLanguage": {"enum": ["fr-CA", "en-CA"]},
    "isAccessibleForFree": {"const": True},
    "license": {"const": "https://creativecommons.org/licenses/by/4.0/"},
    "timeRequired": TIME,
}


def whole_object(**properties):
    """Return the JSON Schema of an object that has these properties, and no other."""
    return {
        "type": "object",
        "properties": properties,
        "required": sorted(properties),
        "additionalProperties": False,
    }


# What Google asks of a course and of its sections, as its documentation has it, and what schema.org lets a lesson say.
# A provider is named where company.yml names one.
COURSE = whole_object(
    **COMMON,
    **{"@type": {"const": "Course"}, "@id": URL, "url": URL, "image": URL},
    name=SAID,
    description={"type": "string", "minLength": 70, "maxLength": 155},
    educationalLevel=SAID,
    version={"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    offers=whole_object(
        **{"@type": {"const": "Offer"}},
        category={"const": "Free"},
        price={"const": 0},
        priceCurrency={"const": "CAD"},
    ),
    hasCourseInstance=whole_object(
        **{"@type": {"const": "CourseInstance"}}, courseMode={"const": "Online"}, courseWorkload=TIME
    ),
    syllabusSections={
        "type": "array",
        "minItems": 1,
        "items": whole_object(
            **{"@type": {"const": "Syllabus"}}, name=SAID, description=SAID, url=URL, timeRequired=TIME
        ),
    },
)
LESSON = whole_object(
    **COMMON,
    **{"@type": {"const": "LearningResource"}},
    name=SAID,
    teaches={"type": "array", "minItems": 1, "items": SAID},
    position={"type": "integer", "minimum": 1},
    learningResourceType=SAID,
    educationalUse=SAID,
    isPartOf=whole_object(**{"@type": {"const": "Course"}, "@id": URL}, name=SAID),
)


def read(path):
    return lxml_html.parse(str(path), lxml_html.HTMLParser(encoding="utf-8")).getroot()


@pytest.fixture(scope="module")
def published(served):
    """`(whole pages as trees by their path, address)` of a site that knows its address."""
    site, address = served
    return {path.relative_to(site).as_posix(): read(path) for path in site.rglob("*.html")}, address


def structured(root):
    """Return what a page says to search engines, as a list."""
    return [json.loads(each.text) for each in root.iter("script") if each.get("type") == "application/ld+json"]


def shared(root):
    """Return what a page says of a link to it: `{name: content}`; no name stands twice."""
    found = [(each.get("property") or each.get("name") or "", each.get("content")) for each in root.iter("meta")]
    found = [(name, content) for name, content in found if name.startswith(("og:", "twitter:"))]
    assert len(found) == len(dict(found))
    return dict(found)


# Names that a browser may keep for ever


def test_every_file_that_is_no_page_bears_the_fingerprint_of_its_content(built):
    files = [path for path in built.rglob("*") if path.is_file() and path.suffix != ".html"]
    named = [path for path in files if path.relative_to(built).as_posix() not in ASKED]
    assert len(named) > 70
    for path in named:
        plain = assets.FINGERPRINT.sub("", path.name)
        assert path.name == assets.named(plain, path.read_bytes()), f"{path.name} does not bear its fingerprint"


def test_pages_name_these_files_and_no_other(built):
    """By any attribute: a source, a link's target, what a script is to load."""
    count = 0
    for path in built.rglob("*.html"):
        for element in read(path).iter(etree.Element):
            for name, value in element.attrib.items():
                file = re.fullmatch(r"(?:https?://[^/]+)?([^?#\s:]*\.(?:css|gif|jpe?g|js|png|svg|webp))", value)
                if file and name not in {"alt", "title", "value"} and element.tag != "a":
                    count += 1
                    assert assets.FINGERPRINT.search(file[1]), f"{path.name}: {name}={value}"
    assert count > 900


def test_another_content_gives_another_name():
    assert assets.named("a.b.js", b"1") == "a.b.6b86b273.js"
    assert assets.named("a.b.js", b"2") != assets.named("a.b.js", b"1")


# Crawlers


def test_crawlers_may_read_every_page_and_are_told_of_the_sitemap(built):
    parser = RobotFileParser()
    parser.parse((built / "robots.txt").read_text(encoding="utf-8").splitlines())
    pages = [path.relative_to(built).as_posix() for path in built.rglob("*.html")]
    assert len(pages) > 150
    assert [page for page in pages if not parser.can_fetch("AnyBot", ADDRESS + page)] == []
    assert parser.site_maps() == [f"{ADDRESS}sitemap.xml"]


def test_the_sitemap_keeps_to_its_protocol(built):
    """sitemaps.org: one namespace, `loc` first, 50,000 addresses at most, of 2,048 characters, all of this site."""
    root = etree.parse(str(built / "sitemap.xml")).getroot()
    assert root.tag == f"{SITEMAPS}urlset" and 100 < len(root) <= 50_000
    for url in root:
        assert url.tag == f"{SITEMAPS}url"
        assert [each.tag for each in url] == [f"{SITEMAPS}loc"] + [f"{XHTML}link"] * (len(url) - 1)
        for address in [url[0].text, *(each.get("href") for each in url[1:])]:
            assert address.startswith(ADDRESS) and len(address) <= 2048 and urlsplit(address).fragment == ""


# Lists of results


@LANGUAGES
def test_titles_and_descriptions_are_whole_in_a_list_of_results(whole, language):
    pages = whole.courses[language].pages.values()
    titles = {page.id: sharing.title(whole, language, page) for page in pages}
    assert len(titles) == len(set(titles.values())) > 70
    assert {id: title for id, title in titles.items() if not 10 <= len(title) <= sharing.LONGEST} == {}
    described = {page.id: page.description for page in pages}
    assert len(set(described.values())) == len(described)
    assert {id: text for id, text in described.items() if not 70 <= len(text) <= 155} == {}


def test_pages_bear_these_titles(published, whole):
    pages, _ = published
    for language, course in whole.courses.items():
        for page in course.pages.values():
            found = pages[f"{language}/{page.url}"].findtext(".//title")
            assert found == sharing.title(whole, language, page)


# Search engines and catalogues


@LANGUAGES
def test_the_home_page_describes_the_course_as_search_engines_ask(published, whole, language):
    pages, address = published
    [course] = structured(pages[f"{language}/index.html"])
    jsonschema.validate(course, COURSE)
    assert course["@id"] == f"{address}{language}/index.html#course"
    assert course["inLanguage"] == f"{language}-CA"
    hours, minutes = re.fullmatch(r"PT(\d+)H(\d+)M", course["timeRequired"]).groups()
    assert int(hours) * 60 + int(minutes) == whole.courses[language].minutes
    assert [each["name"] for each in course["syllabusSections"]] == [
        module.title for module in whole.courses[language].modules
    ]


@LANGUAGES
def test_each_lesson_says_what_it_teaches_in_how_long_and_where_it_stands(published, whole, language):
    pages, address = published
    course = whole.courses[language]
    assert len(course.lessons) > 10
    for place, lesson in enumerate(course.lessons, 1):
        [said] = structured(pages[f"{language}/{lesson.url}"])
        jsonschema.validate(said, LESSON)
        assert (said["name"], said["teaches"], said["position"]) == (lesson.title, lesson.objectives, place)
        assert said["timeRequired"] == f"PT{lesson.minutes}M"
        assert said["isPartOf"]["@id"] == f"{address}{language}/index.html#course"


def test_no_other_page_says_any_of_it(published, whole):
    pages, _ = published
    known = {f"{language}/{page.url}" for language, course in whole.courses.items() for page in course.lessons}
    known |= {f"{language}/index.html" for language in whole.courses}
    assert {path for path, root in pages.items() if structured(root)} == known


@LANGUAGES
def test_who_offers_the_course_is_said_where_company_yml_names_them(whole, language):
    course = whole.courses[language]
    whole = deepcopy(whole)
    whole.company["name"] = {language: "Acme </script>"}
    found = sharing.data(whole, course, course.pages["index"], "https://acme.example/")
    provider = whole_object(**{"@type": {"const": "Organization"}}, name={"const": "Acme </script>"})
    jsonschema.validate(found.pop("provider"), provider)
    jsonschema.validate(found, COURSE)


@pytest.mark.parametrize(
    ("minutes", "said"), [(12, "PT12M"), (60, "PT1H"), (72, "PT1H12M"), (0, "PT0M"), (261, "PT4H21M")]
)
def test_durations_are_those_of_iso_8601(minutes, said):
    assert sharing.iso_duration(minutes) == said


# A shared link


def test_every_page_says_how_a_link_to_it_shows(published, whole):
    pages, address = published
    for language, course in whole.courses.items():
        card = f"{address}{language}/{pictures.card_address(whole.company, language)}"
        for page in course.pages.values():
            said = shared(pages[f"{language}/{page.url}"])
            assert said["og:title"] == (course_title(whole, language) if page.id == "index" else page.title)
            assert said["og:description"] == page.description
            assert said["og:url"] == f"{address}{language}/{page.url}"
            assert said["og:locale"] == f"{language}_CA"
            assert said["og:type"] == ("website" if page.id == "index" else "article")
            assert said["og:image"] == card
            assert said["twitter:card"] == "summary_large_image"


def course_title(whole, language):
    return whole.company["course"]["title"][language]


def test_the_front_door_and_the_home_pages_describe_the_picture(published, served):
    pages, address = published
    for path in ("index.html", "fr/index.html", "en/index.html"):
        said = shared(pages[path])
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert len(said["og:image:alt"]) > 40
        assert {said["og:locale"], said["og:locale:alternate"]} == {"fr_CA", "en_CA"}
        assert (served[0] / said["og:image"].removeprefix(address)).is_file()
    assert shared(pages["index.html"])["og:url"] == address
    assert pages["index.html"].xpath("//link[@rel='canonical']/@href") == [address]


@LANGUAGES
def test_the_card_is_a_light_picture_of_the_size_that_networks_ask(whole, language):
    raw = pictures.card_of(language).read_bytes()
    assert raw.startswith(b"\xff\xd8\xff") and 10_000 < len(raw) <= LIGHT
    frame = re.search(rb"\xff[\xc0-\xc2]\x00\x11\x08(.{4})", raw, re.DOTALL)[1]  # JPEG's start of frame
    assert struct.unpack(">HH", frame)[::-1] == pictures.CARD


@LANGUAGES
def test_a_course_that_bears_another_title_shows_no_card_that_says_the_old_one(whole, language):
    assert pictures.card_address(whole.company, language)
    renamed = deepcopy(whole)
    renamed.company["course"]["title"][language] = "Tout le monde à bord"
    page = renamed.courses[language].pages["index"]
    said = dict(sharing.tags(renamed, language, "https://acme.example/", page))
    assert "og:image" not in said and "twitter:card" not in said
    assert "image" not in sharing.data(renamed, renamed.courses[language], page, "https://acme.example/")


def test_where_a_site_does_not_know_its_address_it_says_none(built):
    """The sample address of company.yml, a package for an LMS: what they said would lead nowhere."""
    assert company.DEFAULTS["address"] == ADDRESS
    assert not sharing.is_public(ADDRESS, editions.WHOLE)
    assert not sharing.is_public("https://acme.example/", editions.for_lms("fr"))
    assert sharing.is_public("https://acme.example/", editions.WHOLE)
    for path in built.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "og:" not in text and "ld+json" not in text, path.name
    assert not list(built.rglob("card.*")), "a picture that no page names is published"
