"""./scripts/accessibility: every page is looked at, what axe finds is told, and only what is excused passes."""

from datetime import date
from types import SimpleNamespace

import pytest

from course import accessibility, exceptions
from course.exceptions import RuleException
from course.verbs import accessibility as verb

TODAY = date(2026, 11, 23)
FOUND = accessibility.Finding("fr/about.html", "dark", 320, "after", "image-alt", "img.logo", "Fix it: write an alt")
BAD = """<!doctype html><html lang="fr"><head><title>Une page</title></head><body><main><h1>Une page</h1>
<p>Du texte, un <a href="#a">lien</a> et <button type="button">un bouton</button>.</p><img src="data:,"></main>
</body></html>"""


def test_each_page_of_the_course_is_looked_at_in_every_theme_and_width(whole):
    paths = accessibility.addresses(whole, ["fr"])
    assert len(paths) == len(set(paths))
    for language, course in whole.courses.items():
        assert {f"{language}/{page.url}" for page in course.pages.values()} <= set(paths)
    assert {"index.html#choose", "404.html", "lms-fr/index.html", "en/trainer/civility/deck.html?view=notes"} <= set(
        paths
    )
    assert accessibility.looks("fr/about.html") == [(320, ["light", "dark"]), (1280, ["light", "dark"])]
    assert accessibility.looks("en/about.html", fast=True) != accessibility.looks("fr/about.html", fast=True)


def test_a_defect_is_found_before_and_after_in_each_look_and_the_line_says_where(browser, tmp_path):
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr" / "bad.html").write_text(BAD, encoding="utf-8")
    with accessibility.serve(tmp_path) as origin:
        found, looks = accessibility.look(browser, origin, "fr/bad.html")
        missing, _ = accessibility.look(browser, origin, "fr/action/assessment.html", fast=True, patience=500)
    images = [finding for finding in found if finding.rule == "image-alt"]
    assert looks == len(images) == 8
    assert {(each.theme, each.width, each.state) for each in images} == {
        (theme, width, state) for theme in ("light", "dark") for width in (320, 1280) for state in ("before", "after")
    }
    assert str(images[0]).startswith("fr/bad.html [fr light 320 before] image-alt: img — Fix any of the following:")
    assert missing[-1].rule == "not-looked-at", "a page that is not there passes"


def excuse(**changed):
    entry = {"rule": "image-alt", "page": "fr/about", "about": "logo", "reason": "x", "until": TODAY, "line": 3}
    return RuleException(**entry | changed)


@pytest.mark.parametrize("changed", [{"rule": "region"}, {"page": "en/"}, {"about": "h1"}])
def test_an_exception_excuses_what_it_names_and_nothing_else(changed):
    assert accessibility.part([FOUND], [excuse()]) == ([], [])
    other = excuse(**changed)
    assert accessibility.part([FOUND], [other]) == ([FOUND], [other])


@pytest.mark.parametrize(
    ("found", "listed", "code"),
    [([FOUND], [], 1), ([], [], 0), ([FOUND], [excuse()], 0), ([FOUND], [excuse(until=date(2026, 11, 22))], 1)],
    ids=["found", "nothing", "excused", "excused too long"],
)
def test_the_exit_code_says_whether_anything_was_found(monkeypatch, capsys, whole, tmp_path, found, listed, code):
    monkeypatch.setattr(exceptions, "load", lambda today: exceptions.Exceptions(accessibility=tuple(listed)))
    monkeypatch.setattr(verb, "site", lambda options, folder: (tmp_path, whole, []))
    monkeypatch.setattr(accessibility, "look_at_all", lambda *given: iter([(found, 8)]))
    assert verb.run(SimpleNamespace(only=["about"], fast=False, workers=1, site=None), TODAY) == code
    assert (str(FOUND) in capsys.readouterr().out) is bool(found and not listed)


def test_a_part_that_no_address_holds_is_told(monkeypatch, whole, tmp_path):
    monkeypatch.setattr(verb, "site", lambda options, folder: (tmp_path, whole, []))
    with pytest.raises(SystemExit, match="no page's address holds nowhere; write a part of one"):
        verb.run(SimpleNamespace(only=["nowhere"], fast=False, workers=1, site=None), TODAY)
