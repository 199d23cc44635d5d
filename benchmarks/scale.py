"""What a build takes as the course grows: `PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.scale [times …]`.

Courses are those of `tests/growth.py`. For each: seconds on the clock and of the processor, the memory of the largest
process, and the size of the site; then what one more lesson costs, which is the same at any size if growth is linear.
"""

import itertools
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.copies import SITE, Copy
from tests.growth import grow

from course import ROOT


@dataclass
class Build:
    """What one build took: `seconds`, `processor` (seconds), `memory` (MB of the largest process), `size` (MB), `pages`
    of both languages and `lessons` of one."""

    seconds: float
    processor: float
    memory: float
    size: float
    pages: int
    lessons: int


def measure(repository, target, lessons=0):
    """Build a copy of the course into the new folder `target`; return the `Build`. Not for Windows, which counts
    otherwise."""
    command = [sys.executable, "-m", "course.verbs.build", str(target)]
    start = time.monotonic()
    process = subprocess.Popen(command, cwd=repository.root, env=repository.environment(), stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status:
        sys.exit("the course does not build")
    memory = used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)  # bytes there, kilobytes elsewhere
    files = [file for file in Path(target).rglob("*") if file.is_file()]
    size = sum(file.stat().st_size for file in files) / 1e6
    pages = sum(file.suffix == ".html" for file in files)
    return Build(seconds, used.ru_utime + used.ru_stime, memory, size, pages, lessons)


def main():
    sizes = sorted({int(size) for size in sys.argv[1:]} or {1, 2, 5, 10})
    print("times  lessons   pages  seconds  processor s  memory MB  site MB")
    builds = []
    for times in sizes:
        with tempfile.TemporaryDirectory() as folder:
            repository = Copy(ROOT, Path(folder) / "repository", SITE)
            build = measure(repository, Path(folder) / "site", grow(repository, times))
        builds.append(build)
        print(
            f"{times:5} {build.lessons:8} {build.pages:7} {build.seconds:8.1f} {build.processor:12.1f}"
            f" {build.memory:10.0f} {build.size:8.1f}",
            flush=True,
        )
    for before, after in itertools.pairwise(builds):
        more = after.lessons - before.lessons
        print(
            f"{before.lessons} to {after.lessons} lessons, for each one more in both languages:"
            f" {(after.processor - before.processor) / more * 1000:.0f} ms of the processor,"
            f" {(after.memory - before.memory) / more * 1000:.0f} kB of memory,"
            f" {(after.size - before.size) / more * 1000:.0f} kB of site"
        )


if __name__ == "__main__":
    main()
