"""./scripts/check-links [--report FILE] [--site FOLDER]: ask whether the links that leave the course still answer.

It needs the network, asks each host slowly, and is no part of the tests. The report is its memory: a link is dead once
it has failed on three different days. The exit code is 1 if a link is dead, 2 if links could not be checked.
"""

import functools
import sys
import tempfile
import traceback
from datetime import date
from pathlib import Path
from urllib.parse import quote

from course import ROOT, company, exceptions, external_links, link_report, lychee, make, verbs
from course.external_links import Verdict
from course.problems import CourseError
from course.proofreading import model

CACHE = ROOT / ".cache"


def parse(arguments):
    """Return the options of the command line."""
    parser = verbs.parser(__doc__)
    parser.add_argument("--report", type=Path, default=CACHE / "links.md", help="read, then written (%(default)s)")
    parser.add_argument("--site", type=Path, help="a site built already; without it the course is built aside")
    parser.add_argument("--interval", type=float, default=1, help="seconds between requests to a host (%(default)s)")
    parser.add_argument("--timeout", type=int, default=20, help="seconds to wait for an answer (%(default)s)")
    parser.add_argument("--pause", type=float, default=60, help="seconds before failures are asked again (%(default)s)")
    parser.add_argument("--contact", help="the address for complaints (company.yml's repository, or its address)")
    return parser.parse_args(arguments)


def links_of(folder, address):
    """Return `{url: pages}` of the site in `folder`, or of the course, built aside; raise `CannotAsk` if empty."""
    if folder:
        pages = external_links.collect(model.read(folder, address))
    else:
        with tempfile.TemporaryDirectory(prefix="course-links-") as made:
            make.build(made, address)
            pages = external_links.collect(model.read(made, address))
    if not pages:
        raise lychee.CannotAsk(f"No external link in {folder or 'the course'}: is this a built site?")
    return pages


def run(options, today):
    """Check the links, write the report and return the exit code. Raises `CannotAsk` and `CourseError`."""
    settings = company.load()
    address = make.address_of(settings)
    quarantine = exceptions.load(today=today).quarantine
    asked, spared, idle = external_links.part(links_of(options.site, address), quarantine)
    former = options.report.read_text(encoding="utf-8", errors="replace") if options.report.exists() else ""
    history, complaints = link_report.read_memory(former, today)
    agent = agent_of(settings, options.contact or settings["repository"] or address)
    manners = lychee.Manners(agent, CACHE / "links", options.interval, options.timeout)
    print(f"Asking {len(asked)} address(es)…", flush=True)
    answers = external_links.look(list(asked), functools.partial(lychee.ask, manners=manners), options.pause)
    findings, history = external_links.judge(asked, answers, history, today, [entry.url for entry, _ in spared])
    report = link_report.write(findings, history, spared, idle, complaints, today)
    keep(options.report, report, former if complaints else None)
    print(f"\n{report.rpartition(link_report.BEGIN)[0]}The report: {options.report}")
    return 1 if any(finding.verdict is Verdict.DEAD for finding in findings) else 0


def agent_of(settings, contact):
    """Return who we say that we are, and the address where to complain, in signs that a request can hold."""
    return f"{settings['course']['id']} link check (+{quote(contact, safe=':/?&=%~@')})"


def keep(path, report, unread):
    """Write the report, and beside it the former one if part of its memory could not be read."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if unread is not None:
        path.with_suffix(".unread.md").write_text(unread, encoding="utf-8")
    path.write_text(report, encoding="utf-8")


def main(arguments=None, today=None):
    """Run the verb; `today` (a date) is for the tests."""
    try:
        sys.exit(run(parse(arguments), today or date.today()))
    except (lychee.CannotAsk, CourseError) as error:
        print(error, file=sys.stderr)
        sys.exit(2)
    except KeyboardInterrupt:
        print("\nStopped; nothing was recorded.", file=sys.stderr)
        sys.exit(2)
    except Exception:
        traceback.print_exc()
        sys.exit(2)  # 1 says that a link is dead


if __name__ == "__main__":
    main()
