"""Copies of the course in which a test may plant a defect, and one built copy for the tests that only look."""

import pytest

from course import ROOT, outline
from tests.copies import CONTENT, SITE, Copy


@pytest.fixture(scope="session")
def pristine(tmp_path_factory):
    """A copy of the whole repository as it was when the tests began, not to be edited."""
    return Copy(ROOT, tmp_path_factory.mktemp("pristine"), SITE)


@pytest.fixture
def course(pristine, tmp_path):
    """A copy of the course's content, to plant a defect in and to read."""
    return Copy(pristine.root, tmp_path / "course", CONTENT)


@pytest.fixture
def repository(pristine, tmp_path_factory):
    """A copy of the whole repository, to plant a defect in and to build without touching the real one.

    It stands as deep as `pristine`: esbuild's fingerprints depend on the way to node_modules, linked outside the copy.
    """
    return Copy(pristine.root, tmp_path_factory.mktemp("repository"), SITE)


@pytest.fixture(scope="session")
def whole(pristine):
    """The outline of the pristine copy."""
    return outline.load(pristine.root)


@pytest.fixture(scope="session")
def built(pristine, tmp_path_factory):
    """The site of the pristine copy, built once."""
    return pristine.build(tmp_path_factory.mktemp("built") / "site")
