"""company.yml as people write it: right files are read as they mean them, wrong ones are told with their line."""

import pytest

from course import colours, company
from course.problems import CourseError
from tests.company.cases import RIGHT, WRONG


def write(folder, text):
    (folder / company.NAME).write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.mark.parametrize("name", RIGHT)
def test_a_right_file_is_read_as_it_was_meant(folder, name):
    text, expected = RIGHT[name]
    write(folder, text)
    read = company.load(folder)
    for path, value in expected.items():
        found = read
        for key in path:
            found = found[key]
        assert found == value, path


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_told_with_its_line_and_what_to_write(folder, name):
    text, line, words = WRONG[name]
    write(folder, text)
    with pytest.raises(CourseError) as stop:
        company.load(folder)
    told = [str(problem) for problem in stop.value.problems]
    assert any(each.startswith(f"company.yml:{line}: ") and words in each for each in told), "\n".join(told)
    assert len(told) <= 2, "one slip is told as many"
    for problem in stop.value.problems:
        for jargon in ("scanning", "block mapping", "token", "NoneType", "anyOf", "$ref"):
            assert jargon not in problem.message, "words that only programmers know"


def test_every_sort_of_image_is_taken(folder):
    for name in ("logo.svg", "logo.webp", "logo.jpg", "light.png"):
        write(folder, f"logo: company/{name}\n")
        assert company.load(folder)["logo"] == {"light": f"company/{name}"}


@pytest.mark.parametrize(
    "accent", ["#001f3f", "#fff3b0", "#ff0000", "#00ff00", "#ffffff", "#000000", "#808080", "#0b5fa5"]
)
def test_a_colour_is_corrected_until_it_can_be_read_in_each_theme(accent):
    for shade in colours.shades(accent):
        for name in ("paper", "card"):
            assert colours.contrast(shade.shown, colours.tokens(shade.theme)[name]) >= 6, "the house asks for 6:1"
        assert shade.shown == accent or shade.given_ratio < colours.AIM, "it was right as it was"


def test_a_correction_keeps_the_hue():
    for accent, strongest in (("#ffcc00", "rg"), ("#001f3f", "b"), ("#00ff00", "g")):
        for shade in colours.shades(accent):
            parts = dict(zip("rgb", (int(shade.shown[at : at + 2], 16) for at in (1, 3, 5)), strict=True))
            weakest = min(parts[each] for each in strongest)
            assert weakest > max(parts[each] for each in parts if each not in strongest), f"{accent}: {shade.shown}"


def test_contrast_is_that_of_wcag():
    assert round(colours.contrast("#000000", "#ffffff"), 2) == 21
    assert round(colours.contrast("#777777", "#ffffff"), 2) == 4.48
    assert round(colours.contrast("#0000ff", "#ffff00"), 2) == 8
    assert colours.tokens("light")["paper"] == "#faf6ee" and colours.tokens("dark")["card"] == "#1a2130"
