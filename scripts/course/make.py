"""One build of the course: a plain MkDocs build a language, side by side, then what stands beside them."""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from course import BUILDER, ROOT, assets, company, editions, outline, site
from course.problems import CourseError, Problem, stop_if
from course.proofreading.sources import Sources

# What MkDocs says of a link, and how it ends; it gives no line.
LINK_WARNING = re.compile(
    r"WARNING +-  Doc file '(?P<file>[^']+)' contains (?P<kind>an? .*?link) '(?P<url>[^']*)'(?P<rest>.*)"
)
PAGE_ERROR = re.compile(r"ERROR +-  Error (?:reading|building) page '(?P<file>[^']+)': (?P<what>.*)")
PROBLEM = re.compile(r"(?P<path>docs/[^:]+):(?P<line>\d+): (?P<told>.*)")
ENDING = re.compile(r"\n?Aborted with \d+ warnings in strict mode!")


def address_of(settings):
    """Return where the site will be published: SITE_URL, which GitHub Pages gives, or company.yml's address."""
    return f"{os.environ.get('SITE_URL') or settings['address']}".rstrip("/") + "/"


def build(target, address=None, bundle=None, edition=editions.WHOLE):
    """Build every language into the empty folder `target`, to be published at `address` (see `address_of`), and return
    the outline. `bundle` is an empty folder for the bundled style and scripts, where they are wanted afterwards;
    `edition` is what of the course to build (see `editions.py`).

    Raises `CourseError` for what authors wrote wrong and for what MkDocs refuses, in its own words.
    """
    target = Path(target)
    stop_if(_builder_problems())
    whole = edition.cut(outline.load())
    address = address or address_of(whole.company)
    with tempfile.TemporaryDirectory(prefix="course-build-") as folder:
        bundle = Path(bundle or folder, "assets" if not bundle else "")
        bundle.mkdir(exist_ok=True)
        files = assets.bundle(bundle)
        path = os.pathsep.join(filter(None, [str(ROOT / "scripts"), os.environ.get("PYTHONPATH")]))
        env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "SITE_URL": address, "PYTHONPATH": path}
        env |= {assets.FOLDER: str(bundle), **edition.environment()}
        env |= outline.hand_over(whole, Path(folder) / "outline")
        said = _build_languages(target, list(whole.courses), env)
        if said:
            raise CourseError([problem for language, text in said.items() for problem in _problems(language, text)])
        if edition.published:
            site.finish(target, whole, address, files)
    return whole


def _builder_problems():
    """Return what is wrong with the choice of the program that builds, if anything is."""
    if BUILDER not in ("mkdocs", "properdocs"):
        return [Problem("COURSE_BUILDER", 0, f"'{BUILDER}' does not build this course; write mkdocs or properdocs")]
    if not importlib.util.find_spec(BUILDER):
        return [Problem("COURSE_BUILDER", 0, f"{BUILDER} is not installed; ./scripts/lifeboat --help installs it")]
    return []


def _build_languages(target, languages, env):
    """Run MkDocs, or what stands in for it, for each language at the same time; return what it said where it failed."""
    mkdocs = [sys.executable, "-m", BUILDER, "build", "--strict"]
    output = {"text": True, "encoding": "utf-8", "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    running = {
        language: subprocess.Popen(
            [*mkdocs, "--config-file", ROOT / company.config_name(language), "--site-dir", target / language],
            cwd=ROOT, env=env, **output,
        )
        for language in languages
    }  # fmt: skip
    said = {language: process.communicate()[0] for language, process in running.items()}
    return {language: said[language] for language, process in running.items() if process.returncode}


def _problems(language, text):
    """Return what MkDocs said as problems: its warnings about links with their lines, then the rest in its words."""
    kept = [line for line in text.splitlines() if line.strip() and not line.startswith(("INFO", "DEBUG"))]
    found, rest, written = [], [], Sources(ROOT)
    broken = next((n for n, line in enumerate(kept) if line.startswith("Traceback")), len(kept))
    for line in kept[:broken]:  # what follows is Python's own account, for whoever mends a hook
        if match := PAGE_ERROR.match(line):
            what = match["what"].partition(" in search paths")[0]
            if known := PROBLEM.match(what):  # told by a hook of ours
                found.append(Problem(known["path"], int(known["line"]), known["told"]))
                continue
            told = f"MkDocs could not make this page: {what} (a template, or what Markdown makes of the page)"
            found.append(Problem(f"docs/{language}/{match['file']}", 0, told))
        elif match := LINK_WARNING.match(line):
            path = f"docs/{language}/{match['file']}"
            number = written.line_of(path, f"]({match['url']}") or written.line_of(path, match["url"])
            found.append(Problem(path, number, f"→ {match['url']}: {match['kind']}{match['rest']} [MkDocs]"))
        elif not ENDING.match(line):
            rest.append(line)
    if rest or not found:
        told = "MkDocs stopped:\n  " + "\n  ".join(rest or kept[-1:] or text.splitlines()[-5:])
        found.append(Problem(company.config_name(language), 0, told))
    return found
