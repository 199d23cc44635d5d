"""What CONTRIBUTING.md shows works as it is written."""

import json
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


def test_the_findings_it_shows_are_the_ones_that_proofreading_says(tmp_path):
    shown = re.search(r"^## Proofread\n.*?^```\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)[1]
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    for path, more in {
        "docs/fr/about.md": '\nMerci à <a href="glossary.html#recogniton">la livreuse</a>.\n\nLe geste: un mot.\n',
        "docs/en/about.md": "\nA wrod to say.\n\nOne more.\n",
    }.items():
        repository.write(path, repository.read(path) + more)
    assert sorted(repository.verb("proofread").stdout.splitlines()[:-1]) == sorted(shown.splitlines())


def test_the_ten_minutes_work_as_they_are_told(tmp_path):
    """What the section tells a newcomer to run and to paste is run and pasted, in its order."""
    section = re.search(r"^## A lesson, a question.*?(?=^## )", TEXT, re.DOTALL | re.MULTILINE)[0]
    quiz, figure = re.findall(r"^```markdown\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    (svg,) = re.findall(r"^```svg\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
    commands = [
        line
        for block in re.findall(r"^```sh\n(.*?)^```$", section, re.DOTALL | re.MULTILINE)
        for line in block.splitlines()
    ]
    assert commands == ["./scripts/new-lesson suppliers/first-call", "./scripts/serve", "./scripts/proofread"]
    repository = Copy(ROOT, tmp_path, EVERYTHING)
    assert repository.verb("new_lesson", "suppliers/first-call").returncode == 0

    def left():
        done = repository.verb("proofread", "--rule", "unfinished-text", "--json", "found.json")
        assert "does not build" not in done.stderr, done.stderr
        found = json.loads(repository.read("found.json"))
        # Once each: trainers' pages show a lesson's questions too.
        return {(each["path"], each["line"], each["message"]) for each in found}

    before, lesson = left(), "docs/en/suppliers/first-call.md"
    text = repository.read(lesson)
    asked = re.search(r"^<quiz>\n.*?^</quiz>\n", text, re.DOTALL | re.MULTILINE)[0]
    repository.write(lesson, text.replace(asked, quiz))
    repository.write("overrides/assets/figures/first-call.svg", svg)
    for path in (lesson, lesson.replace("/en/", "/fr/")):
        repository.edit(path, r"(?=^//// scenario)", figure.replace("\\", r"\\") + "\n")
    after = left()
    assert len(before) > 60 and len(after) == len(before) - 7, (len(before), len(after))
    repository.edit(lesson, r"^- \[x\] (“I have one.*)\n(.*)\n- \[ \] (“Call.*)$", r"- [ ] \1\n\2\n- [x] \3")
    assert "kinds and right answers differ from" in repository.verb("build").stderr


def test_its_paths_and_links_exist():
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", TEXT):
        if not target.startswith("../glossary.md"):
            assert (ROOT / target).exists(), target
    headings = {
        re.sub(r"[^a-z -]", "", line.lower()).strip().replace(" ", "-") for line in re.findall(r"^## (.+)$", TEXT, re.M)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", TEXT)) <= headings
