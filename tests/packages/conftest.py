"""What the tests of packages share: a repository where all of them were made, once."""

import pytest

from course import ROOT, browser
from tests.copies import SITE, Copy

STALE = "handouts/tous-clients-0.0.1-fr-suppliers-workbook.pdf"


def copied(origin, folder):
    """Return a copy of the repository to package in, which holds a package of before."""
    copy = Copy(origin, folder, SITE)
    copy.write("CHANGELOG.md", (ROOT / "CHANGELOG.md").read_bytes())
    copy.write(f"dist/{STALE}", "an old one")
    return copy


def names(copy):
    """Return the names of the files that are packaged, and of what lies about beside them."""
    return sorted(path.relative_to(copy.root / "dist").as_posix() for path in (copy.root / "dist").rglob("*.*"))


@pytest.fixture(scope="session")
def packaged(pristine, tmp_path_factory):
    """`(copy, what the verb said)` of a repository where everything was packaged."""
    copy = copied(pristine.root, tmp_path_factory.mktemp("packaged"))
    said = copy.run("-m", "course.verbs.package", "all", CHROMIUM=browser.ensure())
    assert said.returncode == 0, said.stdout + said.stderr
    return copy, said.stdout


@pytest.fixture
def repository(pristine, tmp_path):
    """A copy of the repository that holds a package."""
    return copied(pristine.root, tmp_path)
