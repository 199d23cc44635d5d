"""./scripts/package NAME…|all: make what a release holds, in dist/NAME/, and dist/SHA256SUMS.

scorm     the course for an LMS: one zip a language, for SCORM 1.2 and for SCORM 2004
offline   the whole site in a zip, to be opened from a folder or a USB key
moodle    the questions as Moodle XML, one file a language
book      the course to be printed: one PDF a language
handouts  what trainers hand out: PDF files, in every language
"""

import sys

from course import packages, verbs
from course.problems import CourseError


def main():
    parser = verbs.parser(__doc__)
    parser.add_argument("names", nargs="+", metavar="NAME")
    names = parser.parse_args().names
    known = list(packages.MAKERS)
    for name in names:
        if name not in [*known, "all"]:
            sys.exit(f"There is no package '{name}'; write one of: {', '.join(known)}; or all.")
    try:
        packages.run(known if "all" in names else dict.fromkeys(names))
    except CourseError as error:
        sys.exit(f"{error}\n\nNothing was packaged: {len(error.problems)} problem(s) above.")
    except KeyboardInterrupt:
        sys.exit("Stopped; the last package is as it was.")


if __name__ == "__main__":
    main()
