#!/usr/bin/env python3
"""Set up what a verb needs, then run it: `python3 scripts/run.py serve|build|test|check|… [arguments]`.

The verbs beside this file (`./scripts/serve`, …) are this command; on Windows write `py scripts\\run.py serve`.
Only the standard library is used here, because this file is what installs the rest. Everything lands in `.venv` and
`node_modules` inside the repository; a second run compares two fingerprints and starts at once.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# Verbs that check the course need more than verbs that make it.
VERBS = dict.fromkeys(["build", "serve", "new-lesson", "check-company"], "site")
DEV = ["check", "proofread", "test", "check-links", "audit", "lifeboat", "lock", "package", "pictures", "accessibility"]
VERBS |= dict.fromkeys(DEV, "dev")
LOCKS = {"site": "requirements.lock", "dev": "requirements-dev.lock"}
OLDEST = (3, 11)


def fingerprint(*names):
    """Return a hash of the contents of the named files and of this Python's version."""
    digest = hashlib.sha256(sys.version.encode())
    for name in names:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def call(*command, **options):
    """Run a command quietly; show what it said and stop with its code if it fails."""
    result = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, **options)
    if result.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{result.stdout}{result.stderr}")


def installed(folder, marks, level):
    """Tell whether `folder` was set up from the same locks for this level, or for `dev`, which holds all of `site`."""
    stamps = [(folder / f".set-up-{have}", marks[have]) for have in ("dev", level)]
    return any(stamp.exists() and stamp.read_text() == mark for stamp, mark in stamps)


def has_pip():
    """Tell whether `.venv` is whole: an interrupted set-up may have left one without pip."""
    check = [PYTHON, "-m", "pip", "--version"]
    return PYTHON.exists() and subprocess.run(check, capture_output=True).returncode == 0


def install_python(level):
    """Create `.venv` if needed and install the locked packages of `level`, every file checked against its hash."""
    marks = {name: fingerprint(lock) for name, lock in LOCKS.items()}
    if PYTHON.exists() and installed(VENV, marks, level):
        return
    print(f"Setting up Python packages ({LOCKS[level]})…", flush=True)
    if not has_pip():
        shutil.rmtree(VENV, ignore_errors=True)
        try:
            venv.create(VENV, with_pip=True)
        except (subprocess.CalledProcessError, ImportError):
            shutil.rmtree(VENV, ignore_errors=True)
            sys.exit("Python's venv module is incomplete here. On Debian or Ubuntu: sudo apt install python3-venv")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    call(*pip, "--require-hashes", "--no-deps", "--requirement", LOCKS[level])
    (VENV / f".set-up-{level}").write_text(marks[level])


def install_node(level):
    """Install the locked npm packages of `level` with the Node that came from PyPI; none runs a script of its own."""
    modules = ROOT / "node_modules"
    mark = fingerprint("package.json", "package-lock.json")
    if installed(modules, {"site": mark, "dev": mark}, level):
        return
    print("Setting up npm packages…", flush=True)
    npm = BIN / ("npm.exe" if os.name == "nt" else "npm")
    extra = [] if level == "dev" else ["--omit=dev"]
    call(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *extra, env=environment())
    (modules / f".set-up-{level}").write_text(mark)


def environment():
    """Return the verbs' environment: our Node first, the course's modules importable, no banner about MkDocs 2."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", "")])
    return {
        **os.environ,
        "PATH": path,
        "PYTHONPATH": str(ROOT / "scripts"),
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONUTF8": "1",
    }


def main():
    if sys.version_info < OLDEST:
        sys.exit(f"This course needs Python {'.'.join(map(str, OLDEST))} or newer; this is {sys.version.split()[0]}.")
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        sys.exit(f"usage: run.py {'|'.join(VERBS)} [arguments]")
    verb, arguments = sys.argv[1], sys.argv[2:]
    level = VERBS[verb]
    try:
        install_python(level)
        if verb != "lock":  # which runs where package.json and its lock do not agree yet
            install_node(level)
        command = [str(PYTHON), "-m", f"course.verbs.{verb.replace('-', '_')}", *arguments]
        if os.name != "nt":
            os.execve(PYTHON, command, environment())  # the verb itself, so that a signal reaches it
        sys.exit(subprocess.run(command, env=environment()).returncode)
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
