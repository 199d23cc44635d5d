"""Drawings: what authors leave out is written for them, and what only they can write is asked for."""

import pytest
from lxml import etree

from course import figures
from course.problems import CourseError

WHOLE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4">
<title lang="fr">Titre</title><title lang="en">Title</title>
<desc lang="fr">Description</desc><desc lang="en">In words</desc>
<path id="zeta-p" d="M0 0"/><text lang="fr">mot</text><text lang="en">word</text>
</svg>"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty folder in the place of the drawings' own."""
    monkeypatch.setattr(figures, "FOLDER", tmp_path)
    return tmp_path


def test_a_drawing_is_named_and_described_once_and_its_words_are_not_read_again(folder):
    (folder / "zeta.svg").write_text(WHOLE, encoding="utf-8")
    root = etree.fromstring(figures.drawing("zeta", "en"))
    assert root.get("role") == "img", "a drawing is no image"
    said = [root.xpath(f"string(//*[@id='{root.get(name)}'])") for name in ("aria-labelledby", "aria-describedby")]
    assert said == ["Title", "In words"], "a drawing has another name or description than its own"
    assert [child.get("aria-hidden") for child in root] == [None, None, "true"], "what is drawn is read aloud too"
    assert root[2].xpath("string()").strip() == "word", "what is drawn is lost"
    assert root.get("aria-labelledby").startswith("fig-zeta-"), "two drawings of a page would have one id"


@pytest.mark.parametrize(
    "old, lacks",
    [
        (' viewBox="0 0 4 4"', "no viewBox"),
        ('<title lang="en">Title</title>', '<title lang="en">'),
        ('<desc lang="en">In words</desc>', '<desc lang="en">'),
        ("In words", '<desc lang="en">'),
    ],
)
def test_what_a_drawing_lacks_is_told_in_each_language(folder, old, lacks):
    (folder / "zeta.svg").write_text(WHOLE.replace(old, ""), encoding="utf-8")
    told = {str(problem) for problem in figures.problems(["fr", "en"])}
    assert len(told) == 1 and lacks in told.pop(), "what the drawing lacks is not told of once"
    with pytest.raises(CourseError):
        figures.drawing("zeta", "en")


@pytest.mark.parametrize(
    "old, new, said",
    [
        ('<text lang="en">word</text>', "", "1:2 texts in 'en', 3 in 'fr'; add what lacks"),
        ('<text lang="fr">mot</text>', "", "1:3 texts in 'en', 2 in 'fr'; add what lacks"),
        ('<text lang="fr">', "<text>", "4:'mot' has no lang; say which language it is in"),
        ('<text lang="en">', '<text lang-en="">', "4:'word' has no lang"),
    ],
)
def test_each_language_has_all_the_words_and_each_word_its_language(folder, old, new, said):
    (folder / "zeta.svg").write_text(WHOLE.replace(old, new), encoding="utf-8")
    told = [f"{problem.line}:{problem.message}" for problem in figures.problems(["fr", "en"])]
    assert any(each.startswith(said) for each in told), told


@pytest.mark.parametrize("text", ["1", "<tspan>2</tspan>", "+"])
def test_numbers_and_signs_need_no_language_and_a_group_may_give_it(folder, text):
    group = '<g lang="fr"><text>encore</text></g><g lang="en"><text>again</text></g>'
    (folder / "zeta.svg").write_text(WHOLE.replace("</svg>", f"<text>{text}</text>{group}</svg>"), encoding="utf-8")
    assert figures.problems(["fr", "en"]) == []


def test_the_course_is_not_read_while_a_drawing_lacks_something(folder, course):
    (folder / "zeta.svg").write_text(WHOLE.replace("<svg", "<svg>"), encoding="utf-8")
    told = [str(problem) for problem in course.problems()]
    assert any(each.startswith("overrides/assets/figures/zeta.svg:") for each in told), (
        "a broken drawing is not told of"
    )


def test_the_courses_own_drawings_hold_no_ids_of_their_title_and_no_role():
    for name in figures.names():
        root = etree.parse(str(figures.FOLDER / f"{name}.svg")).getroot()
        assert root.get("role") is None, f"{name}.svg: its role is written for it"
        assert not [e for e in root if etree.QName(e).localname in {"title", "desc"} and e.get("id")], (
            f"{name}.svg: ids"
        )
