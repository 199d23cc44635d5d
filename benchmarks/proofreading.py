"""Seconds that proofreading takes as the course grows.

`PYTHONPATH=scripts:. .venv/bin/python -m benchmarks.proofreading [times the lessons …]` builds the courses of
`tests/growth.py` with the real build; then the rules read the site, and lychee does.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.copies import ADDRESS, SITE, Copy
from tests.growth import grow
from tests.links.test_second_opinion import opinion

from course import ROOT
from course.proofreading import model, registry, report


def measure(times):
    """Return what one size of course takes, in seconds, and how much there was to read."""
    with tempfile.TemporaryDirectory() as folder:
        repository = Copy(ROOT, Path(folder) / "repository", SITE)
        grow(repository, times)
        start = time.perf_counter()
        built = repository.build(Path(folder) / "site")
        taken = {"build": time.perf_counter() - start}
        start = time.perf_counter()
        site = model.read(built, ADDRESS, repository.root)
        found = report.findings(site, registry.of())
        taken["rules"] = time.perf_counter() - start
        slowest = next(iter(report.timed(site).items()))
        (Path(folder) / "mounted").mkdir()
        shutil.move(built, Path(folder) / "mounted" / "tous-clients")
        start = time.perf_counter()
        opinion(Path(folder) / "mounted")
        taken["lychee"] = time.perf_counter() - start
    return taken, len(site.pages), len(site.links), len(found), slowest


def main():
    print(f"{len(registry.of())} rules")
    for times in [int(size) for size in sys.argv[1:]] or [1, 2, 10]:
        taken, read, links, found, (rule, seconds) = measure(times)
        told = ", ".join(f"{name} {spent:.1f} s" for name, spent in taken.items())
        print(f"{read} pages, {links} links: {told}; {found} findings; slowest rule {rule} {seconds:.1f} s", flush=True)


if __name__ == "__main__":
    main()
