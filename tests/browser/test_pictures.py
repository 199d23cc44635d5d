"""Pictures of the course: light, described, shown, and of the course as it is."""

import re

import pytest
from lxml import html

from course import ROOT, make, pictures

HEAVIEST = 60_000  # bytes; measured 5 to 48 kB
READMES = {"en": "README.md", "fr": "README.fr.md"}
EACH = [(language, name) for language in ("fr", "en") for name in pictures.SHOTS]


@pytest.fixture(scope="module")
def shown(built):
    """`{(language, name): [element]}`: the pictures on the pages of the site."""
    found = {}
    for path in built.rglob("*.html"):
        if b"pictures/" not in path.read_bytes():
            continue
        page = path.relative_to(built).as_posix()
        for element in html.fromstring(path.read_bytes()).xpath("//img[contains(@src, 'pictures/')]"):
            element.set("page", page)
            name = re.search(r"pictures/([\w-]+)\.\w+\.webp$", element.get("src"))[1]
            found.setdefault((page.split("/")[0], name), []).append(element)
    return found


@pytest.mark.parametrize(("language", "name"), EACH)
def test_each_picture_is_light_described_and_keeps_its_place(shown, language, name):
    path = pictures.file_of(language, name)
    assert 1000 < path.stat().st_size <= HEAVIEST, f"{path.name} weighs {path.stat().st_size} bytes"
    width, height = pictures.size(path)
    shot = pictures.SHOTS[name]
    if not shot.crop:
        assert (width, height) == (shot.width * shot.scale, shot.height * shot.scale)
    assert (language, name) in shown, f"no page shows {path.relative_to(ROOT)}"
    for element in shown[language, name]:
        assert len(element.get("alt")) >= 20, f"{element.get('page')}: {name} is not described"
        assert not re.match(r"(?i)(image|photo|picture|screenshot|capture|une? (image|capture))\b", element.get("alt"))
        assert (element.get("width"), element.get("height")) == (
            f"{width / shot.scale:.0f}",
            f"{height / shot.scale:.0f}",
        )
        assert element.get("loading") == "lazy"


def test_only_those_who_host_load_them(shown):
    pages = {element.get("page") for elements in shown.values() for element in elements}
    assert pages and not [page for page in pages if page.split("/")[1] != "host"], pages


def test_no_picture_is_left_that_nobody_takes():
    folders = list((ROOT / "docs").glob("*/host/pictures"))
    assert len(folders) == 2
    for folder in folders:
        assert {path.name for path in folder.iterdir()} == {f"{name}.webp" for name in pictures.SHOTS} | {"card.jpg"}


@pytest.mark.parametrize("language", READMES)
def test_the_readmes_show_and_describe_the_home_page_and_a_lesson(language):
    text = (ROOT / READMES[language]).read_text(encoding="utf-8")
    said = re.findall(r'<img src="([^"]*)" alt="([^"]*)" width="(\d+)">', text)
    assert [source for source, _, _ in said] == [
        f"docs/{language}/host/pictures/{name}.webp" for name in ("home", "lesson")
    ]
    assert all(len(alt) >= 40 for _, alt, _ in said)


def test_a_file_that_is_no_such_picture_is_refused(tmp_path):
    (tmp_path / "home.webp").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    with pytest.raises(ValueError, match="is no WebP picture"):
        pictures.size(tmp_path / "home.webp")


def test_pictures_show_the_course_as_it_is(browser, example, whole):
    """What they show is read again from the course of today, with the same example company."""
    noted, stale = pictures.notes(), []
    for language, name, page in pictures.visit(browser, example.site, whole):
        assert page.locator(pictures.SHOTS[name].shows).first.is_visible()
        if noted[language][name] != pictures.note(page, name):
            stale.append(f"{language}/{name}")
    assert not stale, f"the course no longer looks like {', '.join(stale)}; run ./scripts/pictures and look at them"


def test_taking_them_leaves_the_company_of_the_course_alone(monkeypatch):
    asked = []
    monkeypatch.setattr(make, "build", lambda folder: asked.append(pictures.os.environ["COURSE_COMPANY"]))
    monkeypatch.delenv("COURSE_COMPANY", raising=False)
    with pictures.example_site():
        assert "COURSE_COMPANY" not in pictures.os.environ
    assert asked == [str(pictures.EXAMPLE)]
