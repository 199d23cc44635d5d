"""Our style and scripts: ES modules and CSS of `overrides/assets`, bundled by esbuild into classic files.

Classic, because browsers do not run module scripts from a folder on disk. Their names hold a fingerprint.
"""

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from course import ROOT, elements
from course.problems import CourseError, Problem

SOURCE = ROOT / "overrides" / "assets"
# What a page may load: the name that templates use, and its source.
ENTRIES = {
    "first.js": "js/first.js",
    "course.js": "js/course.js",
    "search.js": "js/search.js",
    "front.js": "js/front.js",
    "deck.js": "js/deck.js",
    "deck-first.js": "js/deck-first.js",
    "lms.js": "js/lms.js",
    "course.css": "css/course.css",
    "lms.css": "css/lms.css",
    "deck.css": "css/deck.css",
    "deck-paper.css": "css/deck-paper.css",
    "numbered.css": "css/numbered.css",
    **{name: f"js/{name}" for name in elements.SCRIPTS.values()},
    **{name: f"css/{name}" for name in [*elements.STYLES.values(), *elements.MARKS.values()]},
}
PLAIN = ["mark.svg"]
# One build bundles once: the builds of the languages find the bundle where this variable says.
FOLDER = "COURSE_ASSETS"


def bundle(folder):
    """Bundle everything into the empty folder `folder` and return a dict from name to the written file."""
    folder = Path(folder).resolve()
    meta = folder / "meta.json"
    command = [
        "node",
        ROOT / "node_modules" / "esbuild" / "bin" / "esbuild",
        *(SOURCE / entry for entry in ENTRIES.values()),
    ]
    command += ["--bundle", "--minify", "--format=iife", "--target=es2020,chrome111,firefox121,safari17"]
    command += ["--charset=utf8", "--legal-comments=none", "--log-level=warning"]
    command += ["--entry-names=[name].[hash]", f"--outdir={folder}", f"--metafile={meta}"]
    done = subprocess.run(command, cwd=ROOT, text=True, encoding="utf-8", stderr=subprocess.PIPE)
    if done.returncode:
        raise CourseError([Problem("overrides/assets", 0, f"esbuild stopped:\n{done.stderr.strip()}")])
    for name in PLAIN:
        shutil.copy(SOURCE / name, folder / name)
    return bundled(folder)


def bundled(folder=None):
    """Return what `bundle` returned for `folder`, or for the folder of this build; bundle anew if there is none."""
    folder = folder or os.environ.get(FOLDER)
    if not folder:  # `mkdocs build` by hand
        folder = tempfile.mkdtemp(prefix="course-assets-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return bundle(folder)
    outputs = json.loads((Path(folder) / "meta.json").read_text(encoding="utf-8"))["outputs"]
    written = {Path(output["entryPoint"]).name: Path(folder) / Path(path).name
               for path, output in outputs.items() if "entryPoint" in output}  # fmt: skip
    return written | {name: Path(folder) / name for name in PLAIN}
