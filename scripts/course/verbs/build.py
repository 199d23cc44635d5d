"""./scripts/build [FOLDER]: build the site of every language into `site/`, or into FOLDER.

The site is made aside and put in place when it is whole: a build that stops leaves the last one as it was.
"""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from course import ROOT, make, site, verbs
from course.problems import CourseError


def main():
    parser = verbs.parser(__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "site", metavar="FOLDER")
    target = parser.parse_args().folder.resolve()
    site.recover(target)
    if target.exists() and not (target / ".nojekyll").exists() and (target.is_file() or any(target.iterdir())):
        sys.exit(f"{target} is no site made here and would be replaced; choose another folder, or empty this one")
    start = time.monotonic()
    # On the same disk as the target, so that a rename puts it in place; out of sight should this be killed outright.
    aside = ROOT / ".cache" if target.is_relative_to(ROOT) else target.parent
    aside.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=".site-", dir=aside))
    made.chmod(0o755)
    try:
        whole = make.build(made)
        site.swap(made, target)
    except CourseError as error:
        sys.exit(
            f"{error}\n\nNothing was published: {len(error.problems)} problem(s) above; {target.name}/ is as it was."
        )
    except OSError as error:
        sys.exit(f"{target} could not be replaced ({error}); close what holds it open, then build again")
    except KeyboardInterrupt:
        sys.exit(f"Stopped; {target.name}/ is as it was.")
    finally:
        shutil.rmtree(made, ignore_errors=True)
    pages = sum(len(course.pages) for course in whole.courses.values())
    print(
        f"Built {pages} pages in {len(whole.courses)} language(s) in {time.monotonic() - start:.1f} s: "
        f"open {target / 'index.html'}"
    )


if __name__ == "__main__":
    main()
