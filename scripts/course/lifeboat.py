"""The lifeboat: ProperDocs, which goes on where MkDocs 1.x has ended, builds the same course; here one sees it.

`COURSE_BUILDER=properdocs` before a verb makes ProperDocs build instead of MkDocs; nothing else is needed.
"""

import os
import subprocess
import sys
from pathlib import Path

from course import ROOT
from course.problems import CourseError, Problem


def build(builder, target):
    """Build the course with `builder` (mkdocs or properdocs) into the new folder `target`, in a process of its own: one
    process knows one of the two. Raises `CourseError` with what `./scripts/build` said if it stops."""
    env = {**os.environ, "COURSE_BUILDER": builder}
    command = [sys.executable, "-m", "course.verbs.build", target]
    done = subprocess.run(command, cwd=ROOT, env=env, text=True, encoding="utf-8", capture_output=True)
    if done.returncode:
        raise CourseError([Problem(builder, 0, f"the course does not build with it:\n{done.stderr.strip()}")])


def differences(mkdocs, properdocs):
    """Return a line of text for each file that the two sites, folders, do not share."""
    sites = {"MkDocs": Path(mkdocs), "ProperDocs": Path(properdocs)}
    found = {
        name: {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
        for name, site in sites.items()
    }
    told = []
    for path in sorted(set().union(*found.values())):
        writers = [name for name, files in found.items() if path in files]
        if len(writers) == 1:
            told.append(f"{path}: only {writers[0]} writes it")
        elif line := _first_difference(*(files[path] for files in found.values())):
            told.append(f"{path}:{line}: differs")
    return told


def _first_difference(one, other):
    """Return the number of the first line in which two files differ, or 0."""
    a, b = one.read_bytes(), other.read_bytes()
    if a == b:
        return 0
    pairs = enumerate(zip(a.split(b"\n"), b.split(b"\n"), strict=False), 1)
    return next((number for number, (x, y) in pairs if x != y), min(a.count(b"\n"), b.count(b"\n")) + 1)
