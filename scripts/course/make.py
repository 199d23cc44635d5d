"""One build of the course: a plain MkDocs build a language, side by side, then what stands beside them."""

import os
import subprocess
import sys
from pathlib import Path

from course import ROOT, assets, company, outline, site
from course.problems import CourseError, Problem


def address_of(settings):
    """Return where the site will be published: SITE_URL, which GitHub Pages gives, or company.yml's address."""
    return f"{os.environ.get('SITE_URL') or settings['address']}".rstrip("/") + "/"


def build(target, address=None):
    """Build every language into the empty folder `target`, to be published at `address` (see `address_of`), and return
    the outline. Raises `CourseError` for what authors wrote wrong and for what MkDocs refuses, in its own words."""
    target = Path(target)
    whole = outline.load()
    address = address or address_of(whole.company)
    env = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SITE_URL": address,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "scripts"), os.environ.get("PYTHONPATH", "")]),
    }
    running = {
        language: subprocess.Popen(
            [
                sys.executable,
                "-m",
                "mkdocs",
                "build",
                "--strict",
                "--config-file",
                ROOT / company.config_name(language),
                "--site-dir",
                target / language,
            ],
            cwd=ROOT,
            env=env,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        for language in whole.courses
    }
    said = {language: process.communicate()[0] for language, process in running.items()}
    failed = [language for language, process in running.items() if process.returncode]
    if failed:
        raise CourseError([Problem(company.config_name(language), 0, _essence(said[language])) for language in failed])
    site.finish(target, whole, address, assets.bundle("root"))
    return whole


def _essence(text):
    """Return MkDocs' warnings and errors without its chatter."""
    kept = [line for line in text.splitlines() if line.strip() and not line.startswith(("INFO", "DEBUG"))]
    return "MkDocs stopped:\n  " + "\n  ".join(kept or text.splitlines()[-5:])
