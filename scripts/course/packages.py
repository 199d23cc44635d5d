"""Packages: what a release is made of, each kind a folder of `dist/`, and the checksums of all of it.

A kind is made aside and put in place when it is whole, so that what stops leaves the last one as it was.
"""

import contextlib
import shutil
import tempfile
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from course import ROOT, assets, book, editions, handouts, make, moodle, offline, scorm, site

FOLDER = ROOT / "dist"
SUMS = "SHA256SUMS"
# What can be packaged, and what makes it: `maker(builds, target)` writes files into the folder `target` and yields
# `(file name, what it holds in words)` as each is done.
MAKERS = {
    "scorm": scorm.package,
    "offline": offline.package,
    "moodle": moodle.package,
    "book": book.package,
    "handouts": handouts.package,
}


@dataclass(frozen=True)
class Built:
    """A site that was built: its folder, the outline that it was made of, its bundled files (see `assets.bundle`), and
    where it will be published."""

    folder: Path
    whole: object
    files: dict
    address: str


class Builds:
    """The sites that packages are made from, each built once, in folders of `folder`."""

    def __init__(self, folder):
        self.folder, self._built = Path(folder), {}

    def site(self, edition=editions.WHOLE):
        """Return the site of an edition, as `Built`; raise `CourseError` if it does not build."""
        if edition not in self._built:
            place = self.folder / str(len(self._built))
            for name in ("site", "bundle"):
                (place / name).mkdir(parents=True)
            whole = make.build(place / "site", bundle=place / "bundle", edition=edition)
            files, address = assets.bundled(place / "bundle"), make.address_of(whole.company)
            self._built[edition] = Built(place / "site", whole, files, address)
        return self._built[edition]


def run(names):
    """Make the packages of these kinds, all or none, and say so, a line a file. Raises `CourseError`."""
    with tempfile.TemporaryDirectory(prefix="course-packages-") as folder, contextlib.ExitStack() as stack:
        builds = Builds(folder)
        for name in names:
            start = time.monotonic()
            made = stack.enter_context(_replaced(FOLDER / name))
            count, sizes, before = 0, 0, start
            for file, holds in MAKERS[name](builds, made):
                size, now = (made / file).stat().st_size, time.monotonic()
                print(f"{file:<56}{holds:>12} {size / 1000:>6.0f} kB {now - before:>5.1f} s", flush=True)
                count, sizes, before = count + 1, sizes + size, now
            took = time.monotonic() - start
            print(f"{name}: {count} files, {sizes / 1000:.0f} kB in {took:.1f} s: {FOLDER / name}", flush=True)
    write_sums()


@contextlib.contextmanager
def _replaced(target):
    """Give a new folder beside `target`, which takes its place if all went well."""
    target.parent.mkdir(parents=True, exist_ok=True)
    site.recover(target)
    made = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    made.chmod(0o755)
    try:
        yield made
        site.swap(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def write_sums():
    """Write the checksums of all packages, as `sha256sum --check` reads them."""
    files = sorted(path for name in MAKERS for path in (FOLDER / name).rglob("*") if path.is_file())
    lines = [f"{sha256(file.read_bytes()).hexdigest()}  {file.relative_to(FOLDER).as_posix()}\n" for file in files]
    aside = FOLDER / f".{SUMS}"
    aside.write_text("".join(lines), encoding="utf-8", newline="\n")
    aside.replace(FOLDER / SUMS)
