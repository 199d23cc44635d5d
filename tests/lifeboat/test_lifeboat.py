"""The lifeboat: the course goes on where MkDocs 1.x, and then Material, are no longer there."""

import os
import re

import pytest

from course import lifeboat
from course.problems import CourseError, Problem
from course.verbs import lifeboat as verb
from tests.copies import SITE, Copy


def without(repository, folder, *packages):
    """Return the way to modules for a process in the copy to which these packages are missing."""
    for package in packages:
        (folder / f"{package}.py").write_text(f"raise ImportError('{package} is no more')")
    path = os.pathsep.join([str(repository.root / "scripts"), str(folder)])
    for package in packages:
        assert f"{package} is no more" in repository.run("-c", f"import {package}", PYTHONPATH=path).stderr
    return path


@pytest.fixture(scope="module")
def properdocs(pristine, tmp_path_factory):
    """The site as ProperDocs builds it where there is no MkDocs."""
    path = without(pristine, tmp_path_factory.mktemp("hidden"), "mkdocs")
    target = tmp_path_factory.mktemp("properdocs") / "site"
    return pristine.build(target, COURSE_BUILDER="properdocs", PYTHONPATH=path)


def test_properdocs_builds_the_same_site(built, properdocs):
    assert sum(path.is_file() for path in properdocs.rglob("*")) > 200
    assert lifeboat.differences(built, properdocs) == []


def test_a_site_that_is_not_the_same_is_told_of(tmp_path):
    page = "<!doctype html>\n<p>{}\n"
    one, other = tmp_path / "one", tmp_path / "other"
    for site, word in ((one, "Merci."), (other, "Mercy.")):
        (site / "fr").mkdir(parents=True)
        (site / "fr" / "same.html").write_text(page.format("Merci."))
        (site / "fr" / "page.html").write_text(page.format(word))
        (site / "fr" / "data.js").write_text(page.format("Merci.") + (" " if site == one else "\n"))
        (site / "fr" / f"{site.name}.css").write_text("")
    assert lifeboat.differences(one, other) == [
        "fr/data.js:3: differs",
        "fr/one.css: only MkDocs writes it",
        "fr/other.css: only ProperDocs writes it",
        "fr/page.html:2: differs",
    ]


@pytest.fixture(scope="module")
def alone(pristine, tmp_path_factory):
    """The site built by ProperDocs as the future page says to do without Material, with neither MkDocs nor Material."""
    repository = Copy(pristine.root, tmp_path_factory.mktemp("repository"), SITE)
    repository.replace("mkdocs.yml", "  name: material\n", "  name: null\n")
    path = without(repository, tmp_path_factory.mktemp("without"), "mkdocs", "material")
    target = tmp_path_factory.mktemp("alone") / "site"
    return repository.build(target, COURSE_BUILDER="properdocs", PYTHONPATH=path)


def test_without_material_and_mkdocs_the_site_is_the_same(built, alone):
    assert lifeboat.differences(built, alone) == []


def test_nothing_of_material_or_mkdocs_quiz_is_in_a_page(built):
    pages = sorted(built.rglob("*.html"))
    assert len(pages) > 150
    for page in pages:
        found = re.findall(r"\bmd-[a-z]|__drawer|mkdocsQuiz|quiz-progress", page.read_text(encoding="utf-8"))
        assert not found, f"{page.relative_to(built)} holds {found[0]}"


def test_another_builder_is_refused(pristine):
    said = pristine.run("-m", "course.verbs.build", str(pristine.root / "refused"), COURSE_BUILDER="hugo").stderr
    assert "'hugo' does not build this course; write mkdocs or properdocs" in said
    assert not (pristine.root / "refused").exists()


class Sites:
    """Stands in for the two builds: what each program writes, or its trouble."""

    def __init__(self, **written):
        self.written = written

    def build(self, builder, target):
        if builder not in self.written:
            raise CourseError([Problem(builder, 0, "stopped")])
        target.mkdir()
        (target / "index.html").write_text(self.written[builder])


@pytest.mark.parametrize(
    ("written", "tests", "code"),
    [
        ({"mkdocs": "a", "properdocs": "a"}, 0, 0),
        ({"mkdocs": "a", "properdocs": "b"}, 0, 1),
        ({"mkdocs": "a", "properdocs": "a"}, 1, 1),
        ({"properdocs": "a"}, 0, 0),
    ],
    ids=["same site", "another site", "tests fail", "MkDocs builds no more"],
)
def test_the_verb_says_whether_the_course_can_go_on(monkeypatch, written, tests, code):
    ran = []

    def run(command, env, **_):
        ran.append((command, env["COURSE_BUILDER"]))
        return verb.subprocess.CompletedProcess(command, tests)

    monkeypatch.setattr(verb.lifeboat, "build", Sites(**written).build)
    monkeypatch.setattr(verb.subprocess, "run", run)
    monkeypatch.setattr(verb.sys, "argv", ["lifeboat"])
    with pytest.raises(SystemExit) as stop:
        verb.main()
    assert stop.value.code == code
    [(command, builder)] = ran
    assert builder == "properdocs" and command[-2:] == ["tests/links", "tests/content"]


def test_the_verb_stops_where_the_lifeboat_leaks(monkeypatch):
    monkeypatch.setattr(verb.lifeboat, "build", Sites(mkdocs="a").build)
    monkeypatch.setattr(verb.sys, "argv", ["lifeboat"])
    with pytest.raises(SystemExit) as stop:
        verb.main()
    assert stop.value.code not in (0, None)
