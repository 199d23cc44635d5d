"""Paths on the home page: their lessons, their minutes, and the one that a company requires."""

import pytest
from lxml import html

from course import templates
from tests.copies import CONTENT, Copy


def cards(folder, language):
    """Return the paths of a built home page, as `{id: element}` in order."""
    root = html.parse(str(folder / language / "index.html")).getroot()
    return {each.get("id").removeprefix("path-"): each for each in root.find_class("path")}


def words(element):
    return " ".join(element.text_content().split())


def marked(folder):
    """Return the ids of the paths that the French home page says are required."""
    return [id for id, card in cards(folder, "fr").items() if "Demandé par votre organisation" in words(card)]


def test_each_path_leads_through_its_pages_and_says_their_minutes(built, whole):
    for language, course in whole.courses.items():
        found = cards(built, language)
        assert list(found) == list(whole.paths)
        for id, entry in whole.paths.items():
            steps = [course.pages[name] for name in entry["lessons"]] or course.steps
            assert [link.get("href") for link in found[id].iter("a")] == [step.url for step in steps]
            minutes = templates.duration(whole.strings[language], sum(step.minutes for step in steps))
            summary = words(found[id].find("summary"))
            assert summary.endswith(f"· {' '.join(minutes.split())}"), f"{id} does not take {minutes}: {summary}"


def test_paths_keep_the_order_of_the_course(whole):
    course = next(iter(whole.courses.values()))
    order = [lesson.id for lesson in course.lessons]
    for id, entry in whole.paths.items():
        assert entry["lessons"] == sorted(entry["lessons"], key=order.index), f"{id} jumps back"


def test_hours_are_said_from_an_hour_on(whole):
    said = [
        templates.duration(whole.strings[code], n).replace("\xa0", " ") for code in ("fr", "en") for n in (59, 65, 120)
    ]
    assert said == ["59 min", "1 h 05", "2 h", "59 min", "1 hr 5 min", "2 hr"]


def test_nothing_is_marked_where_all_is_required(built):
    assert marked(built) == []


def test_a_required_path_comes_first_marked_and_open(example, whole):
    assert next(iter(whole.paths)) != "employee", "it would come first where nothing is required"
    assert marked(example.site) == ["employee"]
    first = next(iter(cards(example.site, "en").values()))
    assert first.get("id") == "path-employee" and first.get("open") is not None


def test_a_list_of_lessons_is_a_path_of_its_own(acme):
    assert marked(acme.site) == ["required"]
    first = cards(acme.site, "en")["required"]
    assert [link.get("href") for link in first.iter("a")] == ["start/three-circles.html", "suppliers/gifts.html"]


def test_a_path_names_lessons_that_exist_in_words_of_each_language(pristine, tmp_path):
    repository = Copy(pristine.root, tmp_path / "copy", CONTENT)
    repository.edit("docs/paths.yml", r"^(discovery:\n  lessons: \[start/three-circles, )", r"\1zeta/beta, ")
    repository.edit("docs/paths.yml", r"^  en:\n    title: Half.*\n    audience: .*\n", "")
    assert [(problem.path, problem.line) for problem in repository.problems()] == [
        ("docs/paths.yml", repository.line("docs/paths.yml", r"^discovery:")),
        ("docs/paths.yml", repository.line("docs/paths.yml", r"zeta/beta")),
    ]


@pytest.mark.parametrize(
    "required, remedy", [("everyone", "is no path; choose among whole"), ("5", "a path of docs/paths.yml")]
)
def test_what_a_company_cannot_require_is_told(pristine, tmp_path, required, remedy):
    repository = Copy(pristine.root, tmp_path / "copy", CONTENT)
    repository.edit("company.yml", r"^required: .*", f"required: {required}")
    (problem,) = repository.problems()
    assert problem.line == repository.line("company.yml", r"^required") and remedy in problem.message
