"""./scripts/accessibility [--only PART …] [--fast] [--site FOLDER]: look at every page of the course with axe, in each
language, theme and width, before and after a reader has answered, opened and filled in what is there.

It asks for WCAG 2.0, 2.1 and 2.2 at levels A and AA, and axe's best practices; the shell of the packages for an LMS,
the front door and the decks are pages too. The exit code is 1 if it finds anything that `accessibility:` in
docs/exceptions.yml does not let pass.
"""

import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

from course import accessibility, editions, exceptions, make, outline, scorm, verbs, zips
from course.packages import Builds
from course.problems import CourseError


def parse(arguments):
    """Return the options of the command line."""
    parser = verbs.parser(__doc__)
    parser.add_argument("--only", action="append", default=[], metavar="PART", help="pages whose address holds this")
    parser.add_argument("--fast", action="store_true", help="one width and theme a language, and no package")
    parser.add_argument("--site", type=Path, help="a site built already for /; without it the course is built aside")
    parser.add_argument("--workers", type=int, default=os.cpu_count(), help="browsers at a time (%(default)s)")
    return parser.parse_args(arguments)


def site(options, folder):
    """Return `(folder of the site, outline, languages whose package for an LMS stands in it)`."""
    if options.site:
        return options.site, outline.load(), []
    target = folder / "site"
    target.mkdir()
    whole = make.build(target, "http://127.0.0.1/")
    shells = [language for language in whole.courses if chosen([f"lms-{language}/index.html"], options.only)]
    builds = Builds(folder / "builds")
    for language in [] if options.fast else shells:
        package = folder / f"{language}.zip"
        zips.write(package, scorm.members(builds.site(editions.for_lms(language)), language, scorm.SCORM12))
        shutil.unpack_archive(package, target / f"lms-{language}")
    return target, whole, [] if options.fast else shells


def chosen(paths, parts):
    """Return the addresses that hold one of `parts`, all if there is none."""
    return [path for path in paths if not parts or any(part in path for part in parts)]


def run(options, today):
    """Look at the pages, say what is found and return the exit code. Raises `CourseError`."""
    listed = exceptions.load(today=today)
    entries, excused = listed.accessibility, set()
    start, wrong, looks = time.monotonic(), Counter(), 0
    with tempfile.TemporaryDirectory(prefix="course-accessibility-") as folder:
        target, whole, shells = site(options, Path(folder))
        paths = chosen(accessibility.addresses(whole, shells), options.only)
        if not paths:
            sys.exit(f"no page's address holds {' or '.join(options.only)}; write a part of one, such as fr/tools/")
        print(f"Built in {time.monotonic() - start:.0f} s. Looking at {len(paths)} page(s) with axe…", flush=True)
        seen = accessibility.look_at_all(target, paths, options.workers, options.fast)
        for number, (found, count) in enumerate(seen, 1):
            left, idle = accessibility.part(found, entries)
            excused |= set(entries) - set(idle)
            wrong.update(finding.rule for finding in left)
            looks += count
            for finding in left:
                print(finding, flush=True)
            if number % 20 == 0:
                print(f"{number} of {len(paths)} pages, {time.monotonic() - start:.0f} s", file=sys.stderr, flush=True)
    for entry in [] if options.only or options.fast else entries:
        if entry not in excused:
            print(f"{exceptions.NAME}:{entry.line}: axe does not find {entry.rule} on {entry.page} any more; remove it")
    ended = [str(problem) for problem in exceptions.expired(exceptions.Exceptions(accessibility=entries), today)]
    for line in ended:
        print(line, file=sys.stderr)
    told = ", ".join(f"{rule} {count}" for rule, count in wrong.most_common()) or "nothing found"
    print(f"axe looked {looks} times in {time.monotonic() - start:.0f} s: {told}.", flush=True)
    return 1 if wrong or ended else 0


def main():
    options = parse(sys.argv[1:])
    try:
        sys.exit(run(options, date.today()))
    except CourseError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
