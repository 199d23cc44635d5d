"""./scripts/proofread [--rule ID] [--json FILE] [--site FOLDER]: build the course, then say what its readers should not
meet: dead links, pages without a twin, wrong spaces, misspelt words.

At most 50 findings are printed; --json - prints all of them for a tool. What each rule asks: tests/RULES.md.
"""

import difflib
import sys
import tempfile
from pathlib import Path

from course import ROOT, company, exceptions, make, verbs
from course.problems import CourseError, Problem
from course.proofreading import model, registry, report


def main():
    parser = verbs.parser(__doc__)
    parser.add_argument("--rule", action="append", metavar="ID", help="look with this rule alone; may be given again")
    parser.add_argument("--json", metavar="FILE", help="write all findings there as JSON; - for the standard output")
    parser.add_argument("--site", metavar="FOLDER", type=Path, help="read this site, just built, instead of building")
    options = parser.parse_args()
    known = {rule.id: rule for rule in registry.of()}
    for id in options.rule or ():
        if id not in known:
            near = difflib.get_close_matches(id, known, 1)
            sys.exit(
                f"There is no rule '{id}'{f'; did you mean {near[0]}?' if near else ''} tests/RULES.md lists them."
            )
    try:
        found, problems, counted = proofread(options.site, [known[id] for id in options.rule or known])
    except CourseError as error:
        sys.exit(f"{error}\n\nNothing was read: the course does not build. Mend this, then start again.")
    if options.json == "-":
        sys.stdout.write(report.as_json(found))
    elif options.json:
        Path(options.json).write_text(report.as_json(found), encoding="utf-8")
    said = sys.stderr if options.json == "-" else sys.stdout
    for line in filter(None, [report.as_text(found), *map(str, problems)]):
        print(line, file=said)
    print(f"{len(found)} finding(s) by {counted}.", file=said)
    sys.exit(1 if found or problems else 0)


def proofread(folder, rules):
    """Return `(findings, problems, counted)` of the site in `folder`, or of one built for this.

    `problems` are exceptions that excuse nothing; they are told only when every rule has looked.
    """
    excused = exceptions.load().rules
    with tempfile.TemporaryDirectory(prefix="course-proofread-") as made:
        address = make.address_of(company.load())
        if not folder:
            make.build(made, address)
        site = model.read(folder or made, address, ROOT)
        if not site.course_pages:
            told = "there is no page of the course here; give the folder that ./scripts/build wrote, such as site"
            raise CourseError([Problem(str(folder), 0, told)])
        found, problems = report.excuse(report.findings(site, rules), excused)
        counted = f"{len(rules)} rules on {len(site.pages)} pages with {len(site.links)} links"
    return found, problems if len(rules) == len(registry.of()) else [], counted


if __name__ == "__main__":
    main()
