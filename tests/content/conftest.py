"""Copies of the course in which a test may plant a defect."""

import pytest

from tests.copies import CONTENT, Copy


@pytest.fixture
def course(pristine, tmp_path):
    """A copy of the course's content, to plant a defect in and to read."""
    return Copy(pristine.root, tmp_path / "course", CONTENT)
