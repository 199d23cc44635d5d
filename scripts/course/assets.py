"""Our style and scripts: ES modules and CSS of `overrides/assets`, bundled by esbuild into classic files.

Classic, because browsers do not run module scripts from a folder on disk.
"""

import json
import shutil
import subprocess
from pathlib import Path

from course import ROOT

SOURCE = ROOT / "overrides" / "assets"
# What a page may load: the name that templates use, and its source.
ENTRIES = {
    "course.js": "js/course.js",
    "search.js": "js/search.js",
    "front.js": "js/front.js",
    "course.css": "css/course.css",
}
PLAIN = ["mark.svg"]


def bundle(label):
    """Bundle everything into `.cache/assets/LABEL` and return a dict from name to the written file."""
    target = ROOT / ".cache" / "assets" / label
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    meta = target.with_suffix(".json")
    esbuild = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
    command = [
        "node",
        esbuild,
        *(SOURCE / entry for entry in ENTRIES.values()),
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2020,chrome111,firefox113,safari16.4",
        "--charset=utf8",
        "--legal-comments=none",
        "--entry-names=[name].[hash]",
        f"--outdir={target}",
        f"--metafile={meta}",
        "--log-level=warning",
    ]
    subprocess.run(command, check=True, cwd=ROOT)
    outputs = json.loads(meta.read_text(encoding="utf-8"))["outputs"]
    written = {
        Path(output["entryPoint"]).name: ROOT / path for path, output in outputs.items() if "entryPoint" in output
    }
    for name in PLAIN:
        shutil.copy(SOURCE / name, target / name)
        written[name] = target / name
    return written
