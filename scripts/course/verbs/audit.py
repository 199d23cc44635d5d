"""./scripts/audit: ask whether anything that the course is made with has a known vulnerability.

It needs the network. It asks OSV about both Python locks and npm's registry about package-lock.json, and says of each
finding whether it reaches readers. `advisories:` in docs/exceptions.yml lets one pass for a while. The exit code is 1
if something was found, 2 if a database could not be asked.
"""

import json
import os
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

from course import ROOT, assets, audit, exceptions, verbs
from course.problems import CourseError

LOCKS = ["requirements.lock", "requirements-dev.lock"]


def parse(arguments):
    """Return the options of the command line."""
    parser = verbs.parser(__doc__)
    parser.add_argument("--osv", metavar="ADDRESS", help="another address of OSV's query, such as a recorded one")
    parser.add_argument("--npm", metavar="ADDRESS", help="another npm registry")
    parser.add_argument("--timeout", type=int, default=20, help="seconds to wait for an answer (%(default)s)")
    return parser.parse_args(arguments)


def ask(name, command):
    """Run a client and return what it wrote; raise `CannotAsk` with its last words if that is nothing."""
    done = subprocess.run(command, cwd=ROOT, text=True, encoding="utf-8", capture_output=True)
    if done.stdout.strip():
        return done.stdout
    words = [line.strip() for line in done.stderr.splitlines() if line.strip()] or ["its client said nothing"]
    why = "there is no way to it from here" if "ConnectionError" in words[-1] else words[-1][:300]
    raise audit.CannotAsk(f"{name} could not be asked: {why}")


def python_findings(options):
    """Return what OSV knows about the packages of both locks."""
    site, both = {name: (ROOT / name).read_text(encoding="utf-8") for name in LOCKS}.values()
    names = {name for name, _ in audit.locked(site)}
    wanted = sorted(audit.locked(site) | audit.locked(both))
    with tempfile.TemporaryDirectory(prefix="course-audit-") as folder:
        # Every version of either lock, whatever the system or the Python that it is meant for.
        found = []
        for index, group in enumerate(groups(wanted)):
            listed = Path(folder) / f"{index}.txt"
            listed.write_text("".join(f"{name}=={version}\n" for name, version in group), encoding="utf-8")
            command = [
                "pip-audit",
                "--requirement",
                listed,
                "--no-deps",
                "--disable-pip",
                "--vulnerability-service=osv",
            ]
            command += ["--format=json", "--aliases=on", "--desc=on", "--progress-spinner=off"]
            command += [f"--timeout={options.timeout}", f"--cache-dir={folder}/cache"]
            command += ["--osv-url", options.osv] if options.osv else []
            report = ask("OSV, the database of Python packages,", command)
            found += audit.of_python(report, names)
            if len(json.loads(report)["dependencies"]) != len(group):
                raise audit.CannotAsk("The database of Python packages was not asked about all of them")
    return found


def groups(pairs):
    """Part `(name, version)` pairs so that no list names a package twice, which pip-audit refuses."""
    lists = []
    for name, version in pairs:
        fitting = next((each for each in lists if all(name != other for other, _ in each)), None)
        if fitting is None:
            lists.append(fitting := [])
        fitting.append((name, version))
    return lists


def npm_findings(options):
    """Return what npm's registry knows about the packages of package-lock.json, those of the tests too."""
    command = [
        "npm",
        "audit",
        "--json",
        "--package-lock-only",
        "--include=dev",
        f"--fetch-timeout={1000 * options.timeout}",
    ]
    command += ["--fetch-retries=0"] + (["--registry", options.npm] if options.npm else [])
    report = ask("npm's registry", command)
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    told = json.loads(report) if report.lstrip().startswith("{") else {}
    if "vulnerabilities" not in told:
        error = told.get("error") or {}
        why = told.get("message") or error.get("summary") or error.get("code") or "it gave no reason"
        raise audit.CannotAsk(f"npm's registry could not be asked: {str(why).splitlines()[0]}")
    return audit.of_npm(report, lock, bundled())


def bundled():
    """Return the names of the npm packages of which something is in the pages."""
    with tempfile.TemporaryDirectory(prefix="course-assets-") as folder:
        assets.bundle(folder)
        inputs = json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))["inputs"]
    paths = [path.rpartition("node_modules/")[2].split("/") for path in inputs if "node_modules/" in path]
    return {"/".join(parts[:2]) if parts[0].startswith("@") else parts[0] for parts in paths}


def run(options, today):
    """Ask both databases, say what they know and return the exit code. Raises `CourseError`."""
    listed = exceptions.load(today=today)
    findings, unasked = [], []
    for source in (python_findings, npm_findings):
        try:
            findings += source(options)
        except audit.CannotAsk as error:
            unasked.append(str(error))
    found, excused, idle = audit.part(findings, listed.advisories, today)
    for finding in found:
        print(f"{finding}\n")
    for finding, entry in excused:
        print(f"let pass until {entry.until}: {finding.package} {finding.version}, {entry.id} ({entry.reason})")
    for entry in idle if not unasked else []:
        print(f"{exceptions.NAME}:{entry.line}: nothing needs the exception {entry.id} of {entry.package}; remove it")
    ended = [str(problem) for problem in exceptions.expired(exceptions.Exceptions(advisories=listed.advisories), today)]
    for line in (*ended, *unasked):
        print(line, file=sys.stderr)
    if found or ended:
        print(
            f"Found: {len(found)}. Raise the version in pyproject.toml or package.json and run ./scripts/lock; or, "
            f"where it does no harm here, say why under advisories: in {exceptions.NAME}.",
            file=sys.stderr,
        )
    if unasked:
        print("Nothing is known of what could not be asked: run ./scripts/audit again with a network.", file=sys.stderr)
        return 2
    if not found and not ended:
        print("No known vulnerability in the Python packages or the npm packages.")
    return 1 if found or ended else 0


def main():
    options = parse(sys.argv[1:])
    os.environ.setdefault("NO_COLOR", "1")
    try:
        sys.exit(run(options, date.today()))
    except CourseError as error:
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
