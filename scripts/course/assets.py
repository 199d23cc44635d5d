"""Our style and scripts: ES modules and CSS of `overrides/assets`, bundled by esbuild into classic files.

Classic, because browsers do not run module scripts from a folder on disk. Their names hold a fingerprint, as those of
all files that pages load (see `named`).
"""

import atexit
import os
import re
import shutil
import subprocess
import tempfile
from hashlib import sha256
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
    "home.css": "css/home.css",
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
FINGERPRINT = re.compile(r"\.[0-9a-f]{8}(?=\.\w+$)")


def named(name, content):
    """Return a file's name with the fingerprint of its content (bytes), such as `course.1a2b3c4d.js` for `course.js`.
    It changes when the content does, and only then, so that browsers may keep the file for ever."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{sha256(content).hexdigest()[:8]}.{suffix}"


def bundle(folder):
    """Bundle everything into the empty folder `folder` and return a dict from name to the written file.

    Beside them stands `meta.json`, esbuild's account of what went into each.
    """
    folder = Path(folder).resolve()
    command = [
        "node",
        ROOT / "node_modules" / "esbuild" / "bin" / "esbuild",
        *(SOURCE / entry for entry in ENTRIES.values()),
    ]
    command += ["--bundle", "--minify", "--format=iife", "--target=es2020,chrome111,firefox121,safari17"]
    command += ["--charset=utf8", "--legal-comments=none", "--log-level=warning"]
    command += ["--entry-names=[name]", f"--outdir={folder}", f"--metafile={folder / 'meta.json'}"]
    done = subprocess.run(command, cwd=ROOT, text=True, encoding="utf-8", stderr=subprocess.PIPE)
    if done.returncode:
        raise CourseError([Problem("overrides/assets", 0, f"esbuild stopped:\n{done.stderr.strip()}")])
    for name in PLAIN:
        shutil.copy(SOURCE / name, folder / name)
    for name in [*ENTRIES, *PLAIN]:  # esbuild's own fingerprint depends on where the repository stands
        (folder / name).rename(folder / named(name, (folder / name).read_bytes()))
    return bundled(folder)


def bundled(folder=None):
    """Return what `bundle` returned for `folder`, or for the folder of this build; bundle anew if there is none."""
    folder = folder or os.environ.get(FOLDER)
    if not folder:  # `mkdocs build` by hand
        folder = tempfile.mkdtemp(prefix="course-assets-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        return bundle(folder)
    return {FINGERPRINT.sub("", path.name): path for path in sorted(Path(folder).iterdir()) if path.name != "meta.json"}
