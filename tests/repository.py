"""A copy of the repository for the tests that run its commands: they may edit, break and rebuild it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from course import ROOT

COPIED = ["docs", "overrides", "scripts", "company.yml", "mkdocs.yml", "mkdocs.en.yml", "pyproject.toml", ".github"]
COPIED += ["package.json", "package-lock.json", "requirements.lock", "requirements-dev.lock"]
COPIED += ["eslint.config.js", ".prettierrc.json", ".prettierignore"]


class Repository:
    """The copy at `root`; what is installed stays where it is and is only linked to."""

    def __init__(self, root):
        self.root = Path(root)
        for name in COPIED:
            source = ROOT / name
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, self.root / name)
        for name in (".venv", "node_modules"):
            (self.root / name).symlink_to(ROOT / name)

    def edit(self, name, old, new):
        """Replace `old`, which stands exactly once in the file `name`, by `new`."""
        path = self.root / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")

    @property
    def environment(self):
        """The environment of a verb, as run.py makes it."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        kept = {key: value for key, value in os.environ.items() if key != "SITE_URL"}
        return {**kept, "PATH": path, "PYTHONPATH": str(self.root / "scripts"), "NO_MKDOCS_2_WARNING": "1"}

    def run(self, verb, *arguments, **environment):
        """Run a verb to its end and return what it did (text of both outputs, code)."""
        command = [sys.executable, "-m", f"course.verbs.{verb}", *arguments]
        return subprocess.run(
            command, cwd=self.root, env={**self.environment, **environment}, capture_output=True, text=True, timeout=120
        )

    def start(self, verb, *arguments):
        """Start a verb and return its process; both outputs are in `process.stdout`."""
        command = [sys.executable, "-u", "-m", f"course.verbs.{verb}", *arguments]
        return subprocess.Popen(
            command, cwd=self.root, env=self.environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )


def text_of(path):
    """Return the visible words of an HTML file, roughly."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
