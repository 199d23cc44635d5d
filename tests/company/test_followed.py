"""company.yml is followed: pages, front door and switcher."""

import re

import pytest

from course import ROOT
from tests.copies import EVERYTHING, Copy, text_of


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A repository whose company chose other languages, title, id and address, built."""

    def make(languages, extra=""):
        repository = Copy(ROOT, tmp_path_factory.mktemp("company"), EVERYTHING)
        (repository.root / "company.yml").write_text(
            "course:\n  id: acme-course\n  title:\n    fr: L’école d’Acmé\n    en: Acme School\n"
            f"languages: {languages}\naddress: https://acme.example/learn/\n{extra}",
            encoding="utf-8",
        )
        result = repository.verb("build")
        assert result.returncode == 0, result.stdout + result.stderr
        return repository.root / "site"

    return make


def test_english_first(built):
    site = built("[en, fr]")
    front = (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en" data-course="acme-course">' in front
    assert re.findall(r'hreflang="(\w+)" href="([^"]+)"', front) == [("en", "en/index.html"), ("fr", "fr/index.html")]
    assert "Acme School" in text_of(site / "index.html") and "L’école d’Acmé" in text_of(site / "index.html")
    for language, title in (("en", "Acme School"), ("fr", "L’école d’Acmé")):
        page = (site / language / "index.html").read_text(encoding="utf-8")
        assert title in text_of(site / language / "index.html")
        assert f'<link rel="canonical" href="https://acme.example/learn/{language}/index.html">' in page
        assert page.count('rel="alternate" hreflang=') == 2
        assert 'class="switch"' in page
        assert 'data-course="acme-course"' in page
    assert 'href="/learn/en/index.html"' in (site / "404.html").read_text(encoding="utf-8")
    assert "https://acme.example/learn/fr/sources.html" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_one_language_has_no_switcher(built):
    site = built("[fr]")
    assert sorted(path.name for path in site.iterdir() if path.is_dir()) == ["fr"]
    for page in site.glob("fr/**/*.html"):
        text = page.read_text(encoding="utf-8")
        assert 'class="switch"' not in text and 'hreflang="en"' not in text, page.name
    assert (site / "index.html").read_text(encoding="utf-8").count("<li>") == 1


def test_markup_in_a_value_is_text(tmp_path):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    repository.replace("company.yml", "    fr: Tous clients", "    fr: '<b onclick=alert(1)>Tous</b> & \"clients\"'")
    assert repository.verb("build").returncode == 0
    for name in ("index.html", "fr/index.html", "fr/start/three-circles.html"):
        text = (tmp_path / "site" / name).read_text(encoding="utf-8")
        assert "<b onclick" not in text and "&lt;b onclick" in text, name


def test_an_empty_file_is_the_course_as_it_comes(tmp_path):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    (tmp_path / "company.yml").write_text("", encoding="utf-8")
    result = repository.verb("build")
    assert result.returncode == 0, result.stderr
    assert "Tous clients" in text_of(tmp_path / "site" / "fr" / "index.html")


def test_what_is_wrong_stops_the_build_with_its_line(tmp_path):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    repository.replace("company.yml", "mastery: 80", "mastery: 180")
    result = repository.verb("build")
    assert result.returncode == 1
    assert re.search(r"^company\.yml:\d+: 'mastery' cannot be 180; write the score", result.stderr), result.stderr
    assert not (tmp_path / "site").exists()
