"""What CONTRIBUTING.md shows works as it is written: see test_new_lesson.py and test_proofread.py too."""

import re

from course import ROOT, pages
from tests.copies import EVERYTHING, Copy

TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_example_lesson_is_a_whole_lesson(tmp_path):
    example = re.search(r"^````markdown\n(.*?)^````$", TEXT, re.DOTALL | re.MULTILINE)[1]
    folder = tmp_path / "docs" / "en" / "suppliers"
    folder.mkdir(parents=True)
    (folder / "example.md").write_text(example, encoding="utf-8")
    page, problems = pages.read(tmp_path, "en", "suppliers/example", "lesson")
    assert problems == []
    assert {question.kind for question in page.questions} == {"single", "blank"}
    assert {block.name for block in page.blocks} >= {"scenario", "choice", "figure", "practice", "plan", "keypoints"}


def test_the_errors_it_shows_are_the_ones_that_the_build_says(tmp_path):
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    repository.replace("docs/en/suppliers/saying-thanks.md", "/// keypoints", "/// keypoint")
    said = repository.verb("build").stderr
    assert "unknown block 'keypoint'; did you mean 'keypoints'?" in said
    assert "unknown block 'keypoint'; did you mean 'keypoints'?" in TEXT
    assert said.splitlines()[-1] in TEXT


def test_its_paths_and_links_exist():
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT):
        if not target.startswith("../glossary.md"):
            assert (ROOT / target).exists(), target
    headings = {
        re.sub(r"[^a-z -]", "", line.lower()).strip().replace(" ", "-") for line in re.findall(r"^## (.+)$", TEXT, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= headings
