"""The browser that tests and packages drive: an installed one, else Playwright's own, else the system's packages."""

import contextlib
import itertools
import os
import shutil
import subprocess
import sys
from pathlib import Path

# Without windows and their interface a page costs a quarter of the time: where there is such a browser, take it.
LIGHT = "chromium-headless-shell"
NAMES = [
    LIGHT,
    "chrome-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
]
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
]
# The browser itself asks nothing of the network, and runs as root in a container. A page is looked at for a moment:
# compilers that make a long work fast take a quarter more of the processors than they give back.
FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--js-flags=--no-turbofan --no-maglev",
]
ADVICE = (
    "This needs a Chromium browser and none could be had. Install Chromium or Google Chrome (on Debian or Ubuntu: "
    "sudo apt install chromium), or name one before the command: CHROMIUM=/path/to/chromium ./scripts/…"
)


def installed():
    """Return the path of an installed Chromium, Chrome or Edge, or None. `CHROMIUM` in the environment comes first."""
    if named := os.environ.get("CHROMIUM"):
        return named if shutil.which(named) else None
    for candidate in itertools.chain(map(shutil.which, NAMES), PLACES, _playwrights()):
        # Ubuntu's chromium-browser may be a stub that only says to install a snap: ask it for its version.
        if candidate and Path(candidate).exists() and _runs(candidate):
            return candidate
    return None


def _playwrights():
    """Yield the browser that Playwright installed before, if any; asked only when no other is found."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _runs(path):
    """Tell whether the browser at `path` answers with its version (on Windows it opens a window instead: trust it)."""
    if os.name == "nt":
        return True
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and any(character.isdigit() for character in said.stdout)


def ensure():
    """Return the path of a browser, installing one if there is none; stop with a sentence that says what to install."""
    if found := installed():
        return found
    if not os.environ.get("CHROMIUM"):
        for what, commands in (
            ("Playwright's Chromium", [[sys.executable, "-m", "playwright", "install", "chromium"]]),
            ("the system's Chromium", _system()),
        ):
            print(f"No browser here; installing {what}…", flush=True)
            done = all(subprocess.run(command, stdout=subprocess.DEVNULL).returncode == 0 for command in commands)
            if commands and done and (found := installed()):
                return found
    sys.exit(ADVICE)


@contextlib.contextmanager
def launched(*flags, **options):
    """Give a browser, started by Playwright with these flags and options; ends as `ensure` does if none can be had."""
    from playwright.sync_api import sync_playwright  # readers of the course do without

    path = ensure()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *flags], **options)
        yield started
        started.close()


def lighten():
    """Install Debian's browser without windows if there is none and nobody need be asked; else go on without it."""
    if not shutil.which(LIGHT) and not os.environ.get("CHROMIUM"):
        for command in _system(LIGHT):
            if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode:
                return


def _system(package="chromium"):
    """Return the commands that install Chromium with the system's package manager, or none where we know none."""
    if not shutil.which("apt-get"):
        return []
    sudo = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"] if shutil.which("sudo") else None
    if sudo is None:
        return []
    return [[*sudo, "apt-get", "update", "-qq"], [*sudo, "apt-get", "install", "-y", "-qq", package]]
