"""./scripts/lifeboat [--only-compare]: build the course with ProperDocs instead of MkDocs, say in what the two sites
differ, then run on the one that ProperDocs makes the tests that read a site.

MkDocs 1.x has ended and Material for MkDocs ends in May 2027: this says whether the course can go on without them. The
exit code is 1 if the sites differ or a test fails.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from course import ROOT, lifeboat, verbs
from course.problems import CourseError

TESTS = ["tests/links", "tests/content"]


def main():
    parser = verbs.parser(__doc__)
    parser.add_argument("--only-compare", action="store_true", help="run no test")
    options = parser.parse_args()
    same = compare()
    if options.only_compare:
        sys.exit(0 if same else 1)
    print(f"Testing what ProperDocs makes: {', '.join(TESTS)}…", flush=True)
    env = {**os.environ, "COURSE_BUILDER": "properdocs"}
    failed = subprocess.run([sys.executable, "-m", "pytest", "--quiet", *TESTS], cwd=ROOT, env=env).returncode
    sys.exit(0 if same and not failed else 1)


def compare():
    """Build both sites and say in what they differ; return whether they are the same, or MkDocs' cannot be had."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="course-lifeboat-") as folder:
        ours, theirs = (Path(folder) / name for name in ("mkdocs", "properdocs"))
        try:
            lifeboat.build("properdocs", theirs)
        except CourseError as error:
            sys.exit(str(error))
        files = sum(path.is_file() for path in theirs.rglob("*"))
        print(f"ProperDocs built {files} files in {time.monotonic() - start:.1f} s.", flush=True)
        try:
            lifeboat.build("mkdocs", ours)
        except CourseError as error:  # the day for which the lifeboat is there
            print(f"{error}\nNothing to compare with: ProperDocs builds the course, MkDocs does not.", flush=True)
            return True
        found = lifeboat.differences(ours, theirs)
    for line in found:
        print(line)
    told = f"{len(found)} of them differ" if found else "all are the same"
    print(f"Beside MkDocs' own, {told}.", flush=True)
    return not found


if __name__ == "__main__":
    main()
