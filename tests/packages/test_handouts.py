"""./scripts/package handouts: all handouts as files of a release, or the last ones as they were."""

import re
import signal
import time

import pypdf
import pytest

from course import VERSION, browser
from tests.copies import SITE, Copy

STALE = "tous-clients-0.0.1-fr-suppliers-workbook.pdf"


@pytest.fixture(scope="module")
def packaged(pristine, tmp_path_factory):
    """A copy of the repository that held an old package, and what the verb said when it printed the handouts there."""
    copy = Copy(pristine.root, tmp_path_factory.mktemp("packaged"), SITE)
    copy.write(f"dist/handouts/{STALE}", "an old one")
    said = copy.run("-m", "course.verbs.package", "handouts", CHROMIUM=browser.ensure())
    assert said.returncode == 0, said.stdout + said.stderr
    return copy, said.stdout


@pytest.fixture
def repository(pristine, tmp_path):
    """A copy of the repository that holds a package."""
    copy = Copy(pristine.root, tmp_path, SITE)
    copy.write(f"dist/handouts/{STALE}", "an old one")
    return copy


def names(copy):
    """Return the names of the files that are packaged, and of what lies about beside them."""
    return sorted(path.relative_to(copy.root / "dist").as_posix() for path in (copy.root / "dist").rglob("*.*"))


def test_every_handout_of_every_language_is_a_file_named_after_version_language_and_page(packaged, whole):
    themes = [module.id for module in whole.courses["fr"].modules if module.check]
    pages = [f"{theme}-{kind}" for theme in themes for kind in ("key", "roles", "workbook")]
    pages += ["voting-cards", "thank-you-cards"]
    wanted = [f"handouts/tous-clients-{VERSION}-{code}-{page}.pdf" for code in whole.courses for page in pages]
    assert len(wanted) == 22 and names(packaged[0]) == sorted(wanted), "and the old one is gone"


def test_it_says_pages_size_and_seconds_of_each_and_their_sums(packaged):
    copy, said = packaged
    *lines, total = said.splitlines()
    rows = [re.fullmatch(r"(\S+\.pdf) +(\d+) page\(s\) +(\d+) kB +(\d+\.\d) s", line) for line in lines]
    assert len(rows) == 22 and all(rows), said
    for name, pages, size, _ in map(re.Match.groups, rows):
        file = copy.root / "dist" / "handouts" / name
        assert len(pypdf.PdfReader(file).pages) == int(pages)
        assert abs(file.stat().st_size / 1000 - int(size)) <= 0.5 and file.stat().st_size < 1_000_000
    sums = re.fullmatch(r"22 handouts, (\d+) pages, (\d+) kB in \d+\.\d s: (\S+)", total)
    assert (
        int(sums[1]) == sum(int(row[2]) for row in rows) and abs(int(sums[2]) - sum(int(row[3]) for row in rows)) < 23
    )
    assert sums[3] == str(copy.root / "dist" / "handouts")


def test_files_are_tagged_and_speak_their_language(packaged):
    for file in (packaged[0].root / "dist" / "handouts").iterdir():
        root = pypdf.PdfReader(file).trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in root and "/Outlines" in root
        assert root["/Lang"] == file.name.removeprefix(f"tous-clients-{VERSION}-")[:2]
        assert file.stat().st_mode & 0o777 == 0o644


def test_a_course_that_does_not_build_leaves_the_last_package(repository):
    repository.write("docs/fr/trainer/civility/key.md", "no front matter\n")
    said = repository.run("-m", "course.verbs.package", "handouts", CHROMIUM=browser.ensure())
    assert said.returncode == 1
    assert "docs/fr/trainer/civility/key.md:1: no front matter" in said.stderr and "Traceback" not in said.stderr
    assert "Nothing was packaged: 1 problem(s) above." in said.stderr
    assert names(repository) == [f"handouts/{STALE}"]


def test_stopped_halfway_it_leaves_the_last_package_and_nothing_beside_it(repository, monkeypatch):
    monkeypatch.setenv("CHROMIUM", browser.ensure())
    process = repository.start("package", "handouts")
    assert ".pdf" in process.stdout.readline(), "it is printing"
    time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=60)[0]
    assert process.returncode == 1 and "Stopped; the last package is as it was." in said, said
    assert "Traceback" not in said and names(repository) == [f"handouts/{STALE}"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["handout"], "There is no package 'handout'; write one of: handouts."),
        (["handouts", "fr"], "'fr' is one word too many; write ./scripts/package handouts."),
        ([], "./scripts/package handouts: print what trainers hand out"),
        (["--help"], "./scripts/package handouts: print what trainers hand out"),
    ],
    ids=["misspelt", "too many", "none", "help"],
)
def test_what_it_does_not_know_it_names(pristine, arguments, told):
    said = pristine.verb("package", *arguments)
    assert said.returncode == 1 and told in said.stderr and "Traceback" not in said.stderr


def test_without_a_browser_it_says_what_to_install(repository):
    said = repository.run("-m", "course.verbs.package", "handouts", CHROMIUM="/nowhere/chromium")
    assert said.returncode == 1 and "Traceback" not in said.stderr
    assert "sudo apt install chromium" in said.stderr and "CHROMIUM=/path/to/chromium" in said.stderr
    assert names(repository) == [f"handouts/{STALE}"]
