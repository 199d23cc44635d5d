"""./scripts/package handouts: print what trainers hand out, in every language, to tagged PDF in dist/handouts/."""

import sys

from course import handouts
from course.problems import CourseError

# What can be packaged, and what makes it.
PACKAGES = {"handouts": handouts.package}


def main():
    name, *more = sys.argv[1:] or ["--help"]
    if name.startswith("-"):
        sys.exit(__doc__)
    if name not in PACKAGES:
        sys.exit(f"There is no package '{name}'; write one of: {', '.join(PACKAGES)}.")
    if more:
        sys.exit(f"'{more[0]}' is one word too many; write ./scripts/package {name}.")
    try:
        PACKAGES[name]()
    except CourseError as error:
        sys.exit(f"{error}\n\nNothing was packaged: {len(error.problems)} problem(s) above.")
    except KeyboardInterrupt:
        sys.exit("Stopped; the last package is as it was.")


if __name__ == "__main__":
    main()
