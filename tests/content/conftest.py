"""The copy of the course in which a test may plant a defect."""

import os
from pathlib import Path

import pytest

from tests.copies import CONTENT, Copy


class Originals:
    """What the files of a folder hold, to put them back after they were edited; a copy takes fifteen times as long."""

    def __init__(self, root):
        self.root = str(root)
        self.seen = self._files()
        self.held = {path: Path(path).read_bytes() for path in self.seen}

    def _files(self):
        """Return `{path: what changes with every writing}` of each file."""
        found = {}
        for folder, _, names in os.walk(self.root):
            for name in names:
                about = os.stat(path := f"{folder}/{name}")  # noqa: PTH116 hundreds of files after each of many tests
                found[path] = (about.st_mtime_ns, about.st_size, about.st_ino)
        return found

    def put_back(self):
        """Make the folder as it was."""
        now = self._files()
        for path in now.keys() - self.held.keys():
            Path(path).unlink()
        for path in (path for path, seen in self.seen.items() if now.get(path) != seen):
            Path(path).write_bytes(self.held[path])
            about = Path(path).stat()
            self.seen[path] = (about.st_mtime_ns, about.st_size, about.st_ino)


@pytest.fixture(scope="session")
def kept(pristine, tmp_path_factory):
    """`(copy, its originals)` of the course's content."""
    copy = Copy(pristine.root, tmp_path_factory.mktemp("content") / "course", CONTENT)
    return copy, Originals(copy.root)


@pytest.fixture
def course(kept):
    """A copy of the course's content, to plant a defect in and to read."""
    copy, originals = kept
    yield copy
    originals.put_back()
