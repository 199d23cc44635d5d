"""Pages on the law say what they are worth: general information, checked one day, reviewed by a jurist or not yet."""

import re

import pytest
from lxml import html

from course import legal
from tests.copies import CONTENT, Copy

LAW = "paying-on-time"


def notices(folder, page):
    """Return the words of the notices of a built page."""
    root = html.parse(str(folder / page)).getroot()
    return [" ".join(each.text_content().split()) for each in root.find_class("legal")]


def test_every_page_that_cites_a_law_or_asks_about_one_has_the_notice_once(built, whole):
    law = {id for id, source in whole.sources.items() if legal.is_law(source)}
    for language, course in whole.courses.items():
        cites = {page.id for page in course.pages.values() if law & {*page.sources, *page.citations}}
        assert cites, "no page cites a law: this test reads nothing"
        for page in course.pages.values():
            asks = any((lesson := course.lesson_of(each)) and lesson.id in cites for each in page.questions)
            # A trainer's page shows the questions of its theme's lessons, a deck those of its votes.
            theme = page.id.split("/")[1] if page.id.startswith("trainer/") else None
            shown = re.findall(r"^/// vote \| (\S+)", page.body, re.MULTILINE)
            voted = [course.questions[id] for id in shown]
            asks = asks or any(getattr(course.lesson_of(each), "id", each.page_id) in cites for each in voted)
            if page.id.rpartition("/")[2] in ("guide", "key", "vote", "workbook"):
                asks = any(id.startswith(f"{theme}/") for id in cites)
            expected = 1 if page.id in cites or asks else 0
            assert len(notices(built, f"{language}/{page.url}")) == expected, f"{page.shown} has not {expected} notice"


@pytest.mark.parametrize(
    "language, parts",
    [
        ("fr", ["Information générale, non un avis juridique.", "Sources vérifiées le 22 novembre 2026.",
                "Ces pages n’ont pas encore été relues par une ou un juriste."]),
        ("en", ["General information, not legal advice.", "Sources checked on November 22, 2026.",
                "No jurist has reviewed these pages yet."]),
    ],
)  # fmt: skip
def test_until_an_owner_dates_a_review_the_notice_says_that_there_is_none(built, language, parts):
    assert notices(built, f"{language}/suppliers/{LAW}.html") == [" ".join(parts)]


def test_a_dated_review_names_the_jurist_as_written_and_the_oldest_check(acme):
    (told,) = notices(acme.site, f"fr/suppliers/{LAW}.html")
    assert told.endswith("Sources vérifiées le 5 mars 2026. Pages relues par Me Zoé *Lavoie* le 1er février 2027.")
    (told,) = notices(acme.site, f"en/suppliers/{LAW}.html")
    assert told.endswith("Sources checked on March 5, 2026. Pages reviewed by Me Zoé *Lavoie* on February 1, 2027.")


def problems(pristine, tmp_path, edits):
    """Return the problems of the course after `(file, pattern, new)` edits."""
    repository = Copy(pristine.root, tmp_path / "copy", CONTENT)
    for file, pattern, new in edits:
        repository.edit(file, pattern, new)
    return [str(problem) for problem in repository.problems()]


NOTICE = r"\n^/// legal\n///\n"


@pytest.mark.parametrize("page, told", [(LAW, "says nowhere what that is worth"), ("check", "says nowhere")])
def test_a_page_on_the_law_without_the_notice_is_refused(pristine, tmp_path, page, told):
    found = problems(pristine, tmp_path, [(f"docs/{code}/suppliers/{page}.md", NOTICE, "") for code in ("fr", "en")])
    assert len(found) == 2 and all(f"suppliers/{page}.md" in each and told in each for each in found), found


def test_a_notice_twice_or_for_nothing_is_refused(pristine, tmp_path):
    twice = [
        (f"docs/{code}/suppliers/{LAW}.md", NOTICE, r"\n/// legal\n///\n\n/// legal\n///\n") for code in ("fr", "en")
    ]
    found = problems(pristine, tmp_path / "twice", twice)
    assert len(found) == 2 and all("says twice" in each for each in found), found
    idle = [
        (f"docs/{code}/start/three-circles.md", r"^(?=/// keypoints)", "/// legal\n///\n\n") for code in ("fr", "en")
    ]
    found = problems(pristine, tmp_path / "idle", idle)
    assert len(found) == 2 and all("cites no law; take the notice out" in each for each in found), found


@pytest.mark.parametrize(
    "review, remedy",
    [
        ('legal_review: {by: Me Zoé, date: "2027-02-30"}', "there is no day 2027-02-30"),
        ('legal_review: {by: Me Zoé, date: "soon"}', 'a day between quotes, such as "2027-02-01"'),
        ('legal_review: {date: "2027-02-01"}', "the jurist's name"),
        ("legal_review: {by: Me Zoé}", "'date' is missing"),
    ],
)
def test_a_review_that_cannot_be_is_refused_with_what_to_write(pristine, tmp_path, review, remedy):
    repository = Copy(pristine.root, tmp_path / "copy", CONTENT)
    repository.write("company.yml", repository.read("company.yml") + f"\n{review}\n")
    line = repository.line("company.yml", "^legal_review")
    (problem,) = repository.problems()
    assert problem.line == line and remedy in problem.message, str(problem)
