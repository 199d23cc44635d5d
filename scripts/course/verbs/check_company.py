"""./scripts/check-company [--strict]: say what is wrong in company.yml, with its line and what to write instead, and
what readers will still see as sample text.

The exit code is 1 if something is wrong; with --strict, also if something is doubtful or a sample is left.
"""

import os
import sys

from course import ROOT, company, company_report, outline, verbs
from course.problems import CourseError

# On GitHub, what is told stands beside the line itself.
ON_GITHUB = os.environ.get("GITHUB_ACTIONS") == "true"


def tell(kind, problem):
    """Print a problem; on GitHub, also as an annotation of that kind (error, warning)."""
    print(problem)
    if ON_GITHUB:
        text = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        print(f"::{kind} file={problem.path},line={problem.line or 1}::{text}")


def count(number, one, many):
    """Return a number with its word."""
    return f"{number} {one if number == 1 else many}"


def main(root=ROOT):
    parser = verbs.parser(__doc__)
    parser.add_argument("--strict", action="store_true", help="refuse what is doubtful, and samples")
    strict = parser.parse_args().strict
    try:
        whole = outline.load(root)
        data, lines = company.read(root)
    except CourseError as error:
        for problem in error.problems:
            tell("error", problem)
        sys.exit(
            f"\nNot ready: {count(len(error.problems), 'thing', 'things')} above to correct; nothing is published."
        )
    path = root / company.NAME
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ""
    report = company_report.of_outline(whole, data, lines, text)
    for heading, problems in (("Look again", report.doubts), ("Sample text left", report.samples)):
        if problems:
            print(f"{heading}:")
            for problem in problems:
                tell("warning", problem)
            print()
    for note in report.notes:
        print(note)
    again = f"; look again at {count(len(report.doubts), 'thing', 'things')} above" if report.doubts else ""
    if report.samples:
        left = count(len(report.samples), "sample", "samples")
        print(
            f"Nothing is wrong{again}. {left} left: readers will see them marked as samples until you write your own."
        )
    else:
        print(f"Ready to publish{again}.")
    sys.exit(1 if strict and (report.samples or report.doubts) else 0)


if __name__ == "__main__":
    main()
