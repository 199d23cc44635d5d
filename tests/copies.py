"""Copies of the repository, for the tests that plant a defect, edit or build: the real one is never touched."""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from course import ROOT, outline
from course.problems import CourseError

# What the course says; what it takes to build it; and what its verbs read besides.
CONTENT = ["docs", "overrides/strings.yml", "mkdocs.yml", "mkdocs.en.yml", "company.yml"]
SITE = ["docs", "overrides", "scripts", "mkdocs.yml", "mkdocs.en.yml", "company.yml", "pyproject.toml"]
EVERYTHING = [*SITE, ".github", "requirements.lock", "requirements-dev.lock", "package.json"]
EVERYTHING += ["package-lock.json", "eslint.config.js", ".prettierrc.json", ".prettierignore", "benchmarks"]
ADDRESS = "https://example.org/tous-clients/"


class Copy:
    """A copy, in the folder `root`, of files and folders of the course that stands in `origin`."""

    def __init__(self, origin, root, names):
        self.root = root
        for name in names:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            if (origin / name).is_dir():
                shutil.copytree(origin / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(origin / name, root / name)
        if "scripts" in names:
            for name in (".venv", "node_modules"):
                (root / name).symlink_to(ROOT / name, target_is_directory=True)

    def read(self, name):
        """Return the text of a file."""
        return (self.root / name).read_text(encoding="utf-8")

    def write(self, name, content):
        """Write text or bytes to a file, which need not exist; None removes it."""
        path = self.root / name
        if content is None:
            return path.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def edit(self, name, pattern, new):
        """Replace what the regular expression `pattern` finds, which must be exactly one place, by `new`."""
        found = list(re.finditer(pattern, self.read(name), re.MULTILINE))
        assert len(found) == 1, f"{pattern!r} stands {len(found)} times in {name}; a test plants one defect"
        text = found[0].string
        self.write(name, text[: found[0].start()] + found[0].expand(new) + text[found[0].end() :])

    def line(self, name, pattern):
        """Return the line of the one place that the regular expression finds (of its first group if it has one)."""
        found = list(re.finditer(pattern, self.read(name), re.MULTILINE))
        assert len(found) == 1, f"{pattern!r} stands {len(found)} times in {name}; a test expects one line"
        return found[0].string.count("\n", 0, found[0].start(1 if found[0].re.groups else 0)) + 1

    def problems(self):
        """Return every problem that reading the course finds."""
        try:
            outline.load(self.root)
        except CourseError as error:
            return error.problems
        return []

    def replace(self, name, old, new):
        """Replace the text `old`, which must stand exactly once in the file, by `new`."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}; a test plants one defect"
        self.write(name, text.replace(old, new))

    def environment(self, **more):
        """Return the environment of a verb in the copy, as run.py makes it."""
        kept = {name: value for name, value in os.environ.items() if name not in ("SITE_URL", "COURSE_ASSETS")}
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        return {
            **kept,
            "PATH": path,
            "PYTHONPATH": str(self.root / "scripts"),
            "NO_MKDOCS_2_WARNING": "1",
            "PYTHONUTF8": "1",
            **more,
        }

    def run(self, *command, **environment):
        """Run Python with the copy's own modules; return the finished process with what it said."""
        env = self.environment(**environment)
        return subprocess.run([sys.executable, *command], cwd=self.root, env=env, text=True, capture_output=True)

    def verb(self, name, *arguments):
        """Run `./scripts/NAME` of the copy to its end."""
        return self.run("-m", f"course.verbs.{name}", *arguments)

    def start(self, name, *arguments, **options):
        """Start `./scripts/NAME` of the copy and return its process; both its outputs are in `stdout`. `options` are
        those of `Popen`."""
        command = [sys.executable, "-u", "-m", f"course.verbs.{name}", *arguments]
        pipe = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        # Where the tests themselves run in the background, an interruption would be ignored by what they start.
        heard = {} if os.name == "nt" else {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
        return subprocess.Popen(command, cwd=self.root, env=self.environment(), text=True, **pipe, **heard, **options)

    def build(self, target, address=ADDRESS, **environment):
        """Build the site into the new folder `target`, as the verb does, and return the folder."""
        target.mkdir()
        code = "import sys; from course import make; make.build(sys.argv[1], sys.argv[2])"
        done = self.run("-c", code, str(target), address, **environment)
        assert done.returncode == 0, f"the course does not build:\n{done.stdout}{done.stderr}"
        return target


def text_of(path):
    """Return the visible words of an HTML file, roughly."""
    html = re.sub(r"<(script|style)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
