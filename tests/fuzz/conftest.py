"""A build held open, and a folder for what is read from files."""

import os

import pytest

from course import assets

from .bench import Bench


@pytest.fixture(scope="session")
def bench(tmp_path_factory):
    """The French course, open for any page to be put into it."""
    folder = tmp_path_factory.mktemp("bench")
    before = os.environ.get(assets.FOLDER)
    os.environ[assets.FOLDER] = str(folder / "assets")
    yield Bench(folder)
    os.environ.pop(assets.FOLDER)
    if before:
        os.environ[assets.FOLDER] = before
