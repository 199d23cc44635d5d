"""company.yml is followed: pages, front door and switcher.

One language alone, and an empty file, are looked at in tests/content/test_site.py, which builds both.
"""

import re

from course import ROOT
from tests.copies import EVERYTHING, Copy, text_of


def test_english_first(acme):
    site = acme.site
    front = (site / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en" data-course="acme-course">' in front
    assert re.findall(r'hreflang="(\w+)" href="([^"]+)"', front) == [("en", "en/index.html"), ("fr", "fr/index.html")]
    assert "Acme School" in text_of(site / "index.html") and "L’école d’Acmé" in text_of(site / "index.html")
    for language, title in (("en", "Acme School"), ("fr", "L’école d’Acmé")):
        page = (site / language / "index.html").read_text(encoding="utf-8")
        assert title in text_of(site / language / "index.html")
        assert f'<link rel="canonical" href="https://acme.example/{language}/index.html">' in page
        assert page.count('rel="alternate" hreflang=') == 2
        assert 'class="switch"' in page
        assert 'data-course="acme-course"' in page
    assert 'href="/en/index.html"' in (site / "404.html").read_text(encoding="utf-8")
    assert "https://acme.example/fr/sources.html" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_markup_in_a_value_is_text(acme):
    for name in ("index.html", "fr/index.html", "fr/start/three-circles.html"):
        text = (acme.site / name).read_text(encoding="utf-8")
        assert "<b onclick" not in text and "&lt;b onclick" in text, name


def test_what_is_wrong_stops_the_build_with_its_line(tmp_path):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    repository.replace("company.yml", "mastery: 80", "mastery: 180")
    result = repository.verb("build")
    assert result.returncode == 1
    assert re.search(r"^company\.yml:\d+: 'mastery' cannot be 180; write the score", result.stderr), result.stderr
    assert not (tmp_path / "site").exists()
