"""A scene that may hurt says so first, and lets one pass over it without losing what it shows."""

import pytest
from lxml import html
from markdown import Markdown

from course import blocks, branching
from tests.copies import CONTENT, Copy

SCENARIO = """//// scenario | The dock
    id: the-dock
    note: "A driver: insults, none of them repeated."

A truck comes.

/// choice | One thing to say
    best: true

Now
:   So.

Later
:   So.
///

What it shows.
////
"""
SCENE = """//// scene | The dock
    id: the-dock
    circle: suppliers
    note: Insults, none of them repeated.

A truck comes.

/// option | One thing to say
    to: the-dock

So.
///
////
"""


def shown(source, whole):
    """Return the HTML of a block."""
    config = {
        "language": "en",
        "strings": whole.strings["en"],
        "places": {"the-dock": branching.Place(1, 6, "the-dock", "The dock")},
    }
    md = Markdown(
        extensions=["course.markdown_blocks", "def_list"], extension_configs={"course.markdown_blocks": config}
    )
    return html.fromstring(f"<div>{md.convert(source)}</div>")


@pytest.mark.parametrize(
    "source, words, target",
    [
        (
            SCENARIO,
            "Before you read: A driver: insults, none of them repeated. Skip to what follows.",
            "What it shows.",
        ),
        (SCENE, "Before you read: Insults, none of them repeated. Skip to what follows.", "One thing to say"),
    ],
    ids=["scenario", "scene of a case"],
)
def test_the_note_comes_before_the_scene_and_leads_past_it(whole, source, words, target):
    root = shown(source, whole)
    (note,) = root.find_class("content-note")
    assert note.text_content() == words
    assert note.getnext().text == "A truck comes.", "the note does not stand before the scene"
    (after,) = root.xpath(f"//*[@id='{note.find('a').get('href')[1:]}']")
    assert after.text_content().strip() == target, "the way past leads elsewhere"
    assert after.get("tabindex") == "-1", "the reader's place does not follow the link"


def test_without_a_note_nothing_is_said(whole):
    source = "\n".join(line for line in SCENARIO.split("\n") if "note:" not in line)
    assert not shown(source, whole).find_class("content-note")


def test_every_scene_with_a_note_in_the_course_has_what_one_lands_on(built, whole):
    for language, course in whole.courses.items():
        for page in course.steps:
            root = html.parse(str(built / language / page.url)).getroot()
            for link in root.xpath("//*[@class='content-note']/a/@href"):
                assert root.xpath(f"//*[@id='{link[1:]}']//text()"), f"{page.shown}: {link} leads to nothing"
            expected = [block for block in page.blocks if "note" in block.options]
            assert len(root.find_class("content-note")) == len(expected), f"{page.shown}: a note is not shown"


FILES = [f"docs/{language}/suppliers/saying-thanks.md" for language in ("fr", "en")]


def test_a_note_in_one_language_only_is_refused(pristine, tmp_path):
    repository = Copy(pristine.root, tmp_path / "copy", CONTENT)
    repository.edit(FILES[0], r"^(    id: sunday-press)", r"\1\n    note: Des insultes.")
    assert any("blocks differ" in problem.message for problem in repository.problems())


def test_a_scenario_with_a_note_ends_with_what_it_shows(pristine, tmp_path):
    repository = Copy(pristine.root, tmp_path / "copy", CONTENT)
    for file in FILES:
        repository.edit(file, r"^(    id: sunday-press)", r"\1\n    note: Des insultes.")
    assert repository.problems() == []
    for file in FILES:
        repository.edit(file, r"(?<=^///\n)\n(?:(?!///).+\n)+////", "////")
    told = repository.problems()
    assert len(told) == 2 and all("ends with a paragraph" in problem.message for problem in told)


@pytest.mark.parametrize("value", ["Un mot : des insultes.", "[insultes]", "Un mot #2", "& des insultes"])
def test_a_note_that_yaml_would_read_otherwise_is_refused_with_what_to_write(value):
    source = f"//// scenario | T\n    id: a-b\n    note: {value}\n\nText.\n////\n"
    _, problems = blocks.scan(source, "f.md")
    assert [(problem.line, "put it all between quotes" in problem.message) for problem in problems] == [(3, True)]


def test_an_option_between_quotes_is_what_stands_between_them():
    source = "//// scenario | T\n    id: \"a-b\"\n    note: 'A word: insults.'\n\nText.\n////\n"
    (block,), problems = blocks.scan(source, "f.md")
    assert not problems and block.options == {"id": "a-b", "note": "A word: insults."}
